import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Fact, Language, Qualifiers, Value } from '../../knowledge/model.ts';

/** A fact on one line: predicate, value, qualifiers, rank, sources. */
export function factLine(knowledge: KnowledgeBase, fact: Fact, language: Language): string {
  const predicate = knowledge.ontology.predicates.get(fact.predicate)?.label[language] ?? fact.predicate;
  const details = [
    ...qualifierTexts(knowledge, fact.qualifiers, language),
    ...(fact.asOf ? [`as of ${fact.asOf}`] : []),
    ...(fact.rank === 'normal' ? [] : [fact.rank]),
  ];
  const sources = fact.sources.map(({ title, url }) => `${title} <${url}>`).join('; ');
  return `${predicate}: ${valueText(knowledge, fact.value, language)}${details.length > 0 ? ` (${details.join(', ')})` : ''}  [${sources}]`;
}

function valueText(knowledge: KnowledgeBase, value: Value, language: Language): string {
  switch (value.type) {
    case 'entity':
      return knowledge.label(value.id, language);
    case 'date':
      return value.date;
    case 'number':
      return `${value.amount.toLocaleString('en')}${value.unit === '' ? '' : ` ${value.unit}`}`;
    case 'text':
      return value.text[language] ?? value.text.en ?? value.text.zh ?? '';
    case 'url':
      return value.url;
  }
}

function qualifierTexts(knowledge: KnowledgeBase, qualifiers: Qualifiers, language: Language): string[] {
  return Object.entries(qualifiers).flatMap(([name, content]: [string, unknown]) => {
    if (Array.isArray(content))
      return [`${name}: ${content.map((id) => knowledge.label(String(id), language)).join(', ')}`];
    if (typeof content === 'string') return [`${name}: ${content}`];
    const local = content as Readonly<Record<string, string | undefined>> | undefined;
    const text = local?.[language] ?? local?.en ?? local?.zh;
    return text === undefined ? [] : [`${name}: ${text}`];
  });
}

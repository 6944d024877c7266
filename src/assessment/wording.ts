import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact, Language, Qualifiers, Value } from '../knowledge/model.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Words facts and values in Chinese and English. */
export class Wording {
  private readonly knowledge: KnowledgeBase;
  /** What was worded before: the same facts decide many claims. */
  private readonly values = { en: new WeakMap<Fact, string>(), zh: new WeakMap<Fact, string>() };
  private readonly statements = { en: new WeakMap<Fact, string>(), zh: new WeakMap<Fact, string>() };

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  label(id: string, language: Language): string {
    return this.knowledge.label(id, language);
  }

  predicate(id: string, language: Language): string {
    return this.knowledge.ontology.predicates.get(id)?.label[language] ?? id;
  }

  value(value: Value, language: Language): string {
    switch (value.type) {
      case 'entity':
        return this.label(value.id, language);
      case 'date':
        return this.date(value.date, language);
      case 'number':
        return this.number(value.amount, value.unit, language);
      case 'text':
        return value.text[language] ?? value.text.en ?? value.text.zh ?? '';
      case 'url':
        return value.url;
    }
  }

  /** A value with its qualifiers: «Tesla (director of AI, June 2017 – July 2022)». */
  valueOf(fact: Fact, language: Language): string {
    return remember(this.values[language], fact, () => this.wordValue(fact, language));
  }

  private wordValue(fact: Fact, language: Language): string {
    const details = this.details(fact.qualifiers, language);
    const value = this.value(fact.value, language);
    if (details.length === 0) return value;
    return language === 'zh' ? `${value}（${details.join('，')}）` : `${value} (${details.join(', ')})`;
  }

  /** «PyTorch – developer: Meta AI». */
  statement(fact: Fact, language: Language): string {
    return remember(this.statements[language], fact, () => this.wordStatement(fact, language));
  }

  private wordStatement(fact: Fact, language: Language): string {
    const subject = this.label(fact.subject, language);
    const predicate = this.predicate(fact.predicate, language);
    const value = this.valueOf(fact, language);
    return language === 'zh' ? `${subject}——${predicate}：${value}` : `${subject} – ${predicate}: ${value}`;
  }

  list(values: readonly string[], language: Language): string {
    const unique = [...new Set(values)];
    const shown = unique.length > 12 ? [...unique.slice(0, 12), language === 'zh' ? '等' : '…'] : unique;
    return shown.join(language === 'zh' ? '、' : ', ');
  }

  date(date: string, language: Language): string {
    const [year, month, day] = date.split('-');
    if (language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
    if (!month) return String(year);
    const name = MONTHS[Number(month) - 1] ?? '';
    return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
  }

  private number(amount: number, unit: string, language: Language): string {
    const text = amount >= 1e6 ? compact(amount, language) : amount.toLocaleString('en-US');
    return unit === '' || language === 'zh' ? text : `${text} ${unit}`;
  }

  private details(
    { role, degree, field, advisor, start, end, at, score, title, ...others }: Qualifiers,
    language: Language,
  ): string[] {
    const result: string[] = [];
    const written = title?.[language] ?? title?.en ?? title?.zh;
    if (written) result.push(written);
    const shown = written ? [degree, field] : [role, degree, field];
    for (const ids of [...shown, others.for])
      if (ids)
        result.push(
          this.list(
            ids.map((id) => this.label(id, language)),
            language,
          ),
        );
    if (advisor) {
      const names = this.list(
        advisor.map((id) => this.label(id, language)),
        language,
      );
      result.push(language === 'zh' ? `导师${names}` : `advisor ${names}`);
    }
    if (score) result.push(score);
    if (at) result.push(this.date(at, language));
    if (start || end) result.push(this.period(start, end, language));
    return result;
  }

  private period(start: string | undefined, end: string | undefined, language: Language): string {
    if (!start && end) return language === 'zh' ? `至${this.date(end, language)}` : `until ${this.date(end, language)}`;
    const from = start ? this.date(start, language) : '';
    if (!end) return language === 'zh' ? `${from}起` : `since ${from}`;
    return start === end ? from : `${from}–${this.date(end, language)}`;
  }
}

function remember(known: WeakMap<Fact, string>, fact: Fact, word: () => string): string {
  const before = known.get(fact);
  if (before !== undefined) return before;
  const text = word();
  known.set(fact, text);
  return text;
}

function compact(amount: number, language: Language): string {
  const scales: readonly (readonly [number, string])[] =
    language === 'zh'
      ? [
          [1e12, '万亿'],
          [1e8, '亿'],
          [1e4, '万'],
        ]
      : [
          [1e12, ' trillion'],
          [1e9, ' billion'],
          [1e6, ' million'],
        ];
  const [size, name] = scales.find(([scale]) => amount >= scale) ?? [1, ''];
  return `${Number((amount / size).toPrecision(6))}${name}`;
}

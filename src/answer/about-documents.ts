import type { Outcome, Workshop } from './answerer.ts';
import { NO_PLAN } from './plan.ts';
import type { Question } from './question.ts';
import { toWarning } from './warnings.ts';

const WRONG =
  /\b(?:wrong|errors?|mistakes?|mistaken|incorrect(?:ly)?|false(?:ly)?|inaccura\w*|untrue|broken|not true|contradict\w*)\b|错|有误|不对|不实|不正确|不符|不准确|矛盾/u;
const DOCUMENT =
  /\b(?:articles?|documents?|texts?|pages?|posts?|blogs?|corpus|docs|ingested|links?|urls?|statements?|claims?)\b|文章|文档|文中|文本|语料|资料|原文|链接|网址|说法|陈述|文件/u;
/** A question, or a request for a list. */
const ASKS = /[?？]\s*$|哪|什么|多少|几|吗|列|有没有|\b(?:what|which|how many|list|show|name|does|is|are|where)\b/u;
const LINKS = /\b(?:links?|urls?)\b|链接|网址/u;
const MOST = 100;

/** «What does the article get wrong about X?», «哪些链接是错的？»: what the documents say that facts refute. */
export async function answerAboutDocuments(question: Question, workshop: Workshop): Promise<Outcome | undefined> {
  const { folded, pieces, language } = question;
  if (!WRONG.test(folded) || !DOCUMENT.test(folded) || !ASKS.test(folded)) return undefined;
  if ((await workshop.documents.count()) === 0) return { missing: 'no-documents' };
  const named = pieces.filter(({ things }) => things.length > 0);
  const entities = named.flatMap(({ things }) => things.slice(0, 1));
  const found = await workshop.documents.refuted(entities.length > 0 ? { entities } : {});
  const statements = LINKS.test(folded)
    ? found.filter((statement) => isLink(statement.predicate, statement.layer, workshop))
    : found;
  const warnings = statements.slice(0, MOST).map((statement) => toWarning(statement, language, workshop));
  const facts = statements
    .slice(0, MOST)
    .flatMap(({ factIds }) => factIds.map((id) => workshop.knowledge.fact(id)).filter((fact) => fact !== undefined));
  return {
    answer: summary(
      statements.length,
      question,
      named.map(({ item }) => item.surface),
    ),
    answers:
      question.focus?.asked === 'number'
        ? [{ text: String(statements.length) }]
        : warnings.map(({ quote }) => ({ text: quote })),
    facts,
    confidence: 0.85,
    warnings,
    plan: {
      ...NO_PLAN,
      type: 'documents',
      asked: 'refuted statements',
      entities: named.map(({ item, things }) => ({ text: item.surface, id: things[0] ?? '' })),
      query: `refuted statements${entities.length > 0 ? ` about ${entities.join(', ')}` : ''}`,
    },
  };
}

function isLink(predicate: string, layer: string, { knowledge }: Workshop): boolean {
  return layer === 'link' || (knowledge.ontology.predicates.get(predicate)?.range.includes('url') ?? false);
}

function summary(count: number, { language }: Question, names: readonly string[]): string {
  const about = names.join(language === 'zh' ? '、' : ', ');
  if (language === 'zh') {
    const topic = about === '' ? '' : `关于${about}，`;
    return count === 0
      ? `${topic}在读过的文档中没有发现与事实不符之处。`
      : `${topic}读过的文档中有${count}处与事实不符。`;
  }
  const topic = about === '' ? '' : ` about ${about}`;
  if (count === 0) return `No statement${topic} in the documents is known to be wrong.`;
  return `${count} statement${count === 1 ? '' : 's'}${topic} in the documents ${count === 1 ? 'is' : 'are'} wrong.`;
}

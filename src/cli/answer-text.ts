import pc from 'picocolors';
import type { Answer, AnswerFact, Warning } from '../answer/answer.ts';
import type { Plan } from '../answer/plan.ts';
import type { Language } from '../knowledge/model.ts';
import { printable } from '../report/text.ts';

const WORDS = {
  en: {
    source: 'Source: ',
    warnings: 'The documents say otherwise:',
    right: 'right: ',
    related: 'Related, but no answer:',
    none: 'No answer.',
    plan: 'How the question was understood',
    type: 'sort',
    asked: 'asked for',
    entities: 'entities',
    steps: 'relations',
    query: 'query',
    facts: 'facts',
    confidence: 'confidence',
  },
  zh: {
    source: '来源：',
    warnings: '读过的文档另有说法：',
    right: '应为：',
    related: '相关，但不是答案：',
    none: '无法回答。',
    plan: '问题的理解',
    type: '类型',
    asked: '所问',
    entities: '实体',
    steps: '关系',
    query: '查询',
    facts: '事实',
    confidence: '把握',
  },
} as const;

export interface AnswerTextOptions {
  readonly color: boolean;
  /** Also show how the question was understood. */
  readonly explain: boolean;
}

/** An answer for the terminal: the sentence, its sources, warnings, and apart from them what is only related. */
export function renderAnswer(answer: Answer, { color, explain }: AnswerTextOptions): string {
  const colors = pc.createColors(color);
  const words = WORDS[answer.language];
  const head = answer.answer === null ? colors.yellow(words.none) : colors.bold(printable(answer.answer));
  const missing = answer.missing ? [`  ${printable(answer.missing.message)}`] : [];
  const sections = [
    [head, ...missing, ...sourceLines(answer.facts, words.source).map(colors.dim)],
    answer.warnings.length > 0
      ? [
          colors.yellow(`⚠ ${words.warnings}`),
          ...answer.warnings.flatMap((warning) => warningLines(warning, words.right)),
        ]
      : [],
    answer.related.length > 0
      ? [words.related, ...answer.related.map(({ statement }) => `  ${printable(statement)}`)].map(colors.dim)
      : [],
    explain ? [colors.underline(words.plan), ...planLines(answer.plan, answer, answer.language)] : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function sourceLines(facts: readonly AnswerFact[], label: string): string[] {
  const lines = facts.flatMap(({ sources }) =>
    sources.map(({ title, url }) => `  ${label}${printable(title)} <${printable(url)}>`),
  );
  return [...new Set(lines)];
}

function warningLines({ document, quote, start, end, correct }: Warning, label: string): string[] {
  return [`  ${printable(document)} [${start}–${end}] › ${printable(quote)} ‹`, `    ${label}${printable(correct)}`];
}

function planLines(plan: Plan, { facts, confidence }: Answer, language: Language): string[] {
  const words = WORDS[language];
  const entities = plan.entities.map(({ text, id }) => `${text} = ${id}`);
  const steps = plan.steps.map(
    ({ predicate, direction, words: said, layer }) => `${predicate} (${direction}, ${layer}: “${said}”)`,
  );
  const rows: (readonly [string, readonly string[]])[] = [
    [words.type, [plan.type]],
    [words.asked, [plan.asked]],
    [words.entities, entities],
    [words.steps, steps],
    [words.query, [plan.query]],
    [words.facts, facts.map(({ factId }) => factId)],
    [words.confidence, [String(confidence)]],
  ];
  return rows
    .filter(([, values]) => values.some(Boolean))
    .map(([name, values]) => `  ${name}: ${printable(values.join('; '))}`);
}

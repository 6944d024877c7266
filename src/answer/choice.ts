import type { Outcome, Workshop } from './answerer.ts';
import { AUXILIARY, inverted } from './declarative.ts';
import { NO_PLAN } from './plan.ts';
import type { Piece, Question } from './question.ts';

const EITHER = /^(?:or|还是|或者|或)$/u;

/** «Was X made by A or B?», «X是A的还是B的？»: which of two statements holds. */
export function answerChoice(question: Question, workshop: Workshop): Outcome | undefined {
  const { pieces, language } = question;
  const at = pieces.findIndex(
    ({ item, index }) => EITHER.test(item.text) || (item.text === '还' && pieces[index + 1]?.item.text === '是'),
  );
  if (at < 0) return undefined;
  const first = pieces.slice(0, at).findLast(({ things }) => things.length > 0);
  const second = pieces.slice(at + 1).find(({ things }) => things.length > 0);
  if (!first || !second) return undefined;
  const [a, b] = [first, second].map((option, index) =>
    weigh(question, option, index === 0 ? second : first, workshop),
  );
  if (!a || !b || (a.verdict === 'SUPPORTED') === (b.verdict === 'SUPPORTED')) return undefined;
  const [chosen, option] = a.verdict === 'SUPPORTED' ? [a, first] : [b, second];
  const id = option.things[0] ?? '';
  const text = workshop.sentences.wording.label(id, language);
  const said = workshop.sentences.say(chosen.facts, 'forward', language);
  return {
    answer: language === 'zh' ? `${text}。${said}` : `${text}. ${said}`,
    answers: [{ text, entityId: id }],
    facts: chosen.facts,
    confidence: 0.85,
    plan: {
      ...NO_PLAN,
      type: 'comparison',
      asked: 'choice',
      entities: [first, second].map(({ item, things }) => ({ text: item.surface, id: things[0] ?? '' })),
      query: [first, second].map(({ things }) => things[0] ?? '').join(' or '),
    },
  };
}

/** The statement with one of the options in it. */
function weigh(question: Question, option: Piece, other: Piece, workshop: Workshop) {
  const subject = question.pieces.find((piece) => piece.things.length > 0 && piece !== option && piece !== other);
  if (!subject) return undefined;
  const statement = statementWith(question, option, other);
  const { verdict, claims } = workshop.verify(statement);
  const facts = claims
    .flatMap(({ evidence }) => evidence.map(({ factId }) => workshop.knowledge.fact(factId)))
    .filter((fact) => fact !== undefined);
  if (verdict !== 'NOT_ENOUGH_INFO') return { verdict, facts };
  const owned = workshop.ownership.weigh(option, subject)?.decision;
  return owned && { verdict: owned.verdict, facts: owned.facts };
}

function statementWith(question: Question, option: Piece, other: Piece): string {
  const { text, language } = question;
  const [from, to] =
    option.item.start < other.item.start ? [option.item.end, other.item.end] : [option.item.start, other.item.start];
  const [start, end] = option.item.start < other.item.start ? [from, to] : [other.item.start, option.item.start];
  const kept = `${text.slice(0, start)}${text.slice(end)}`.replace(/[?？\s]+$/u, '');
  if (language === 'zh') return `${kept}。`;
  const auxiliary = AUXILIARY.exec(kept)?.[0];
  return (auxiliary === undefined ? undefined : inverted(question, kept, auxiliary)) ?? `${kept}.`;
}

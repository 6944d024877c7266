import { compareDates } from '../knowledge/date.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId, Fact } from '../knowledge/model.ts';
import type { Outcome, Workshop } from './answerer.ts';
import { NO, YES } from './labels.ts';
import { NO_PLAN } from './plan.ts';
import type { Piece, Question } from './question.ts';
import { findComparatives, type Pick } from './question-words.ts';

const JOINED = /\bor\b|\bthan\b|\bbefore\b|\bafter\b|\bversus\b|\bvs\b|比|还是|和|与|跟|、/u;

interface Measured {
  readonly id: EntityId;
  readonly fact: Fact;
}

/** «Which is older, X or Y?», «X比Y早发布吗？»: compares two things by when they began or how large they are. */
export function answerComparison(question: Question, workshop: Workshop): Outcome | undefined {
  const named = question.pieces.filter(({ things }) => things.length > 0);
  const [first, second] = named;
  if (!first || !second || named.length !== 2 || !JOINED.test(question.folded)) return undefined;
  const pick = comparativeOf(question, first.item.end, second.item.start);
  if (
    !pick ||
    unread(question).length > 0 ||
    (question.focus && !['thing', 'who', 'list'].includes(question.focus.asked))
  )
    return undefined;
  const pair = measure(question, [first.things, second.things], pick, workshop.knowledge);
  if (!pair) return { missing: 'no-fact', detail: [first, second].map(({ item }) => item.surface).join(', ') };
  return decide(question, pair, pick, workshop);
}

/** Words that neither compare nor are understood («more layers» as a term of its own): what is compared is not known then. */
function unread({ folded, pieces }: Question): Piece[] {
  const comparing = findComparatives(folded);
  return pieces.filter(
    ({ item, light, things, kinds, terms, relations }) =>
      !light &&
      things.length + kinds.length + terms.length + relations.length === 0 &&
      !comparing.some(({ start, end }) => start <= item.start && item.end <= end),
  );
}

function comparativeOf({ folded, pieces, focus }: Question, between: number, second: number): Pick | undefined {
  const outside = findComparatives(folded).filter(
    ({ start, end }) => !pieces.some(({ item, things }) => things.length > 0 && item.start < end && start < item.end),
  );
  // without a question word it takes «than», «before» or 比 to compare
  const firm = focus !== undefined || /\bthan\b|\bbefore\b|\bafter\b|比/u.test(folded);
  if (!firm || (!/\bor\b|\bthan\b|还是|比|哪|谁/u.test(folded) && !(focus === undefined && between < second)))
    return undefined;
  return outside[0]?.pick;
}

/** Both by the same predicate: one that the question speaks of, else the first that both have. */
function measure(
  { pieces }: Question,
  [a, b]: readonly [readonly EntityId[], readonly EntityId[]],
  pick: Pick,
  knowledge: KnowledgeBase,
): readonly [Measured, Measured] | undefined {
  const { begins, sizes } = knowledge.ontology.questions;
  const scale = pick === 'first' || pick === 'last' ? begins : sizes;
  const spoken = new Set(pieces.flatMap(({ relations }) => relations.map(({ predicate }) => predicate.id)));
  // «which has more layers?» compares layers and nothing else
  const said = scale.filter((predicate) => spoken.has(predicate));
  for (const predicate of said.length > 0 ? said : scale) {
    const one = known(a, predicate, knowledge);
    const other = known(b, predicate, knowledge);
    if (one && other) return [one, other];
  }
  if (scale !== begins || said.length > 0) return undefined;
  const one = begins.map((predicate) => known(a, predicate, knowledge)).find((found) => found !== undefined);
  const other = begins.map((predicate) => known(b, predicate, knowledge)).find((found) => found !== undefined);
  const people = [one, other].filter((found) => found && knowledge.isOfKind(found.id, ['person'])).length;
  return one && other && people === 0 ? [one, other] : undefined;
}

function known(ids: readonly EntityId[], predicate: string, knowledge: KnowledgeBase): Measured | undefined {
  for (const id of ids.slice(0, 3)) {
    const [fact] = knowledge.factsOf(id, predicate);
    if (fact) return { id, fact };
  }
  return undefined;
}

function decide(
  question: Question,
  [a, b]: readonly [Measured, Measured],
  pick: Pick,
  { sentences }: Workshop,
): Outcome {
  const { language, focus } = question;
  const order = compareValues(a.fact, b.fact) * (pick === 'first' || pick === 'smallest' ? 1 : -1);
  const facts = [a.fact, b.fact];
  const said = facts.map((fact) => sentences.say([fact], 'forward', language)).join(language === 'zh' ? '' : ' ');
  const base = {
    facts,
    confidence: 0.9,
    plan: {
      ...NO_PLAN,
      type: 'comparison' as const,
      asked: pick,
      entities: [a, b].map(({ id }) => ({ text: sentences.wording.label(id, language), id })),
      query: `${pick} of ${a.fact.id}, ${b.fact.id}`,
    },
  };
  if (order === 0) {
    if (!focus)
      return {
        ...base,
        answer: `${NO[language]}${language === 'zh' ? '。' : '. '}${said}`,
        answers: [{ text: NO[language] }],
      };
    const same = language === 'zh' ? '两者相同（按已知精度）。' : 'Neither, as far as the dates tell. ';
    return {
      ...base,
      answer: `${same}${said}`,
      answers: [a, b].map(({ id }) => ({ text: sentences.wording.label(id, language), entityId: id })),
    };
  }
  if (!focus && !/\bor\b|还是/u.test(question.folded)) {
    const word = (order < 0 ? YES : NO)[language];
    return { ...base, answer: `${word}${language === 'zh' ? '。' : '. '}${said}`, answers: [{ text: word }] };
  }
  const winner = order < 0 ? a : b;
  const name = sentences.wording.label(winner.id, language);
  return {
    ...base,
    answer: `${name}${language === 'zh' ? '。' : '. '}${said}`,
    answers: [{ text: name, entityId: winner.id }],
  };
}

function compareValues({ value: a }: Fact, { value: b }: Fact): number {
  if (a.type === 'date' && b.type === 'date') return compareDates(a.date, b.date);
  return a.type === 'number' && b.type === 'number' ? a.amount - b.amount : 0;
}

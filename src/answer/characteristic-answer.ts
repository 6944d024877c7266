import type { EntityId } from '../knowledge/model.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Answered, Outcome, Workshop } from './answerer.ts';
import type { Characteristic, Wording } from './characteristics.ts';
import { DIFFERENCE } from './difference.ts';
import type { Quality } from './modifier.ts';
import { NO_PLAN } from './plan.ts';
import type { Piece, Question } from './question.ts';

/** The share of what the question says, weighed by how much each word tells, that a statement must say too. */
const LEAST_COVERAGE = { en: 0.62, zh: 0.55 } as const;
const LEAST_SHARED = 2;
/** Of its words without the names, how much must be said. */
const LEAST_WORDS = 0.45;
/** How far behind a figure stands what it counts, in characters. */
const NEAR = 24;
const MOST_SUBJECTS = 2;
/** The coverage from which on a statement says the whole of a question. */
const ALL = 0.9;
const DENIES = /\b(?:no|not|never|without|cannot|neither|nor|none)\b|n't\b|不|无需|没有|并非|未/u;
const OTHER = { en: 'zh', zh: 'en' } as const;
/** Asks for a definition instead. */
const MEANS = /\b(?:means?|meaning|definition)\b|意思|含义|定义/u;
const NUMBER =
  /\d|[一二两三四五六七八九十百千万亿]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion)\b/iu;

interface Match {
  readonly subject: EntityId;
  readonly named: Piece;
  readonly characteristic: Characteristic;
  readonly wording: Wording;
  readonly coverage: number;
}

/** «Which activation function does X use in its feed-forward layers?»: a statement in free words about X that says so. */
export function answerCharacteristic(question: Question, workshop: Workshop): Outcome | undefined {
  const { focus } = question;
  if (
    !focus ||
    focus.asked === 'who' ||
    focus.asked === 'reason' ||
    focus.asked === 'age' ||
    question.pick ||
    dated(question)
  )
    return undefined;
  if (question.pieces.some(({ unknownName }) => unknownName) || MEANS.test(question.folded)) return undefined;
  if (DIFFERENCE.test(question.folded)) return undefined;
  // two figures asked for are two answers
  if (focus.asked === 'number' && question.others.some(({ asked }) => asked === 'number')) return undefined;
  const named = question.pieces.filter(({ things }) => things.length > 0);
  const matches = named.flatMap((piece) => match(piece, question, workshop));
  const [best] = matches.sort((a, b) => b.coverage - a.coverage);
  return best && say(best, question, workshop);
}

/** «Does k-means need labels?»: a statement in free words that says all of it, or denies it. */
export function decideCharacteristic(question: Question, workshop: Workshop): Quality | undefined {
  if (question.focus || dated(question) || question.pieces.some(({ unknownName }) => unknownName)) return undefined;
  const named = question.pieces.filter(({ things }) => things.length > 0);
  const [best] = named.flatMap((piece) => match(piece, question, workshop)).sort((a, b) => b.coverage - a.coverage);
  if (!best || best.coverage < ALL) return undefined;
  return { holds: DENIES.test(best.wording.text) === DENIES.test(question.folded), facts: [best.characteristic.fact] };
}

function dated({ pieces }: Question): boolean {
  return pieces.some(({ item }) => item.value?.type === 'date');
}

/** The best statement about what a piece names that says what the rest of the question says. */
function match(named: Piece, question: Question, { characteristics }: Workshop): Match[] {
  const terms = termsBesides(named, question);
  const weight = (term: string) => characteristics.weight(term);
  const words = wordsBesides(named, question);
  const counted = termsCounted(question);
  const total = sum([...terms].map(weight));
  const found = named.things.slice(0, MOST_SUBJECTS).flatMap((subject) =>
    characteristics.of(subject).flatMap((characteristic) =>
      characteristic.wordings[question.language].map((wording): Match => {
        // questions in Chinese are full of English terms, and the other language's wording says the same
        const other = characteristic.wordings[OTHER[question.language]].flatMap((each) => [...each.terms]);
        const said = new Set([...wording.terms, ...other]);
        const shared = [...terms].filter((term) => said.has(term));
        const spoken = [...words].filter((term) => said.has(term));
        const silent = sum(spoken.map(weight)) < LEAST_WORDS * sum([...words].map(weight));
        const told = !silent && shared.length >= LEAST_SHARED && counted.every((term) => said.has(term));
        return { subject, named, characteristic, wording, coverage: told ? sum(shared.map(weight)) / total : 0 };
      }),
    ),
  );
  return found
    .filter(({ coverage }) => coverage >= LEAST_COVERAGE[question.language])
    .filter(({ wording }) => fits(wording, question) && counts(wording, question))
    .sort((a, b) => b.coverage - a.coverage)
    .slice(0, 1);
}

/** What a question says apart from the name and its question words. */
function termsBesides(named: Piece, { pieces }: Question): Set<string> {
  const spoken = pieces.filter(
    ({ item, gap, light, inFocus }) =>
      item !== named.item && !gap && (!light || inFocus) && item.value?.type !== 'date',
  );
  return new Set(tokensOf(spoken.map(({ item }) => item.surface).join(' ')));
}

/** Of these, what is no name: what the question says of all that it names. */
function wordsBesides(named: Piece, { pieces }: Question): Set<string> {
  const spoken = pieces.filter(
    ({ item, gap, light, inFocus, things }) =>
      item !== named.item && things.length === 0 && !gap && (!light || inFocus) && item.value?.type !== 'date',
  );
  return new Set(tokensOf(spoken.map(({ item }) => item.surface).join(' ')));
}

/** What a figure counts: «how many layers» is not answered by what is said of parameters. */
function termsCounted({ focus, pieces }: Question): string[] {
  if (focus?.asked !== 'number') return [];
  const gap = pieces.findIndex((piece) => piece.gap);
  const noun = pieces.slice(gap + 1).find(({ item, light, inFocus }) => item.type !== 'punct' && (!light || inFocus));
  return noun ? tokensOf(noun.item.surface) : [];
}

/** Whether a figure stands right before what is counted, as «{48} layers», «{48}个头». */
function counts({ text, values }: Wording, question: Question): boolean {
  const counted = termsCounted(question);
  if (counted.length === 0) return true;
  return values.some((value) => {
    const after = text.slice(text.indexOf(value) + value.length, text.indexOf(value) + value.length + NEAR);
    const terms = tokensOf(after);
    return !counted.some((term) => tokensOf(text).includes(term)) || counted.some((term) => terms.includes(term));
  });
}

/** Whether a statement can hold what is asked for: a figure, a year. */
function fits({ text, values }: Wording, { focus }: Question): boolean {
  const asked = focus?.asked;
  if (asked === 'number' || asked === 'amount') return values.some((value) => NUMBER.test(value));
  if (asked === 'when' || asked === 'until-when') return /\b(?:19|20)\d\d\b/u.test(text);
  // «which encoding does it use» is not answered by «it needs an encoding»
  if (asked === 'thing' && /^(?:which|what (?:kind|type|sort)|哪)/u.test(focus?.words ?? '')) return values.length > 0;
  if (asked === 'duration' || asked === 'frequency') return /\d/u.test(text);
  return true;
}

function say(
  { subject, named, characteristic, wording, coverage }: Match,
  question: Question,
  workshop: Workshop,
): Answered {
  const { language } = question;
  const name = workshop.sentences.wording.label(subject, language);
  const { fact } = characteristic;
  return {
    answer: language === 'zh' ? `${name}${wording.text}。` : `${name} ${wording.text}.`,
    answers: (wording.values.length > 0 ? wording.values : [wording.text]).map((text) => ({ text })),
    facts: [fact],
    confidence: 0.4 + 0.4 * coverage,
    plan: {
      ...NO_PLAN,
      type: 'characteristic',
      asked: question.focus?.asked ?? '',
      entities: [{ text: named.item.surface, id: subject }],
      query: `${fact.id}: ${Math.round(coverage * 100)} %`,
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

import type { Fact, Language, Value } from '../knowledge/model.ts';
import type { AnswerValue } from './answer.ts';
import type { Answered, Outcome, Workshop } from './answerer.ts';
import { entityOf, type Found, keyOf } from './found.ts';
import { describePlan } from './plan-description.ts';
import type { Piece, Question } from './question.ts';
import { findPicks } from './question-words.ts';
import { beginningOf, type Selection } from './selector.ts';
import { joinList } from './sentence.ts';
import type { State } from './state.ts';

/** A way that leads to the sort of thing asked for, with what it leads to. */
export interface Candidate {
  readonly state: State;
  readonly selection: Selection;
  readonly total: number;
}

/** Per step: below it the words fit too badly. */
const LEAST = 0.5;
/** Each of several steps has to fit well, since what does not makes the next go astray. */
const LEAST_OF_SEVERAL = 0.9;
/** How much worse than the best reading a reading with an answer may be. */
const MARGIN = 0.3;
/** Readings this close are both meant («who developed X?»: the company and the people). */
const EQUAL = 0.06;

/** Answers by following relations from what the question names. */
export function answerRelation(question: Question, workshop: Workshop): Outcome | undefined {
  if (!question.focus) return undefined;
  const unknown = question.pieces.filter(({ unknownName }) => unknownName);
  if (unknown.length > 0)
    return { missing: 'unknown-entity', detail: unknown.map(({ item }) => item.surface).join(', ') };
  const candidates = rank(question, workshop);
  const [best] = candidates;
  if (!best) return undefined;
  const plan = describePlan(question, best);
  const ignored = ignoredWords(question);
  if (ignored.length > 0) return { missing: 'not-understood', detail: ignored.join(', '), plan };
  if (!fitsWell(best)) return { missing: 'not-understood', detail: plan.query, plan };
  const known = candidates.filter(
    (other) => other.selection.found.length > 0 && other.total >= best.total - MARGIN && isSameSort(other, best),
  );
  const [chosen] = known;
  if (!chosen) return { missing: 'no-fact', detail: plan.query, plan };
  const equal =
    chosen.selection.type === 'count' ? [chosen] : known.filter((other) => isAlike(other, chosen)).sort(peopleFirst);
  return withOthers(answerWith(question, equal, workshop), question, workshop);
}

function fitsWell({ total, state: { steps } }: Candidate): boolean {
  return total >= steps.length * (steps.length > 1 ? LEAST_OF_SEVERAL : LEAST);
}

/** «Who proposed X, and when?»: what is asked besides, by the same words. */
function withOthers(answered: Answered, question: Question, workshop: Workshop): Answered {
  const parts = [answered];
  for (const focus of question.others) {
    if (focus.asked === question.focus?.asked || focus.asked === 'list') continue;
    const also = answerRelation({ ...question, focus, others: [] }, workshop);
    if (also && !('missing' in also) && !parts.some(({ answer }) => answer.includes(also.answer))) parts.push(also);
  }
  return {
    ...answered,
    answer: parts.map(({ answer }) => answer).join(question.language === 'zh' ? '' : ' '),
    answers: parts.flatMap(({ answers }) => answers),
    facts: parts.flatMap(({ facts }) => facts),
  };
}

/** All readings, the best first. */
export function rank(question: Question, { composer, selector }: Workshop): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const state of composer.compose(question)) {
    const selected = selector.select(state, question);
    if (!selected) continue;
    const selection = withoutNamed(selected, question);
    const total = state.score + selection.bonus;
    const key = [
      state.start.id,
      ...state.steps.map(({ relation, direction }) => `${relation.predicate.id}${direction}`),
    ].join(' ');
    const known = best.get(key);
    if (!known || known.total < total) best.set(key, { state, selection, total });
  }
  return [...best.values()].sort((a, b) => b.total - a.total);
}

/** What the question names itself is no answer to it: «which algorithm does X use for RLHF». */
function withoutNamed(selection: Selection, { pieces, focus }: Question): Selection {
  if (selection.type !== 'values' || focus?.asked === 'when') return selection;
  const named = new Set(pieces.flatMap(({ things }) => things.slice(0, 1)));
  const found = selection.found.filter(({ value }) => value.type !== 'entity' || !named.has(value.id));
  return found.length === selection.found.length ? selection : { ...selection, found };
}

/** Whether a piece is a word that nothing explains. */
export function isUnread({ light, things, kinds, terms, relations, item }: Piece): boolean {
  return !light && things.length + kinds.length + terms.length + relations.length === 0 && item.value?.type !== 'date';
}

/** Words that nothing explains, those aside that say which of several is meant. */
export function ignoredWords(question: Question): string[] {
  const picks = question.pick ? findPicks(question.folded) : [];
  return question.pieces
    .filter(isUnread)
    .filter(({ item }) => !picks.some(({ start, end }) => start <= item.start && item.end <= end))
    .map(({ item }) => item.surface)
    .concat(unreadPick(question));
}

/** «Which of them was released first?»: an order asked for that was not read. */
function unreadPick({ folded, focus, pick }: Question): string[] {
  const last = /\b(first|last|earliest|latest)\W*$/u.exec(folded)?.[1];
  return last !== undefined && pick === undefined && focus?.asked !== 'when' ? [last] : [];
}

/** Whether two readings lead to the same sort of value: things, dates, figures, texts. */
function isSameSort(a: Candidate, b: Candidate): boolean {
  const sort = ({ state, selection }: Candidate) => {
    const last = state.steps.at(-1);
    if (selection.type !== 'values' || !last) return selection.type;
    const [kind = ''] = last.direction === 'forward' ? last.relation.predicate.range : last.relation.predicate.domain;
    return ['date', 'number', 'text', 'url'].includes(kind) ? kind : 'entity';
  };
  return sort(a) === sort(b);
}

/** «Who made X?» asks for people before companies. */
function peopleFirst(a: Candidate, b: Candidate): number {
  const people = ({ state }: Candidate) =>
    Number(state.steps.at(-1)?.relation.predicate.range.includes('person') ?? false);
  return people(b) - people(a);
}

function isAlike(other: Candidate, chosen: Candidate): boolean {
  if (other === chosen) return true;
  if (other.total < chosen.total - EQUAL || other.selection.type !== chosen.selection.type) return false;
  if (other.state.start.id !== chosen.state.start.id || other.state.steps.length !== chosen.state.steps.length)
    return false;
  const last = (candidate: Candidate) => candidate.state.steps.at(-1)?.direction;
  if (last(other) !== last(chosen)) return false;
  const sorts = (candidate: Candidate) => candidate.selection.found[0]?.value.type;
  return sorts(other) === sorts(chosen) && sorts(other) === 'entity';
}

function answerWith(question: Question, candidates: readonly Candidate[], workshop: Workshop): Answered {
  const [best] = candidates;
  if (!best) throw new Error('an answer needs a reading');
  const { language } = question;
  const found = uniqueFound(candidates.flatMap(({ selection }) => selection.found));
  const facts = candidates.flatMap((candidate) => factsBehind(candidate));
  const base = { facts, confidence: confidenceOf(best), plan: describePlan(question, best) };
  const { type } = best.selection;
  if (type === 'count') return { ...base, ...count(found, best, question, workshop) };
  const shown = candidates.map((candidate) => sayCandidate(candidate, question, workshop));
  const answers = found.flatMap((one) => valuesOf(one, best.selection, question, workshop));
  return { ...base, answer: shown.join(language === 'zh' ? '' : ' '), answers: uniqueValues(answers) };
}

function sayCandidate(
  { state, selection }: Candidate,
  { language, pieces, pick }: Question,
  workshop: Workshop,
): string {
  const { sentences } = workshop;
  const last = state.steps.at(-1);
  const facts = selection.found.flatMap((one) => one.facts);
  const roles = last?.relation.layer === 'role' ? (last.relation.set.role ?? []) : [];
  if (last?.direction === 'inverse' && roles.length > 0 && selection.type === 'values')
    return sentences.sayHolders(facts, roles, language);
  // «the latest model of the X family»: which it is, and when it began
  if (pick && last?.direction === 'inverse' && last.relation.predicate.range.includes('kind'))
    return sayPicked(selection, language, workshop);
  const direction = selection.type === 'values' ? (last?.direction ?? 'forward') : 'forward';
  // «LSTM stands for …»: the name that was asked about
  const named =
    last?.relation.predicate.range.includes('text') && pieces.some(({ things }) => things.includes(state.start.id));
  const names = named ? new Map([[state.start.id, state.start.text]]) : undefined;
  return sentences.say(facts, direction, language, names);
}

function sayPicked({ found }: Selection, language: Language, { knowledge, sentences }: Workshop): string {
  const ids = found.map(entityOf).filter((id) => id !== undefined);
  const names = joinList(
    ids.map((id) => sentences.wording.label(id, language)),
    language,
  );
  const begins = ids.map((id) => beginningOf(knowledge, id)?.fact).filter((fact) => fact !== undefined);
  const said = sentences.say(begins, 'forward', language);
  return language === 'zh' ? `${names}。${said}` : `${names}. ${said}`.trim();
}

function count(
  found: readonly Found[],
  { state }: Candidate,
  { language }: Question,
  { knowledge, sentences }: Workshop,
): Pick<Answered, 'answer' | 'answers' | 'confidence'> {
  const names = found.map(({ value }) => sentences.wording.value(value, language));
  const last = state.steps.at(-1);
  const origin = state.steps.length === 1 ? state.start.id : undefined;
  const complete =
    last !== undefined &&
    origin !== undefined &&
    (last.direction === 'forward'
      ? knowledge.isComplete(origin, last.relation.predicate.id)
      : knowledge.isInverseComplete(origin, last.relation.predicate.id));
  const list = joinList(names, language);
  const number = String(found.length);
  const people = found.every((one) => knowledge.isOfKind(entityOf(one) ?? '', ['person']));
  const unit = people ? '位' : '个';
  const there = found.length === 1 ? 'There is' : 'There are';
  const answer =
    language === 'zh'
      ? `${complete ? '共' : '已知至少'}${number}${unit}：${list}。`
      : `${complete ? `${there} ${number}` : `At least ${number} ${found.length === 1 ? 'is' : 'are'} known`}: ${list}.`;
  return { answer, answers: [{ text: number }], confidence: complete ? 0.9 : 0.6 };
}

function valuesOf(
  one: Found,
  { type, part }: Selection,
  { language }: Question,
  { sentences }: Workshop,
): AnswerValue[] {
  const { wording } = sentences;
  if (type === 'time')
    return one.facts.map((fact) => ({ text: timeText(fact, part, (date) => wording.date(date, language), language) }));
  if (type === 'length') return one.facts.map((fact) => ({ text: lengthText(fact, language) }));
  return [toAnswerValue(one.value, wording.value(one.value, language))];
}

function toAnswerValue(value: Value, text: string): AnswerValue {
  return value.type === 'entity' ? { text, entityId: value.id } : { text };
}

function timeText(
  { qualifiers }: Fact,
  part: Selection['part'],
  date: (date: string) => string,
  language: 'zh' | 'en',
): string {
  const { at, start, end } = qualifiers;
  if (at !== undefined) return date(at);
  if (part === 'start' && start !== undefined) return date(start);
  if (part === 'end' && end !== undefined) return date(end);
  if (start !== undefined && end !== undefined) return `${date(start)}–${date(end)}`;
  if (start !== undefined) return language === 'zh' ? `${date(start)}起` : `since ${date(start)}`;
  return end === undefined ? '' : language === 'zh' ? `至${date(end)}` : `until ${date(end)}`;
}

/** How long a period was, to the precision of its dates. */
function lengthText({ qualifiers: { start = '', end = '' } }: Fact, language: 'zh' | 'en'): string {
  const [fromYear = 0, fromMonth] = start.split('-').map(Number);
  const [toYear = 0, toMonth] = end.split('-').map(Number);
  const months =
    fromMonth !== undefined && toMonth !== undefined ? (toYear - fromYear) * 12 + toMonth - fromMonth : undefined;
  const years = months === undefined ? toYear - fromYear : Math.floor(months / 12);
  const rest = months === undefined ? 0 : months % 12;
  if (language === 'zh') return `约${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}个月` : ''}`;
  const parts = [
    ...(years > 0 ? [`${years} year${years === 1 ? '' : 's'}`] : []),
    ...(rest > 0 ? [`${rest} month${rest === 1 ? '' : 's'}`] : []),
  ];
  return `about ${parts.join(' and ')}`;
}

/** The facts of all steps, the last first. */
function factsBehind({ state, selection }: Candidate): Fact[] {
  const last = selection.found.flatMap(({ facts }) => facts);
  const reached = new Set(last.flatMap(({ subject, value }) => [subject, keyOf(value)]));
  const before = state.steps
    .slice(0, -1)
    .flatMap(({ facts }) =>
      facts.filter(({ subject, value }) => reached.has(subject) || reached.has(keyOf(value)) || state.steps.length > 2),
    );
  return [...last, ...before];
}

function confidenceOf({ total, state }: Candidate): number {
  return Math.min(0.95, Math.max(0.4, 0.55 + 0.35 * (total / Math.max(1, state.steps.length))));
}

function uniqueFound(found: readonly Found[]): Found[] {
  return [...new Map(found.map((one) => [keyOf(one.value), one])).values()];
}

function uniqueValues(values: readonly AnswerValue[]): AnswerValue[] {
  return [...new Map(values.map((value) => [value.entityId ?? value.text, value])).values()];
}

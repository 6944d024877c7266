import { isVerb } from '../../claims/chunk.ts';
import { belongsToNext } from '../../claims/circumstances.ts';
import { triggersOf } from '../../claims/cues.ts';
import { is, isFunctionWord } from '../../claims/grammar.ts';
import { yearOf } from '../../knowledge/date.ts';
import type { EntityId } from '../../knowledge/model.ts';
import type { DateValue, Item } from '../../linking/item.ts';
import type { Assessed, Assessor } from '../assessor.ts';
import { type Case, isHan } from './case.ts';

/** Doubts about what a date dates. */

/** Ages are dates too, written as mere numbers. */
const AGE = /^(?:\d{1,3}|\p{Script=Han}{1,4}|[a-z -]+)(?:岁.*)?$/u;
const ANNOUNCED = /^(?:announc|unveil|preview|宣布|预告|公布|官宣)/u;
const FORMER = /^(?:前|原|former|ex-)/u;

/** Another date of the clause is the right one, or the date goes with another event. */
export function isOtherDate(known: Case, assessor: Assessor): boolean {
  const date = dateOf(known);
  if (!date) return false;
  return (
    isOfFormerStaff(known) ||
    isDateOfOtherVerb(known, date) ||
    isAnnounced(known, date) ||
    hasRightDate(known, date, assessor) ||
    isDateOfMember(known, date, assessor)
  );
}

/** The date on which a refutation rests. */
function dateOf({ assessed: { claim, reading, decision }, items }: Case): Item | undefined {
  const own = reading.object.value?.type === 'date' && reading.predicate.range.includes('date');
  if (own) return items.find(({ start }) => start === reading.object.start);
  if (decision.grounds !== 'other-time' || !claim.time) return undefined;
  return items.find(({ value }) => value === claim.time?.date);
}

/** «founded in 2021 by former employees of X»: when they founded it, not when they were employed. */
function isOfFormerStaff({ assessed: { decision }, items, trigger }: Case): boolean {
  return (
    decision.grounds === 'other-time' &&
    [items[trigger], items[trigger - 1], items[trigger - 2]].some(
      (item) => item !== undefined && (FORMER.test(item.text) || is(item, 'former')),
    )
  );
}

/** «left in May 2024 and started S», «提出S获得2011年图灵奖»: a verb that stands nearer to the date. */
function isDateOfOtherVerb({ assessed: { reading }, items, trigger }: Case, date: Item): boolean {
  const at = items.indexOf(date);
  if (trigger < 0 || at < 0 || AGE.test(date.surface)) return false;
  if (is(items[trigger], 'poss') || belongsToNext(items, trigger, at)) return true;
  const isOther = (item: Item) =>
    isVerb(item) &&
    !isFunctionWord(item) &&
    item.entities.length === 0 &&
    !triggersOf([item]).some(({ id }) => id === reading.predicate.id || reading.predicate.dated.includes(id));
  const opens = (item: Item) => is(item, 'rel') && !isHan(item);
  if (at > trigger) return items.slice(trigger + 1, at).some((item) => isOther(item) || opens(item));
  // «2013年谷歌收购X创办的S»
  if (isHan(items[trigger])) {
    const isCleft = items.slice(0, at).some((item) => is(item, 'be'));
    return !isCleft && is(items[trigger + 1], 'poss') && items.slice(at + 1, trigger).some(isOther);
  }
  return items.slice(at + 1, trigger).some((item) => is(item, 'conj')) && items.slice(0, at).some(isOther);
}

/** «announced in May», «2023年7月宣布成立S»: what was announced came about a little earlier or later. */
function isAnnounced({ assessed: { decision }, items, trigger }: Case, { value }: Item): boolean {
  if (
    value?.type !== 'date' ||
    !items.slice(Math.max(0, trigger - 3), trigger + 1).some(({ text }) => ANNOUNCED.test(text))
  )
    return false;
  const year = yearOf(value.start);
  return decision.facts.some((fact) => fact.value.type === 'date' && Math.abs(yearOf(fact.value.date) - year) === 0);
}

function hasRightDate({ assessed, items }: Case, date: Item, assessor: Assessor): boolean {
  return items.some(
    ({ value, start }) =>
      value?.type === 'date' &&
      start !== date.start &&
      holdsWith(assessed, { date: value, assessor }, assessed.subject),
  );
}

/** A family is dated by its first member; of a later one the date may be right too. */
function isDateOfMember({ knowledge, assessed }: Case, { value }: Item, assessor: Assessor): boolean {
  const { subject, reading } = assessed;
  if (subject === undefined || value?.type !== 'date' || !reading.predicate.range.includes('date')) return false;
  if (!knowledge.isOfKind(subject, ['artefact'])) return false;
  return knowledge
    .factsAbout(subject, 'isA')
    .some((fact) => !fact.subject.startsWith('kind/') && holdsWith(assessed, { date: value, assessor }, fact.subject));
}

function holdsWith(
  { claim, reading }: Assessed,
  { date, assessor }: { date: DateValue; assessor: Assessor },
  subject: EntityId | undefined,
): boolean {
  if (subject === undefined) return false;
  const dated = reading.object.value?.type === 'date';
  const other = {
    ...reading,
    subject: { ...reading.subject, entities: [subject] },
    ...(dated ? { object: { ...reading.object, value: date } } : {}),
  };
  const time = dated || !claim.time ? {} : { time: { ...claim.time, date } };
  return assessor.assess({ ...claim, ...time, negated: false, readings: [other] }).decision.verdict === 'SUPPORTED';
}

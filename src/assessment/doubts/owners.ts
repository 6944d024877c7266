import { isVerb } from '../../claims/chunk.ts';
import { triggersOf } from '../../claims/cues.ts';
import { is } from '../../claims/grammar.ts';
import { isRelationalNoun } from '../../claims/trigger-site.ts';
import type { Item } from '../../linking/item.ts';
import { type Case, isHan, isHouse, isThing, nounBehind } from './case.ts';

/**
 * Doubts about whose date or figure it is. It refutes only beside the verb that gives it its meaning, and only where no other thing
 * that it could be said of stands nearer.
 */

/** How many items may stand between a Chinese verb and the 的 of its clause. */
const LONGEST_MODIFIER = 4;
const THINGS = ['artefact', 'organisation', 'concept', 'dataset', 'work', 'event', 'person'];

export function isOfAnother(known: Case): boolean {
  const { object } = known.assessed.reading;
  const isLiteral = object.value?.type === 'date' || object.value?.type === 'number';
  return (
    hasNearerOwner(known) ||
    isInModifier(known) ||
    isBeyondPossessive(known) ||
    (isLiteral &&
      (isOfOtherConjunct(known) ||
        isOfCompoundNoun(known) ||
        isOfInnerVerb(known) ||
        isOffshoot(known) ||
        isOfJournal(known)))
  );
}

/** «S dates from 2001, T, begun by X, from 2003»: between what the sentence is about and its clause another thing is named by itself. */
function hasNearerOwner({ knowledge, assessed: { reading }, items, chunks }: Case): boolean {
  const { subject } = reading;
  if (!subject.inherited || subject.entities.length === 0) return false;
  const own = chunks.findIndex((chunk) => chunk.items === items);
  const from = chunks.findIndex((chunk) =>
    chunk.items.some(({ start, end }) => start === subject.start && end === subject.end),
  );
  if (own < 0 || from < 0) return false;
  const person = subject.entities.some((id) => knowledge.isOfKind(id, ['person']));
  return chunks.slice(from + 1, own).some(({ items: between, role }) => {
    const [name, ...rest] = between.filter((item) => !is(item, 'conj', 'det', 'adv', 'suchas'));
    if (role !== 'fragment' || !name || rest.length > 0) return false;
    if (name.entities.some((id) => subject.entities.includes(id))) return false;
    return isThing(knowledge, name, person ? ['person'] : THINGS.filter((kind) => kind !== 'person'));
  });
}

/** «1994年与生于印度的X分享图灵奖»: the verb describes the noun behind its 的, not what the text has been about. */
function isInModifier({ knowledge, assessed: { reading }, items, trigger }: Case): boolean {
  if (!reading.subject.inherited || reading.byNoun || trigger < 0 || !isHan(items[trigger])) return false;
  const of = items.findIndex((item, index) => index > trigger && is(item, 'poss'));
  if (of < 0 || of - trigger > LONGEST_MODIFIER || items.slice(0, trigger).some((item) => is(item, 'be'))) return false;
  if (items.slice(trigger + 1, of).some((item) => isVerb(item) || item.type === 'punct')) return false;
  return nounBehind(items, of + 1, items.length).some(
    (item) => item.start !== reading.object.start && isThing(knowledge, item, reading.predicate.domain),
  );
}

/** «Google's S and T»: whose T is stays open. */
function isBeyondPossessive({ assessed: { reading }, items, trigger }: Case): boolean {
  if (!is(items[trigger], 'poss')) return false;
  return [reading.subject, reading.object].some((end) => {
    const at = items.findIndex(({ start }) => start === end.start);
    return at > trigger && items.slice(trigger + 1, at).some((item) => is(item, 'conj') || item.text === ',');
  });
}

/** «S has 60,000 images in ten classes and T the same number»: what stands behind the conjunction has its own. */
function isOfOtherConjunct({ knowledge, assessed: { reading }, items }: Case): boolean {
  const value = items.findIndex(({ start }) => start === reading.object.start);
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  if (reading.subject.inherited || value < 0 || at < value) return false;
  let before = at - 1;
  while (is(items[before], 'det', 'adv')) before--;
  return (
    is(items[before], 'conj') &&
    items.slice(0, value).some((item) => isThing(knowledge, item, reading.predicate.domain))
  );
}

/** «2017年发布的S替代品»: said of another thing, which S only describes. */
function isOfCompoundNoun({ assessed: { reading }, items, trigger }: Case): boolean {
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  const next = items[at + 1];
  const isBefore = reading.object.start < (items[trigger]?.start ?? 0);
  if (reading.subject.inherited || at <= trigger || !isBefore || !next || !isHan(items[trigger])) return false;
  return next.start === items[at]?.end && isHan(next) && next.entities.length === 0 && isRelationalNoun(next);
}

/** «2019年宣布转用S», «2024年发布的T沿用…S»: between the verb and S stands another, with S as its own object. */
function isOfInnerVerb({ assessed: { reading }, items, trigger }: Case): boolean {
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  if (reading.subject.inherited || trigger < 0 || at <= trigger || !isHan(items[trigger])) return false;
  const isOther = (item: Item) =>
    isVerb(item) &&
    isHan(item) &&
    item.entities.length === 0 &&
    !is(item, 'aux', 'prep', 'adv', 'conj') &&
    !triggersOf([item]).some(({ id }) => id === reading.predicate.id);
  const [next, ...rest] = items.slice(trigger + 1, at);
  if (next && isOther(next)) return true;
  return (
    is(next, 'poss') &&
    rest.some((item, index) => index > 0 && isOther(item) && (rest[index - 1]?.entities.length ?? 0) > 0)
  );
}

/** «2019年公司设立S»: an institution that sets something up was there before, whatever the new one is called. */
function isOffshoot({ knowledge, assessed: { reading }, items, trigger }: Case): boolean {
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  const before = items[trigger - 1];
  return (
    trigger > 0 && at > trigger && before !== undefined && isHouse(knowledge, before) && !is(items[trigger - 2], 'be')
  );
}

/** «Among journals, Artificial Intelligence dates from …»: one of a sort that the sentence announces, not the field. */
function isOfJournal({ knowledge, assessed: { subject }, chunks }: Case): boolean {
  if (subject === undefined || !knowledge.isOfKind(subject, ['concept', 'field'])) return false;
  return chunks.some(({ role, items }) => role === 'fragment' && items[0]?.text === 'among');
}

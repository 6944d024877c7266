import { isVerb } from '../../claims/chunk.ts';
import type { Argument } from '../../claims/claim.ts';
import { is, isFunctionWord } from '../../claims/grammar.ts';
import { type Case, isHan, isThing, placeOf } from './case.ts';

/** Doubts about what the words of a clause say of the names in it. */

const NOT_YET = /^(?:还|尚|尚未|还没|还没有|未曾|当时|那时|彼时|此时|当年|yet|then|still|at the time|back then)$/u;
const FOREIGN_UNIT = /^(?:个?(?:周|月|星期|天|小时|分钟)|周|weeks?|months?|days?|hours?|minutes?)/u;
const SHARED = /^(?:共同|并列|joint|co|co-|equal|shared)$/u;

export function isSaidOtherwise(known: Case): boolean {
  const { subject, object } = known.assessed.reading;
  return (
    isNotYet(known) ||
    deniesOtherVerb(known) ||
    isNamedBetween(known) ||
    hasForeignUnit(known) ||
    isShared(known) ||
    isPostOfOtherVerb(known) ||
    isInRelative(known) ||
    [subject, object].some((end) => isBorrowed(known, end) || isInPhrase(known, end))
  );
}

/** «当时他还没有加入谷歌»: denied of a time that is not said. */
function isNotYet({ assessed: { claim }, items }: Case): boolean {
  return claim.negated && items.some(({ text }) => NOT_YET.test(text));
}

/** «不认同X要求员工…的政策»: another verb is denied. */
function deniesOtherVerb({ assessed: { claim }, items, trigger }: Case): boolean {
  if (!claim.negated || trigger < 0) return false;
  const neg = items.findLastIndex((item, index) => index < trigger && is(item, 'neg') && item.entities.length === 0);
  const next = items[neg + 1];
  if (neg < 0 || neg + 1 >= trigger || !next || /^(?:任何|什么)/u.test(next.text)) return false;
  return next.type === 'han' && next.start === items[neg]?.end && !isFunctionWord(next);
}

/** «S的创始人霍尔兹此前是X的联合创始人»: behind the noun stands who is meant, and what follows is said of him. */
function isNamedBetween({ assessed: { reading }, items, trigger }: Case): boolean {
  const next = items[trigger + 1];
  const verb = items.findIndex((item, index) => index > trigger && is(item, 'be'));
  const behind = [reading.subject, reading.object].some(
    (end) => !end.inherited && end.start > (items[verb]?.start ?? Number.POSITIVE_INFINITY),
  );
  if (!reading.byNoun || verb < trigger + 2 || !behind || !next) return false;
  return next.type === 'han' && !isFunctionWord(next) && next.start === items[trigger]?.end;
}

/** «还差两周»: counts something else. */
function hasForeignUnit({ assessed: { reading }, items }: Case): boolean {
  const { object, predicate } = reading;
  if (object.value?.type !== 'number' || predicate.units) return false;
  const next = items[items.findIndex(({ start }) => start === object.start) + 1];
  return next !== undefined && FOREIGN_UNIT.test(next.text);
}

/** «共同第一作者»: one of several, where the knowledge has but one. */
function isShared({ assessed: { reading }, items, trigger }: Case): boolean {
  return !reading.predicate.many && [1, 2].some((step) => SHARED.test(items[trigger - step]?.text ?? ''));
}

/** «离开X加入Y担任首席科学家»: the post goes with a later verb. */
function isPostOfOtherVerb({ assessed: { reading, decision }, items, trigger }: Case): boolean {
  if (decision.grounds !== 'other-role') return false;
  const roles = new Set(reading.qualifiers.role ?? []);
  const post = items.findIndex(({ entities }) => entities.some((id) => roles.has(id)));
  return post > trigger && trigger >= 0 && items.slice(trigger + 1, post).some((item) => isVerb(item));
}

/** «…由X创立的S获得»: what was founded is S. */
function isInRelative({ knowledge, assessed: { reading }, items, trigger }: Case): boolean {
  const thing = items[trigger + 2];
  if (trigger < 0 || reading.byNoun || !is(items[trigger + 1], 'poss') || !isHan(items[trigger])) return false;
  const own = [reading.subject, reading.object].some(({ start }) => start === thing?.start);
  if (items.slice(0, trigger).some((item) => is(item, 'be'))) return false;
  return !own && isThing(knowledge, thing, ['artefact', 'organisation', 'concept']);
}

/** «从微软跳槽到谷歌、…又组建S»: who did it is not whom an earlier clause names beside a preposition. */
function isBorrowed(known: Case, end: Argument): boolean {
  const { knowledge, assessed } = known;
  if (!end.inherited || end.start > assessed.claim.start) return false;
  if (!end.entities.some((id) => knowledge.isOfKind(id, ['organisation', 'place']))) return false;
  const place = placeOf(known, end);
  const before = place?.items[place.at - 1];
  return before !== undefined && (is(before, 'prep') || /[到至]$/u.test(before.text));
}

/** «whose development at Montreal's S began», «worked at X and S before founding», «从S独立»: no subject of the verb behind. */
function isInPhrase(known: Case, end: Argument): boolean {
  const { items, trigger, assessed } = known;
  const at = items.findIndex(({ start }) => start === end.start);
  if (end.inherited || end.entities.length === 0 || at < 0 || at > trigger || assessed.reading.byNoun) return false;
  if (isHan(items[trigger])) return end === assessed.reading.subject && /^(?:从|自)$/u.test(items[at - 1]?.text ?? '');
  let before = at - 1;
  let linked = false;
  while (
    is(items[before], 'conj', 'det', 'poss') ||
    items[before]?.text === ',' ||
    (linked && items[before]?.entities.length)
  ) {
    linked = !is(items[before], 'det') && !items[before]?.entities.length;
    before--;
  }
  return linked || before < at - 1 ? is(items[before], 'prep') && !is(items[before], 'agent') && before >= 0 : false;
}

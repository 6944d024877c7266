import { isVerb } from '../../claims/chunk.ts';
import type { Argument } from '../../claims/claim.ts';
import { triggersOf } from '../../claims/cues.ts';
import { is, isFunctionWord } from '../../claims/grammar.ts';
import { numberHolds } from '../../linking/figures.ts';
import { type Case, isHan, isThing, nounBehind, opensClause, placeOf } from './case.ts';

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
    isOtherFigure(known) ||
    isPartOfThem(known) ||
    isShared(known) ||
    isPostOfOtherVerb(known) ||
    isInRelative(known) ||
    isOfStudent(known) ||
    isTiedOtherwise(known) ||
    isListedSort(known) ||
    [subject, object].some((end) => isInLaterClause(known, end) || isBorrowed(known, end) || isInPhrase(known, end))
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

/** «联合创始人里有他在X的老同事»: some of them. */
function isPartOfThem({ items, trigger }: Case): boolean {
  return trigger >= 0 && /^(?:里|之中|当中)$/u.test(items[trigger + 1]?.text ?? '');
}

/** «训练集6万张»: a figure of another sort, which the clause names before it. */
function isOtherFigure({ knowledge, assessed: { subject, reading }, items }: Case): boolean {
  const { value } = reading.object;
  const at = items.findIndex(({ start }) => start === reading.object.start);
  if (subject === undefined || value?.type !== 'number' || at < 0) return false;
  const before = items[at - 1];
  if (!before || isFunctionWord(before)) return false;
  return triggersOf([before]).some(
    ({ id, range }) =>
      id !== reading.predicate.id &&
      range.includes('number') &&
      knowledge
        .factsOf(subject, id)
        .some((fact) => fact.value.type === 'number' && numberHolds(fact.value.amount, value)),
  );
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

/** «离开X加入Y担任首席科学家»: the post goes with a later verb; «工作或实习»: it may have been either. */
function isPostOfOtherVerb({ assessed: { reading, decision }, items, trigger }: Case): boolean {
  if (decision.grounds !== 'other-role') return false;
  if (items.slice(Math.max(0, trigger - 2), trigger + 3).some(({ text }) => /^(?:或|或者|or)$/u.test(text)))
    return true;
  const roles = new Set(reading.qualifiers.role ?? []);
  const post = items.findIndex(({ entities }) => entities.some((id) => roles.has(id)));
  return post > trigger && trigger >= 0 && items.slice(trigger + 1, post).some((item) => isVerb(item));
}

/** «…由X创立的S获得», «2023年8月上线的助手S»: what was founded is S. */
function isInRelative({ knowledge, assessed: { reading }, items, trigger }: Case): boolean {
  if (trigger < 0 || reading.byNoun || !is(items[trigger + 1], 'poss') || !isHan(items[trigger])) return false;
  if (items.slice(0, trigger).some((item) => is(item, 'be'))) return false;
  const heads = nounBehind(items, trigger + 2, items.length);
  if (heads.some(({ start }) => start === reading.subject.start || start === reading.object.start)) return false;
  // «提出的S和基于O的模型»: both
  const head = items.findIndex((item) => item === heads.at(-1));
  const own = items.findIndex(({ start }) => start === reading.subject.start);
  if (head >= 0 && items.slice(head + 1, own).some((item) => is(item, 'conj'))) return false;
  return heads.some((item) => isThing(knowledge, item, ['artefact', 'organisation', 'technique']));
}

/** «became its chief scientist when X and Y were merged»: named in a clause of its own. */
function isInLaterClause({ items, trigger }: Case, end: Argument): boolean {
  const at = items.findIndex(({ start }) => start === end.start);
  const border = items.findIndex((item, index) => index > trigger && index < at && opensClause(item));
  return trigger >= 0 && border >= 0 && items.slice(border + 1).some((item) => isVerb(item) || is(item, 'be', 'have'));
}

/** «由此进入谷歌»: the knowledge ties the two by another relation, and the word may mean it. */
function isTiedOtherwise({ knowledge, assessed: { reading, subject, object, decision } }: Case): boolean {
  const { predicate, qualifiers } = reading;
  if (subject === undefined || object === undefined || decision.grounds !== 'not-in-list') return false;
  if (!predicate.domain.includes('person') || qualifiers.degree?.length || qualifiers.role?.length) return false;
  return [...knowledge.allFactsOf(subject).values()]
    .flat()
    .some(({ value, predicate: id }) => id !== predicate.id && value.type === 'entity' && value.id === object);
}

/** «是一种语言与编译器»: one of several sorts that are named together. */
function isListedSort({ assessed: { claim, reading }, items }: Case): boolean {
  const at = items.findIndex(({ start }) => start === reading.object.start);
  return claim.layer === 'copula' && at > 1 && is(items[at - 1], 'conj');
}

/** «left MIT»: as a student, it may be. */
function isOfStudent({ knowledge, assessed: { reading, object, decision } }: Case): boolean {
  const left = reading.timing === 'end' && decision.grounds === 'not-in-list' && !reading.qualifiers.role?.length;
  return left && object !== undefined && knowledge.isOfKind(object, ['university', 'school']);
}

/** «从微软跳槽到谷歌、…又组建S»: who did it is not whom an earlier clause names beside a preposition. */
function isBorrowed(known: Case, end: Argument): boolean {
  const { knowledge, assessed } = known;
  if (!end.inherited || end.start > assessed.claim.start) return false;
  if (!end.entities.some((id) => knowledge.isOfKind(id, ['organisation', 'place']))) return false;
  const place = placeOf(known, end);
  const before = place?.items[place.at - 1];
  return before !== undefined && (is(before, 'prep') || /[到至于在]$/u.test(before.text));
}

/** «whose development at Montreal's S began», «worked at X and S before founding», «从S独立»: no subject of the verb behind. */
function isInPhrase(known: Case, end: Argument): boolean {
  const { items, trigger, assessed } = known;
  const at = items.findIndex(({ start }) => start === end.start);
  if (end.inherited || end.entities.length === 0 || at < 0 || at >= trigger || assessed.reading.byNoun) return false;
  if (isHan(items[trigger])) return end === assessed.reading.subject && /^(?:从|自)$/u.test(items[at - 1]?.text ?? '');
  let before = at - 1;
  let linked = false;
  for (; before >= 0; before--) {
    const item = items[before];
    const joins = is(item, 'conj', 'poss') || item?.text === ',';
    if (!(joins || is(item, 'det') || (linked && (item?.entities.length ?? 0) > 0))) break;
    linked = joins;
  }
  return /^(?:at|in|from|with|of|on|under|near|inside|within)$/u.test(items[before]?.text ?? '');
}

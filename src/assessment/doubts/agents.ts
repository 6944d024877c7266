import { chunkAt, isVerb } from '../../claims/chunk.ts';
import type { Argument } from '../../claims/claim.ts';
import { is } from '../../claims/grammar.ts';
import { hasTag, type Item } from '../../linking/item.ts';
import { decideKind } from '../decide-kind.ts';
import { type Case, isHan, isThing, placeOf } from './case.ts';

/** Doubts about who is meant: each thing of an enumeration has its own maker, and not every name beside a verb does it. */

const BECAUSE = /^(?:因|因为|凭|凭借|以|借)$/u;
const LATTER = /^(?:后者|前者|the latter|the former)$/u;
const PEOPLE = /^(?:graduates?|alumn[ia]|alumnus|students?|dropouts?|professors?|毕业生|校友|学生|学子|教授|师生)/u;
const PERSONS = ['person', 'agent'];

export function isOfAnotherAgent(known: Case): boolean {
  const { subject, object } = known.assessed.reading;
  return (
    isOfAnotherInList(known) ||
    isDoneFor(known) ||
    isUnnamedValue(known) ||
    isOfLatter(known) ||
    isOwnedByUnnamed(known) ||
    isOnlySort(known) ||
    isBehindHead(known) ||
    [subject, object].some(
      (end) =>
        isReason(known, end) ||
        isPeopleOf(known, end) ||
        isPostOfOther(known, end) ||
        isDoerOfOther(known, end) ||
        isPlaceOfPart(known, end) ||
        isCalledOtherwise(known, end),
    )
  );
}

/** «A发起的X、B的Y，以及C发布的Z», «A's X and B's Y», «A's X and Y»: between the two stands another owner, or another thing of the same. */
function isOfAnotherInList(known: Case): boolean {
  const { items, assessed, knowledge, trigger } = known;
  const places = [assessed.reading.subject, assessed.reading.object].map((end) => placeOf(known, end));
  const [a, b] = places;
  if (!a || !b || a.items !== b.items) return false;
  const [from, to] = [Math.min(a.at, b.at), Math.max(a.at, b.at)];
  const between = a.items.slice(from + 1, to);
  const mark = between.findIndex((item) => isListMark(item));
  if (mark < 0) return false;
  const named = (item: Item | undefined) =>
    !hasTag(item, 'pronoun') && (isThing(knowledge, item, ['any']) || item?.value?.type === 'name');
  const rest = between.slice(mark + 1);
  const owner = rest.findIndex((item) => named(item));
  if (owner >= 0 && rest.slice(owner + 1).some((item) => is(item, 'poss'))) return true;
  const ofOne = between.findIndex((item) => is(item, 'poss'));
  // «A提出的X和Y»: both
  if (ofOne > 0 && isVerb(between[ofOne - 1])) return false;
  return ofOne >= 0 && ofOne < mark && a.items === items && is(items[trigger], 'poss') && named(between[ofOne + 1]);
}

function isListMark(item: Item): boolean {
  return is(item, 'conj') || /^[、,，]$/u.test(item.text);
}

/** «X为某公司开发的S»: for whom, not by whom. */
function isDoneFor({ knowledge, assessed, items, trigger }: Case): boolean {
  const { object } = assessed.reading;
  const at = items.findIndex(({ start }) => start === object.start);
  if (object.inherited || at < 2 || at > trigger || items[at - 1]?.text !== '为') return false;
  const before = items[at - 2];
  const doer = before?.value?.type === 'name' || isThing(knowledge, before, ['person', 'organisation']);
  return doer && !items.slice(at, trigger).some(({ text }) => text === '所');
}

/** «whose founding members were A, B», «毕业于…专业»: what is not named is hardly of whom or of what a noun says it. */
function isUnnamedValue({ assessed: { reading, claim }, chunks }: Case): boolean {
  const { object, predicate, byNoun } = reading;
  if (!object.inherited || claim.negated) return false;
  const own = chunkAt(chunks, claim.start);
  if (own?.role === 'apposition') return false;
  return (
    byNoun === true ||
    !predicate.range.some((kind) => [...PERSONS, 'organisation'].includes(kind)) ||
    isOfLife(predicate)
  );
}

/** What somebody's life is told by. */
function isOfLife({
  domain,
  range,
}: {
  readonly domain: readonly string[];
  readonly range: readonly string[];
}): boolean {
  return domain.includes('person') && !range.includes('person');
}

/** «后者是…»: neither of the candidates for an unnamed subject. */
function isOfLatter({ assessed: { reading }, items }: Case): boolean {
  return [reading.subject, reading.object].some(({ inherited }) => inherited) && LATTER.test(items[0]?.text ?? '');
}

/** «A因S获得…奖», «凭S分享»: for what, not who. */
function isReason({ assessed: { reading }, items, trigger }: Case, end: Argument): boolean {
  const at = items.findIndex(({ start }) => start === end.start);
  if (end !== reading.subject || end.inherited || at < 0 || trigger < at) return false;
  return BECAUSE.test(items[at - 1]?.text ?? '');
}

/** «前X首席执行官B»: whose post it is stands right behind it. */
function isPostOfOther(known: Case, end: Argument): boolean {
  const place = placeOf(known, end);
  const { subject } = known.assessed.reading;
  if (!place || end === subject || !isThing(known.knowledge, place.items[place.at], ['organisation'])) return false;
  const post = place.items[place.at + 1];
  const holder = place.items[place.at + 2];
  if (!post?.entities.some((id) => id.startsWith('role/')) || !holder || holder.start === subject.start) return false;
  return holder.value?.type === 'name' || isThing(known.knowledge, holder, ['person']);
}

/** «…, A's three books», «…, A's victory»: has nothing to do with what the clause before is about. */
function isOwnedByUnnamed({ assessed: { reading }, items, trigger }: Case): boolean {
  const { subject, object } = reading;
  if (!subject.inherited || object.inherited || isHan(items[trigger])) return false;
  const at = items.findIndex(({ start }) => start === object.start);
  const owns = at >= 0 && is(items[at + 1], 'poss') && items[at + 1]?.surface !== '';
  return owns && trigger > at;
}

/** «S: mixture of experts, released in …»: said of the thing, not of the sort that it is. */
function isOnlySort({ knowledge, assessed: { reading, subject }, chunks }: Case): boolean {
  const sort = reading.subject.inherited && subject !== undefined && knowledge.isOfKind(subject, ['concept']);
  if (!sort) return false;
  return chunks.some(({ items }) =>
    items.some(
      (item) =>
        item.start < reading.subject.start &&
        isThing(knowledge, item, ['artefact']) &&
        !isThing(knowledge, item, ['concept']),
    ),
  );
}

/** «…发布的A沿用B»: what was released is A. */
function isBehindHead({ knowledge, assessed: { reading }, items, trigger }: Case): boolean {
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  if (reading.subject.inherited || at < trigger + 3 || !isHan(items[trigger]) || !is(items[trigger + 1], 'poss'))
    return false;
  const head = items.findIndex((item, index) => index > trigger + 1 && isThing(knowledge, item, ['any']));
  return head > 0 && head < at && items.slice(head + 1, at).some((item) => isVerb(item) && item.entities.length === 0);
}

/** «by three Tsinghua graduates»: people of the house, not the house. */
function isPeopleOf({ knowledge, assessed: { reading }, items }: Case, end: Argument): boolean {
  const at = items.findIndex(({ start }) => start === end.start);
  if (end.inherited || at < 0 || !isThing(knowledge, items[at], ['organisation'])) return false;
  const makes = reading.predicate.range.some((kind) => PERSONS.includes(kind)) && end === reading.object;
  return makes && PEOPLE.test(items[at + 1]?.text ?? '');
}

/** «released by A as the successor of S»: A did something else. */
function isDoerOfOther({ assessed: { reading }, items, trigger }: Case, end: Argument): boolean {
  const at = items.findIndex(({ start }) => start === end.start);
  if (!reading.byNoun || end.inherited || at < 0 || at > trigger || isHan(items[trigger])) return false;
  let before = at - 1;
  while (is(items[before], 'det')) before--;
  return is(items[before], 'agent') && items.slice(at + 1, trigger).some(({ text }) => text === 'as');
}

/** «opened a Silicon Valley lab»: where a part of it is. */
function isPlaceOfPart({ knowledge, assessed: { reading }, items }: Case, end: Argument): boolean {
  const at = items.findIndex(({ start }) => start === end.start);
  if (end.inherited || at < 1 || reading.predicate.domain.includes('person')) return false;
  return isThing(knowledge, items[at], ['place']) && /^an?$/u.test(items[at - 1]?.text ?? '');
}

/** «its Spark model», «a Turing-test contest», «the Jordan network»: the noun behind says that something else has this name. */
function isCalledOtherwise(known: Case, end: Argument): boolean {
  const { knowledge } = known;
  const place = placeOf(known, end);
  if (
    end !== known.assessed.reading.subject ||
    !place ||
    end.entities.length === 0 ||
    end.entities.some((id) => knowledge.isVocabulary(id))
  )
    return false;
  const next = place.items[place.at + 1];
  const item = place.items[place.at];
  if (isHan(next) || next?.start !== (item?.end ?? 0) + 1) return false;
  const [kind] = next?.entities ?? [];
  if (kind === undefined || !kind.startsWith('kind/') || knowledge.ontology.isGeneric(kind)) return false;
  return end.entities.every((id) => decideKind(knowledge, id, kind).verdict === 'REFUTED');
}

import type { Argument } from '../../claims/claim.ts';
import { triggersOf } from '../../claims/cues.ts';
import { is } from '../../claims/grammar.ts';
import { extendsName } from '../../claims/noun-phrase.ts';
import type { Item } from '../../linking/item.ts';
import { type Case, isHan, isHouse, isPlain, isThing, nounBehind, placeOf } from './case.ts';

/** Doubts about what a name stands for: it is but a part of a longer one, or belongs to another noun. */

const OPENING = /^["“「『‘]$/u;
const CLOSING = /^["”」』’]$/u;
const STAFF = /^(?:(?:前|原)(?:员工|雇员|高管|成员|研究员|工程师|科学家)|alumni|veterans|staffers)/u;
const BELOW = /^(?:下|旗下|名下|麾下|下属|属下)/u;

export function isOtherName(known: Case): boolean {
  const { subject, object } = known.assessed.reading;
  return (
    [subject, object].some((end) => isInLongerQuote(known, end) || isExtended(known, end) || isOwner(known, end)) ||
    isOtherSort(known) ||
    isOtherWork(known)
  );
}

/** «“AI四小龙”», «“折叠注意力”»: a part of what stands in quotation marks. */
function isInLongerQuote(known: Case, end: Argument): boolean {
  const place = placeOf(known, end);
  if (!place) return false;
  const { items, at: first } = place;
  const last = items.findIndex((item) => item.end >= end.end);
  const open = items.findLastIndex((item, index) => index < first && isMark(item));
  const close = items.findIndex((item, index) => index > last && isMark(item));
  if (open < 0 || close < 0 || !OPENING.test(items[open]?.text ?? '') || !CLOSING.test(items[close]?.text ?? ''))
    return false;
  const others = [...items.slice(open + 1, first), ...items.slice(last + 1, close)];
  return others.some((item) => item.type !== 'punct' && !is(item, 'det'));
}

function isMark({ text }: Item): boolean {
  return OPENING.test(text) || CLOSING.test(text);
}

/** «VGG组», «OpenAI前员工», «Linux基金会下新设的S»: a noun of one character makes another name of it; what lies below it is another thing. */
function isExtended(known: Case, end: Argument): boolean {
  const place = placeOf(known, end);
  const next = place?.items[place.at + 1];
  if (next && STAFF.test(next.text)) return true;
  if (!place || !next || !isHan(next) || (isHan(place.items[place.at]) && next.start !== place.items[place.at]?.end))
    return false;
  if (next.type === 'han' && extendsName(next)) return true;
  const below = nounBehind(place.items, place.at + 2, place.items.length);
  return (
    BELOW.test(next.text) &&
    next !== known.items[known.trigger] &&
    below.some((item) => isThing(known.knowledge, item, ['organisation', 'artefact']))
  );
}

/** «set up Microsoft's research lab», «华为的MindSpore到2020年才开源»: said of what the thing has, not of the thing. */
function isOwner(known: Case, owner: Argument): boolean {
  const { knowledge, assessed, trigger } = known;
  const { subject, object } = assessed.reading;
  const place = placeOf(known, owner);
  // «在O期间，他的…»: a pronoun of the next clause owns nothing of this one
  if (!place || owner.entities.length === 0) return false;
  if (place.items !== known.items && owner.start > (known.items[0]?.start ?? 0)) return false;
  if (!is(place.items[place.at + 1], 'poss')) return false;
  const { items, at } = place;
  const here = items === known.items;
  if (here && trigger < 0) return false;
  const ahead = here && trigger > at;
  const owned = nounBehind(items, at + 2, ahead ? trigger + 1 : items.length);
  const other = owner === subject ? object : subject;
  if (owned.some(({ start }) => start === other.start)) return false;
  const before = ahead ? owned.filter((item) => item !== items[trigger]) : owned;
  if (before.some((item) => isThing(knowledge, item, ['artefact']))) return true;
  if (owner !== subject) return false;
  // «S的开发始于1999年，最初是…»: the making of a thing is no other thing
  if (owner.inherited) return owned.length > 0 && !isMaking(owned[0]);
  const isPart = owned.some((item) => (!ahead && item.value?.type === 'number') || isHouse(knowledge, item));
  return isPart && !is(items[items.findIndex((item) => item === owned.at(-1)) + 1], 'be');
}

/** «开发始于», «release»: a word that dates the thing itself. */
function isMaking(item: Item | undefined): boolean {
  return item !== undefined && triggersOf([item]).some(({ range }) => range.includes('date'));
}

/** «折叠注意力», «Folded Attention»: of another sort than the known one. */
function isOtherSort({ knowledge, assessed: { subject, reading }, items }: Case): boolean {
  if (subject === undefined || reading.subject.inherited || !knowledge.isOfKind(subject, ['concept'])) return false;
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  const before = items[at - 1];
  const joined = isHan(before) && isHan(items[at]) && before?.end === items[at]?.start;
  if (joined && isThing(knowledge, before, ['concept'])) return true;
  const next = items[at + 1];
  const kinds = (next?.entities ?? []).filter((id) => id.startsWith('kind/')).map((id) => id.slice(5));
  // «AI 芯片公司»
  if (
    isHan(next) &&
    kinds.length > 0 &&
    !knowledge.isOfKind(subject, kinds) &&
    !kinds.every((kind) => knowledge.ontology.isGeneric(`kind/${kind}`))
  )
    return true;
  if (!isPlain(before)) return false;
  // «phase-gated attention»
  if (items[at - 2]?.text === '-' && items[at - 2]?.end === before.start) return true;
  return before.type === 'han'
    ? before.end === items[at]?.start && before.text.length > 1 && !/[的地得了]$/u.test(before.text)
    : /^\p{Lu}/u.test(before.surface) && at > 1;
}

/** «综述《深度学习》»: said to be of another sort than the work that is known by this title. */
function isOtherWork({ knowledge, assessed: { subject, reading }, items }: Case): boolean {
  if (subject === undefined || !knowledge.isOfKind(subject, ['work'])) return false;
  const at = items.findIndex(({ start }) => start === reading.subject.start);
  const kinds = (items[at - 1]?.entities ?? []).filter((id) => id.startsWith('kind/')).map((id) => id.slice(5));
  return kinds.length > 0 && !knowledge.isOfKind(subject, kinds);
}

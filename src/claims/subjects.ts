import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, chunkAt, isName, isVerb } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import type { Discourse } from './discourse.ts';
import { is } from './grammar.ts';
import { isSort } from './modifiers.ts';
import { partnersOf } from './partners.ts';
import { isRelationalNoun, triggersIn } from './trigger-site.ts';

/** Gives each chunk the candidates for its unnamed subject. */
export function assignSubjects(chunks: readonly Chunk[], discourse: Discourse, knowledge: KnowledgeBase): void {
  const context = discourse.subjects();
  const named = chunks.map((chunk) => namesOf(chunk, knowledge));
  let main: Argument[] = [];
  let partners: readonly Argument[] = [];
  let previous: Argument[] = [];
  const owned = ownedName(chunks, named);
  chunks.forEach((chunk, index) => {
    const leading =
      startsWithPhrase(chunk) || (opensWithHanVerb(chunk.items) && !headOfRelative(chunk, thingIn(chunk, knowledge)));
    const leads = chunk.role === 'fragment' || leading;
    const following =
      main.length === 0 && leads && !chunk.labelled
        ? (named.slice(index + 1).find((names) => names.length > 0) ?? []).filter(
            ({ start }) => !isAdjunct(chunks, start),
          )
        : [];
    const own = named[index] ?? [];
    const last = previous.at(-1);
    // «Caffe, which is …, started as …»: the main verb is still to come, so no participle
    const verbSeen = chunks.slice(0, index).some((other) => other.role === 'main');
    const attached =
      chunk.role === 'relative' ||
      (opensWithParticiple(chunk) && (verbSeen || (index === 1 && chunks[0]?.role === 'fragment')));
    if (chunk.role === 'apposition') {
      const before = named[index - 1]?.slice(-1) ?? [];
      chunk.subjects = before.length > 0 || index > 0 ? before : context;
      if (index === 0) main = context.slice(0, 1);
      return;
    }
    // «S: 314B parameters, mixture of experts, released in …»: an entry says all of what its label names
    const entry = chunks.slice(0, index).some(({ labelled }) => labelled) && chunks[index - 1]?.role === 'fragment';
    chunk.subjects =
      attached && last && !(entry && main.length > 0)
        ? [last, ...main, ...previous, ...context]
        : [...main, ...previous, ...following.slice(0, 1), ...context];
    if (chunk.subjects[0] === main[0] && partners.length > 0) chunk.partners = partners;
    if (index === 0 && main.length === 0 && own.length === 0) chunk.subjects = [...following.slice(0, 1), ...context];
    if (main.length === 0 && own.length > 0 && (chunk.role === 'main' || chunk.role === 'fragment') && !leading) {
      main = owned ?? own.slice(0, 1);
      partners = own[0] ? partnersOf(chunk, own[0]) : [];
    }
    if (own.length > 0) previous = own;
  });
}

/** «Its successor, X, appeared …», «The company's assistant, X, was …»: about X, not whose it is. */
function ownedName([whose, name, clause]: readonly Chunk[], named: readonly Argument[][]): Argument[] | undefined {
  if (whose?.role !== 'fragment' || !clause || name?.items.length !== 1 || named[1]?.length !== 1) return undefined;
  const first = clause.items.find((item) => !is(item, 'adv'));
  return whose.items.some((item) => is(item, 'poss')) && (isVerb(first) || is(first, 'be', 'have'))
    ? named[1]
    : undefined;
}

/** «在纽约证券交易所上市»: where something happens is not what it happens to. */
function isAdjunct(chunks: readonly Chunk[], start: number): boolean {
  const items = chunkAt(chunks, start)?.items ?? [];
  const before = items[items.findIndex((item) => item.start === start) - 1];
  return is(before, 'prep') && !is(before, 'conj');
}

function startsWithPhrase(chunk: Chunk): boolean {
  // «In 2014 X»: the date is over before the name begins
  const dated = is(chunk.items[0], 'prep') && chunk.items[1]?.value?.type === 'date' && isName(chunk.items[2]);
  const items = dated ? chunk.items.slice(2) : chunk.items;
  const first = items.find((item) => !is(item, 'adv', 'conj', 'but') || is(item, 'prep', 'agent'));
  return is(first, 'prep', 'agent', 'after', 'before', 'since') || opensWithParticiple(chunk);
}

/** «本科就读于清华、…的杨植麟»: what a Chinese verb without subject is done to is not what the sentence is about. */
function opensWithHanVerb(items: readonly Item[]): boolean {
  const first = items.find((item) => !is(item, 'adv') && item.value?.type !== 'date');
  return isVerb(first) && first?.entities.length === 0 && /\p{Script=Han}/u.test(first.text);
}

/** «Meta发布的初代LLaMA共有…», «写出Caffe的贾扬清…»: the noun behind the 的 of a clause that opens the chunk. */
function headOfRelative({ items }: Chunk, isThing: (item: Item | undefined) => boolean): Item | undefined {
  const opens = opensWithHanVerb(items);
  const of = items.findIndex((item, index) => is(item, 'poss') && index >= 2 && (opens || isVerb(items[index - 1])));
  if (of < 0 || items.slice(0, of).some((item) => is(item, 'be') || /^[,，:：]$/u.test(item.text))) return undefined;
  let at = items.findIndex((item, index) => index > of && isThing(item));
  if (at < 0 || at - of > 5 || !items.slice(of + 1, at).every(isPlain)) return undefined;
  // «伦敦创业公司DeepMind»
  while (isThing(items[at + 1]) || (isSort(items[at + 1]) && isThing(items[at + 2])))
    at += isThing(items[at + 1]) ? 1 : 2;
  return items[at];
}

function isPlain(item: Item): boolean {
  return !isVerb(item) && !is(item, 'be', 'prep', 'agent', 'poss') && item.value === undefined;
}

function opensWithParticiple(chunk: Chunk): boolean {
  const first = chunk.items.find((item) => !is(item, 'adv'));
  return (
    first !== undefined &&
    isVerb(first) &&
    first.entities.length === 0 &&
    (/(?:ed|en|ing|built|written|born|led|made)\b/u.test(first.text) || isOnlyParticiple(first))
  );
}

/** «begun»: not the past tense as well. */
function isOnlyParticiple({ tags }: Item): boolean {
  const forms = triggersIn(tags).map(({ form }) => form);
  return forms.includes('pp') && !forms.includes('past') && !forms.includes('base');
}

function thingIn({ items }: Chunk, knowledge: KnowledgeBase): (item: Item | undefined) => boolean {
  return (item) =>
    item !== undefined &&
    isName(item) &&
    !isPartOfPlace(items, item, knowledge) &&
    !(item.entities.length > 0 && item.entities.every((id) => knowledge.isVocabulary(id)));
}

/** The things (no kinds, no terms) that a chunk names. */
function namesOf(chunk: Chunk, knowledge: KnowledgeBase): Argument[] {
  const thing = thingIn(chunk, knowledge);
  const all = chunk.items.filter(thing);
  // «OpenAI的创始人X», «Tesla CEO X»: X is what the clause is about
  const heads = all.filter((item) => {
    const at = chunk.items.indexOf(item);
    const next = chunk.items[at + 1];
    // «Cortana was Microsoft's voice assistant»: about Cortana
    const noun = chunk.items[at + 2];
    if (is(next, 'poss') && all[0] !== item && noun && noun.entities.length > 0 && !thing(noun)) return false;
    if (is(next, 'poss'))
      return !all.some(
        (other) =>
          other.start > item.start &&
          other.start - item.end < 12 &&
          !chunk.items
            .slice(at, chunk.items.indexOf(other))
            .some((between) => isVerb(between) && !isRelationalNoun(between)),
      );
    return !(next && next.entities.length > 0 && !thing(next) && thing(chunk.items[at + 2]));
  });
  const behind = headOfRelative(chunk, thing);
  if (behind) return [behind, ...heads.filter((item) => item.start > behind.start)].map((item) => toArgument(item));
  // «由X创立的Y»: the noun phrase is about Y
  const last = heads.at(-1);
  const before = last ? chunk.items[chunk.items.indexOf(last) - 1] : undefined;
  const closes =
    last !== undefined &&
    chunk.items.at(-1) === last &&
    is(before, 'poss') &&
    /\p{Script=Han}/u.test(before?.text ?? '') &&
    !chunk.items.some((item) => is(item, 'be'));
  return (closes ? [last] : heads.length > 0 ? heads : all).map((item) => toArgument(item));
}

/** «广东湛江吴川»: an unknown name right behind a place, without a space, is a place in it. */
function isPartOfPlace(items: readonly Item[], item: Item, knowledge: KnowledgeBase): boolean {
  if (item.value?.type !== 'name' || item.entities.length > 0) return false;
  const before = items[items.indexOf(item) - 1];
  return before?.end === item.start && before.entities.some((id) => knowledge.isOfKind(id, ['place']));
}

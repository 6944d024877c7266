import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Item } from '../linking/item.ts';
import { isName } from './chunk.ts';
import type { Argument } from './claim.ts';
import type { Discourse } from './discourse.ts';
import { is } from './grammar.ts';

/** What has versions. */
const VERSIONED = ['artefact', 'dataset', 'website', 'programming-language'];
const ENGLISH = /^(?:version|release)$/u;
const CHINESE = /^(?:版|版本|正式版)$/u;

type Thing = Pick<Item, 'surface' | 'entities'>;

interface Found {
  /** What has the version, and what of the sentence stands for it. */
  readonly thing: Thing;
  readonly number: Item;
  readonly from: Item;
  readonly to: Item;
  readonly next: number;
}

/**
 * «Version 2.0», «version 5 of X», «X version 2.0», «2.0 版本» stand for a version of their own, which has its own date:
 * the version that the knowledge has by that name, else the thing itself under that name (a name besides its entities).
 */
export function resolveVersions(
  items: readonly Item[],
  discourse: Discourse,
  { knowledge, lookup }: { knowledge: KnowledgeBase; lookup: (name: string) => readonly EntityId[] },
): readonly Item[] {
  if (!items.some((item) => ENGLISH.test(item.text) || CHINESE.test(item.text) || isDecimal(item))) return items;
  const isVersioned = ({ entities }: Pick<Item, 'entities'>) =>
    entities.some((id) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, VERSIONED));
  const topic = (index: number) => ownerOf(items.slice(0, index), discourse, isVersioned);
  const result: Item[] = [];
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!item) break;
    const found = versionAt(items, index, isVersioned, topic);
    if (!found) {
      result.push(item);
      continue;
    }
    const { thing, number, from, to, next } = found;
    const name = `${thing.surface || from.surface} ${number.surface}`;
    const known = thing.entities.length > 0 ? lookup(name) : [];
    const which =
      known.length > 0 ? { entities: known } : { entities: thing.entities, value: { type: 'name' as const, name } };
    result.push({
      start: from.start,
      end: to.end,
      surface: name,
      text: name.toLowerCase(),
      type: 'mention',
      tags: [],
      ...which,
    });
    index = next;
  }
  return result;
}

function versionAt(
  items: readonly Item[],
  index: number,
  isVersioned: (item: Pick<Item, 'entities'>) => boolean,
  topic: (index: number) => Owner | undefined,
): Found | undefined {
  const at = (offset: number) => items[index + offset];
  const [item, second, third] = [at(0), at(1), at(2)];
  if (!item || !second) return undefined;
  if (isVersioned(item) && third && ENGLISH.test(second.text) && isNumber(third))
    return { thing: item, number: third, from: item, to: third, next: index + 2 };
  if (isVersioned(item) && third && isNumber(second) && CHINESE.test(third.text))
    return { thing: item, number: second, from: item, to: third, next: index + 2 };
  if (isVersioned(item) && isDecimal(second) && second.start === item.end + 1)
    return { thing: item, number: second, from: item, to: second, next: index + 1 };
  if (ENGLISH.test(item.text) && isNumber(second)) {
    const skip = is(at(3), 'its', 'det', 'this') || at(3)?.text === 'the' || at(3)?.text === 'its' ? 4 : 3;
    const owner = third?.text === 'of' ? at(skip) : undefined;
    if (owner && isVersioned(owner)) return { thing: owner, number: second, from: item, to: owner, next: index + skip };
    return owner || isName(items[index - 1])
      ? undefined
      : ofTopic(topic(index), { number: second, from: item, to: second, next: index + 1 });
  }
  if (isNumber(item) && CHINESE.test(second.text) && !isName(items[index - 1]) && !is(items[index - 1], 'poss'))
    return ofTopic(topic(index), { number: item, from: item, to: second, next: index + 1 });
  return undefined;
}

function ofTopic(owner: Owner | undefined, found: Omit<Found, 'thing'>): Found | undefined {
  return owner && { thing: owner === 'unclear' ? { surface: '', entities: [] } : owner, ...found };
}

/** What has a version whose owner is not named beside it; unclear where the text offers more than one. */
type Owner = Thing | 'unclear';

/** What opens the sentence; else what the passage is about, where the text was not about another such thing last. */
function ownerOf(
  before: readonly Item[],
  discourse: Discourse,
  isVersioned: (item: Pick<Item, 'entities'>) => boolean,
): Owner | undefined {
  const named = before.filter((item) => isName(item) && !item.entities.some((id) => id.startsWith('kind/')));
  const versioned = named.filter(isVersioned);
  const owner = versioned.length === 1 || versioned[0] === named[0] ? versioned[0] : undefined;
  if (owner) return { surface: owner.surface, entities: owner.entities };
  if (versioned.length > 0) return 'unclear';
  const thing = (argument: Argument): Thing => ({ surface: argument.text, entities: argument.entities });
  const latest = discourse.subjects()[0];
  const topic = discourse.topics.find(isVersioned);
  if (!latest || !isVersioned(latest))
    return topic ? thing(topic) : discourse.subjects().filter(isVersioned).map(thing)[0];
  const same = topic?.entities.some((id) => latest.entities.includes(id)) ?? true;
  return same ? thing(latest) : 'unclear';
}

function isNumber(item: Item | undefined): item is Item {
  return item?.value?.type === 'number' && /^[vV]?\d+(?:\.\d+)*$/u.test(item.surface);
}

/** «1.7», as versions are numbered. */
function isDecimal(item: Item | undefined): item is Item {
  return (
    item?.value?.type === 'number' &&
    item.value.unit === undefined &&
    /^v?\d{1,2}\.\d{1,2}(?:\.\d+)?$/iu.test(item.surface)
  );
}

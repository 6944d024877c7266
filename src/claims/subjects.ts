import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import type { Discourse } from './discourse.ts';
import { is } from './grammar.ts';
import { partnersOf } from './partners.ts';
import { isRelationalNoun } from './trigger-site.ts';

/** Gives each chunk the candidates for its unnamed subject. */
export function assignSubjects(chunks: readonly Chunk[], discourse: Discourse, knowledge: KnowledgeBase): void {
  const context = discourse.subjects();
  const named = chunks.map((chunk) => namesOf(chunk, knowledge));
  let main: Argument[] = [];
  let partners: readonly Argument[] = [];
  let previous: Argument[] = [];
  chunks.forEach((chunk, index) => {
    const leads = chunk.role === 'fragment' || startsWithPhrase(chunk);
    const following =
      main.length === 0 && leads && !chunk.labelled
        ? (named.slice(index + 1).find((names) => names.length > 0) ?? [])
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
      return;
    }
    chunk.subjects =
      attached && last
        ? [last, ...main, ...previous, ...context]
        : [...main, ...previous, ...following.slice(0, 1), ...context];
    if (chunk.subjects[0] === main[0] && partners.length > 0) chunk.partners = partners;
    if (index === 0 && main.length === 0 && own.length === 0) chunk.subjects = [...following.slice(0, 1), ...context];
    if (
      main.length === 0 &&
      own.length > 0 &&
      (chunk.role === 'main' || chunk.role === 'fragment') &&
      !startsWithPhrase(chunk)
    ) {
      main = own.slice(0, 1);
      partners = own[0] ? partnersOf(chunk, own[0]) : [];
    }
    if (own.length > 0) previous = own;
  });
}

function startsWithPhrase(chunk: Chunk): boolean {
  const first = chunk.items.find((item) => !is(item, 'adv', 'conj', 'but') || is(item, 'prep', 'agent'));
  return is(first, 'prep', 'agent', 'after', 'before', 'since') || opensWithParticiple(chunk);
}

function opensWithParticiple(chunk: Chunk): boolean {
  const first = chunk.items.find((item) => !is(item, 'adv'));
  return (
    first !== undefined &&
    isVerb(first) &&
    first.entities.length === 0 &&
    /(?:ed|en|ing|built|written|born|led|made)\b/u.test(first.text)
  );
}

/** The things (no kinds, no terms) that a chunk names. */
function namesOf(chunk: Chunk, knowledge: KnowledgeBase): Argument[] {
  const thing = (item: Item | undefined) =>
    item !== undefined &&
    isName(item) &&
    !isPartOfPlace(chunk.items, item, knowledge) &&
    !(item.entities.length > 0 && item.entities.every((id) => knowledge.isVocabulary(id)));
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

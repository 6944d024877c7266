import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import { hasTag, type Item, oncePerTags } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import type { Argument } from './claim.ts';
import type { Direction } from './gap.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { Pattern, TriggerTag } from './pattern.ts';
import type { SlotTypes } from './slot-types.ts';

/** Where a scan for a slot stands: the item at `at`, seen from `from`. */
export interface Place {
  readonly chunk: Chunk;
  readonly at: number;
  readonly from: number;
  readonly direction: Direction;
  readonly pattern: Pattern;
  readonly order: number;
}

/** Kinds on which something is published or found. */
const MEDIA = new Set(['website', 'work', 'conference', 'any']);

/** Tells names that are the noun of their phrase from names that only belong to another noun, and gathers lists. */
export class NounPhrases {
  private readonly types: SlotTypes;

  constructor(types: SlotTypes) {
    this.types = types;
  }

  /** A name inside a prepositional phrase or after a pronoun's noun is no subject of the verb behind it. */
  isAside(place: Place): boolean {
    const { chunk, at, from, direction, pattern, order } = place;
    const { items } = chunk;
    if (this.modifiesName(items, at, pattern.predicate)) return true;
    if (direction === -1 && order === 1 && isOwnerOfNext(place)) return true;
    // «在YouTube上的课程»: where something is, not whom it is with
    const medium = pattern.predicate.range.some((kind) => MEDIA.has(kind));
    if (direction === -1 && !medium && at + 1 !== from && /^上/u.test(items[at + 1]?.text ?? '')) return true;
    if (this.isOfPeople(items, at) && pattern.predicate.range.includes('person')) return true;
    if (direction === 1 && pattern.language === 'en' && this.describesNext(items, at)) return true;
    if (direction !== -1) return is(items[at - 1], 'instead') && at - 1 > from;
    if (isReason(place)) return true;
    if (pattern.voice === 'noun' || pattern.voice === 'fixed') return false;
    const literal = pattern.left[0]?.type === 'words';
    if (literal) return false;
    let before = at - 1;
    while (isAdjective(items[before])) before--;
    while (before >= 0 && is(items[before], 'det', 'adv', 'conj') && !is(items[before], 'prep')) before--;
    const preposition = items[before];
    if (!preposition || !is(preposition, 'prep') || is(preposition, 'be')) return false;
    // the pattern itself asks for the preposition: {s}在{o}<工作>
    const outer = pattern.left[order + 1];
    if (outer?.type === 'words' && outer.words.has(preposition.text)) return false;
    if (pattern.language === 'zh' && is(preposition, 'conj') && isName(items[before - 1])) return false;
    if (pattern.language === 'zh') return !is(items[at + 1], 'group');
    return !is(items[before - 1], 'group') && !(preposition.text === 'of' && is(items[before - 1], 'det'));
  }

  /** «PyTorch plugins», «Karpathy's advisor», «PyTorch的插件»: the name only modifies another noun. */
  isOpaque({ chunk, at, from, direction, pattern }: Place): boolean {
    const next = chunk.items[at + 1];
    if (!next || at + 1 === from || pattern.voice === 'noun') return false;
    if (next.text === '-' && next.start === chunk.items[at]?.end && chunk.items[at + 2]?.start === next.end)
      return true;
    if (is(next, 'group') || is(next, 'adv')) return false;
    if (
      pattern.language === 'zh' &&
      direction === 1 &&
      next.start === chunk.items[at]?.end &&
      this.extendsName(chunk.items, at)
    )
      return true;
    if (is(next, 'poss')) {
      const owned = chunk.items[at + 2];
      if (pattern.left[0]?.type === 'words' || direction === 1)
        return owned?.type === 'han' || owned?.type === 'word' ? !isFunctionWord(owned) && !isVerb(owned) : false;
      return (
        !chunk.items.slice(at + 2, from).some((item) => is(item, 'group') || this.types.isThing(item)) &&
        at + 2 !== from
      );
    }
    if (
      next.type === 'word' &&
      !isFunctionWord(next) &&
      !isVerb(next) &&
      next.entities.length === 0 &&
      next.tags.length === 0
    ) {
      return !/(?:ly|ed|ing)$/u.test(next.text) && next.text !== 'in';
    }
    return false;
  }

  /** All names joined to the one at `at` by commas and conjunctions that fit the same slot. */
  list(
    chunk: Chunk,
    at: number,
    direction: Direction,
    first: Argument,
    predicate: Predicate,
    slot: string,
  ): Argument[] {
    const result = [first];
    const { items } = chunk;
    for (const step of [-1, 1] as const) {
      const back = step === 1 && direction === -1;
      let index = at;
      for (;;) {
        let next = index + step;
        let joint = false;
        // «Seq2Seq模型和…»: the noun after a name belongs to it
        if (step === 1 && isKind(items[next]) && is(items[next + 1], 'conj')) next++;
        while (
          next >= 0 &&
          next < items.length &&
          (is(items[next], 'conj', 'det', 'etc') || /^[、,，/&]$/u.test(items[next]?.text ?? '')) &&
          !isName(items[next])
        ) {
          joint ||= is(items[next], 'conj') || items[next]?.type === 'punct';
          next += step;
        }
        const item = items[next];
        const argument =
          joint && item
            ? ((back ? undefined : this.types.fit(item, predicate, slot)) ??
              this.compound(items, next, step, first) ??
              (step === 1 ? this.described(items, next, predicate, slot) : undefined))
            : undefined;
        if (!argument || (step === -1 && direction === 1) || this.isOwner(items, next)) break;
        // «A与B因S同C获奖»
        if (step === -1 && is(items[next - 1], 'credit')) break;
        if (step === 1) result.push(argument);
        else result.unshift(argument);
        index = next;
      }
    }
    return result;
  }

  /** «A and his colleague B», «A and B's student C»: who is listed comes behind. */
  private isOwner(items: readonly Item[], at: number): boolean {
    if (hasTag(items[at], 'pronoun')) return is(items[at + 1], 'poss');
    return (
      is(items[at + 1], 'poss') &&
      this.types.isPerson(items[at]) &&
      items.slice(at + 2, at + 6).some((item) => this.types.isThing(item) && this.types.isPerson(item))
    );
  }

  /** «更新门和控制门»: unknown, but formed like its neighbour in the list, so it is a name of the same sort. */
  private compound(items: readonly Item[], at: number, step: Direction, first: Argument): Argument | undefined {
    const ending = first.text.at(-1) ?? '';
    if (step === -1 || !/\p{Script=Han}/u.test(ending) || first.text.length > 6) return undefined;
    let text = '';
    for (let index = at; index < items.length && text.length < 6; index++) {
      const item = items[index];
      if (!item || item.value || item.type === 'punct' || !/^\p{Script=Han}+$/u.test(item.text)) return undefined;
      text += item.surface;
      if (text.length >= 2 && text.endsWith(ending)) {
        return {
          start: items[at]?.start ?? item.start,
          end: item.end,
          text,
          entities: [],
          value: { type: 'name', name: text },
        };
      }
    }
    return undefined;
  }

  /** «A和基于B的模型»: a sort of thing listed like a name; stands for B itself or for what is known to be based on B. */
  private described(items: readonly Item[], at: number, predicate: Predicate, slot: string): Argument | undefined {
    const [by, base, of, noun] = items.slice(at, at + 4);
    const argument = base && this.types.fit(base, predicate, slot);
    if (by?.text !== '基于' || !argument || !is(of, 'poss')) return undefined;
    if (!noun?.entities.some((id) => id.startsWith('kind/'))) return undefined;
    const { knowledge } = this.types;
    const built = argument.entities
      .flatMap((id) => knowledge.factsAbout(id, 'basedOn').map(({ subject }) => subject))
      .filter((id) => knowledge.isComplete(id, predicate.id));
    const famous = [...new Set(built)].sort((a, b) => knowledge.fame(b) - knowledge.fame(a));
    const text = `${by.surface}${base.surface}${of?.surface}${noun.surface}`;
    return { start: by.start, end: noun.end, text, entities: [...argument.entities, ...famous] };
  }

  /** «美国西雅图», «斯坦福大学人工智能实验室»: of names side by side the last is the most exact. */
  innermost(
    items: readonly Item[],
    at: number,
    predicate: Predicate,
    slot: string,
  ): { argument: Argument; at: number } | undefined {
    const next = items[at + 1];
    const argument =
      next && next.start === items[at]?.end && next.entities.length > 0
        ? this.types.fit(next, predicate, slot)
        : undefined;
    if (!argument) return undefined;
    return this.innermost(items, at + 1, predicate, slot) ?? { argument, at: at + 1 };
  }

  /** «Stanford professor X», «香港中文大学教授X»: the organisation only describes the person after it. */
  modifiesName(items: readonly Item[], at: number, predicate: Predicate): boolean {
    if (this.heads(items, at)) return true;
    let next = at + 1;
    while (is(items[next], 'poss', 'former', 'det') && items[next]?.entities.length === 0) next++;
    const noun = items[next];
    const name = items[next + 1]?.text === ',' ? items[next + 2] : items[next + 1];
    const people = describes(this.types.knowledge, noun) || is(noun, 'group');
    if (people && predicate.range.includes('person') && this.isAgentOnly(items[at])) return true;
    const person = (item: Item | undefined) => this.types.isPerson(item);
    return describes(this.types.knowledge, noun) && person(name) && !person(items[at]) && !is(name, 'poss');
  }

  /** «Japan's SoftBank», «DeepMind's Demis Hassabis», «Microsoft's optimisation library»: the name only tells of what follows. */
  private describesNext(items: readonly Item[], at: number): boolean {
    const { knowledge } = this.types;
    const all = (item: Item | undefined, kinds: readonly string[]) =>
      item !== undefined && item.entities.length > 0 && item.entities.every((id) => knowledge.isOfKind(id, kinds));
    const next = items[at + 1];
    if (is(next, 'poss')) {
      const head = items[at + 2];
      const named = this.types.isPerson(head) && (head?.entities.length ?? 0) > 0;
      return (
        (all(items[at], ['place']) && all(head, ['organisation'])) || (named && all(items[at], ['agent', 'place']))
      );
    }
    return all(items[at], ['task', 'field']) && isKind(next);
  }

  /** «founded by former researchers from X and Y»: people of X and Y, not X and Y. */
  private isOfPeople(items: readonly Item[], at: number): boolean {
    if (!this.isAgentOnly(items[at])) return false;
    let before = at - 1;
    while (is(items[before], 'conj', 'det') || this.isAgentOnly(items[before]) || items[before]?.text === ',') before--;
    return (
      is(items[before], 'prep') &&
      (is(items[before - 1], 'group') || describes(this.types.knowledge, items[before - 1]))
    );
  }

  /** «商汤科技创始人、香港中文大学教授X»: a chain of posts in front of the person who holds them. */
  private heads(items: readonly Item[], at: number): boolean {
    let next = at + 1;
    if (!this.isAgentOnly(items[at]) || !describes(this.types.knowledge, items[next])) return false;
    for (; next < items.length; next++) {
      const item = items[next];
      const post = describes(this.types.knowledge, item) || this.isAgentOnly(item);
      if (!post && !is(item, 'conj') && !/^[、,，]$/u.test(item?.text ?? '')) break;
    }
    return next > at + 2 && this.types.isPerson(items[next]) && /\p{Script=Han}/u.test(items[next]?.text ?? '');
  }

  private isAgentOnly(item: Item | undefined): boolean {
    return (
      item !== undefined &&
      item.entities.length > 0 &&
      item.entities.every((id) => this.types.knowledge.isOfKind(id, ['organisation']))
    );
  }

  /** «Transformer训练框架»: the name is only the first part of a longer noun; «PyTorch框架» is still PyTorch. */
  private extendsName(items: readonly Item[], at: number): boolean {
    const next = items[at + 1];
    const kinds = next?.entities.filter((id) => id.startsWith('kind/')) ?? [];
    if (next && kinds.length > 0)
      return !items[at]?.entities.some(
        (id) =>
          this.types.knowledge.isOfKind(
            id,
            kinds.map((kind) => kind.slice(5)),
          ) || kinds.every((kind) => this.types.knowledge.ontology.isGeneric(kind)),
      );
    if (next && isVerb(next))
      return (
        (items[at + 2]?.entities.some((id) => id.startsWith('kind/')) ?? false) && items[at + 2]?.start === next.end
      );
    if (/^(?:内部|方面|本身|自己|官方|总部)/u.test(next?.text ?? '')) return false;
    return next?.type === 'han' && !isFunctionWord(next) && (next.text.length >= 2 || extendsName(next));
  }
}

/** «凭S获得图灵奖»: what they were honoured for did not win, unless the pattern asks for the word. */
function isReason({ chunk: { items }, at, pattern: { language, left } }: Place): boolean {
  const word = items[at - 1];
  if (language !== 'zh' || !is(word, 'credit')) return false;
  return !left.some((element) => element.type === 'words' && element.words.has(word?.text ?? ''));
}

/** «books on probabilistic machine learning»: an English word of which nothing else is known. */
function isAdjective(item: Item | undefined): boolean {
  return item?.type === 'word' && item.entities.length === 0 && item.tags.length === 0 && item.value === undefined;
}

/** «Microsoft's GitHub unit» is a unit of Microsoft: who owns a thing is not, besides, a unit of that thing. */
function isOwnerOfNext({ chunk: { items }, at, from, pattern: { language, voice, left } }: Place): boolean {
  const bare = language === 'en' && voice === 'noun' && left[1]?.type === 'slot';
  return bare && is(items[at + 1], 'poss') && at + 2 === from;
}

function isKind(item: Item | undefined): boolean {
  return item !== undefined && item.entities.length > 0 && item.entities.every((id) => id.startsWith('kind/'));
}

/** «ACM班», «图灵奖»: a noun of one character that makes another name of the one before it. */
export function extendsName({ text }: Item): boolean {
  return /^[班系奖杯院部组社会版课书链群节级队库]/u.test(text);
}

const namesPeople = oncePerTags((tags) =>
  tags.some((tag) => tag.type === 'trigger' && isPersonNoun(tag as TriggerTag)),
);

/** A noun for people (employee, professor, co-founder) that an organisation's name can stand before. */
function describes(knowledge: KnowledgeBase, noun: Item | undefined): boolean {
  if (!noun) return false;
  if (noun.entities.length === 0) return namesPeople(noun.tags);
  return noun.entities.every(
    (id) =>
      id.startsWith('role/') || (id.startsWith('kind/') && knowledge.ontology.ancestors(id.slice(5)).has('person')),
  );
}

/** «深度学习中的许多算法», «自然语言处理领域的模型»: the head of the phrase is still to come. */
export function isFieldModifier(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return (
    next !== undefined &&
    /^(?:中|里|上|领域|方面|领域中|中的|领域的)$/u.test(next.text) &&
    items.slice(at + 1, at + 4).some((item) => /的$/u.test(item.text))
  );
}

/** «co-founder», «作者»: a relational noun for people. */
function isPersonNoun({ form, pattern }: TriggerTag): boolean {
  return form === 'noun' && pattern.predicate.range.includes('person');
}

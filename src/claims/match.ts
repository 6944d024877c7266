import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { belongsToNext } from './circumstances.ts';
import type { Argument } from './claim.ts';
import { addCompanions } from './co-agents.ts';
import { canSkip, type Direction, datesNoun, isObjectOfVerb, opensPhrase } from './gap.ts';
import { is, isFunctionWord } from './grammar.ts';
import { inheritedFiller } from './inherit.ts';
import { wordsAt } from './literal-words.ts';
import { headBehind, isSort } from './modifiers.ts';
import { isFieldModifier, NounPhrases, type Place } from './noun-phrase.ts';
import type { Element, Pattern } from './pattern.ts';
import { PredicateSet } from './predicate-set.ts';
import { type Side, SlotTypes } from './slot-types.ts';
import { textAfter, textBefore } from './text-slot.ts';
import { hasObjectOfItsOwn, hasWords, opensRelative } from './trigger-conditions.ts';

/** A slot's content: one argument, or several joined by «and». `index`: the item nearest the trigger, -1 if inherited. */
export interface Filler {
  readonly arguments: readonly Argument[];
  readonly index: number;
}

export interface Match {
  readonly pattern: Pattern;
  readonly slots: ReadonlyMap<string, Filler>;
  readonly trigger: number;
}

const MAX_SKIPPED_WORDS = 7;
const MAX_SKIPPED_NAMES = 4;

/** Tries one pattern around a trigger. Gaps may hold what does not change the relation; see `canSkip`. */
export class Matcher {
  readonly types: SlotTypes;
  readonly phrases: NounPhrases;
  /** What was worked out for the chunk asked about last: chunks are read one after the other. */
  private last: { readonly chunk: Chunk; readonly possible: PredicateSet } | undefined;
  private readonly all: PredicateSet;
  private readonly ofText: PredicateSet;
  /** Their phrasings can hold the value themselves. */
  private readonly ofSetValue: PredicateSet;

  constructor(knowledge: KnowledgeBase) {
    this.types = new SlotTypes(knowledge);
    this.phrases = new NounPhrases(this.types);
    this.all = this.types.where(() => true);
    this.ofText = this.types.where(({ range }) => range.includes('text'));
    this.ofSetValue = this.types.where(({ phrasings: { en, zh } }) =>
      [...en, ...zh].some(({ set }) => set?.value !== undefined),
    );
  }

  match(chunk: Chunk, trigger: number, pattern: Pattern): Match | undefined {
    if (!this.possible(chunk).has(pattern.predicate) || !hasWords(chunk, trigger, pattern)) return undefined;
    if (hasObjectOfItsOwn(chunk, trigger, pattern)) return undefined;
    const slots = new Map<string, Filler>();
    if (!this.side(chunk, trigger, pattern, -1, slots) || !this.side(chunk, trigger, pattern, 1, slots))
      return undefined;
    if (pattern.voice === 'agentless' && !slots.has('s')) return undefined;
    const ofTopic =
      pattern.voice === 'topic' ||
      (pattern.language === 'zh' &&
        pattern.voice === 'fixed' &&
        pattern.anywhere.length > 0 &&
        pattern.left.length === 1 &&
        pattern.right.length === 0);
    if (ofTopic && !this.isTopicOfVerb(chunk, { trigger, predicate: pattern.predicate }, slots)) return undefined;
    for (const name of pattern.anywhere) {
      const filler = this.anywhere(chunk, trigger, pattern.predicate, name, slots);
      if (!filler) return undefined;
      slots.set(name, filler);
    }
    addCompanions({ pattern, slots, trigger }, chunk, this);
    return { pattern, slots, trigger };
  }

  /** The predicates whose subject and object can be something in the chunk: spares most attempts. */
  possible(chunk: Chunk): PredicateSet {
    if (this.last?.chunk !== chunk) {
      const possible = this.filled(chunk, 's').and(this.filled(chunk, 'o').or(this.ofText).or(this.ofSetValue));
      this.last = { chunk, possible };
    }
    return this.last.possible;
  }

  private filled({ items, subjects: [subject] }: Chunk, side: Side): PredicateSet {
    if (subject?.value?.type === 'name') return this.all;
    const sets = [this.types.ofEntities(subject?.entities ?? [], side)];
    for (const item of items)
      if (item.entities.length > 0 || item.value !== undefined) sets.push(this.types.ofItem(item, side));
    return PredicateSet.union(sets);
  }

  /**
   * «达摩院是阿里巴巴2017年设立的», «TensorFlow于2015年发布»: what a Chinese verb without object is said of opens the clause;
   * and the verb has no other object («2019年设立子公司» says nothing of when the founder began).
   */
  private isTopicOfVerb(
    chunk: Chunk,
    { trigger, predicate }: { trigger: number; predicate: Predicate },
    slots: ReadonlyMap<string, Filler>,
  ): boolean {
    const filler = slots.get('s');
    const first = chunk.items.findIndex(
      (item, at) => this.types.isThing(item) && !this.phrases.modifiesName(chunk.items, at, predicate),
    );
    if (!filler || (filler.index >= 0 && chunk.items[first]?.start !== filler.arguments[0]?.start)) return false;
    // «最初是微软在2017年推出的»: whoever stands behind 是 did it
    const verb = chunk.items.findIndex((item) => is(item, 'be'));
    if (verb >= 0 && filler.index > verb && is(chunk.items[trigger + 1], 'poss')) return false;
    let next = trigger + 1;
    while (is(chunk.items[next], 'aspect', 'prep') || chunk.items[next]?.value?.type === 'date') next++;
    const after = chunk.items[next];
    return (
      after === undefined ||
      is(after, 'poss', 'adv', 'after', 'before', 'conj') ||
      (after.type === 'punct' && !/[“"「『《‘]/u.test(after.text)) ||
      isVerb(after)
    );
  }

  private side(
    chunk: Chunk,
    trigger: number,
    pattern: Pattern,
    direction: Direction,
    slots: Map<string, Filler>,
  ): boolean {
    const elements = direction === -1 ? pattern.left : pattern.right;
    let at = trigger;
    for (const [order, element] of elements.entries()) {
      const found =
        element.type === 'slot'
          ? this.slot(chunk, at, element, pattern, direction, order)
          : wordsAt(chunk, { from: at, element, direction, pattern });
      if (found !== undefined) {
        if (element.type === 'slot' && typeof found !== 'number') {
          if (this.isOfAnotherVerb(chunk, { trigger, at, found, slot: element.name }, pattern)) return false;
          slots.set(element.name, found);
          at = this.beyond(chunk, found, direction);
        } else at = found as number;
        continue;
      }
      if (element.type === 'words' && element.optional) continue;
      const relative = pattern.language === 'zh' && pattern.voice === 'passive' && this.headFollows(chunk, trigger);
      const inherited =
        element.type === 'slot' && !relative && direction === -1 && !element.near && order === lastSlot(elements)
          ? inheritedFiller(this.types, { chunk, from: at, slot: element.name, pattern })
          : undefined;
      if (!inherited || element.type !== 'slot' || this.isPassedOver(chunk, { trigger, at }, pattern, element.name))
        return false;
      slots.set(element.name, inherited);
    }
    return true;
  }

  /** «A的创始人X毕业于»: whoever stands between the verb and what was found of it is not unnamed. */
  private isPassedOver(
    { items }: Chunk,
    { trigger, at }: { trigger: number; at: number },
    { language, predicate }: Pattern,
    slot: string,
  ): boolean {
    if (language !== 'zh' || at >= trigger) return false;
    const nearest = items.slice(at + 1, trigger).findLast((item) => this.types.isThing(item));
    if (nearest?.entities.length === 0 || !this.types.isPerson(nearest)) return false;
    return nearest !== undefined && this.types.fit(nearest, predicate, slot) !== undefined;
  }

  /** «由X创立的DeepMind»: what was founded comes after 的, so it is not what the text was about. */
  private headFollows(chunk: Chunk, trigger: number): boolean {
    const { items } = chunk;
    if (!is(items[trigger + 1], 'poss')) return false;
    return items.slice(trigger + 2).some((item) => this.types.isThing(item));
  }

  /** «PyTorch脱胎于用Lua写成的Torch»: what is written in Lua comes behind 的; before it another verb has its subject. */
  private isOfAnotherVerb(
    chunk: Chunk,
    { trigger, at, found, slot }: { trigger: number; at: number; found: Filler; slot: string },
    { language }: Pattern,
  ): boolean {
    if (language !== 'zh' || slot !== 's' || found.index < 0 || found.index > at || !this.headFollows(chunk, trigger))
      return false;
    return chunk.items
      .slice(found.index + 1, at)
      .some((item) => isVerb(item) && item.entities.length === 0 && !is(item, 'be'));
  }

  private beyond(chunk: Chunk, filler: Filler, direction: Direction): number {
    const edges = filler.arguments
      .map(({ start }) => chunk.items.findIndex((item) => item.start === start))
      .filter((index) => index >= 0);
    return edges.length === 0 ? filler.index : direction === -1 ? Math.min(...edges) : Math.max(...edges);
  }

  /** The nearest item that can fill a slot, with the list it belongs to. */
  private slot(
    chunk: Chunk,
    from: number,
    element: Element & { type: 'slot' },
    pattern: Pattern,
    direction: Direction,
    order: number,
  ): Filler | undefined {
    const { items } = chunk;
    const text = element.name === 'o' && pattern.predicate.range.includes('text') && direction === 1;
    if (text) return textAfter(chunk, from, pattern);
    if (
      element.name === 'o' &&
      pattern.predicate.range.includes('text') &&
      pattern.voice === 'fixed' &&
      direction === -1
    )
      return textBefore(items, from);
    // «to found X»: the subject is that of the verb before
    let crossVerb =
      direction === -1 &&
      pattern.language === 'en' &&
      order === 0 &&
      items[from - 1]?.text === 'to' &&
      items.slice(0, from - 1).some((item) => isVerb(item));
    if (direction === -1 && order === 0 && opensRelative(items, from, pattern)) return undefined;
    let words = 0;
    let names = 0;
    for (let at = from + direction; at >= 0 && at < items.length; at += direction) {
      const item = items[at];
      if (!item) return undefined;
      const place = { chunk, at, from, direction, pattern, order };
      const head = direction === 1 && pattern.language === 'zh' ? this.headBehind(place, element.name) : undefined;
      if (head !== undefined) {
        at = head - 1;
        continue;
      }
      const argument = this.types.unitAgrees(items, at, pattern)
        ? this.types.fit(item, pattern.predicate, element.name)
        : undefined;
      if (crossVerb) {
        if (isVerb(item)) crossVerb = false;
        continue;
      }
      if (argument && direction === -1 && order === 0 && isObjectOfVerb(items, at, pattern)) continue;
      if (argument && !this.phrases.isAside(place)) {
        if (direction === 1 && pattern.language === 'zh' && isFieldModifier(items, at)) continue;
        // «AI 芯片公司寒武纪»: a field that only says of what sort the thing is
        if (this.isFieldOfSort(items, at)) continue;
        if (this.phrases.isOpaque(place)) return undefined;
        const inner =
          direction === 1 && pattern.language === 'zh'
            ? this.phrases.innermost(items, at, pattern.predicate, element.name)
            : undefined;
        const nearest = inner ?? { argument, at };
        return {
          arguments: this.phrases.list(chunk, nearest.at, direction, nearest.argument, pattern.predicate, element.name),
          index: nearest.at,
        };
      }
      // «Google's assistant is better than X»: what is owned stands before the verb
      if (is(items[from], 'poss') && direction === 1 && pattern.voice === 'fixed' && isVerb(item)) return undefined;
      if (element.near || !canSkip(chunk, at, direction, pattern, order)) return undefined;
      if (
        direction === -1 &&
        names === 0 &&
        pattern.language === 'en' &&
        opensPhrase(items, at) &&
        !datesNoun(items, at)
      )
        return undefined;
      if (isName(item)) names++;
      else if (!isFunctionWord(item) && item.type !== 'punct' && !item.value)
        words += item.type === 'han' ? item.text.length / 2 : 1;
      if (words > MAX_SKIPPED_WORDS || names > MAX_SKIPPED_NAMES) return undefined;
    }
    return undefined;
  }

  private isFieldOfSort(items: readonly Item[], at: number): boolean {
    const [field, sort, name] = items.slice(at, at + 3);
    return (
      name !== undefined &&
      isSort(sort) &&
      this.types.isThing(name) &&
      (field?.entities ?? ['']).every((id) => /^field\//u.test(id))
    );
  }

  /** Where a Chinese modifier begins, the name that it modifies. */
  private headBehind({ chunk: { items }, at, pattern }: Place, slot: string): number | undefined {
    return headBehind(items, at, (index) => {
      const item = items[index];
      return (
        item !== undefined && item.entities.length > 0 && this.types.fit(item, pattern.predicate, slot) !== undefined
      );
    });
  }

  private anywhere(
    chunk: Chunk,
    trigger: number,
    predicate: Predicate,
    name: string,
    slots: ReadonlyMap<string, Filler>,
  ): Filler | undefined {
    const used = new Set([...slots.values()].flatMap((filler) => filler.arguments.map(({ start }) => start)));
    let best: { filler: Filler; distance: number } | undefined;
    chunk.items.forEach((item, index) => {
      if (used.has(item.start) || index === trigger || belongsToNext(chunk.items, trigger, index)) return;
      const argument = this.types.fit(item, predicate, name);
      const distance = Math.abs(index - trigger) + (index < trigger ? 0.5 : 0);
      if (argument && (!best || distance < best.distance))
        best = { filler: { arguments: [argument], index }, distance };
    });
    return best?.filler;
  }
}

function lastSlot(elements: readonly Element[]): number {
  return elements.findLastIndex((element) => element.type === 'slot');
}

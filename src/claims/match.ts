import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import type { Predicate } from '../knowledge/ontology.ts';
import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { Element, Pattern } from './pattern.ts';
import { unitsAfter } from './units.ts';

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

type Direction = -1 | 1;
const MAX_SKIPPED_WORDS = 7;
const MAX_SKIPPED_NAMES = 4;

/** Tries one pattern around a trigger. Gaps may hold what does not change the relation; see `canSkip`. */
export class Matcher {
  private readonly knowledge: KnowledgeBase;

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
  }

  match(chunk: Chunk, trigger: number, pattern: Pattern): Match | undefined {
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
    if (ofTopic && !this.isTopicOfVerb(chunk, trigger, slots)) return undefined;
    for (const name of pattern.anywhere) {
      const filler = this.anywhere(chunk, trigger, pattern.predicate, name, slots);
      if (!filler) return undefined;
      slots.set(name, filler);
    }
    return { pattern, slots: this.withCompanions(chunk, trigger, pattern, slots), trigger };
  }

  /** «X co-wrote S with Y»: Y did it too. */
  private withCompanions(
    chunk: Chunk,
    trigger: number,
    pattern: Pattern,
    slots: Map<string, Filler>,
  ): Map<string, Filler> {
    if (pattern.language !== 'en' || pattern.voice !== 'active') return slots;
    for (const [name, filler] of slots) {
      const shared = name === 'o' || (name === 's' && pattern.predicate.qualifiers.includes('with'));
      if (filler.index > trigger || !shared) continue;
      const at = chunk.items.findIndex(
        (item, index) => index > trigger && /^(?:with|alongside|together with|along with)$/u.test(item.text),
      );
      const companion = at >= 0 ? chunk.items[at + 1] : undefined;
      const argument = companion?.entities.some((id) => this.knowledge.isOfKind(id, ['person']))
        ? this.fit(companion, pattern.predicate, name)
        : undefined;
      if (argument)
        slots.set(name, {
          ...filler,
          arguments: [...filler.arguments, ...this.list(chunk, at + 1, 1, argument, pattern.predicate, name)],
        });
    }
    return slots;
  }

  /**
   * «达摩院是阿里巴巴2017年设立的», «TensorFlow于2015年发布»: what a Chinese verb without object is said of opens the clause;
   * and the verb has no other object («2019年设立子公司» says nothing of when the founder began).
   */
  private isTopicOfVerb(chunk: Chunk, trigger: number, slots: ReadonlyMap<string, Filler>): boolean {
    const filler = slots.get('s');
    const first = chunk.items.findIndex(
      (item) =>
        isName(item) && !(item.entities.length > 0 && item.entities.every((id) => this.knowledge.isVocabulary(id))),
    );
    if (!filler || (filler.index >= 0 && chunk.items[first]?.start !== filler.arguments[0]?.start)) return false;
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

  /** Which of an item's entities (or its value) can stand in a slot of a predicate. */
  fit(item: Item, predicate: Predicate, slot: string): Argument | undefined {
    if (slot === '_') return isName(item) ? toArgument(item) : undefined;
    const kinds = slot === 's' ? predicate.domain : slot === 'o' ? predicate.range : [slot];
    const value = item.value;
    if (value?.type === 'date' && (kinds.includes('date') || slot === 'time')) return toArgument(item, []);
    if (value?.type === 'number' && kinds.includes('number'))
      return this.unitFits(value.unit, predicate) ? toArgument(item, []) : undefined;
    if (value?.type === 'url' && kinds.includes('url')) return toArgument(item, []);
    const entities = item.entities.filter((id) => this.isOf(id, kinds));
    if (entities.length > 0) return toArgument(item, entities);
    const open = (value?.type === 'name' && item.entities.length === 0) || value?.type === 'title';
    const nameable = kinds.some((kind) => this.knowledge.ontology.hasKind(kind) && !this.isClosed(kind));
    if (value?.type === 'name' && value.person && !kinds.some((kind) => kind === 'person' || kind === 'agent'))
      return undefined;
    if (open && nameable && (value.type === 'name' || kinds.some((kind) => NAMED_WORKS.has(kind))))
      return toArgument(item, []);
    return undefined;
  }

  private isOf(id: EntityId, kinds: readonly string[]): boolean {
    if (id.startsWith('kind/')) return kinds.includes('kind');
    const term = this.knowledge.ontology.terms.get(id);
    if (term) return kinds.includes(term.vocabulary);
    return this.knowledge.isOfKind(id, kinds);
  }

  private isClosed(kind: string): boolean {
    return [...this.knowledge.ontology.terms.values()].some(({ vocabulary }) => vocabulary === kind);
  }

  private unitFits(unit: string | undefined, predicate: Predicate): boolean {
    if (unit === undefined) return true;
    const units = [...(predicate.units?.en ?? []), ...(predicate.units?.zh ?? [])];
    return units.includes(unit);
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
          : this.words(chunk, at, element, direction, pattern);
      if (found !== undefined) {
        if (element.type === 'slot' && typeof found !== 'number') {
          slots.set(element.name, found);
          at = this.beyond(chunk, found, direction);
        } else at = found as number;
        continue;
      }
      if (element.type === 'words' && element.optional) continue;
      const relative = pattern.language === 'zh' && pattern.voice === 'passive' && this.headFollows(chunk, trigger);
      const inherited =
        element.type === 'slot' && !relative && direction === -1 && !element.near && order === lastSlot(elements)
          ? this.inherit(chunk, at, element.name, pattern)
          : undefined;
      if (!inherited || element.type !== 'slot') return false;
      slots.set(element.name, inherited);
    }
    return true;
  }

  /** «由X创立的DeepMind»: what was founded comes after 的, so it is not what the text was about. */
  private headFollows(chunk: Chunk, trigger: number): boolean {
    const { items } = chunk;
    if (!is(items[trigger + 1], 'poss')) return false;
    return items
      .slice(trigger + 2)
      .some(
        (item) =>
          isName(item) && !(item.entities.length > 0 && item.entities.every((id) => this.knowledge.isVocabulary(id))),
      );
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
    if (text) return this.textAfter(chunk, from, pattern);
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
    let words = 0;
    let names = 0;
    for (let at = from + direction; at >= 0 && at < items.length; at += direction) {
      const item = items[at];
      if (!item) return undefined;
      const argument = this.unitAgrees(items, at, pattern)
        ? this.fit(item, pattern.predicate, element.name)
        : undefined;
      if (crossVerb) {
        if (isVerb(item)) crossVerb = false;
        continue;
      }
      if (argument && direction === -1 && order === 0 && isObjectOfVerb(items, at, pattern)) continue;
      if (argument && !this.isAside(chunk, at, from, direction, pattern, order)) {
        if (direction === 1 && pattern.language === 'zh' && isFieldModifier(items, at)) continue;
        if (this.isOpaque(chunk, at, from, direction, pattern)) return undefined;
        const inner =
          direction === 1 && pattern.language === 'zh'
            ? this.innermost(items, at, pattern.predicate, element.name)
            : undefined;
        const nearest = inner ?? { argument, at };
        return {
          arguments: this.list(chunk, nearest.at, direction, nearest.argument, pattern.predicate, element.name),
          index: nearest.at,
        };
      }
      if (element.near || !this.canSkip(chunk, at, direction, pattern, order)) return undefined;
      if (direction === -1 && names === 0 && pattern.language === 'en' && opensPhrase(items, at)) return undefined;
      if (isName(item)) names++;
      else if (!isFunctionWord(item) && item.type !== 'punct' && !item.value)
        words += item.type === 'han' ? item.text.length / 2 : 1;
      if (words > MAX_SKIPPED_WORDS || names > MAX_SKIPPED_NAMES) return undefined;
    }
    return undefined;
  }

  /** After a verb a number counts for a predicate only if one of its units follows («三个品种» is no number of samples). */
  private unitAgrees(items: readonly Item[], at: number, pattern: Pattern): boolean {
    const { units } = pattern.predicate;
    if (items[at]?.value?.type !== 'number' || !units || pattern.voice === 'noun') return true;
    return unitsAfter(items, at).some(({ predicate }) => predicate === pattern.predicate);
  }

  private isThing(item: Item): boolean {
    return isName(item) && !(item.entities.length > 0 && item.entities.every((id) => this.knowledge.isVocabulary(id)));
  }

  /** «美国西雅图», «斯坦福大学人工智能实验室»: of names side by side the last is the most exact. */
  private innermost(
    items: readonly Item[],
    at: number,
    predicate: Predicate,
    slot: string,
  ): { argument: Argument; at: number } | undefined {
    const next = items[at + 1];
    const argument =
      next && next.start === items[at]?.end && next.entities.length > 0 ? this.fit(next, predicate, slot) : undefined;
    if (!argument) return undefined;
    return this.innermost(items, at + 1, predicate, slot) ?? { argument, at: at + 1 };
  }

  /** Literal words: at their place, with only light material before them. */
  private words(
    chunk: Chunk,
    from: number,
    element: Element & { type: 'words' },
    direction: Direction,
    pattern: Pattern,
  ): number | undefined {
    const { items } = chunk;
    let skipped = 0;
    for (let at = from + direction; at >= 0 && at < items.length; at += direction) {
      const item = items[at];
      if (!item) return undefined;
      if (element.words.has(item.text)) return at;
      if (isVerb(item) && !is(item, 'adv', 'be')) return undefined;
      if (!isFunctionWord(item) && !item.value) skipped += item.type === 'han' ? item.text.length / 2 : 1;
      if (isName(item) && direction === 1 && pattern.voice === 'noun') return undefined;
      if (skipped > 5) return undefined;
    }
    return undefined;
  }

  /** What may lie in a gap: function words, adjectives, kinds, prepositional phrases; no other statement. */
  private canSkip(chunk: Chunk, at: number, direction: Direction, pattern: Pattern, order: number): boolean {
    const item = chunk.items[at];
    if (!item) return false;
    if (item.type === 'punct') return !/[;；:：]/u.test(item.text) || pattern.voice === 'noun';
    if (pattern.language === 'zh' && chunk.items[at + direction]?.value?.type === 'number') return true;
    if (pattern.language === 'zh')
      return (
        !isVerb(item) || is(item, 'adv', 'be', 'have', 'aux') || item.entities.length > 0 || this.joined(chunk, at)
      );
    if (is(item, 'prep') && direction === 1 && order === 0 && pattern.voice !== 'passive') return false;
    if (is(item, 'rel', 'sub') && direction === 1) return false;
    if (isVerb(item) && item.entities.length === 0 && !is(item, 'be', 'have', 'aux', 'adv'))
      return this.joined(chunk, at);
    return true;
  }

  /** Whether a verb is coordinated with (or governs, by «to») the trigger, so that they share subject and object. */
  private joined(chunk: Chunk, at: number): boolean {
    const { items } = chunk;
    return [items[at - 1], items[at + 1]].some(
      (item) => is(item, 'conj', 'aux') || item?.text === '、' || item?.text === ',' || isVerb(item),
    );
  }

  /** A name inside a prepositional phrase or after a pronoun's noun is no subject of the verb behind it. */
  private isAside(
    chunk: Chunk,
    at: number,
    from: number,
    direction: Direction,
    pattern: Pattern,
    order: number,
  ): boolean {
    const { items } = chunk;
    if (this.modifiesName(items, at, pattern.predicate)) return true;
    if (direction !== -1) return is(items[at - 1], 'instead') && at - 1 > from;
    if (pattern.voice === 'noun' || pattern.voice === 'fixed') return false;
    const literal = pattern.left[0]?.type === 'words';
    if (literal) return false;
    let before = at - 1;
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

  /** «Stanford professor X», «香港中文大学教授X»: the organisation only describes the person after it. */
  private modifiesName(items: readonly Item[], at: number, predicate: Predicate): boolean {
    let next = at + 1;
    while (is(items[next], 'poss', 'former', 'det') && items[next]?.entities.length === 0) next++;
    const noun = items[next];
    const name = items[next + 1]?.text === ',' ? items[next + 2] : items[next + 1];
    const people = describes(this.knowledge, noun) || is(noun, 'group');
    if (people && predicate.range.includes('person') && this.isAgentOnly(items[at])) return true;
    const person = (item: Item | undefined) =>
      item?.value?.type === 'name' || (item?.entities.some((id) => this.knowledge.isOfKind(id, ['person'])) ?? false);
    return describes(this.knowledge, noun) && person(name) && !person(items[at]) && !is(name, 'poss');
  }

  private isAgentOnly(item: Item | undefined): boolean {
    return (
      item !== undefined &&
      item.entities.length > 0 &&
      item.entities.every((id) => this.knowledge.isOfKind(id, ['organisation']))
    );
  }

  /** «PyTorch plugins», «Karpathy's advisor», «PyTorch的插件»: the name only modifies another noun. */
  private isOpaque(chunk: Chunk, at: number, from: number, direction: Direction, pattern: Pattern): boolean {
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
        !chunk.items.slice(at + 2, from).some((item) => is(item, 'group') || this.isThing(item)) &&
        at + 2 !== from &&
        at + 1 !== from - 0
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

  /** «Transformer训练框架»: the name is only the first part of a longer noun; «PyTorch框架» is still PyTorch. */
  private extendsName(items: readonly Item[], at: number): boolean {
    const next = items[at + 1];
    const kinds = next?.entities.filter((id) => id.startsWith('kind/')) ?? [];
    if (next && kinds.length > 0)
      return !items[at]?.entities.some(
        (id) =>
          this.knowledge.isOfKind(
            id,
            kinds.map((kind) => kind.slice(5)),
          ) || kinds.every((kind) => this.knowledge.ontology.isGeneric(kind)),
      );
    if (next && isVerb(next))
      return (
        (items[at + 2]?.entities.some((id) => id.startsWith('kind/')) ?? false) && items[at + 2]?.start === next.end
      );
    return next?.type === 'han' && !isFunctionWord(next) && next.text.length >= 2;
  }

  /** All names joined to the one at `at` by commas and conjunctions that fit the same slot. */
  private list(
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
      if (step === -direction && step === 1 && direction === -1) continue;
      let index = at;
      for (;;) {
        let next = index + step;
        let joint = false;
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
        const argument = joint && item ? this.fit(item, predicate, slot) : undefined;
        if (!argument || (step === -1 && direction === 1)) break;
        if (step === 1) result.push(argument);
        else result.unshift(argument);
        index = next;
      }
    }
    return result;
  }

  /** The words after a trigger up to the next comma or preposition, as a text value (for names, expansions, titles). */
  private textAfter(chunk: Chunk, from: number, pattern: Pattern): Filler | undefined {
    const { items } = chunk;
    let start = from + 1;
    while (
      start < items.length &&
      (is(items[start], 'be', 'det', 'aspect', 'adv', 'prep') || items[start]?.type === 'punct') &&
      !isName(items[start])
    )
      start++;
    let end = start;
    while (
      end < items.length &&
      !(items[end]?.type === 'punct' && !/["'“”‘’\-·]/u.test(items[end]?.text ?? '')) &&
      !is(items[end], 'rel', 'but')
    )
      end++;
    const first = items[start];
    const last = items[end - 1];
    if (
      !first ||
      !last ||
      end <= start ||
      (end - start === 1 && (first.value?.type === 'date' || first.value?.type === 'number'))
    )
      return undefined;
    const only = end - start === 1 ? first : undefined;
    // «前身是1998年在北京成立的微软中国研究院»: the name closes a Chinese phrase
    const possessive =
      pattern.language === 'zh' ? items.slice(start, end).findLastIndex((item) => is(item, 'poss')) : -1;
    const words = items.slice(start + possessive + 1, end);
    const text = only?.value?.type === 'title' ? only.value.title : textOf(words);
    return {
      arguments: [{ start: words[0]?.start ?? first.start, end: last.end, text, entities: only?.entities ?? [] }],
      index: end - 1,
    };
  }

  /** The subject from context, unless the chunk names something of its own that stands there unrecognised. */
  private inherit(chunk: Chunk, from: number, slot: string, pattern: Pattern): Filler | undefined {
    for (let at = from - 1; at >= 0 && chunk.role !== 'apposition'; at--) {
      const item = chunk.items[at];
      if (!item) break;
      if (item.value?.type === 'date' || item.type === 'punct' || isFunctionWord(item)) continue;
      if (isVerb(item) && pattern.language === 'en') continue;
      if (this.inPhrase(chunk, at)) continue;
      return undefined;
    }
    const kinds = slot === 's' ? pattern.predicate.domain : slot === 'o' ? pattern.predicate.range : [slot];
    for (const subject of chunk.subjects.slice(0, 1)) {
      const entities = subject.entities.filter((id) => this.isOf(id, kinds));
      const open = subject.entities.length === 0 && subject.value?.type === 'name';
      if (entities.length > 0 || open) return { arguments: [{ ...subject, entities, inherited: true }], index: -1 };
    }
    return undefined;
  }

  /** Whether an item belongs to a prepositional phrase that opens the chunk («在…领域», "in 2015 at Google"). */
  private inPhrase(chunk: Chunk, at: number): boolean {
    for (let index = at - 1; index >= 0 && at - index <= 6; index--) {
      if (is(chunk.items[index], 'prep')) return true;
      if (isVerb(chunk.items[index])) return false;
    }
    return false;
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
      if (used.has(item.start) || index === trigger) return;
      const argument = this.fit(item, predicate, name);
      const distance = Math.abs(index - trigger) + (index < trigger ? 0.5 : 0);
      if (argument && (!best || distance < best.distance))
        best = { filler: { arguments: [argument], index }, distance };
    });
    return best?.filler;
  }
}

/** A noun for people (employee, professor, co-founder) that an organisation's name can stand before. */
function describes(knowledge: KnowledgeBase, noun: Item | undefined): boolean {
  if (!noun || noun.entities.length === 0) return false;
  return noun.entities.every(
    (id) =>
      id.startsWith('role/') || (id.startsWith('kind/') && knowledge.ontology.ancestors(id.slice(5)).has('person')),
  );
}

/** «深度学习中的许多算法», «自然语言处理领域的模型»: the head of the phrase is still to come. */
function isFieldModifier(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return (
    next !== undefined &&
    /^(?:中|里|上|领域|方面|领域中|中的|领域的)$/u.test(next.text) &&
    items.slice(at + 1, at + 4).some((item) => /的$/u.test(item.text))
  );
}

/** «离开OpenAI后创立», «left OpenAI to found»: the name is what another verb is done to. */
function isObjectOfVerb(items: readonly Item[], at: number, pattern: Pattern): boolean {
  if (pattern.voice !== 'active' || pattern.language !== 'zh') return false;
  let before = at - 1;
  while (is(items[before], 'aspect')) before--;
  return (
    before > 0 &&
    isVerb(items[before]) &&
    !is(items[before], 'conj') &&
    items.slice(0, before).some((item) => isName(item))
  );
}

/** The words before a trigger back to «是» or a comma, as a text value. */
function textBefore(items: readonly Item[], from: number): Filler | undefined {
  let end = from;
  while (end > 0 && is(items[end - 1], 'poss', 'aspect')) end--;
  let start = end;
  while (start > 0 && !is(items[start - 1], 'be') && !/^[,，:：]$|^(?:为|即)$/u.test(items[start - 1]?.text ?? ''))
    start--;
  const piece = items.slice(start, end);
  const [first] = piece;
  const last = piece.at(-1);
  if (!first || !last || start === 0) return undefined;
  const only = piece.length === 1 ? first : undefined;
  const text = (only?.value?.type === 'title' ? only.value.title : textOf(piece)).replace(/^[“"'‘]|[”"'’]$/gu, '');
  return { arguments: [{ start: first.start, end: last.end, text, entities: only?.entities ?? [] }], index: start };
}

/** A preposition with its noun phrase still open: «to the newly created …» has no subject before it. */
function opensPhrase(items: readonly Item[], at: number): boolean {
  return is(items[at], 'prep') && !(is(items[at], 'aux') && isVerb(items[at + 1]));
}

const NAMED_WORKS = new Set(['paper', 'book', 'course', 'work', 'film', 'any']);

function lastSlot(elements: readonly Element[]): number {
  return elements.findLastIndex((element) => element.type === 'slot');
}

/** The text of items with the white space that stood between them. */
export function textOf(items: readonly Item[]): string {
  let result = '';
  let end: number | undefined;
  for (const item of items) {
    if (end !== undefined && item.start > end) result += ' ';
    result += item.surface;
    end = item.end;
  }
  return result;
}

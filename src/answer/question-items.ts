import { is } from '../claims/grammar.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Item } from '../linking/item.ts';
import type { Linker } from '../linking/linker.ts';
import { fold } from '../text/fold.ts';
import type { AskedWords } from './asked-words.ts';
import type { QuestionWord } from './question-words.ts';

const MASK = '\u0001';

/** Whether an item is the place of a question word. */
export function isGap({ text }: Item): boolean {
  return text.startsWith(MASK);
}

/** Cuts questions into items: the question words each as one, the words of questions («birth year») as one, plurals of kinds. */
export class ItemReader {
  private readonly knowledge: KnowledgeBase;
  private readonly linker: Linker;
  private readonly asked: AskedWords;

  constructor(knowledge: KnowledgeBase, linker: Linker, asked: AskedWords) {
    this.knowledge = knowledge;
    this.linker = linker;
    this.asked = asked;
  }

  read(text: string, words: readonly QuestionWord[]): Item[] {
    let masked = text;
    for (const { start, end } of words) masked = masked.slice(0, start) + MASK.repeat(end - start) + masked.slice(end);
    const linked = this.linker.link(masked).flatMap((item) => this.withoutDegree(item));
    const items = this.withAskedWords(withGaps(linked, words), fold(masked)).map((item) => this.inAnyCase(item));
    return this.withoutRepetition(items.map((item, index) => this.withPlural(item, items[index - 1])));
  }

  /** Questions are often typed without capitals: a name that is also a common word counts where the word says nothing else. */
  private inAnyCase(item: Item): Item {
    if (item.type !== 'word' || item.entities.length > 0 || item.tags.length > 0) return item;
    const entities = [...(this.linker.lexicon.get(item.text)?.cased?.values() ?? [])].flat();
    return entities.length > 0 ? { ...item, type: 'mention', entities } : item;
  }

  /** «MLA（多头潜在注意力）», «Andrew Ng 吴恩达»: a thing named twice is one. */
  private withoutRepetition(items: readonly Item[]): Item[] {
    const named = new Set<string>();
    return items.map((item): Item => {
      const [id] = item.entities;
      if (id === undefined || !this.isThing(item)) return item;
      if (named.has(id)) return { ...item, type: 'punct', entities: [], tags: [] };
      named.add(id);
      return item;
    });
  }

  /** Whether an item names something that is no kind and no term. */
  isThing({ entities }: Item): boolean {
    return entities.some((id) => !this.knowledge.isVocabulary(id));
  }

  /** «context length» is a thing to ask about, and what is asked of another thing. */
  private isConcept({ entities }: Item): boolean {
    return entities.length > 0 && entities.every((id) => this.knowledge.isOfKind(id, ['concept']));
  }

  /** «more layers» may be a word of its own in statements; in questions it compares layers. */
  private withoutDegree(item: Item): Item[] {
    const degree =
      item.entities.length === 0 ? /^(?:more|fewer|less|most|fewest) (?=\p{L})/u.exec(item.text)?.[0] : undefined;
    if (degree === undefined) return [item];
    const rest = cut(item, item.start + degree.length);
    const end = item.start + degree.trimEnd().length;
    return [upTo(item, end), { ...rest, tags: this.linker.lexicon.tagsOf(rest.text, 'trigger') }];
  }

  /** «which models», «the companies»: plurals that the linker takes for verbs, or does not know. */
  private withPlural(item: Item, before: Item | undefined): Item {
    const noun =
      before === undefined || isGap(before) || is(before, 'det') || isKindItem(before) || this.isThing(before);
    if (item.type !== 'word' || item.entities.length > 0 || !noun || !/[a-z]s$/u.test(item.text)) return item;
    const singular = item.text.endsWith('ies') ? `${item.text.slice(0, -3)}y` : item.text.slice(0, -1);
    const kinds = this.linker.lookup(singular).filter((id) => id.startsWith('kind/'));
    return kinds.length > 0 ? { ...item, type: 'mention', entities: kinds } : item;
  }

  /** Joins what the linker cut into one item where a word of questions stands there. */
  private withAskedWords(items: readonly Item[], folded: string): Item[] {
    const result: Item[] = [];
    let rest = items.flatMap((item) => withoutArticle(item));
    const several = items.filter((item) => this.isThing(item)).length > 1;
    while (rest.length > 0) {
      const [item] = rest;
      if (!item) break;
      const match = this.askedAt(rest, item.start, folded, several);
      const inner = match ? undefined : this.askedAfterPossessive(rest, item, folded);
      if (inner) {
        rest = [upTo(item, item.start + 1), cut(item, item.start + 1), ...rest.slice(1)];
        result.push(...rest.splice(0, 1));
      } else if (match) {
        const covered = rest.filter(({ start }) => start < match.end);
        const last = covered.at(-1) ?? item;
        const tail = last.end > match.end ? [cut(last, match.end)] : [];
        const whole = covered.length === 1 && tail.length === 0;
        const text = folded.slice(item.start, match.end);
        const tags = [...match.tags, ...(whole ? item.tags : [])];
        const entities = whole && !this.isThing(item) ? item.entities : [];
        result.push({ start: item.start, end: match.end, surface: text, text, type: 'word', entities, tags });
        rest = [...tail, ...rest.slice(covered.length)];
      } else {
        result.push(...this.splitAtAsked(item, folded));
        rest = rest.slice(1);
      }
    }
    return result;
  }

  /** A word of questions at a position, unless a name or a longer word stands there; beside another name, a concept is none. */
  private askedAt(items: readonly Item[], start: number, folded: string, several = false) {
    const [item] = items;
    const match = this.asked.at(folded, start);
    if (!item || !match || (match.end < item.end && item.type !== 'han')) return undefined;
    const covered = items.filter((other) => other.start < match.end);
    const concept = several && match.end === item.end && this.isConcept(item);
    const names = covered.length === 1 && this.isThing(item) && !concept;
    const blocked =
      names || covered.some((other) => other.end > match.end && (other.type !== 'han' || this.isThing(other)));
    return blocked ? undefined : match;
  }

  /** «的参数» is a unit of figures; in a question 的 and the longer word «参数量» count. */
  private askedAfterPossessive(items: readonly Item[], item: Item, folded: string) {
    if (!item.text.startsWith('的') || item.text === '的') return undefined;
    const match = this.askedAt(items, item.start + 1, folded);
    return match && match.end > item.end ? match : undefined;
  }

  /** A run of Han characters may hold a word of questions further in. */
  private splitAtAsked(item: Item, folded: string): Item[] {
    if (item.type !== 'han') return [item];
    for (let start = item.start + 1; start < item.end; start++) {
      const match = this.asked.at(folded, start);
      if (!match || match.end > item.end) continue;
      const text = folded.slice(start, match.end);
      const word: Item = { start, end: match.end, surface: text, text, type: 'word', entities: [], tags: match.tags };
      const rest = match.end < item.end ? this.splitAtAsked(cut(item, match.end), folded) : [];
      return [upTo(item, start), word, ...rest];
    }
    return [item];
  }
}

/** «the first» is a word of its own; «first author» is one without the article. */
function withoutArticle(item: Item): Item[] {
  if (!/^the (?:first|last)$/u.test(item.text) || item.entities.length > 0) return [item];
  const article: Item = { ...upTo(item, item.start + 3), tags: [] };
  return [article, { ...cut(item, item.start + 4) }];
}

function isKindItem({ entities }: Item): boolean {
  return entities.length > 0 && entities.every((id) => id.startsWith('kind/'));
}

/** The masked question words come back as single characters; each becomes one item. */
function withGaps(items: readonly Item[], words: readonly QuestionWord[]): Item[] {
  const gaps = words.map(({ start, end }): Item => {
    const text = MASK.repeat(end - start);
    return { start, end, surface: text, text, type: 'punct', entities: [], tags: [] };
  });
  const others = items.filter((item) => !words.some(({ start, end }) => start <= item.start && item.start < end));
  return [...others, ...gaps].sort((one, other) => one.start - other.start);
}

function cut(item: Item, from: number): Item {
  const by = from - item.start;
  return { ...item, start: from, surface: item.surface.slice(by), text: item.text.slice(by) };
}

function upTo(item: Item, end: number): Item {
  const length = end - item.start;
  const text = item.text.slice(0, length);
  return { ...item, end, surface: item.surface.slice(0, length), text, tags: [], entities: [] };
}

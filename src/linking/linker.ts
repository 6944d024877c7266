import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { EntityId } from '../knowledge/model.ts';
import { fold } from '../text/fold.ts';
import { HAN_LETTER, letterSort } from '../text/letters.ts';
import { remembering } from '../text/memo.ts';
import { asCalled } from './called.ts';
import { findDates } from './dates.ts';
import type { Item, ItemValue } from './item.ts';
import { hasTag } from './item.ts';
import { Lexicon } from './lexicon.ts';
import { findUrlsAndTitles } from './names.ts';
import { findNumbers } from './numbers.ts';
import { UnknownNames } from './unknown-names.ts';
import { WordBoundaries } from './word-boundaries.ts';

interface ValueSpan {
  readonly start: number;
  readonly end: number;
  readonly value: ItemValue;
}

const NONE: readonly never[] = [];
const MOST_REMEMBERED = 64;
const SPACE = /\s/u;
/** A word of letters other than Chinese characters, which may follow without a space («Andrej前往»). */
const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{M}\d])+(?:['’](?:(?!\p{Script=Han})\p{L})+)?/uy;
const HAN = /\p{Script=Han}+/uy;

/** Turns a sentence into items: names with their candidate entities, values, words and punctuation. */
export class Linker {
  readonly lexicon = new Lexicon();
  /** Of a document the same headings and lead-ins are asked for again and again, for this reason and that. */
  private readonly linked = remembering((text) => this.linkAnew(text), MOST_REMEMBERED);
  private readonly knowledge: KnowledgeBase;
  private readonly unknown: UnknownNames;
  /** Works by their folded titles, the best known first. */
  private readonly titles = new Map<string, EntityId[]>();
  /** Works by what stands before the colon of their titles; enough inside 《》 only. */
  private readonly mainTitles = new Map<string, EntityId[]>();

  constructor(knowledge: KnowledgeBase) {
    this.knowledge = knowledge;
    this.unknown = new UnknownNames(knowledge);
    const byFame = [...knowledge.entities.values()].sort(
      (a, b) => knowledge.fame(b.id) - knowledge.fame(a.id) || a.id.localeCompare(b.id),
    );
    for (const entity of byFame) {
      const proper = !knowledge.isVocabulary(entity.id);
      for (const alias of entity.aliases) {
        const text = fold(alias.text.trim());
        if (text.length === 0) continue;
        this.lexicon.addEntity(text, entity.id, alias.cased ? alias.text.trim() : undefined);
        if (!alias.cased) for (const variant of hyphenVariants(text)) this.lexicon.addEntity(variant, entity.id);
        if (proper && !alias.cased) this.unknown.addKnown(text, entity.id);
        if (proper && knowledge.isOfKind(entity.id, ['work'])) this.addTitle(text, entity.id);
      }
    }
  }

  private addTitle(name: string, id: EntityId): void {
    const title = name.replace(/^《|》$|[ ]*\([^()]*\)$/gu, '');
    this.titles.set(title, [...new Set([...(this.titles.get(title) ?? []), id])]);
    const [main] = title.split(/: |:/u);
    if (main === undefined || main === title || main.length < 6) return;
    this.mainTitles.set(main, [...new Set([...(this.mainTitles.get(main) ?? []), id])]);
  }

  /** The entities a text as a whole can name, the best known first; empty where none is known. */
  lookup(text: string): readonly EntityId[] {
    return this.lexicon.get(fold(text.trim()))?.named(text.trim()) ?? NONE;
  }

  /** Splits a text into items, in order, without white space. Offsets count in `text`. */
  link(text: string): readonly Item[] {
    return this.linked(text);
  }

  /** `link` for what is asked but once: nothing is remembered. */
  linkAnew(text: string): readonly Item[] {
    const folded = fold(text);
    const values = this.findValues(text, folded);
    const items: Item[] = [];
    const words = new WordBoundaries(folded);
    let at = 0;
    let next = 0;
    while (at < text.length) {
      while (next < values.length && (values[next]?.start ?? 0) < at) next++;
      const value = values[next]?.start === at ? values[next] : undefined;
      const match = this.lexicon.longestAt(folded, at);
      if (match && (!value || match.end >= value.end)) {
        const surface = text.slice(match.start, match.end);
        const entities = match.entry.named(surface);
        const single = match.end === at + 1 && letterSort(folded, at) === HAN_LETTER;
        const beforeName =
          single &&
          entities.length === 0 &&
          (this.lexicon.longestAt(folded, match.end)?.entry.entities.length ?? 0) > 0;
        const partOfWord =
          single && !beforeName && (!words.isWord(at) || (entities.length > 0 && hanBefore(items.at(-1), at)));
        if ((entities.length > 0 || match.entry.tags.length > 0) && !partOfWord) {
          const type = entities.length > 0 ? 'mention' : 'word';
          const tags = this.lexicon.tagsOf(match.text, 'trigger');
          items.push(itemAt(text, folded, { start: at, end: match.end, type, entities, tags }));
          at = match.end;
          continue;
        }
      }
      at = value
        ? this.pushValue(items, text, folded, value)
        : this.pushPlain(items, text, folded, at, values[next]?.start);
    }
    const marked = this.unknown.mark(text, items).flatMap((item) => this.withoutPossessive(item));
    return asCalled(marked, (title) => this.titles.get(title) ?? NONE, this.knowledge);
  }

  /** «Roger Example's»: an unknown name and what makes it an owner. */
  private withoutPossessive(item: Item): Item[] {
    const [mark] = /['’]s$/u.exec(item.surface) ?? [];
    if (item.value?.type !== 'name' || mark === undefined) return [item];
    const length = -mark.length;
    const name = item.surface.slice(0, length);
    const end = item.end + length;
    const text = "'s";
    const tags = this.lexicon.tagsOf(text, 'trigger');
    return [
      { ...item, end, surface: name, text: item.text.slice(0, length), value: { ...item.value, name } },
      { start: end, end: item.end, surface: mark, text, type: 'word', entities: NONE, tags },
    ];
  }

  private findValues(text: string, folded: string): ValueSpan[] {
    const spans: ValueSpan[] = [...findUrlsAndTitles(text), ...findDates(folded), ...findNumbers(folded)];
    const kept: ValueSpan[] = [];
    const rank = { url: 0, title: 1, date: 2, number: 3, name: 4 };
    spans.sort((a, b) => rank[a.value.type] - rank[b.value.type]);
    for (const span of spans) {
      if (span.value.type === 'title' && !this.isTitle(text, span)) continue;
      if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
    }
    return kept.sort((a, b) => a.start - b.start);
  }

  /** 《》 always holds a title; quotation marks only where the text is known or written like a title. */
  private isTitle(text: string, span: ValueSpan): boolean {
    if (text[span.start] === '《' || span.value.type !== 'title') return true;
    const { title } = span.value;
    if (this.worksTitled(title, false).length > 0) return true;
    const words = title.split(/\s+/u);
    return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
  }

  private pushValue(items: Item[], text: string, folded: string, span: ValueSpan): number {
    const { start, end, value } = span;
    const entities = value.type === 'title' ? this.worksTitled(value.title, text[start] === '《') : NONE;
    const type = entities.length > 0 ? 'mention' : 'value';
    items.push(itemAt(text, folded, { start, end, type, entities, value }));
    return end;
  }

  /** A title in quotation marks names a work, where one of that name is known. */
  private worksTitled(title: string, bracketed: boolean): readonly EntityId[] {
    const key = fold(title.trim());
    const known = this.titles.get(key) ?? (bracketed ? this.mainTitles.get(key) : undefined);
    return known ?? this.lookup(title);
  }

  private pushPlain(items: Item[], text: string, folded: string, at: number, limit = text.length): number {
    if (SPACE.test(text[at] ?? '')) return at + 1;
    const plain = (type: Item['type'], end: number) => {
      items.push(itemAt(text, folded, { start: at, end, type }));
      return end;
    };
    WORD.lastIndex = at;
    HAN.lastIndex = at;
    if (HAN.test(folded)) {
      const last = items.at(-1);
      if (last?.type === 'han' && last.end === at) items.pop();
      else return plain('han', at + 1);
      items.push(itemAt(text, folded, { start: last.start, end: at + 1, type: 'han' }));
      return at + 1;
    }
    const word = WORD.exec(text)?.[0];
    if (word) return plain('word', Math.min(at + word.length, Math.max(limit, at + 1)));
    return plain('punct', at + 1);
  }
}

/** «k-nearest neighbours» is also written «k-nearest-neighbours» and «k nearest neighbours». */
function hyphenVariants(text: string): string[] {
  if (!/[a-z] [a-z]|[a-z]-[a-z]/u.test(text) || text.length > 40) return [];
  return [text.replaceAll(/(?<=[a-z])[ ](?=[a-z])/gu, '-'), text.replaceAll(/(?<=[a-z])-(?=[a-z])/gu, ' ')].filter(
    (variant) => variant !== text,
  );
}

/** Whether Han characters that belong to no function word stand right before: then a single character is part of a word. */
function hanBefore(item: Item | undefined, at: number): boolean {
  if (!item || item.end !== at || !/\p{Script=Han}$/u.test(item.text)) return false;
  return item.type === 'han' || (item.entities.length > 0 && item.entities.every((id) => id.startsWith('kind/')));
}

export { hasTag };

/** A stretch of a text as an item. All have one shape, whatever is known of them. */
function itemAt(
  text: string,
  folded: string,
  {
    start,
    end,
    type,
    entities = NONE,
    value,
    tags = NONE,
  }: Omit<Item, 'surface' | 'text' | 'entities' | 'tags'> & Partial<Pick<Item, 'entities' | 'tags'>>,
): Item {
  return { start, end, surface: text.slice(start, end), text: folded.slice(start, end), type, entities, value, tags };
}

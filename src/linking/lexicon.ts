import type { EntityId } from '../knowledge/model.ts';
import type { Tag } from './item.ts';

const NONE: readonly never[] = [];

/** What a text means. */
export class LexiconEntry {
  readonly entities: EntityId[] = [];
  readonly tags: Tag[] = [];
  /** Entities that this text names only in exactly this letter case: surface → ids. */
  cased: Map<string, EntityId[]> | undefined;

  /** The entities that the text can name when written like this, those of this letter case first. */
  named(surface: string): readonly EntityId[] {
    const exact = this.cased?.get(surface);
    return exact ? [...exact, ...this.entities] : this.entities;
  }

  get isEmpty(): boolean {
    return this.tags.length + this.entities.length === 0 && this.cased === undefined;
  }
}

export interface LexiconMatch {
  readonly start: number;
  readonly end: number;
  /** The registered text (without a plural s). */
  readonly text: string;
  readonly entry: LexiconEntry;
}

const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Nd}]/u;

/**
 * All texts that mean something: names, triggers, function words. Finds the longest at a position.
 *
 * A hash of texts with the possible lengths per beginning (the first word, of Chinese the first two characters): building takes
 * a fraction of an Aho–Corasick automaton's time (what counts for a command-line run), and most words of a text begin nothing.
 */
export class Lexicon {
  private readonly entries = new Map<string, LexiconEntry>();
  private readonly lengths = new Map<string, number[]>();
  private readonly extended = new Map<string, readonly Tag[]>();

  /** Registers a name. `text` is folded; `surface` is given where only that letter case counts. */
  addEntity(text: string, id: EntityId, surface?: string): void {
    const entry = this.entry(text);
    if (surface === undefined) {
      if (!entry.entities.includes(id)) entry.entities.push(id);
      return;
    }
    entry.cased ??= new Map();
    entry.cased.set(surface, [...(entry.cased.get(surface) ?? NONE), id]);
  }

  /** Registers a trigger or function word under its folded text. */
  addTag(text: string, ...tags: readonly Tag[]): void {
    if (tags.length > 0) this.entry(text).tags.push(...tags);
  }

  get(text: string): LexiconEntry | undefined {
    return this.entries.get(text);
  }

  /**
   * The tags of a text and those of the type `inherit` of the registered texts inside it:
   * «was released» is also a «released», «共同开发» and «开发了» are also «开发».
   */
  tagsOf(text: string, inherit: string): readonly Tag[] {
    const known = this.extended.get(text);
    if (known) return known;
    const own = this.entries.get(text)?.tags ?? [];
    const tags = new Set(own);
    if (own.some((tag) => tag.type === inherit && tag.whole !== true)) {
      for (const part of partsOf(text)) {
        for (const tag of this.entries.get(part)?.tags ?? [])
          if (tag.type === inherit && tag.whole !== true && (tag.final !== true || text.endsWith(part))) tags.add(tag);
      }
    }
    const result = [...tags];
    this.extended.set(text, result);
    return result;
  }

  /** The longest text that starts at `start` and ends at a word boundary (Latin script only), or undefined. */
  longestAt(folded: string, start: number): LexiconMatch | undefined {
    if (isLatin(folded, start))
      return start > 0 && isLatin(folded, start - 1) ? undefined : this.wordsAt(folded, start);
    const long = this.lengths.get(folded.slice(start, start + 2));
    const found = long && this.longestOf(long, folded, start);
    const single = found ? undefined : this.lengths.get(folded.charAt(start));
    return found ?? (single && this.longestOf(single, folded, start));
  }

  /** The longest text that begins with the word at `start`, which may have a plural s. */
  private wordsAt(folded: string, start: number): LexiconMatch | undefined {
    const word = folded.slice(start, endOfWord(folded, start));
    const lengths = this.lengths.get(word);
    const found = lengths && this.longestOf(lengths, folded, start);
    return (
      found ?? (word.length > 1 && word.endsWith('s') ? this.longestOf([word.length - 1], folded, start) : undefined)
    );
  }

  /** Of texts of these lengths, longest first. */
  private longestOf(lengths: readonly number[], folded: string, start: number): LexiconMatch | undefined {
    for (const length of lengths) {
      const end = start + length;
      if (end > folded.length || !endsWord(folded, end)) continue;
      const text = folded.slice(start, end);
      const entry = this.entries.get(text);
      if (entry) return { start, end: end + this.plural(folded, end, entry), text, entry };
    }
    return undefined;
  }

  /** 1 where a plural s belongs to the match. */
  private plural(folded: string, end: number, entry: LexiconEntry): number {
    return folded[end] === 's' && isLatin(folded, end - 1) && !isLatin(folded, end + 1) && !entry.isEmpty ? 1 : 0;
  }

  private entry(text: string): LexiconEntry {
    const known = this.entries.get(text);
    if (known) return known;
    const entry = new LexiconEntry();
    this.entries.set(text, entry);
    this.addLength(isLatin(text, 0) ? text.slice(0, endOfWord(text, 0)) : text.slice(0, 2), text.length);
    return entry;
  }

  /** Keeps the lengths of a beginning in order, the longest first. */
  private addLength(beginning: string, length: number): void {
    const lengths = this.lengths.get(beginning);
    if (!lengths) this.lengths.set(beginning, [length]);
    else if (!lengths.includes(length)) {
      const at = lengths.findIndex((other) => other < length);
      lengths.splice(at < 0 ? lengths.length : at, 0, length);
    }
  }
}

/** Where the run of letters and digits that begins at `start` ends. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isLatin(text, end)) end++;
  return end;
}

/** All shorter stretches of a text: of whole words, or of two or more Han characters. */
function partsOf(text: string): string[] {
  const han = /\p{Script=Han}/u.test(text);
  const units = han ? [...text] : text.split(' ');
  const result: string[] = [];
  for (let length = units.length - 1; length >= (han ? 2 : 1); length--) {
    for (let start = 0; start + length <= units.length; start++)
      result.push(units.slice(start, start + length).join(han ? '' : ' '));
  }
  return result;
}

/** Whether a text that ends at `end` ends with a whole word, or but a plural s before the word's end. */
function endsWord(folded: string, end: number): boolean {
  if (end === folded.length || !isLatin(folded, end - 1)) return true;
  const next = folded[end];
  if (isLatin(folded, end)) return next === 's' && !isLatin(folded, end + 1) && !isDigit(folded, end - 1);
  // «GPT-3» is not in «GPT-3.5», «ResNet» not in «ResNet-50».
  return !((next === '.' || next === '-') && isDigit(folded, end + 1));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** For each UTF-16 code unit whether it is a letter or digit of scripts that put spaces between words: 1 or 0; 2 until asked. */
const latin = new Uint8Array(0x10000).fill(2);

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (latin[code] === 2) latin[code] = LATIN.test(String.fromCharCode(code)) ? 1 : 0;
  return latin[code] === 1;
}

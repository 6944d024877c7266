import type { OntologyData } from '../knowledge/ontology.ts';
import { fold } from '../text/fold.ts';
import { type Run, runsIn } from '../text/letters.ts';
import { remembering } from '../text/memo.ts';
import { stem } from '../text/stem.ts';
import { Phrases } from './phrases.ts';
import { FIGURE, tracesOfCharacters, tracesOfWord } from './traces.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const BLANK = /[ -]/u;
const BLANKS = /[ -]+/gu;
const HAN = /\p{Script=Han}/u;
const DIGIT = /\d/u;
const BLOCK = /\p{L}+|\d+|[^\p{L}\d]+/gu;
/** Longer stretches of Chinese hardly come again. */
const LONGEST_REMEMBERED = 6;
/** What holds Chinese words together. */
const HAN_STOP = new Set(
  '的 了 着 过 地 得 是 在 把 将 被 由 会 能 能够 可 可以 其 它 它们 这 那 这个 那个 一个 一种 一类 一款 一些 以及 和 与 或 并 且 并且 而 也 都 就 则 又 还 来 去 使 让 使得 令 对 于 从 向 以 为 所 之 中 里 时 后 个 种 位 名 等 们 即 便 再 已 已经 正 只 仅 才 很 更 最 较 非常 通过 利用 使用 采用 借助 用 用于 用来 进行 实现 成为 作为 叫做 称为 称作 指 是指 指的 因此 因为 所以 由于 从而 进而 以便 为了 如果 当 每 各 有 具有 拥有 该 此 本 自 到 出 上 做 给'.split(
    ' ',
  ),
);
/** Denials that are not to be taken apart. */
const HAN_DENIALS = ['无需', '无须', '毋须', '无法', '不能', '不会', '不再', '没有'];
const ENGLISH_STOP = new Set(
  'a an the of to in on at by for with from as and or but is are was were be been being it its they their them this that these those which who whom whose so than then thus hence while when where has have had do does did can could may might must will would shall should also just very more most such each every any some into onto over under out up down off about between through during within not no nor both either one ones other others own s t'.split(
    ' ',
  ),
);

/** A content word in the form in which words are compared. */
export interface Word {
  /** Folded; English by its stem; of synonyms the first of their set. */
  readonly text: string;
  /** How much it says: 1 for a word of two Chinese characters or an English word, less for what says next to nothing. */
  readonly weight: number;
  /** The pairs of neighbouring characters of a Chinese word: each may stand in a text whose word borders lie otherwise. */
  readonly pairs: readonly string[];
  /** What it leaves behind in a text that says it. */
  readonly traces: readonly number[];
  /** The numbers of the contrasting sets it is in. */
  readonly contrasts: readonly number[];
}

/** A word with the place (UTF-16 code units) in the text at which it begins. */
export interface PlacedWord {
  readonly word: Word;
  readonly start: number;
}

/** A word's text with the place at which it begins. */
interface Found {
  readonly word: string;
  readonly at: number;
}

/** Brings words to the form in which they are compared, by the ontology's lists of synonyms and light words. */
export class Words {
  private readonly english = new Map<string, string>();
  /** Chinese words and English phrases with what stands for them. */
  private readonly heads = new Map<string, string>();
  private readonly phrases: Phrases;
  /** Chinese words that are not to be taken apart. */
  private readonly whole: Phrases;
  private readonly wordOf = remembering(
    (text): Word => ({
      text,
      weight: this.weightOf(text),
      pairs: pairsOf(text),
      traces: tracesOfWord(text),
      contrasts: this.contrastsOf(text),
    }),
  );
  private readonly tracesOfHead = remembering((head): readonly number[] => this.tracesOf(head, 1));
  private readonly englishOf = remembering((word) => this.englishWord(word));
  private readonly segmentsOf = remembering((text) => this.segments(text));
  private readonly light = new Set<string>();
  /** The set(s) of contrasting words a word belongs to. */
  private readonly sides = new Map<string, readonly number[]>();

  constructor({ words }: Pick<OntologyData, 'words'>) {
    for (const { en, zh } of words.synonyms) {
      for (const word of en) this.addEnglish(fold(word), fold(en[0] ?? word));
      for (const word of zh) this.heads.set(fold(word), fold(zh[0] ?? word));
    }
    for (const { en, zh } of words.contrasts) {
      for (const word of en.map((text) => fold(text))) if (BLANK.test(word)) this.addEnglish(word, word);
      for (const word of zh.map((text) => fold(text))) if (!this.heads.has(word)) this.heads.set(word, word);
    }
    for (const phrase of [...words.framing.en, ...words.framing.zh]) this.heads.set(fold(phrase), ' ');
    this.phrases = new Phrases([...this.heads.keys()].filter((text) => text.length > 1));
    const han = [...this.heads.values()].filter((text) => HAN.test(text) && text.length > 1);
    this.whole = new Phrases([...han, ...HAN_DENIALS]);
    for (const word of [...words.light.en, ...words.light.zh]) this.light.add(this.canonical(word));
    words.contrasts.forEach(({ en, zh }, index) => {
      for (const word of [...en, ...zh]) {
        const text = this.canonical(word);
        this.sides.set(text, [...(this.sides.get(text) ?? []), index]);
      }
    });
  }

  /** Phrases are written as one word. */
  private addEnglish(text: string, head: string): void {
    const whole = BLANK.test(head) ? head.replaceAll(BLANKS, '') : head;
    if (BLANK.test(text)) this.heads.set(text, whole);
    else this.english.set(stem(text), stem(whole));
  }

  /** The content words of a text, in order. */
  read(text: string): PlacedWord[] {
    const { replaced, places } = this.replace(fold(text));
    return this.split(replaced).map(({ word, at }) => ({
      word: this.wordOf(word),
      start: places ? (places[at] ?? 0) : at,
    }));
  }

  /** The traces of every word that reading a text, or any stretch of it, can find; figures in digits leave theirs too. */
  traces(text: string): number[] {
    const folded = fold(text);
    // «pre-trained» may be read as two words
    return [...this.tracesOf(folded), ...(folded.includes('-') ? this.tracesOf(folded.replaceAll('-', ' ')) : [])];
  }

  /** `depth`: what stands for a phrase may itself hold phrases that something else stands for. */
  private tracesOf(text: string, depth = 0): number[] {
    const traces = tracesOfCharacters(text);
    for (const { text: run, han } of runsIn(text))
      for (const part of han ? [] : partsOf(run)) {
        const word = this.englishOf(part);
        if (word !== undefined) traces.push(...tracesOfWord(word), ...(DIGIT.test(word) ? [FIGURE] : []));
      }
    if (depth > 0 && HAN.test(text)) for (const trace of tracesOfWord(text)) traces.push(trace);
    if (depth === 2) return traces;
    for (let at = 0; at < text.length; at++)
      for (const phrase of [text.charAt(at), ...this.phrases.allAt(text, at)]) {
        const head = this.heads.get(phrase);
        if (head !== undefined)
          for (const trace of depth === 0 ? this.tracesOfHead(head) : this.tracesOf(head, 2)) traces.push(trace);
      }
    return traces;
  }

  /** Whether a word of the lists begins a text and goes on behind its first `length` UTF-16 code units. */
  reachesBeyond(text: string, length: number): boolean {
    return (this.phrases.longestAt(text, 0)?.length ?? 0) > length;
  }

  /** A Chinese text as its words are looked for in it: folded, synonyms replaced. */
  replaced(text: string): string {
    return this.replace(text).replaced;
  }

  /** `places`: where each character of the result stands in the text; undefined where nothing is replaced. */
  private replace(text: string): { replaced: string; places?: readonly number[] } {
    const places: number[] = [];
    let replaced = '';
    let from = 0;
    const keep = (to: number) => {
      for (let at = from; at < to; at++) places.push(at);
      replaced += text.slice(from, to);
    };
    for (let at = 0; at < text.length; at++) {
      const phrase = this.phrases.longestAt(text, at);
      if (phrase === undefined) continue;
      keep(at);
      const head = this.heads.get(phrase) ?? phrase;
      replaced += head;
      for (const _ of head) places.push(at);
      from = at + phrase.length;
      at = from - 1;
    }
    if (from === 0) return { replaced: text };
    keep(text.length);
    return { replaced, places };
  }

  /** The numbers of the contrasting sets a word is in. */
  contrastsOf(word: string): readonly number[] {
    return this.sides.get(word) ?? [];
  }

  private canonical(word: string): string {
    return this.split(this.replaced(fold(word)))
      .map((part) => part.word)
      .join(' ');
  }

  private split(text: string): Found[] {
    const found: Found[] = [];
    for (const run of runsIn(text)) {
      if (run.han) this.splitHan(run, found);
      else {
        const word = this.englishOf(run.text);
        if (word !== undefined) found.push({ word, at: run.start });
      }
    }
    return found;
  }

  /** Undefined for what only holds words together. */
  private englishWord(word: string): string | undefined {
    if (ENGLISH_STOP.has(word)) return undefined;
    const stemmed = stem(word);
    return this.english.get(stemmed) ?? stemmed;
  }

  private splitHan({ text, start }: Run, found: Found[]): void {
    let from = 0;
    const add = (to: number) => {
      if (to > from) this.addSegments(text.slice(from, to), start + from, found);
    };
    for (let at = 0; at < text.length; at++) {
      const word = this.whole.longestAt(text, at);
      if (word === undefined) continue;
      add(at);
      found.push({ word, at: start + at });
      from = at + word.length;
      at = from - 1;
    }
    add(text.length);
  }

  private addSegments(text: string, start: number, found: Found[]): void {
    const segments = text.length <= LONGEST_REMEMBERED ? this.segmentsOf(text) : this.segments(text);
    for (const { word, at } of segments) found.push({ word, at: start + at });
  }

  /** Synonyms of one character count as whole words only. */
  private segments(text: string): readonly Found[] {
    const found: Found[] = [];
    for (const { segment, index } of segmenter.segment(text))
      if (!HAN_STOP.has(segment)) found.push({ word: this.heads.get(segment) ?? segment, at: index });
    return found;
  }

  private weightOf(word: string): number {
    if (this.light.has(word)) return 0.2;
    return HAN.test(word) ? Math.min(1.5, word.length / 2) : 1;
  }
}

/** A run of letters and digits, and what is left of it where a figure («16x16») or a sign («n²») is read apart. */
function partsOf(run: string): string[] {
  const blocks = run.match(BLOCK) ?? [];
  if (blocks.length < 2) return [run];
  return [...blocks, ...blocks.map((_, at) => blocks.slice(at).join(''))];
}

function pairsOf(word: string): string[] {
  if (!HAN.test(word)) return [];
  const pairs = [...word].slice(1).map((character, index) => `${word[index] ?? ''}${character}`);
  return pairs.length === 0 && word.length > 1 ? [word] : pairs;
}

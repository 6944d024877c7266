import { letterSort, OTHER } from '../text/letters.ts';

const HAN = /\p{Script=Han}/u;
const NONE: never[] = [];

interface Phrase {
  readonly text: string;
  readonly han: boolean;
}

/** Finds which of many texts (of two or more characters) stands at a place. */
export class Phrases {
  /** By their first two UTF-16 code units, the longest first. */
  private readonly byBeginning = new Map<number, Phrase[]>();

  constructor(texts: Iterable<string>) {
    for (const text of [...new Set(texts)].sort((a, b) => b.length - a.length)) {
      const phrase = { text, han: HAN.test(text) };
      const beginning = beginningAt(text, 0);
      const others = this.byBeginning.get(beginning);
      if (others) others.push(phrase);
      else this.byBeginning.set(beginning, [phrase]);
    }
  }

  /** The longest text that stands at `at`; those without Chinese characters only between word borders. */
  longestAt(text: string, at: number): string | undefined {
    const phrases = this.byBeginning.get(beginningAt(text, at));
    if (!phrases) return undefined;
    for (const phrase of phrases)
      if (text.startsWith(phrase.text, at) && (phrase.han || isApart(text, at, phrase.text.length))) return phrase.text;
    return undefined;
  }

  /** All texts that stand at `at`, whatever is around. */
  allAt(text: string, at: number): string[] {
    const phrases = this.byBeginning.get(beginningAt(text, at)) ?? NONE;
    return phrases.length === 0
      ? NONE
      : phrases.filter((phrase) => text.startsWith(phrase.text, at)).map((phrase) => phrase.text);
  }
}

function beginningAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function isApart(text: string, at: number, length: number): boolean {
  return letterSort(text, at - 1) === OTHER && letterSort(text, at + length) === OTHER;
}

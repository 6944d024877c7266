import { isAbbreviation } from './abbreviations.ts';
import { isCjk, isSpace } from './characters.ts';
import type { Sentence, Span } from './document.ts';
import { languageOf } from './language.ts';

const STOP = /[。！？｡.!?\n]+/g;
const CLOSING = new Set('”’」』）】》〉］｝"\')]}');
const CONTENT = /[\p{L}\p{N}]/u;
/** A closing bracket further away than this does not hold a sentence together. */
const LONGEST_ASIDE = 200;

/**
 * Splits text into sentences, Chinese and English. Splits at 。！？ and line breaks, and at . ! ? before white space, unless
 * an abbreviation, an initial, a number or a small letter after a short word speaks against it; never at ；or an ellipsis within a line.
 * Offsets count in `text`, white space trimmed; stretches without a letter or digit are left out. Linear.
 */
export function splitSentences(text: string, within: Span = { start: 0, end: text.length }): Sentence[] {
  const sentences: Sentence[] = [];
  let start = skipSpaces(text, within.start, within.end);
  STOP.lastIndex = start;
  for (let stop = STOP.exec(text); stop && stop.index < within.end; stop = STOP.exec(text)) {
    const end = Math.min(endOfStop(text, stop, { start, end: within.end }), within.end);
    if (end > start) {
      push(sentences, text, { start, end });
      start = skipSpaces(text, end, within.end);
    }
    STOP.lastIndex = Math.max(stop.index + stop[0].length, start);
  }
  push(sentences, text, { start, end: within.end });
  return sentences;
}

/** The end of the sentence that the stop closes, closing quotes and brackets included; -1 if it closes none. */
function endOfStop(text: string, stop: RegExpExecArray, sentence: Span): number {
  const marks = stop[0];
  const after = stop.index + marks.length;
  if (marks.includes('\n')) return after;
  let end = after;
  while (CLOSING.has(text[end] ?? '') && !isOpeningQuote(text, end)) end += 1;
  const next = skipSpaces(text, end, sentence.end);
  if (next >= sentence.end) return sentence.end;
  if (/[。！？｡]/.test(marks)) return isAside(text, after, sentence) ? -1 : end;
  return endsInAscii(text, { at: stop.index, marks, end, next, from: sentence.start }) ? end : -1;
}

interface AsciiStop {
  readonly at: number;
  readonly marks: string;
  readonly end: number;
  readonly next: number;
  readonly from: number;
}

function endsInAscii(text: string, stop: AsciiStop): boolean {
  const before = text[stop.at - 1] ?? '';
  const following = text.charCodeAt(stop.next);
  if (stop.next === stop.end) {
    const glued = isCjk(following) && !isClause(text[stop.next]);
    if (!glued || /\d/.test(before) || stop.marks.length > 1) return glued && /[!?]/.test(stop.marks);
  }
  if (isClause(text[stop.next])) return false;
  if (/\p{Ll}/u.test(text[stop.next] ?? '')) {
    // Names such as pandas or arXiv open sentences too; after a short word an abbreviation is likelier.
    if (stop.marks !== '.' || !/[\p{L}\p{N}]{4}$/u.test(text.slice(stop.at - 4, stop.at))) return false;
    return !isAbbreviation(text, stop.at, stop);
  }
  if (/^\.{2,}$/.test(stop.marks)) return /\p{Lu}/u.test(text[stop.next] ?? '') && stop.marks.length > 3;
  if (stop.marks !== '.') return true;
  return !isAbbreviation(text, stop.at, stop);
}

/** A full-width stop inside brackets does not end the sentence around them, unless the brackets open it. */
function isAside(text: string, after: number, sentence: Span): boolean {
  const limit = Math.min(sentence.end, after + LONGEST_ASIDE);
  for (let i = after; i < limit; i += 1) {
    const character = text[i];
    if (character === '（' || character === '(' || character === '\n') return false;
    if (character === '）' || character === ')') return opensWithin(text, sentence.start, i);
  }
  return false;
}

function opensWithin(text: string, start: number, close: number): boolean {
  const from = Math.max(start, close - 2 * LONGEST_ASIDE);
  const open = Math.max(text.lastIndexOf('（', close), text.lastIndexOf('(', close));
  return open > start && open >= from;
}

function isOpeningQuote(text: string, at: number): boolean {
  const character = text[at];
  return (character === '"' || character === "'") && isSpace(text.charCodeAt(at - 1));
}

function isClause(character: string | undefined): boolean {
  return character !== undefined && '，、；：。！？,;:.!?）)】》」』”’'.includes(character);
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function push(sentences: Sentence[], text: string, span: Span): void {
  let end = span.end;
  while (end > span.start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  const trimmed = { start: span.start, end };
  if (!CONTENT.test(text.slice(span.start, end))) return;
  sentences.push({ ...trimmed, language: languageOf(text, trimmed) });
}

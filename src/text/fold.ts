import { buildFoldTables } from './fold-tables.ts';

/** How to fold. */
export interface FoldOptions {
  /** Whether capitals become small letters (default true). */
  readonly foldCase?: boolean;
}

/** Below the argument limit of `String.fromCharCode`. */
const CHUNK = 4096;

let tables: ReturnType<typeof buildFoldTables> | undefined;

/**
 * Folds what does not matter for comparing: capitals, full-width forms, Traditional characters, accents, and variants
 * of quotes, dashes, dots and spaces. Each UTF-16 code unit maps to one, so that the result has the same length and the
 * same offsets; what has no such mapping stays (surrogates, combining marks, ß). The Traditional to Simplified mapping
 * is OpenCC's (TSCharacters); it is context-free, so fold both sides of a comparison.
 */
export function fold(text: string, options: FoldOptions = {}): string {
  tables ??= buildFoldTables();
  return applyTable(text, options.foldCase === false ? tables.keepingCase : tables.small);
}

/** `fold` with capitals kept. */
export function foldKeepingCase(text: string): string {
  return fold(text, { foldCase: false });
}

function applyTable(text: string, table: Uint16Array): string {
  let at = firstChange(text, table);
  if (at === text.length) return text;
  let folded = text.slice(0, at);
  while (at < text.length) {
    const units = new Array<number>(Math.min(CHUNK, text.length - at));
    for (let i = 0; i < units.length; i += 1) units[i] = table[text.charCodeAt(at + i)] ?? 0;
    folded += String.fromCharCode(...units);
    at += units.length;
  }
  return folded;
}

function firstChange(text: string, table: Uint16Array): number {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (table[code] !== code) return i;
  }
  return text.length;
}

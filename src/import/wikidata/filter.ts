import { nameKey } from '../names.ts';
import { LANGUAGES } from './names.ts';

/** Which items of a dump are wanted. A cheap look at the bytes decides which lines are worth parsing. */
export interface Wanted {
  /** Only these; undefined: any. */
  readonly ids?: ReadonlySet<string>;
  /** Folded names: only items whose label is one of them. */
  readonly names?: ReadonlySet<string>;
  /** Titles of pages on the Chinese and English Wikipedia that are wanted whatever the name. */
  readonly pages?: ReadonlySet<string>;
  /** Only items with one of these classes. */
  readonly classes: ReadonlySet<string>;
}

const CLASSES = Buffer.from('"P31":[');
const LABELS = [...LANGUAGES.en, ...LANGUAGES.zh].map((code) =>
  Buffer.from(`"${code}":{"language":"${code}","value":`),
);
const DESCRIPTIONS = Buffer.from('"descriptions":');
const PAGES = ['enwiki', 'zhwiki'].map((site) => Buffer.from(`"${site}":{"site":"${site}","title":`));
const QUOTE = 34;
const BACKSLASH = 92;

/** JSON with spaces, as dumps never have it. */
const SPACED = /^\{\s*"\w+"\s*:\s|^\{\s/u;

/** Whether a line of a dump may be a wanted item. May say yes to others, never no to a wanted one; lines with spaces are all let through. */
export function isWanted(line: Buffer, wanted: Wanted): boolean {
  if (SPACED.test(line.toString('latin1', 0, 30))) return true;
  if (wanted.ids !== undefined) {
    const id = /"id":"([QPL]\d+)"/u.exec(line.toString('latin1', 0, 200))?.[1];
    return id !== undefined && wanted.ids.has(id);
  }
  if (wanted.names !== undefined && !hasName(line, wanted.names) && !hasPage(line, wanted.pages)) return false;
  return hasClass(line, wanted.classes);
}

function hasName(line: Buffer, names: ReadonlySet<string>): boolean {
  const end = line.indexOf(DESCRIPTIONS);
  const head = end < 0 ? line : line.subarray(0, end);
  return LABELS.some((mark) => {
    const value = stringAfter(head, mark);
    return value !== undefined && names.has(nameKey(value));
  });
}

function hasPage(line: Buffer, pages: ReadonlySet<string> | undefined): boolean {
  if (pages === undefined || pages.size === 0) return false;
  return PAGES.some((mark) => {
    const title = stringAfter(line, mark);
    return title !== undefined && pages.has(title.replaceAll(' ', '_'));
  });
}

/** Whether the statements of P31 name one of the classes (what else stands in them may deceive: then it is parsed for nothing). */
function hasClass(line: Buffer, classes: ReadonlySet<string>): boolean {
  const start = line.indexOf(CLASSES);
  if (start < 0) return false;
  const end = endOfArray(line, start + CLASSES.length);
  for (const match of line.toString('latin1', start, end).matchAll(/"id":"(Q\d+)"/gu))
    if (classes.has(match[1] ?? '')) return true;
  return false;
}

function endOfArray(line: Buffer, from: number): number {
  let depth = 1;
  for (let at = from; at < line.length; at++) {
    const byte = line[at];
    if (byte === QUOTE) {
      at = endOfString(line, at + 1);
      if (at < 0) return line.length;
    } else if (byte === 91) depth++;
    else if (byte === 93 && --depth === 0) return at;
  }
  return line.length;
}

function stringAfter(line: Buffer, mark: Buffer): string | undefined {
  const at = line.indexOf(mark);
  if (at < 0) return undefined;
  const start = at + mark.length;
  const end = endOfString(line, start + 1);
  if (end < 0) return undefined;
  try {
    return String(JSON.parse(line.toString('utf8', start, end + 1)));
  } catch {
    return undefined;
  }
}

function endOfString(line: Buffer, from: number): number {
  for (let at = line.indexOf(QUOTE, from); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (line[at - 1 - slashes] === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

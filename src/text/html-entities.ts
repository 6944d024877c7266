import { defaultTreeAdapter, parseFragment } from 'parse5';

/** A character reference: the characters it stands for, and the length of its spelling. */
export interface Entity {
  readonly value: string;
  readonly length: number;
}

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,8})|#(\d{1,10})|[A-Za-z][A-Za-z0-9]{0,40});?/y;
const LARGEST_CACHE = 4096;
const cache = new Map<string, Entity | undefined>();

/** Reads the character reference at an ampersand, as HTML does outside attributes; undefined if there is none. */
export function readEntity(text: string, at: number): Entity | undefined {
  REFERENCE.lastIndex = at;
  const [spelling, hexadecimal, decimal] = REFERENCE.exec(text) ?? [];
  if (!spelling) return undefined;
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN);
  if (code >= 0xa0) return { value: characterOf(code), length: spelling.length };
  if (cache.size > LARGEST_CACHE) cache.clear();
  if (!cache.has(spelling)) cache.set(spelling, decode(spelling));
  return cache.get(spelling);
}

function characterOf(code: number): string {
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** Lets parse5 decode; a name without semicolon may stand for a shorter one ("&copyleft" is "©left"). */
function decode(spelling: string): Entity | undefined {
  const node = parseFragment(spelling).childNodes[0];
  const value = node && defaultTreeAdapter.isTextNode(node) ? node.value : '';
  if (value === '' || value === spelling) return undefined;
  const first = String.fromCodePoint(value.codePointAt(0) ?? 0).length;
  let rest = 0;
  while (rest < value.length - first && value.at(-1 - rest) === spelling.at(-1 - rest)) rest += 1;
  return { value: value.slice(0, value.length - rest), length: spelling.length - rest };
}

/// <reference path="./opencc-js.d.ts" />
import traditional from 'opencc-js/dict/TSCharacters';

/** For each UTF-16 code unit the one it folds to. */
export interface FoldTables {
  readonly small: Uint16Array;
  readonly keepingCase: Uint16Array;
}

/** Scripts with capitals and accents: Latin to Cyrillic and Armenian, Georgian, Greek and Latin Extended, letterlike forms. */
const CASED = [
  [0x41, 0x588],
  [0x10a0, 0x10ff],
  [0x1e00, 0x1fff],
  [0x2160, 0x216f],
  [0x2c00, 0x2d2f],
  [0xa640, 0xa7ff],
] as const;
const VARIANTS: Readonly<Record<string, string>> = {
  '"': '“”„‟〝〞＂',
  "'": '‘’‚‛′`´ʼ＇｀',
  '-': '‐‑‒–—―−﹣－',
  '·': '・•‧∙⋅･•●',
  ' ': '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  // Letters that Unicode does not decompose.
  d: 'đ',
  D: 'Đ',
  h: 'ħ',
  H: 'Ħ',
  l: 'ł',
  L: 'Ł',
  o: 'ø',
  O: 'Ø',
  i: 'ı',
};

/** Builds the tables; takes some milliseconds, so that `fold` does it once, when first needed. */
export function buildFoldTables(): FoldTables {
  const keepingCase = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  addTraditional(keepingCase);
  addAccents(keepingCase);
  for (const [plain, variants] of Object.entries(VARIANTS)) {
    for (const variant of variants) keepingCase[variant.charCodeAt(0)] = plain.charCodeAt(0);
  }
  for (let code = 0xff01; code <= 0xff5e; code += 1) {
    const half = code - 0xfee0;
    keepingCase[code] = keepingCase[half] ?? half;
  }
  return { small: settled(withoutCapitals(keepingCase)), keepingCase: settled(keepingCase) };
}

/** Follows the mappings to their end, so that folding twice changes nothing. */
function settled(table: Uint16Array): Uint16Array {
  return table.map((code) => table[table[code] ?? code] ?? code);
}

function addTraditional(table: Uint16Array): void {
  for (const entry of traditional.split('|')) {
    const space = entry.indexOf(' ');
    if (space === 1 && entry.length === 3) table[entry.charCodeAt(0)] = entry.charCodeAt(2);
  }
}

function addAccents(table: Uint16Array): void {
  for (const [first, last] of CASED) {
    for (let code = Math.max(first, 0xc0); code <= last; code += 1) {
      const parts = String.fromCharCode(code).normalize('NFD');
      if (parts.length > 1 && /^\p{L}\p{M}+$/u.test(parts)) table[code] = parts.charCodeAt(0);
    }
  }
}

function withoutCapitals(keepingCase: Uint16Array): Uint16Array {
  const small = keepingCase.slice();
  for (const [first, last] of CASED) {
    for (let code = first; code <= last; code += 1) {
      const plain = String.fromCharCode(keepingCase[code] ?? code).toLowerCase();
      if (plain.length === 1) small[code] = plain.charCodeAt(0);
    }
  }
  for (let code = 0xff21; code <= 0xff3a; code += 1) small[code] = code - 0xfee0 + 0x20;
  return small;
}

const TERMINAL = new Set('。！？｡.!?…；;：:');

/** Whether a UTF-16 code unit belongs to Chinese or Japanese writing: ideographs, kana, CJK and full-width punctuation. */
export function isCjk(code: number): boolean {
  if (code < 0x2e80) return false;
  return code < 0xa000 || (code >= 0xf900 && code < 0xfb00) || isWide(code) || (code >= 0xd840 && code < 0xd888);
}

function isWide(code: number): boolean {
  return (code >= 0xfe30 && code < 0xfe50) || (code >= 0xff00 && code < 0xffe7);
}

/** Whether a UTF-16 code unit is part of a Han ideograph (the lead surrogates of the astral planes included). */
export function isHan(code: number): boolean {
  if (code < 0x3400) return code === 0x3005 || code === 0x3007;
  return code < 0xa000 || (code >= 0xf900 && code < 0xfb00) || (code >= 0xd840 && code < 0xd888);
}

/** Whether a UTF-16 code unit is white space, as `String.prototype.trim` sees it, or a NUL or byte order mark. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0;
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || isRareSpace(code);
}

function isRareSpace(code: number): boolean {
  if (code === 0x1680 || code === 0x202f || code === 0x205f) return true;
  return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029;
}

/** Whether a text ends like a sentence or a clause rather than like a title. Expects trimmed text. */
export function endsLikeSentence(text: string): boolean {
  const last = text.at(-1) ?? '';
  return TERMINAL.has(last) && last !== '：' && last !== ':';
}

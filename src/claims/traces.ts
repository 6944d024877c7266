/** Distinct bits of traces; a power of two. */
const BITS = 1024;
const HAN = /\p{Script=Han}/u;
/** Below it no character of a Chinese word lies. */
const FIRST_HAN = 0x2e80;

/** The trace that any figure or date leaves. */
export const FIGURE = 0;

/** The traces of a word: of a Chinese one each character's, of another the whole word's. */
export function tracesOfWord(text: string): number[] {
  if (HAN.test(text)) return [...tracesOfCharacters(text, 0)];
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return [bitOf(hash)];
}

/** The traces of a text's Chinese characters (of all characters from `first` on). */
export function tracesOfCharacters(text: string, first = FIRST_HAN): number[] {
  const traces: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= first) traces.push(bitOf(code));
  }
  return traces;
}

/** Never the bit of figures. */
function bitOf(code: number): number {
  return code & (BITS - 1) || 1;
}

/**
 * What the words of a text leave behind, as bits: a word whose traces are missing is surely not in the text, one whose traces
 * are there may be (a Bloom filter). Tells which texts are worth reading.
 */
export class Traces {
  private readonly bits = new Uint32Array(BITS / 32);

  add(traces: Iterable<number>): void {
    for (const bit of traces) this.bits[bit >> 5] = (this.bits[bit >> 5] ?? 0) | (1 << (bit & 31));
  }

  /** Whether all of these are there. */
  has(traces: readonly number[]): boolean {
    return traces.every((bit) => ((this.bits[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0);
  }
}

import { type Chunk, isName, isVerb } from './chunk.ts';
import type { Direction } from './gap.ts';
import { is, isFunctionWord } from './grammar.ts';
import type { Element, Pattern } from './pattern.ts';

/** Where to look for one of the words that a pattern asks for. */
interface Sought {
  readonly from: number;
  readonly element: Element & { type: 'words' };
  readonly direction: Direction;
  readonly pattern: Pattern;
}

/** Where one of the words stands: at its place, with only light material before it. */
export function wordsAt({ items }: Chunk, { from, element, direction, pattern }: Sought): number | undefined {
  let skipped = 0;
  for (let at = from + direction; at >= 0 && at < items.length; at += direction) {
    const item = items[at];
    if (!item) return undefined;
    if (element.words.has(item.text)) return at;
    if (isVerb(item) && !is(item, 'adv', 'be')) return undefined;
    if (!isFunctionWord(item) && !item.value) skipped += item.type === 'han' ? item.text.length / 2 : 1;
    if (isName(item) && direction === 1 && pattern.voice === 'noun') return undefined;
    if (skipped > 5) return undefined;
  }
  return undefined;
}

import type { Item } from '../linking/item.ts';
import { type Chunk, isName, isVerb } from './chunk.ts';
import { is } from './grammar.ts';

/**
 * How a phrase of a clause is bound to its verb: as who did it, with whom, by what means or for what reason. What stands in such a phrase
 * is to be accounted for by what the clause says, whatever else ties it to single names of the sentence.
 */
export interface Bond {
  readonly type: 'agent' | 'partner' | 'means' | 'reason';
  /** Where the word that binds it starts. */
  readonly start: number;
}

const WITH = /^(?:with|alongside|together with|along with)$/u;
const REASON = /^(?:because of|for|due to|thanks to|因|因为|因其|凭|凭借|以|以其|由于)$/u;
const WORK =
  /^(?:works?|contributions?|research|discover(?:y|ies)|advances|breakthroughs?|achievements?|efforts|pioneering|inventions?|.*(?:贡献|工作|成就|研究|成果|发现|突破))$/u;
/** How many items back the word may stand that binds a phrase. */
const REACH = 9;

/** The bond of the phrase in which a name stands; none where it stands in no such phrase. */
export function bondOf({
  chunk: { items },
  index,
}: {
  readonly chunk: Chunk;
  readonly index: number;
}): Bond | undefined {
  let direct = true;
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const item = items[at];
    if (!item || (isVerb(item) && !isName(item) && !isMeans(items, at - 1))) return undefined;
    const { start } = item;
    if (isMeans(items, at)) return { type: 'means', start };
    if (isReason(items, at, index)) return { type: 'reason', start };
    if (direct && WITH.test(item.text)) return { type: 'partner', start };
    if (direct && is(item, 'agent')) return { type: 'agent', start };
    if (is(item, 'rel', 'sub') && !is(item, 'det')) return undefined;
    direct &&= !is(item, 'prep');
  }
  return undefined;
}

/** «by giving more weight to X». */
function isMeans(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return items[at]?.text === 'by' && /ing$/u.test(next?.text ?? '') && next?.entities.length === 0;
}

/** «for his work on X», «凭借在X方面的工作». */
function isReason(items: readonly Item[], at: number, index: number): boolean {
  if (!REASON.test(items[at]?.text ?? '')) return false;
  const around = [...items.slice(at + 1, index), ...items.slice(index + 1, index + 7)];
  return around.some(({ text }) => WORK.test(text));
}

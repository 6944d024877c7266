import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Item } from '../linking/item.ts';
import type { Span } from '../text/document.ts';
import { isVerb } from './chunk.ts';

const OTHER = /^(?:other|remaining|second|rest|另|另外|另一|另外一|其余|剩余|余下|剩下)$/u;
const SHARE = /^(?:half|quarter|share|part|third|一?半|二分之一|四分之一|一?部分)$/u;
const OTHER_SHARE = /^(?:另外?一?半|另外?一?部分|其余部分|余下部分|剩下的?一?半)$/u;

/**
 * «half of the 2024 prize went to A, the other half was shared by B and C», «2024年某奖的另一半由B和C分享»: the share stands for
 * the prize, of the year in which it was said to be awarded.
 */
export function resolveShares(items: readonly Item[], knowledge: KnowledgeBase): readonly Item[] {
  if (!items.some(({ text }) => OTHER.test(text) || OTHER_SHARE.test(text))) return items;
  const result: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (!item) break;
    const length = lengthOfShare(items, at);
    const prize = length > 0 ? result.findLast(({ entities }) => isAward(entities, knowledge)) : undefined;
    if (!prize) {
      result.push(item);
      continue;
    }
    const share = items.slice(at, at + length);
    if (/^(?:the|of|的)$/u.test(result.at(-1)?.text ?? '')) share.unshift(...result.splice(-1));
    // «某奖的另一半»: the prize stands there already
    if (result.at(-1) !== prize) result.push(...standIn(share, items, { prize, after: items[at + length] }));
    at += length - 1;
  }
  return result;
}

/** How many items say «other half» from here on; 0 where none do. */
function lengthOfShare(items: readonly Item[], at: number): number {
  const [first, second] = [items[at]?.text ?? '', items[at + 1]?.text ?? ''];
  if (OTHER_SHARE.test(first)) return 1;
  return OTHER.test(first) && SHARE.test(second) ? 2 : 0;
}

/** What the words of a share stand for: the year of the prize, the prize, and the verb where it is left out («…, the other half to C»). */
function standIn(
  share: readonly Item[],
  items: readonly Item[],
  { prize, after }: { prize: Item; after: Item | undefined },
): Item[] {
  const at = items.indexOf(prize);
  const year = items.slice(Math.max(0, at - 4), at + 3).find(({ value }) => value?.type === 'date');
  const verb = after?.text === 'to' ? items.slice(at + 1).find((item) => isVerb(item)) : undefined;
  const said = [year, prize, verb].filter((item) => item !== undefined);
  const places = placesIn(share, said.length);
  return places.flatMap((place, index) => {
    const item = said[index + said.length - places.length];
    return item ? [{ ...item, ...place }] : [];
  });
}

/** Places for so many items within the words that they stand for, each of its own. */
function placesIn(share: readonly Item[], count: number): Span[] {
  const [only] = share;
  if (!only || share.length > 1 || count < 2) return share.slice(-count).map(({ start, end }) => ({ start, end }));
  const middle = only.end - 1;
  return [
    { start: only.start, end: middle },
    { start: middle, end: only.end },
  ];
}

function isAward(entities: readonly string[], knowledge: KnowledgeBase): boolean {
  return entities.some((id) => !knowledge.isVocabulary(id) && knowledge.isOfKind(id, ['award']));
}

import type { Item } from '../linking/item.ts';
import { textOf } from './text-slot.ts';

const GAMES = /^(?:games?|matches|sets|rounds|duels|局|场|盘|番棋)/u;
const ALL_WON = /全胜|全部(?:获胜|取胜|胜出|拿下|赢下)|全赢|悉数(?:获胜|取胜)|无一败绩|全部输/u;
const SOME_WON = /(?:赢|胜|输|负|拿下)了?$/u;

/** A result in words or figures: 4-1, 4–1, 4比1, four games to one. */
export function scoreIn(items: readonly Item[]): string | undefined {
  const written = /(?<![\d.])(\d{1,2})½? ?(?:比|-|–|—|:|：| to ) ?(\d{1,2})(?![\d.])/u.exec(textOf(items));
  if (written) return `${written[1]}-${written[2]}`;
  for (const [index, item] of items.entries()) {
    if (item.value?.type !== 'number') continue;
    const rest = items.slice(index + 1, index + 5);
    const at = rest.findIndex(({ text }) => /^(?:比|-|–|—|:|to|games to)$/u.test(text));
    const second = at >= 0 ? rest[at + 1] : undefined;
    if (second?.value?.type === 'number' && item.value.amount < 100)
      return `${item.value.amount}-${second.value.amount}`;
  }
  return countedIn(items);
}

/** «all five games», «three of the five games», «五局全胜», «五局中赢了四局»: a result told by the games won (or lost). */
function countedIn(items: readonly Item[]): string | undefined {
  const figures = items.flatMap(({ value }, index) =>
    value?.type === 'number' && value.amount < 100 ? [{ amount: value.amount, index }] : [],
  );
  for (const [order, { amount, index }] of figures.entries()) {
    const isOfGames = GAMES.test(items[index + 1]?.text ?? '') || /[局战场盘]$/u.test(items[index]?.text ?? '');
    const all = items[index - 1]?.text === 'all' || ALL_WON.test(textOf(items.slice(index + 1)));
    if (isOfGames && all) return `${amount}-0`;
    const second = figures[order + 1];
    const between = items.slice(index + 1, second?.index ?? index);
    if (!second || between.length === 0) continue;
    const isPart =
      between[0]?.text === 'of' && between.slice(1).every(({ text }) => /^(?:the|its|his|their)$/u.test(text));
    if (isPart && GAMES.test(items[second.index + 1]?.text ?? '') && second.amount >= amount)
      return `${amount}-${second.amount - amount}`;
    const isWhole = between.some(({ text }) => /[中里]/u.test(text)) && between.some(({ text }) => SOME_WON.test(text));
    if (isOfGames && isWhole && amount >= second.amount) return `${second.amount}-${amount - second.amount}`;
  }
  return undefined;
}

import type { Item } from '../linking/item.ts';
import { isName, isVerb } from './chunk.ts';
import { is } from './grammar.ts';

/** How far behind its 的 the name of a member stands. */
const REACH = 4;
const SEPARATOR = /^(?:[、,，]|和|与|及|以及|跟)$/u;

/**
 * «A发起的X、B的Y，以及C在2020年发布的Z»: a Chinese list whose members say each for itself who did it and when. Each is a clause of
 * its own, so that nothing in one of them is said of another. Only lists that end the clause; other clauses stay whole.
 */
export function splitMembers(clause: Item[]): Item[][] {
  const parts = partsOf(clause);
  const described = parts.map((part) => isDescribed(part));
  if (described.filter(Boolean).length < 2 || !described.at(-1) || !parts.some(saysMore)) return [clause];
  const result: Item[][] = [];
  let open: Item[] = [];
  parts.forEach((part, index) => {
    open.push(...part);
    if (described[index]) {
      result.push(open.filter((item, at) => at > 0 || !SEPARATOR.test(item.text)));
      open = [];
    }
  });
  return result;
}

/** The clause cut before its separators. */
function partsOf(clause: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]];
  clause.forEach((item, index) => {
    const joined = SEPARATOR.test(clause[index - 1]?.text ?? '');
    if (SEPARATOR.test(item.text) && !joined) parts.push([item]);
    else if (!(SEPARATOR.test(item.text) && joined)) parts.at(-1)?.push(item);
  });
  return parts;
}

/** «… 的X»: ends with a name that 的 leads to. */
function isDescribed(part: readonly Item[]): boolean {
  const last = part.findLastIndex((item) => !is(item, 'etc'));
  const of = part.findLastIndex((item) => is(item, 'poss'));
  const name = part[last];
  if (of < 1 || last <= of || last - of > REACH || !isName(name)) return false;
  if (name?.entities.some((id) => /^(?:kind|role|degree)\//u.test(id))) return false;
  return part[of]?.text === '的' && !part.slice(of + 1, last).some((item) => isVerb(item));
}

/** A verb or a date before the 的 of a member. */
function saysMore(part: readonly Item[]): boolean {
  const of = part.findLastIndex((item) => is(item, 'poss'));
  return isDescribed(part) && part.slice(0, of).some((item) => isVerb(item) || item.value?.type === 'date');
}

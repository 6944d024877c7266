import type { Item } from '../linking/item.ts';
import { type Chunk, isName } from './chunk.ts';
import { type Argument, toArgument } from './claim.ts';
import { is } from './grammar.ts';

/** «与» and «跟» join those who do something together only where such a word follows. */
const WITH = /^(?:与|同|跟|with)$/u;
const TOGETHER = /^(?:合|联|携手|共|一起|一同|一道|结伴|搭档)/u;

/** Those named beside `lead` as doing the same: what the next clause says without a subject, it says of all of them. */
export function partnersOf({ items }: Chunk, lead: Argument): Argument[] {
  const first = items.findIndex(({ start }) => start === lead.start);
  const result: Argument[] = [];
  let at = first + 1;
  let strict = false;
  while (first >= 0 && joins(items[at]) && isAgentLike(items[at + 1], items[first])) {
    strict ||= WITH.test(items[at]?.text ?? '');
    const item = items[at + 1];
    if (item) result.push(toArgument(item));
    at += 2;
  }
  const next = items.slice(at, at + 3).filter((item) => !is(item, 'etc', 'group'));
  return strict && !next.some(({ text }) => TOGETHER.test(text)) ? [] : result;
}

function joins(item: Item | undefined): boolean {
  return is(item, 'conj') || /^[、,&]$/u.test(item?.text ?? '') || WITH.test(item?.text ?? '');
}

/** Of the sort of the first: people beside a person, organisations beside an organisation. */
function isAgentLike(item: Item | undefined, lead: Item | undefined): boolean {
  const sorts = new Set(lead?.entities.map((id) => id.split('/')[0]) ?? []);
  return (
    isName(item) &&
    (item?.entities.some((id) => sorts.has(id.split('/')[0]) && /^(?:person|organisation)\//u.test(id)) ?? false)
  );
}

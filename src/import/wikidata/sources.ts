import { createHash } from 'node:crypto';
import type { Source } from '../../knowledge/model.ts';
import { type Item, type Statement, snakValue } from './item.ts';
import { readTime } from './time.ts';

const REFERENCE_URL = 'P854';
const TITLE = 'P1476';
const RETRIEVED = 'P813';
/** References of one statement that are kept. */
const MOST = 3;

/** The page of an item. */
export function itemUrl(id: string): string {
  return `https://www.wikidata.org/wiki/${id}`;
}

/** The sources of a statement: the pages that its references name, else the item's own page. */
export function sourcesOf(statement: Statement, item: Item, name: string): Source[] {
  const cited = statement.references.flatMap(({ snaks }) => {
    const first = (property: string) => snaks[property]?.map(snakValue).find((value) => value !== undefined);
    const url = first(REFERENCE_URL);
    if (url?.type !== 'string' || !/^https?:\/\//u.test(url.text) || !URL.canParse(url.text)) return [];
    const title = first(TITLE);
    const retrieved = first(RETRIEVED);
    const read = retrieved?.type === 'time' ? readTime(retrieved) : undefined;
    const base = {
      id: sourceId(url.text),
      url: url.text,
      title: title?.type === 'text' ? title.text.text : shortUrl(url.text),
      kind: 'secondary',
    } as const;
    return [read === undefined || read.startsWith('!') ? base : { ...base, read }];
  });
  const unique = [...new Map(cited.map((source) => [source.id, source])).values()].slice(0, MOST);
  return unique.length > 0 ? unique : [itemSource(item, name)];
}

function itemSource({ id, modified }: Item, name: string): Source {
  const base = {
    id: `wikidata-${id.toLowerCase()}`,
    url: itemUrl(id),
    title: `${name} (${id}) on Wikidata`,
    publisher: 'Wikidata',
    kind: 'secondary',
  } as const;
  const month = /^\d{4}-\d{2}/u.exec(modified ?? '')?.[0];
  return month === undefined ? base : { ...base, read: month };
}

function sourceId(url: string): string {
  const host = new URL(url).hostname.replace(/^www\./u, '').replaceAll(/[^a-z0-9]+/gu, '-');
  return `${host}-${createHash('sha256').update(url).digest('hex').slice(0, 10)}`;
}

function shortUrl(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname}${pathname}`.slice(0, 100);
}

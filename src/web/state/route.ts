import { createStore } from './store.ts';

/** The rooms of the page, in the order of the navigation. */
export const ROOMS = ['check', 'verify', 'ask', 'explore', 'overview'] as const;
export type Room = (typeof ROOMS)[number];

/** Where the reader is: a room, and what it shows there. */
export interface Route {
  /** Undefined where the address names none. */
  readonly room: Room | undefined;
  readonly query: URLSearchParams;
}

/** Follows the address bar. */
export const route = createStore<Route>(readRoute());

addEventListener('popstate', () => route.set(readRoute()));

/** The address of a room with a query; entries that are undefined or empty are left out. */
export function address(room: Room, query: Readonly<Record<string, string | undefined>> = {}): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(entries).toString();
  return `/${room}${search === '' ? '' : `?${search}`}`;
}

/** Goes to an address of this page. `replace`: without a new entry in the history. */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (to === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  route.set(readRoute());
}

function readRoute(): Route {
  const name = location.pathname.replace(/^\/|\/$/gu, '');
  const room = name === '' ? 'check' : ROOMS.find((each) => each === name);
  return { room, query: new URLSearchParams(location.search) };
}

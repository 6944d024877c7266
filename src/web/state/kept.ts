import { createStore, type Store } from './store.ts';

/** Where browsers keep text: `local` until it is cleared, `session` as long as the tab is open. */
type Place = 'local' | 'session';

const PREFIX = 'errata.';

/** What is kept under this name; undefined where nothing is, or where the browser keeps nothing. */
export function readKept(name: string, place: Place = 'session'): string | undefined {
  try {
    return storage(place).getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text. @returns whether the browser did: texts beyond a few megabytes are refused */
export function keep(name: string, value: string, place: Place = 'session'): boolean {
  try {
    if (value === '') storage(place).removeItem(PREFIX + name);
    else storage(place).setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}

/** A store of a text that outlives the page: what was typed is there again after a reload. */
export function keptText(name: string, place: Place = 'session'): Store<string> {
  const store = createStore(readKept(name, place) ?? '');
  store.watch(() => keep(name, store.get(), place));
  return store;
}

function storage(place: Place): Storage {
  return place === 'local' ? localStorage : sessionStorage;
}

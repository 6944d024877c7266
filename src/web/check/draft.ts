import { keep, readKept } from '../state/kept.ts';
import { createStore } from '../state/store.ts';
import type { Format } from './checked.ts';

/** What is to be checked. */
export interface Draft {
  readonly text: string;
  readonly name: string;
  /** Undefined: what it looks like. */
  readonly format: Format | undefined;
}

/** How much can be checked at once here, in UTF-16 code units. */
export const MOST = 2_000_000;

/** Milliseconds after the last change before it is kept. */
const CALM = 250;

/** What was typed, pasted or dropped; there again after a reload. */
export const draft = createStore<Draft>({
  text: readKept('check.text') ?? '',
  name: readKept('check.name') ?? '',
  format: undefined,
});

/** Whether the browser keeps it over a reload: very long texts it does not. */
export const isKept = createStore(true);

let timer: ReturnType<typeof setTimeout> | undefined;
draft.watch(() => {
  clearTimeout(timer);
  timer = setTimeout(keepNow, CALM);
});
addEventListener('pagehide', keepNow);
// What the browser does not keep, the reader is asked about before it goes.
addEventListener('beforeunload', (event) => {
  if (!isKept.get()) event.preventDefault();
});

function keepNow(): void {
  const { text, name } = draft.get();
  if (!keep('check.text', text)) {
    keep('check.text', '');
    isKept.set(false);
    return;
  }
  keep('check.name', name);
  isKept.set(true);
}

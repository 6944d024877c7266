import { keep, readKept } from './kept.ts';
import { createStore } from './store.ts';

export type Theme = 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** How the page looks: what the reader chose, else what the system does. */
export const theme = createStore<Theme>(keptTheme() ?? systemTheme());

dark.addEventListener('change', () => {
  if (keptTheme() === undefined) theme.set(systemTheme());
});
theme.watch(show);
show();

/** Changes it for good. */
export function chooseTheme(next: Theme): void {
  keep('theme', next, 'local');
  theme.set(next);
}

function keptTheme(): Theme | undefined {
  const kept = readKept('theme', 'local');
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

function systemTheme(): Theme {
  return dark.matches ? 'dark' : 'light';
}

function show(): void {
  document.documentElement.dataset.theme = theme.get();
}

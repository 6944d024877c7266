import { useEffect } from 'preact/hooks';
import { elementsOf } from './annotated-text.tsx';
import type { Flag } from './flags.ts';

/** How often, and after how many milliseconds each, a flag is looked for that is not drawn yet. */
const TRIES = 100;
const PAUSE = 40;

/** Marks the flag in the text and brings it into view, as soon as it is drawn. */
export function useMarkedFlag(flag: Flag | undefined, shown: ReadonlySet<Flag>): void {
  useEffect(() => {
    if (!flag) return;
    let marked: HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (triesLeft: number) => {
      marked = elementsOf(flag);
      for (const element of marked) element.setAttribute('aria-current', 'true');
      if (marked[0]) bringIntoView(marked[0]);
      else if (triesLeft > 0) timer = setTimeout(look, PAUSE, triesLeft - 1);
    };
    look(TRIES);
    return () => {
      clearTimeout(timer);
      for (const element of marked) element.removeAttribute('aria-current');
    };
  }, [flag, shown]);
}

function bringIntoView(element: HTMLElement): void {
  if (isInView(element)) return;
  element.scrollIntoView({ block: 'center' });
  // What was not laid out before has another height now.
  requestAnimationFrame(() => isInView(element) || element.scrollIntoView({ block: 'center' }));
}

/** Between the header and the lower part, which the panel covers on small windows. */
function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top > innerHeight * 0.12 && bottom < innerHeight * 0.5;
}

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

/** Where in the window a flag is put, as a part of its height: above what the panel covers on small windows. */
const PLACE = 0.27;

function bringIntoView(element: HTMLElement, triesLeft = 3): void {
  if (isInView(element) || triesLeft === 0) return;
  scrollTo({ top: scrollY + element.getBoundingClientRect().top - innerHeight * PLACE });
  // What was not laid out before has another height now.
  requestAnimationFrame(() => bringIntoView(element, triesLeft - 1));
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top > innerHeight * 0.14 && bottom < innerHeight * 0.48;
}

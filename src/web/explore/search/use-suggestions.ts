import { useEffect, useState } from 'preact/hooks';
import { fetchSuggestions, type Suggestion } from '../data/suggest.ts';

/** Milliseconds without a key before the service is asked. */
const CALM = 120;

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** What they were found by. */
  readonly text: string;
}

const NONE: Suggestions = { items: [], text: '' };

/** Entities that fit what was typed; the last ones stay until the next have come. Where the service fails, none. */
export function useSuggestions(text: string): Suggestions {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    const typed = text.trim();
    if (typed === '') {
      setFound(NONE);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetchSuggestions(typed, controller.signal).then(
        (items) => controller.signal.aborted || setFound({ items, text: typed }),
        () => controller.signal.aborted || setFound({ items: [], text: typed }),
      );
    }, CALM);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  return found;
}

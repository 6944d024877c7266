import { useEffect, useRef } from 'preact/hooks';

interface StepKeys {
  readonly onStep: (direction: 1 | -1) => void;
  readonly onClose: () => void;
}

/** N and J lead to the next flag, P and K to the one before, Escape closes; not while something is typed. */
export function useStepKeys(keys: StepKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'n' || key === 'j') latest.current.onStep(1);
      else if (key === 'p' || key === 'k') latest.current.onStep(-1);
      else if (key === 'escape') latest.current.onClose();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}

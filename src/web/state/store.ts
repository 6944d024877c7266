import { useEffect, useState } from 'preact/hooks';

/** A value that parts of the page watch. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  /** Calls back after each change. @returns what ends it */
  watch(listener: () => void): () => void;
}

/** A store that begins with `value`. Setting an equal value tells nobody. */
export function createStore<Value>(value: Value): Store<Value> {
  let current = value;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(next) {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of [...listeners]) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The store's value; the component is drawn again when it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    const update = () => setValue(() => store.get());
    update();
    return store.watch(update);
  }, [store]);
  return value;
}

import type { GraphStore } from '../store/graph-store.ts';
import type { Metrics } from './metrics.ts';

/** The store, with the time of every answer in the metrics. */
export function timedStore(store: GraphStore, metrics: Metrics): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]): unknown => {
        const start = performance.now();
        const answer: unknown = Reflect.apply(method, target, parameters);
        const note = () => metrics.took('store', String(name), (performance.now() - start) / 1000);
        if (answer instanceof Promise) answer.then(note, note);
        return answer;
      };
    },
  });
}

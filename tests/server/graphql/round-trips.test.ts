import { describe, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { startGraph } from './support.ts';

/** Counts what a store is asked, by method. */
function counted(store: GraphStore): { store: GraphStore; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const proxy = new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) => {
        calls.set(String(name), (calls.get(String(name)) ?? 0) + 1);
        return Reflect.apply(method, target, parameters);
      };
    },
  });
  return { store: proxy, calls };
}

async function startCounted() {
  const service = await startGraph();
  if (!service.services.store) throw new Error('the service has a store');
  const { store, calls } = counted(service.services.store);
  service.services.store = store;
  return { ...service, calls };
}

describe('round trips to the store', () => {
  it('do not grow with the number of entities, facts and sources asked for', async () => {
    const { ask, calls } = await startCounted();
    const query = `query ($first: Int) { entities(kind: "person", first: $first) { nodes {
      label
      facts { statement { en } sources { url } value { entity { label facts { statement { en } } } } qualifiers { role { label } } }
      factsAbout { subject { label } }
    } } }`;
    const asked = async (first: number) => {
      calls.clear();
      const { errors } = await ask(query, { first });
      expect(errors).toBeUndefined();
      return Object.fromEntries(calls);
    };
    const few = await asked(2);
    const many = await asked(20);
    expect(many).toEqual(few);
    expect(many).toEqual({ listEntities: 1, factsOf: 2, factsAbout: 1, entities: expect.any(Number) });
    expect(many.entities).toBeLessThanOrEqual(3);
  });

  it('are few for claims with their documents, passages, entities and evidence', async () => {
    const { ask, calls } = await startCounted();
    const { errors } = await ask(`{ claims { nodes {
      quote document { name } passage { text } subject { entity { label } } object { entity { label } } evidence { sources { url } }
    } } }`);
    expect(errors).toBeUndefined();
    expect(Object.fromEntries(calls)).toEqual({ listClaims: 1, documents: 1, passages: 1, entities: 1, facts: 1 });
  });

  it('fetch a document once for its text, pieces and mentions', async () => {
    const { ask, calls } = await startCounted();
    await ask('{ document(name: "notes.md") { text annotatedText { start } mentions { text entities { label } } } }');
    expect(Object.fromEntries(calls)).toEqual({ documents: 1, document: 1, entities: 1 });
  });
});

import { useEffect } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Bilingual } from '../../assessment/result.ts';
import { language } from '../state/language.ts';
import { createStore, useStore } from '../state/store.ts';
import { graphql } from './graphql.ts';
import { bilingual } from './schemas.ts';

const QUERY = 'query($ids: [String!]!) { names(ids: $ids) { id label { en zh } } }';
const schema = z.object({ names: z.array(z.object({ id: z.string(), label: bilingual })) });
const MOST = 500;

const known = createStore<ReadonlyMap<string, Bilingual>>(new Map());
const asked = new Set<string>();

/**
 * What ids of entities and predicates are called in the language of the page: `nameOf('framework/pytorch')`. They are
 * fetched once; until then, and where the service knows none, an id is its own name.
 */
export function useNames(ids: readonly string[]): (id: string) => string {
  const names = useStore(known);
  const current = useStore(language);
  useEffect(() => void fetchNames(ids), [ids]);
  return (id) => names.get(id)?.[current] ?? id;
}

async function fetchNames(ids: readonly string[]): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !asked.has(id)).slice(0, MOST);
  if (missing.length === 0) return;
  for (const id of missing) asked.add(id);
  try {
    const { names } = await graphql({ query: QUERY, variables: { ids: missing }, schema });
    known.set(new Map([...known.get(), ...names.map(({ id, label }) => [id, label] as const)]));
  } catch {
    // Names are an embellishment: without them ids are shown, and the next room asks again.
    for (const id of missing) asked.delete(id);
    return;
  }
  await fetchNames(ids);
}

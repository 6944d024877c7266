import { z } from 'zod';
import type { Statistics } from '../graph-store.ts';
import type { Connection } from './connection.ts';

const counts = z.array(z.tuple([z.string(), z.number()]));

const WHOLE: Readonly<Record<string, string>> = {
  entities: 'entities WHERE vocabulary = 0',
  facts: 'facts',
  sources: 'sources',
  documents: 'documents',
  segments: 'segments',
  passages: 'passages',
  mentions: 'mentions',
  claims: 'claims',
  contradictions: 'contradictions',
};

const totals = z.object({
  entities: z.number(),
  facts: z.number(),
  sources: z.number(),
  documents: z.number(),
  segments: z.number(),
  passages: z.number(),
  mentions: z.number(),
  claims: z.number(),
  contradictions: z.number(),
});

/** Counts everything, in one state of the graph. */
export function countAll(connection: Connection): Statistics {
  const group = (column: string, from: string): Record<string, number> => {
    const groups = `SELECT ${column} AS name, count(*) AS count FROM ${from} GROUP BY ${column} ORDER BY ${column}`;
    return Object.fromEntries(
      counts.parse(connection.json(`SELECT '[' || json_quote(name) || ',' || count || ']' AS json FROM (${groups})`)),
    );
  };
  const columns = Object.entries(WHOLE).map(([name, from]) => `(SELECT count(*) FROM ${from}) AS ${name}`);
  return connection.read(() => ({
    ...totals.parse(connection.get(`SELECT ${columns.join(', ')}`)),
    claimsByVerdict: { SUPPORTED: 0, REFUTED: 0, CONFLICTING: 0, NOT_ENOUGH_INFO: 0, ...group('verdict', 'claims') },
    entitiesByKind: group('kind', 'entities WHERE vocabulary = 0'),
    factsByPredicate: group('predicate', 'facts'),
  }));
}

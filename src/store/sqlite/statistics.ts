import { z } from 'zod';
import type { Statistics } from '../graph-answers.ts';
import { NO_CLAIMS, totals } from '../totals.ts';
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
    claimsByVerdict: { ...NO_CLAIMS, ...group('verdict', 'claims') },
    entitiesByKind: group('kind', 'entities WHERE vocabulary = 0'),
    factsByPredicate: group('predicate', 'facts'),
  }));
}

import { z } from 'zod';
import type { Statistics } from '../graph-store.ts';
import type { Run } from './connection.ts';

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

const COUNTS = `
  RETURN COUNT { (n:Entity) } - COUNT { (n:Term) } AS entities, COUNT { (n:Fact) } AS facts, COUNT { (n:Source) } AS sources,
    COUNT { (n:Document) } AS documents, COUNT { (n:Segment) } AS segments, COUNT { (n:Passage) } AS passages,
    COUNT { (n:Mention) } AS mentions, COUNT { (n:Claim) } AS claims, COUNT { ()-[r:CONTRADICTS]->() } AS contradictions`;

/** Counts everything. */
export async function countAll(run: Run): Promise<Statistics> {
  const group = async (statement: string): Promise<Record<string, number>> => {
    const rows = await run(`${statement} AS name, count(*) AS count ORDER BY name`);
    return Object.fromEntries(rows.map((row) => [row.get('name'), row.get('count')]));
  };
  const [row] = await run(COUNTS);
  return {
    ...totals.parse(row?.toObject()),
    claimsByVerdict: {
      ...{ SUPPORTED: 0, REFUTED: 0, CONFLICTING: 0, NOT_ENOUGH_INFO: 0 },
      ...(await group('MATCH (c:Claim) RETURN c.verdict')),
    },
    entitiesByKind: await group('MATCH (n:Entity) WHERE NOT n:Term RETURN n.kind'),
    factsByPredicate: await group('MATCH (f:Fact) RETURN f.predicate'),
  };
}

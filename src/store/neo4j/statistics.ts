import type { Statistics } from '../graph-answers.ts';
import { NO_CLAIMS, totals } from '../totals.ts';
import type { Run } from './connection.ts';

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
      ...NO_CLAIMS,
      ...(await group('MATCH (c:Claim) RETURN c.verdict')),
    },
    entitiesByKind: await group('MATCH (n:Entity) WHERE NOT n:Term RETURN n.kind'),
    factsByPredicate: await group('MATCH (f:Fact) RETURN f.predicate'),
  };
}

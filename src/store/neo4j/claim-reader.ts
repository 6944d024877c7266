import { int } from 'neo4j-driver';
import { byId } from '../by-key.ts';
import type { ClaimCount, Page } from '../graph-answers.ts';
import type {
  ClaimId,
  DocumentId,
  PastAssessment,
  StoredAssessment,
  StoredClaim,
  StoredContradiction,
} from '../graph-model.ts';
import type { ClaimQuery, ContradictionQuery, Topic } from '../graph-queries.ts';
import { fromCursor, pageSize, toPage } from '../paging.ts';
import { Conditions } from './conditions.ts';
import type { Connection, Row, Run } from './connection.ts';
import { bodies } from './knowledge-reader.ts';

/** A claim's columns, for `claimsIn`. */
export const CLAIM = 'c.body AS body, c.assessment AS assessment';

/** The condition of standing after `$afterDocument`, `$afterIndex` in the order of documents and places. */
export function afterPlace(node: string): string {
  return `(${node}.documentId > $afterDocument OR (${node}.documentId = $afterDocument AND ${node}.index > $afterIndex))`;
}

/** Reads claims and contradictions. */
export class ClaimReader {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async claims(ids: readonly ClaimId[]): Promise<ReadonlyMap<ClaimId, StoredClaim>> {
    return byId(
      claimsIn(await this.connection.rows(`UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN ${CLAIM}`, { ids })),
    );
  }

  async listClaims({
    verdicts,
    entity,
    document,
    predicates,
    period,
    ...page
  }: ClaimQuery = {}): Promise<Page<StoredClaim>> {
    const size = pageSize(page.limit);
    const conditions = new Conditions();
    if (page.after !== undefined) {
      const [afterDocument, afterIndex] = fromCursor('claims', page.after, 2);
      conditions.add(afterPlace('c'), { afterDocument, afterIndex });
    }
    if (verdicts) conditions.add('c.verdict IN $verdicts', { verdicts });
    if (entity !== undefined) conditions.add('(c.subjectId = $entity OR c.objectId = $entity)', { entity });
    if (document !== undefined) conditions.add('c.documentId = $document', { document });
    if (predicates) conditions.add('c.predicate IN $predicates', { predicates });
    if (period) conditions.add('c.timed');
    if (period?.from !== undefined) conditions.add('coalesce(c.toYear, $from) >= $from', { from: period.from });
    if (period?.to !== undefined) conditions.add('coalesce(c.fromYear, $to) <= $to', { to: period.to });
    const rows = await this.connection.rows(
      `MATCH (c:Claim) ${conditions.where} RETURN ${CLAIM} ORDER BY c.documentId, c.index LIMIT $limit`,
      { ...conditions.parameters, limit: int(size + 1) },
    );
    return toPage(claimsIn(rows), size, { list: 'claims', at: ({ documentId, index }) => [documentId, index] });
  }

  async claimsOn(topics: readonly Topic[]): Promise<readonly StoredClaim[]> {
    const rows = await this.connection.rows(
      `UNWIND $topics AS topic MATCH (c:Claim {subjectId: topic.subject, predicate: topic.predicate})
       WITH DISTINCT c RETURN ${CLAIM} ORDER BY c.documentId, c.index`,
      { topics },
    );
    return claimsIn(rows);
  }

  async countClaims(): Promise<readonly ClaimCount[]> {
    const rows = await this.connection.rows(
      `MATCH (c:Claim) RETURN c.documentId AS document, c.predicate AS predicate, c.verdict AS verdict, count(*) AS count
       ORDER BY document, predicate, verdict`,
    );
    return rows.map((row) => row.toObject() as ClaimCount);
  }

  async history(document: DocumentId, claim?: ClaimId): Promise<readonly PastAssessment[]> {
    const where = claim === undefined ? '' : 'WHERE a.claimId = $claim';
    const rows = await this.connection.rows(
      `MATCH (a:Assessment {documentId: $document}) ${where} RETURN a.body AS body
       ORDER BY a.assessedAt DESC, a.claimId, a.contentHash, a.knowledgeVersion, a.checkerVersion`,
      { document, claim },
    );
    return bodies(rows);
  }

  async listContradictions({ document, entity, ...page }: ContradictionQuery = {}): Promise<Page<StoredContradiction>> {
    const size = pageSize(page.limit);
    const conditions = new Conditions();
    if (page.after !== undefined)
      conditions.add('r.id > $after', { after: fromCursor('contradictions', page.after, 1)[0] });
    if (document !== undefined) conditions.add('$document IN [a.documentId, b.documentId]', { document });
    if (entity !== undefined)
      conditions.add('$entity IN [a.subjectId, a.objectId, b.subjectId, b.objectId]', { entity });
    const found = await this.connection.read((run) => contradictionsBy(run, conditions, size + 1));
    return toPage(found, size, { list: 'contradictions', at: ({ id }) => [id] });
  }
}

/** Contradictions `(a)-[r]->(b)` that meet the conditions, in the order of their ids, with their claims. */
export async function contradictionsBy(
  run: Run,
  { where, parameters }: Conditions,
  limit?: number,
): Promise<StoredContradiction[]> {
  const rows = await run(
    `MATCH (a:Claim)-[r:CONTRADICTS]->(b:Claim) ${where}
     RETURN r.id AS id, r.body AS explanation, a.body AS a, a.assessment AS assessmentA, b.body AS b, b.assessment AS assessmentB
     ORDER BY id ${limit === undefined ? '' : 'LIMIT $limit'}`,
    { ...parameters, ...(limit === undefined ? {} : { limit: int(limit) }) },
  );
  return rows.map((row) => ({
    id: row.get('id'),
    a: claim(row.get('a'), row.get('assessmentA')),
    b: claim(row.get('b'), row.get('assessmentB')),
    explanation: JSON.parse(row.get('explanation')),
  }));
}

/** Claims from the columns of `CLAIM`. */
export function claimsIn(rows: readonly Row[]): StoredClaim[] {
  return rows.map((row) => claim(row.get('body'), row.get('assessment')));
}

function claim(body: string, assessment: string): StoredClaim {
  const said = JSON.parse(body) as Omit<StoredClaim, 'assessment'>;
  return { ...said, assessment: JSON.parse(assessment) as StoredAssessment };
}

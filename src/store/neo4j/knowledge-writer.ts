import { int } from 'neo4j-driver';
import type { Source } from '../../knowledge/model.ts';
import type { KnowledgeRows, StoredFact } from '../graph-model.ts';
import { inBatches } from './batches.ts';
import type { Connection } from './connection.ts';
import { LINK_EVIDENCE } from './evidence.ts';
import { entityRow, type FactRow, factRow, type NodeRow, predicateRow, sourceRow } from './knowledge-properties.ts';
import { readVersions } from './meta.ts';
import { Turn } from './turn.ts';

/** Nodes written in one transaction. */
const BATCH = 4_000;

/**
 * Makes this the knowledge: compares every row with the hash of the node there is, and writes what differs, in
 * transactions of a few thousand nodes. Cut off, it is done again, and finds most of it done. @returns whether anything changed
 */
export async function writeKnowledge(connection: Connection, rows: KnowledgeRows): Promise<boolean> {
  const { knowledge } = await connection.read(readVersions);
  if (knowledge === rows.version) return false;
  const turn = await Turn.take(connection, rows.version);
  if (!turn) return false;
  await new KnowledgeWriter(connection, turn).write(rows);
  await turn.finish(rows.version);
  return true;
}

/** What is there: hashes by id, and the positions of facts. What the new knowledge has is taken out; the rest has gone. */
type Known = Map<string, { readonly hash: string; readonly position: number }>;

class KnowledgeWriter {
  private readonly connection: Connection;
  private readonly turn: Turn;

  constructor(connection: Connection, turn: Turn) {
    this.connection = connection;
    this.turn = turn;
  }

  async write(rows: KnowledgeRows): Promise<void> {
    const gone = {
      predicates: await this.writeNodes('Predicate', map(rows.predicates, predicateRow)),
      sources: await this.writeNodes('Source', map(rows.sources, sourceRow)),
      entities: await this.writeEntities(rows),
      facts: await this.writeFacts(rows.facts),
    };
    await this.remove(REMOVE_FACTS, gone.facts);
    await this.remove(REMOVE_ENTITIES, gone.entities);
    await this.remove([`UNWIND $ids AS id MATCH (n:Source {id: id}) DETACH DELETE n`], gone.sources);
    await this.remove([`UNWIND $ids AS id MATCH (n:Predicate {id: id}) DETACH DELETE n`], gone.predicates);
    await this.linkEvidence();
  }

  /** Predicates or sources. @returns the ids of those that have gone. */
  private async writeNodes(label: 'Predicate' | 'Source', rows: Iterable<NodeRow>): Promise<string[]> {
    const known = await this.known(label);
    const statement = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties`;
    for (const batch of inBatches(changedOnly(rows, known), BATCH)) {
      await this.turn.write(async (run) => void (await run(statement, { rows: batch })));
    }
    return [...known.keys()];
  }

  private async writeEntities({ entities }: KnowledgeRows): Promise<string[]> {
    const known = await this.known('Entity');
    for (const batch of inBatches(changedOnly(map(entities, entityRow), known), BATCH)) {
      await this.turn.write(async (run) => void (await run(WRITE_ENTITIES, { rows: batch })));
    }
    return [...known.keys()];
  }

  private async writeFacts(facts: Iterable<StoredFact>): Promise<string[]> {
    const known = await this.known('Fact');
    const changes: FactChanges = { known, moved: [], changed: new Set() };
    for (const batch of inBatches(differing(factRows(facts), changes), BATCH))
      await this.writeFactBatch(batch, changes);
    for (const rows of inBatches(changes.moved, BATCH)) {
      const statement = 'UNWIND $rows AS row MATCH (f:Fact {id: row.id}) SET f.position = row.position';
      await this.turn.write(async (run) => void (await run(statement, { rows })));
    }
    return [...known.keys()];
  }

  /** What changed is removed and made anew: it may have other sources, another wording, and no longer be drawn. */
  private async writeFactBatch(batch: readonly FactRow[], { changed }: FactChanges): Promise<void> {
    const ids = batch.flatMap(({ id }) => (changed.has(id) ? [id] : []));
    const rows = batch.map(({ properties, position, ...row }) => ({
      ...row,
      properties: { ...properties, position: int(position) },
    }));
    await this.turn.write(async (run) => {
      if (ids.length > 0) for (const statement of REMOVE_FACTS) await run(statement, { ids });
      await run(CREATE_FACTS, { rows });
    });
  }

  private async remove(statements: readonly string[], ids: readonly string[]): Promise<void> {
    for (const batch of inBatches(ids, BATCH)) {
      await this.turn.write(async (run) => {
        for (const statement of statements) await run(statement, { ids: batch });
      });
    }
  }

  /** Joins claims with the facts of their evidence that are there (again). */
  private async linkEvidence(): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows = await this.connection.rows(
        `MATCH (c:Claim) WHERE c.id > $after AND size(c.evidence) > 0 RETURN c.id AS id ORDER BY id LIMIT toInteger($limit)`,
        { after, limit: BATCH },
      );
      const claims = rows.map((row): string => row.get('id'));
      if (claims.length > 0) await this.turn.write(async (run) => void (await run(LINK_EVIDENCE, { claims })));
      after = claims.at(-1);
    }
  }

  private async known(label: 'Predicate' | 'Source' | 'Entity' | 'Fact'): Promise<Known> {
    const rows = await this.connection.rows(
      `MATCH (n:${label}) RETURN n.id AS id, n.hash AS hash, n.position AS position`,
    );
    return new Map(rows.map((row) => [row.get('id'), { hash: row.get('hash'), position: row.get('position') }]));
  }
}

/** Rows whose hash is another than that of the node there is; takes all rows out of `known`. */
function* changedOnly<T extends NodeRow>(rows: Iterable<T>, known: Known): Generator<T> {
  for (const row of rows) {
    const before = known.get(row.id);
    known.delete(row.id);
    if (before?.hash !== row.hash) yield row;
  }
}

interface FactChanges {
  readonly known: Known;
  /** Facts that only stand elsewhere. */
  readonly moved: { readonly id: string; readonly position: unknown }[];
  /** Facts of which there is another state. */
  readonly changed: Set<string>;
}

/** Like `changedOnly`; notes which facts there are already, and which only stand elsewhere. */
function* differing(rows: Iterable<FactRow>, { known, moved, changed }: FactChanges): Generator<FactRow> {
  for (const row of rows) {
    const before = known.get(row.id);
    known.delete(row.id);
    if (before?.hash === row.hash) {
      if (before.position !== row.position) moved.push({ id: row.id, position: int(row.position) });
      continue;
    }
    if (before) changed.add(row.id);
    yield row;
  }
}

function* factRows(facts: Iterable<StoredFact>): Generator<FactRow> {
  const keys = new Map<Source, string>();
  const keyOf = (source: Source): string => {
    const key = keys.get(source) ?? sourceRow(source).key;
    keys.set(source, key);
    return key;
  };
  yield* map(facts, (fact, position) => factRow(fact, position, fact.sources.map(keyOf)));
}

function* map<T, R>(items: Iterable<T>, to: (item: T, index: number) => R): Generator<R> {
  let index = 0;
  for (const item of items) yield to(item, index++);
}

const WRITE_ENTITIES = `
  UNWIND $rows AS row
  MERGE (n:Resource {id: row.id})
  SET n = row.properties
  WITH n, row, [label IN labels(n) WHERE NOT label IN row.labels] AS gone
  REMOVE n:$(gone)
  SET n:$(row.labels)`;

const CREATE_FACTS = `
  UNWIND $rows AS row
  CREATE (f:Fact) SET f = row.properties
  WITH f, row
  CALL (f, row) { MATCH (n:Resource {id: row.subject}) CREATE (n)-[:HAS_FACT]->(f) }
  CALL (f, row) { MATCH (n:Resource {id: row.object}) CREATE (f)-[:HAS_VALUE]->(n) }
  CALL (f, row) { UNWIND f.sourceIds AS id MATCH (s:Source {id: id}) CREATE (f)-[:STATED_IN]->(s) }
  CALL (row) {
    WITH row WHERE row.direct IS NOT NULL
    MATCH (a:Resource {id: row.subject}) MATCH (b:Resource {id: row.object})
    CREATE (a)-[r:$(row.direct.type)]->(b) SET r = row.direct.properties
  }`;

const REMOVE_FACTS = [
  `UNWIND $ids AS id MATCH (f:Fact {id: id})
   MATCH (:Resource {id: f.subject})-[drawn {factId: id}]->(:Resource {id: f.object}) DELETE drawn`,
  'UNWIND $ids AS id MATCH (f:Fact {id: id}) DETACH DELETE f',
];

/** What documents still name stays as a bare node. */
const REMOVE_ENTITIES = [
  `UNWIND $ids AS id MATCH (n:Resource {id: id})
   WHERE NOT EXISTS { (n)<-[:ABOUT|MENTIONS|REFERS_TO]-() } DETACH DELETE n`,
  `UNWIND $ids AS id MATCH (n:Resource {id: id})
   WITH n, [label IN labels(n) WHERE label <> 'Resource'] AS gone SET n = {id: n.id} REMOVE n:$(gone) SET n:Unknown`,
];

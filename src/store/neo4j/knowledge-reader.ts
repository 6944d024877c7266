import { int } from 'neo4j-driver';
import type { EntityId, Source } from '../../knowledge/model.ts';
import { byEnd, byId } from '../by-key.ts';
import type { Page } from '../graph-answers.ts';
import type { FactId, StoredEntity, StoredFact, StoredPredicate } from '../graph-model.ts';
import type { EntityQuery, FactFilter, FactQuery, PageQuery } from '../graph-queries.ts';
import { fromCursor, pageSize, toPage } from '../paging.ts';
import { Conditions } from './conditions.ts';
import type { Connection, Row, Run } from './connection.ts';
import { luceneQuery } from './lucene.ts';
import { SourceCache } from './source-cache.ts';

/** Reads entities, facts, predicates and sources. */
export class KnowledgeReader {
  private readonly connection: Connection;
  private readonly sources = new SourceCache();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async entities(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, StoredEntity>> {
    return this.entitiesBy(this.connection.rows, ids);
  }

  /** `entities` within a transaction. */
  async entitiesBy(run: Run, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, StoredEntity>> {
    return byId(
      bodies<StoredEntity>(await run('UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN n.body AS body', { ids })),
    );
  }

  async listEntities(query: EntityQuery = {}): Promise<Page<StoredEntity>> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined)
      conditions.add('n.id > $after', { after: fromCursor('entities', query.after, 1)[0] });
    if (!query.vocabulary) conditions.add('NOT n:Term');
    if (query.kind !== undefined) conditions.add('$kind IN n.kinds', { kind: query.kind });
    const text = query.text === undefined ? undefined : luceneQuery(query.text);
    if (query.text !== undefined && text === undefined) return { items: [] };
    const from =
      text === undefined
        ? 'MATCH (n:Entity)'
        : `CALL db.index.fulltext.queryNodes('entity_tokens', $text) YIELD node AS n WITH n`;
    const rows = await this.connection.rows(
      `${from} ${conditions.where} RETURN n.body AS body ORDER BY n.id LIMIT $limit`,
      { ...conditions.parameters, text, limit: int(size + 1) },
    );
    return toPage(bodies<StoredEntity>(rows), size, { list: 'entities', at: ({ id }) => [id] });
  }

  async predicates(): Promise<StoredPredicate[]> {
    return bodies(await this.connection.rows('MATCH (p:Predicate) RETURN p.body AS body ORDER BY p.position'));
  }

  async facts(ids: readonly FactId[]): Promise<ReadonlyMap<FactId, StoredFact>> {
    return byId(await this.factsBy(this.connection.rows, ids));
  }

  /** Facts by id, in the order written, within a transaction. */
  async factsBy(run: Run, ids: readonly FactId[]): Promise<StoredFact[]> {
    const statement = `UNWIND $ids AS id MATCH (f:Fact {id: id}) WITH DISTINCT f RETURN f.body AS body ORDER BY f.position`;
    return this.unpack(run, await run(statement, { ids }));
  }

  /** Facts by one of their ends. */
  async factsWith(
    end: 'subject' | 'object',
    ids: readonly EntityId[],
    filter: FactFilter = {},
  ): Promise<ReadonlyMap<EntityId, readonly StoredFact[]>> {
    const conditions = new Conditions();
    addFilter(conditions, filter);
    const statement = `UNWIND $ids AS id MATCH (f:Fact {${end}: id}) ${conditions.where} RETURN f.body AS body ORDER BY f.position`;
    const parameters = { ...conditions.parameters, ids: [...new Set(ids)] };
    const { rows } = this.connection;
    const facts = await this.unpack(rows, await rows(statement, parameters));
    return byEnd(end, facts);
  }

  async factCounts(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, number>> {
    const count = (end: string) => `COUNT { MATCH (f:Fact {${end}: id}) WHERE NOT f.deprecated }`;
    const rows = await this.connection.rows(
      `UNWIND $ids AS id RETURN id, ${count('subject')} + ${count('object')} AS count`,
      { ids: [...new Set(ids)] },
    );
    return new Map(rows.map((row) => [row.get('id'), row.get('count')]));
  }

  async listFacts(query: FactQuery = {}): Promise<Page<StoredFact>> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined)
      conditions.add('f.position > $after', { after: fromCursor('facts', query.after, 1)[0] });
    else conditions.add('f.position >= 0');
    addFilter(conditions, query);
    const from = query.source === undefined ? 'MATCH (f:Fact)' : 'MATCH (:Source {id: $source})<-[:STATED_IN]-(f:Fact)';
    return this.connection.read(async (run) => {
      const rows = await run(
        `${from} ${conditions.where} RETURN f.body AS body, f.position AS position ORDER BY f.position LIMIT $limit`,
        { ...conditions.parameters, source: query.source, limit: int(size + 1) },
      );
      const facts = await this.unpack(run, rows);
      const positions = new Map(facts.map((fact, index) => [fact, Number(rows[index]?.get('position'))]));
      return toPage(facts, size, { list: 'facts', at: (fact) => [positions.get(fact) ?? 0] });
    });
  }

  async listSources(query: PageQuery = {}): Promise<Page<Source>> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined) conditions.add('s.id > $after', { after: fromCursor('sources', query.after, 1)[0] });
    const rows = await this.connection.rows(
      `MATCH (s:Source) ${conditions.where} RETURN s.body AS body ORDER BY s.id LIMIT $limit`,
      { ...conditions.parameters, limit: int(size + 1) },
    );
    return toPage(bodies<Source>(rows), size, { list: 'sources', at: ({ id }) => [id] });
  }

  /** Facts from the column `body`, within a transaction. */
  unpack(run: Run, rows: readonly Row[]): Promise<StoredFact[]> {
    return this.sources.facts(
      run,
      rows.map((row) => row.get('body')),
    );
  }
}

function addFilter(conditions: Conditions, { predicates, deprecated }: FactFilter): void {
  if (predicates) conditions.add('f.predicate IN $predicates', { predicates });
  if (!deprecated) conditions.add('NOT f.deprecated');
}

/** The rows that nodes hold as JSON. They were written by this adapter, under this schema version, and are not checked. */
export function bodies<T>(rows: readonly Row[]): T[] {
  return rows.map((row) => JSON.parse(row.get('body')) as T);
}

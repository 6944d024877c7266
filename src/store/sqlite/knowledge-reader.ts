import type { EntityId, Source } from '../../knowledge/model.ts';
import { byEnd, byId } from '../by-key.ts';
import type { Page } from '../graph-answers.ts';
import type { FactId, StoredEntity, StoredFact, StoredPredicate } from '../graph-model.ts';
import type { EntityQuery, FactFilter, FactQuery, PageQuery } from '../graph-queries.ts';
import { fromCursor, pageSize, toPage } from '../paging.ts';
import type { Connection, Parameter } from './connection.ts';
import { toQuery } from './match.ts';
import { SourceCache } from './source-cache.ts';

/** Conditions and their parameters, joined by AND. */
export class Conditions {
  private readonly texts: string[] = [];
  readonly parameters: Parameter[] = [];

  add(text: string, ...parameters: Parameter[]): this {
    this.texts.push(text);
    this.parameters.push(...parameters);
    return this;
  }

  /** `WHERE …`, or nothing. */
  get where(): string {
    return this.texts.length === 0 ? '' : `WHERE ${this.texts.join(' AND ')}`;
  }
}

/** Rows of `table` whose `column` is one of a JSON list: bound as one parameter, so that one statement serves any number. */
export const ANY = 'IN (SELECT value FROM json_each(?))';

/** Reads entities, facts, predicates and sources. */
export class KnowledgeReader {
  private readonly connection: Connection;
  private readonly sources: SourceCache;

  constructor(connection: Connection) {
    this.connection = connection;
    this.sources = new SourceCache(connection);
  }

  entities(ids: readonly EntityId[]): ReadonlyMap<EntityId, StoredEntity> {
    const sql = `SELECT body AS json FROM entities WHERE id ${ANY}`;
    return byId(this.connection.json<StoredEntity>(sql, JSON.stringify(ids)));
  }

  listEntities(query: EntityQuery = {}): Page<StoredEntity> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined) conditions.add('id > ?', ...fromCursor('entities', query.after, 1));
    if (!query.vocabulary) conditions.add('vocabulary = 0');
    if (query.kind !== undefined)
      conditions.add('kind_set IN (SELECT kind_set FROM kind_sets WHERE kind = ?)', query.kind);
    if (query.text !== undefined) {
      const match = toQuery(query.text);
      if (match === undefined) return { items: [] };
      conditions.add('key IN (SELECT rowid FROM entities_fulltext WHERE entities_fulltext MATCH ?)', match);
    }
    const sql = `SELECT body AS json FROM entities ${conditions.where} ORDER BY id LIMIT ?`;
    const rows = this.connection.json<StoredEntity>(sql, ...conditions.parameters, size + 1);
    return toPage(rows, size, { list: 'entities', at: ({ id }) => [id] });
  }

  predicates(): StoredPredicate[] {
    return this.connection.json('SELECT body AS json FROM predicates ORDER BY position');
  }

  facts(ids: readonly FactId[]): ReadonlyMap<FactId, StoredFact> {
    return byId(this.sources.facts(`SELECT body AS json FROM facts WHERE id ${ANY}`, JSON.stringify(ids)));
  }

  /** Facts by one of their ends. */
  factsWith(
    end: 'subject' | 'object',
    ids: readonly EntityId[],
    filter: FactFilter = {},
  ): ReadonlyMap<EntityId, readonly StoredFact[]> {
    const conditions = new Conditions().add(`${end} ${ANY}`, JSON.stringify(ids));
    addFilter(conditions, filter);
    const facts = this.sources.facts(
      `SELECT body AS json FROM facts ${conditions.where} ORDER BY position`,
      ...conditions.parameters,
    );
    return byEnd(end, facts);
  }

  factCounts(ids: readonly EntityId[]): ReadonlyMap<EntityId, number> {
    const list = JSON.stringify(ids);
    const counts = this.connection.json<[EntityId, number]>(
      `SELECT '[' || json_quote(id) || ',' || count(*) || ']' AS json FROM (
        SELECT subject AS id FROM facts WHERE subject ${ANY} AND deprecated = 0
        UNION ALL SELECT object FROM facts WHERE object ${ANY} AND deprecated = 0) GROUP BY id`,
      list,
      list,
    );
    return new Map([...ids.map((id) => [id, 0] as const), ...counts]);
  }

  listFacts(query: FactQuery = {}): Page<StoredFact> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined) conditions.add('position > ?', ...fromCursor('facts', query.after, 1));
    addFilter(conditions, query);
    if (query.source !== undefined)
      conditions.add(
        `EXISTS (SELECT 1 FROM json_each(facts.body, '$.sources') JOIN sources ON sources.key = json_each.value WHERE sources.id = ?)`,
        query.source,
      );
    const sql = `SELECT body AS json FROM facts ${conditions.where} ORDER BY position LIMIT ?`;
    return this.connection.read(() => {
      const rows = this.sources.facts(sql, ...conditions.parameters, size + 1);
      return toPage(rows, size, { list: 'facts', at: ({ id }) => [this.positionOf(id)] });
    });
  }

  /** Facts by position, in the order written. */
  factsAt(positions: readonly number[]): StoredFact[] {
    const sql = `SELECT body AS json FROM facts WHERE position ${ANY} ORDER BY position`;
    return this.sources.facts(sql, JSON.stringify(positions));
  }

  private positionOf(fact: FactId): number {
    const row = this.connection.get('SELECT position FROM facts WHERE id = ?', fact);
    return (row as { position: number }).position;
  }

  listSources(query: PageQuery = {}): Page<Source> {
    const size = pageSize(query.limit);
    const conditions = new Conditions();
    if (query.after !== undefined) conditions.add('id > ?', ...fromCursor('sources', query.after, 1));
    const sql = `SELECT body AS json FROM sources ${conditions.where} ORDER BY id LIMIT ?`;
    const rows = this.connection.json<Source>(sql, ...conditions.parameters, size + 1);
    return toPage(rows, size, { list: 'sources', at: ({ id }) => [id] });
  }
}

function addFilter(conditions: Conditions, { predicates, deprecated }: FactFilter): void {
  if (predicates) conditions.add(`predicate ${ANY}`, JSON.stringify(predicates));
  if (!deprecated) conditions.add('deprecated = 0');
}

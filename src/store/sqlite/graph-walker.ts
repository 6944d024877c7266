import type { EntityId } from '../../knowledge/model.ts';
import type { GraphPath, Subgraph } from '../graph-answers.ts';
import type { StoredFact } from '../graph-model.ts';
import type { NeighbourhoodQuery } from '../graph-queries.ts';
import { inRange } from '../paging.ts';
import { shortestWay } from '../shortest-way.ts';
import type { Connection, Parameter } from './connection.ts';
import { ANY, Conditions, type KnowledgeReader } from './knowledge-reader.ts';

/** A fact between two entities, as far as walking needs it. */
interface Edge {
  readonly position: number;
  readonly id: string;
  readonly subject: EntityId;
  readonly object: EntityId;
}

const EDGE = `'[' || position || ',' || json_quote(id) || ',' || json_quote(subject) || ',' || json_quote(object) || ']'`;

/** Walks over the facts between entities. */
export class GraphWalker {
  private readonly connection: Connection;
  private readonly knowledge: KnowledgeReader;

  constructor(connection: Connection, knowledge: KnowledgeReader) {
    this.connection = connection;
    this.knowledge = knowledge;
  }

  neighbourhood(id: EntityId, query: NeighbourhoodQuery = {}): Subgraph | undefined {
    const depth = inRange('depth', query.depth ?? 1, [1, 3]);
    const limit = inRange('limit', query.limit ?? 500, [1, 2000]);
    return this.connection.read(() => {
      if (!this.knowledge.entities([id]).has(id)) return undefined;
      const distances = new Map([[id, 0]]);
      const edges = new Map<string, Edge>();
      let truncated = false;
      for (let step = 0; step < depth && !truncated; step++) {
        const frontier = this.passable(
          [...distances].flatMap(([at, distance]) => (distance === step ? [at] : [])),
          id,
        );
        const found = this.edgesAt(frontier, query, limit + 1).filter((edge) => !edges.has(edge.id));
        truncated = edges.size + found.length > limit;
        for (const edge of found.slice(0, limit - edges.size)) {
          edges.set(edge.id, edge);
          for (const end of [edge.subject, edge.object]) if (!distances.has(end)) distances.set(end, step + 1);
        }
      }
      return { ...this.load(distances, [...edges.values()]), truncated };
    });
  }

  shortestPath(from: EntityId, to: EntityId, maxLength = 6): GraphPath | undefined {
    inRange('maxLength', maxLength, [1, 8]);
    return this.connection.read(() => {
      if (this.knowledge.entities([from, to]).size < new Set([from, to]).size) return undefined;
      const search = shortestWay(from, to, maxLength);
      let step = search.next();
      while (!step.done) step = search.next(this.neighbours(step.value, [from, to]));
      const way = step.value;
      if (!way) return undefined;
      const entities = this.knowledge.entities(way);
      const facts = way.slice(1).map((id, index) => this.factBetween(way[index] ?? '', id));
      return { entities: way.flatMap((id) => entities.get(id) ?? []), facts };
    });
  }

  /** For each of these entities, those that a fact joins it with and that may be passed through (or are an end). */
  private neighbours(ids: readonly EntityId[], ends: readonly EntityId[]): ReadonlyMap<EntityId, readonly EntityId[]> {
    const allowed = JSON.stringify(ends);
    const list = JSON.stringify(ids);
    const pairs = this.connection.json<[EntityId, EntityId]>(
      `SELECT '[' || json_quote(a) || ',' || json_quote(b) || ']' AS json FROM (
        SELECT subject AS a, object AS b FROM facts WHERE subject ${ANY} AND object IS NOT NULL AND deprecated = 0
          AND (passable = 1 OR object ${ANY})
        UNION
        SELECT object, subject FROM facts WHERE object ${ANY} AND deprecated = 0 AND (passable = 1 OR object ${ANY}))`,
      list,
      allowed,
      list,
      allowed,
    );
    const result = new Map<EntityId, EntityId[]>();
    for (const [a, b] of pairs) result.set(a, [...(result.get(a) ?? []), b]);
    return result;
  }

  private factBetween(a: EntityId, b: EntityId): StoredFact {
    const [edge] = this.connection.json<number>(
      `SELECT position AS json FROM facts WHERE deprecated = 0 AND ((subject = ? AND object = ?) OR (subject = ? AND object = ?))
        ORDER BY id LIMIT 1`,
      ...[a, b, b, a],
    );
    const [fact] = this.knowledge.factsAt(edge === undefined ? [] : [edge]);
    if (!fact) throw new Error(`no fact joins ${a} and ${b}`);
    return fact;
  }

  /** Those of the entities that may be walked on from: things, and the centre whatever it is. */
  private passable(ids: readonly EntityId[], centre: EntityId): EntityId[] {
    const things = new Set(
      this.connection.json<string>(
        `SELECT json_quote(id) AS json FROM entities WHERE id ${ANY} AND vocabulary = 0`,
        JSON.stringify(ids),
      ),
    );
    return ids.filter((id) => id === centre || things.has(id));
  }

  /** The first facts, by id, that touch one of these entities. */
  private edgesAt(ids: readonly EntityId[], { predicates, year }: NeighbourhoodQuery, limit: number): Edge[] {
    const list = JSON.stringify(ids);
    const touching = (end: string): readonly [string, Parameter[]] => {
      const conditions = new Conditions().add(`${end} ${ANY}`, list).add('object IS NOT NULL').add('deprecated = 0');
      if (predicates) conditions.add(`predicate ${ANY}`, JSON.stringify(predicates));
      if (year !== undefined) conditions.add('coalesce(from_year, ?) <= ?', year, year);
      if (year !== undefined) conditions.add('coalesce(to_year, ?) >= ?', year, year);
      return [`SELECT position, id, subject, object FROM facts ${conditions.where}`, conditions.parameters];
    };
    const [out, outParameters] = touching('subject');
    const [into, intoParameters] = touching('object');
    return this.connection
      .json<[number, string, EntityId, EntityId]>(
        `SELECT ${EDGE} AS json FROM (${out} UNION ${into}) ORDER BY id LIMIT ?`,
        ...outParameters,
        ...intoParameters,
        limit,
      )
      .map(([position, id, subject, object]) => ({ position, id, subject, object }));
  }

  private load(distances: ReadonlyMap<EntityId, number>, edges: readonly Edge[]): Omit<Subgraph, 'truncated'> {
    const at = (id: EntityId) => distances.get(id) ?? 0;
    const near = (fact: StoredFact) =>
      Math.min(at(fact.subject), at(fact.value.type === 'entity' ? fact.value.id : fact.subject));
    const entities = [...this.knowledge.entities([...distances.keys()]).values()];
    const facts = this.knowledge.factsAt(edges.map(({ position }) => position));
    return {
      entities: entities.sort((a, b) => at(a.id) - at(b.id) || compare(a.id, b.id)),
      facts: facts.sort((a, b) => near(a) - near(b) || compare(a.id, b.id)),
    };
  }
}

/** Code-unit order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

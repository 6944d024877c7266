import { int } from 'neo4j-driver';
import type { EntityId } from '../../knowledge/model.ts';
import type { GraphPath, Subgraph } from '../graph-answers.ts';
import type { FactId, StoredFact } from '../graph-model.ts';
import type { NeighbourhoodQuery } from '../graph-queries.ts';
import { inRange } from '../paging.ts';
import { type Neighbours, shortestWay } from '../shortest-way.ts';
import { Conditions } from './conditions.ts';
import type { Connection, Run } from './connection.ts';
import type { KnowledgeReader } from './knowledge-reader.ts';
import { readOneState } from './meta.ts';

/** A fact between two entities, as far as walking needs it. */
interface Edge {
  readonly id: FactId;
  readonly subject: EntityId;
  readonly object: EntityId;
}

/**
 * Walks over the facts between entities, which are drawn as relationships of their own between entities: nothing else
 * joins two of them, and deprecated facts are not drawn.
 */
export class GraphWalker {
  private readonly connection: Connection;
  private readonly knowledge: KnowledgeReader;

  constructor(connection: Connection, knowledge: KnowledgeReader) {
    this.connection = connection;
    this.knowledge = knowledge;
  }

  async neighbourhood(id: EntityId, query: NeighbourhoodQuery = {}): Promise<Subgraph | undefined> {
    const depth = inRange('depth', query.depth ?? 1, [1, 3]);
    const limit = inRange('limit', query.limit ?? 500, [1, 2000]);
    return readOneState(this.connection, async (run) => {
      if (!(await this.knowledge.entitiesBy(run, [id])).has(id)) return undefined;
      const distances = new Map([[id, 0]]);
      const edges = new Map<FactId, Edge>();
      let truncated = false;
      for (let step = 0; step < depth && !truncated; step++) {
        const frontier = [...distances].flatMap(([at, distance]) => (distance === step ? [at] : []));
        const touching = await edgesAt(run, { ids: frontier, centre: id, limit: limit + 1 }, query);
        const found = touching.filter((edge) => !edges.has(edge.id));
        truncated = edges.size + found.length > limit;
        for (const edge of found.slice(0, limit - edges.size)) {
          edges.set(edge.id, edge);
          for (const end of [edge.subject, edge.object]) if (!distances.has(end)) distances.set(end, step + 1);
        }
      }
      return { ...(await this.load(run, distances, [...edges.keys()])), truncated };
    });
  }

  async shortestPath(from: EntityId, to: EntityId, maxLength = 6): Promise<GraphPath | undefined> {
    inRange('maxLength', maxLength, [1, 8]);
    return readOneState(this.connection, async (run) => {
      if ((await this.knowledge.entitiesBy(run, [from, to])).size < new Set([from, to]).size) return undefined;
      const search = shortestWay(from, to, maxLength);
      let step = search.next();
      while (!step.done) step = search.next(await neighbours(run, step.value, [from, to]));
      const way = step.value;
      if (!way) return undefined;
      const entities = await this.knowledge.entitiesBy(run, way);
      return { entities: way.flatMap((id) => entities.get(id) ?? []), facts: await this.factsAlong(run, way) };
    });
  }

  /** For each step of a way, the fact with the smallest id that joins its ends. */
  private async factsAlong(run: Run, way: readonly EntityId[]): Promise<StoredFact[]> {
    const steps = way.slice(1).map((b, index) => ({ a: way[index] ?? '', b }));
    const rows = await run(
      `UNWIND $steps AS step MATCH (:Entity {id: step.a})-[r]-(:Entity {id: step.b})
       RETURN step.a AS a, step.b AS b, min(r.factId) AS id`,
      { steps },
    );
    const ids = new Map(rows.map((row) => [`${row.get('a')} ${row.get('b')}`, row.get('id') as FactId]));
    const facts = await this.knowledge.factsBy(run, [...ids.values()]);
    return steps.flatMap(({ a, b }) => facts.find(({ id }) => id === ids.get(`${a} ${b}`)) ?? []);
  }

  private async load(
    run: Run,
    distances: ReadonlyMap<EntityId, number>,
    edges: readonly FactId[],
  ): Promise<Omit<Subgraph, 'truncated'>> {
    const at = (id: EntityId) => distances.get(id) ?? 0;
    const near = ({ subject, value }: StoredFact) =>
      Math.min(at(subject), at(value.type === 'entity' ? value.id : subject));
    const entities = [...(await this.knowledge.entitiesBy(run, [...distances.keys()])).values()];
    const facts = await this.knowledge.factsBy(run, edges);
    return {
      entities: entities.sort((a, b) => at(a.id) - at(b.id) || compare(a.id, b.id)),
      facts: facts.sort((a, b) => near(a) - near(b) || compare(a.id, b.id)),
    };
  }
}

interface EdgeQuery {
  readonly ids: readonly EntityId[];
  /** Walked on from whatever it is; of the others, only things. */
  readonly centre: EntityId;
  readonly limit: number;
}

/** The first facts, by id, that touch one of these entities. */
async function edgesAt(
  run: Run,
  { ids, centre, limit }: EdgeQuery,
  { predicates, year }: NeighbourhoodQuery,
): Promise<Edge[]> {
  const conditions = new Conditions().add('(a.id = $centre OR NOT a:Term)', { centre });
  if (predicates) conditions.add('r.predicate IN $predicates', { predicates });
  if (year !== undefined) conditions.add('coalesce(r.fromYear, $year) <= $year', { year });
  if (year !== undefined) conditions.add('coalesce(r.toYear, $year) >= $year');
  const rows = await run(
    `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r]-(:Entity) ${conditions.where}
     WITH DISTINCT r ORDER BY r.factId LIMIT $limit
     RETURN r.factId AS id, startNode(r).id AS subject, endNode(r).id AS object ORDER BY id`,
    { ...conditions.parameters, ids, limit: int(limit) },
  );
  return rows.map((row) => ({ id: row.get('id'), subject: row.get('subject'), object: row.get('object') }));
}

/** For each of these entities, those that a fact joins it with and that may be passed through (or are an end). */
async function neighbours(run: Run, ids: readonly EntityId[], ends: readonly EntityId[]): Promise<Neighbours> {
  const rows = await run(
    `UNWIND $ids AS id MATCH (a:Entity {id: id})--(b:Entity)
     WHERE (NOT a:Term OR a.id IN $ends) AND (NOT b:Term OR b.id IN $ends)
     RETURN id, collect(DISTINCT b.id) AS others`,
    { ids, ends },
  );
  return new Map(rows.map((row) => [row.get('id'), row.get('others')]));
}

/** Code-unit order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

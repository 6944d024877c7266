import { int } from 'neo4j-driver';
import type { NearestPassage } from '../graph-answers.ts';
import type { PassageId, StoredPassage } from '../graph-model.ts';
import type { VectorQuery } from '../graph-queries.ts';
import type { PassageVectors } from '../graph-store.ts';
import { inRange } from '../paging.ts';
import type { Connection } from './connection.ts';
import { changed } from './meta.ts';

/** The index knows neither models nor languages: so many times as many neighbours are asked for. */
const SPARE = 4;
/** Since an index that was just written may lag behind: how long to wait for it, in seconds. */
const INDEXED_WITHIN = 30;

/** Vectors of passages, in a vector index (HNSW), so that services need no index of their own. */
export class Neo4jVectors implements PassageVectors {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async passagesWithoutVector(model: string, limit = 100): Promise<readonly StoredPassage[]> {
    const rows = await this.connection.rows(
      `MATCH (p:Passage) WHERE p.vectorModel IS NULL OR p.vectorModel <> $model
       RETURN p.body AS body ORDER BY p.documentId, p.index LIMIT $limit`,
      { model, limit: int(inRange('limit', limit, [1, 1000])) },
    );
    return rows.map((row) => JSON.parse(row.get('body')) as StoredPassage);
  }

  async writeVectors(model: string, vectors: ReadonlyMap<PassageId, Float32Array>): Promise<void> {
    const rows = [...vectors].map(([id, vector]) => ({ id, vector: [...vector] }));
    await this.connection.write(async (run) => {
      await run('MATCH (p:Passage) WHERE p.vectorModel <> $model REMOVE p.vector, p.vectorModel', { model });
      await run(
        `UNWIND $rows AS row MATCH (p:Passage {id: row.id}) SET p.vectorModel = $model
         WITH p, row CALL db.create.setNodeVectorProperty(p, 'vector', row.vector)`,
        { model, rows },
      );
      await changed(run);
    });
    await this.connection.rows('CALL db.awaitIndex("passage_vector", $seconds)', { seconds: int(INDEXED_WITHIN) });
  }

  async nearestPassages({ model, vector, language, limit = 20 }: VectorQuery): Promise<readonly NearestPassage[]> {
    const most = inRange('limit', limit, [1, 200]);
    const rows = await this.connection.rows(
      `CALL db.index.vector.queryNodes('passage_vector', $wide, $vector) YIELD node AS p, score
       WHERE p.vectorModel = $model AND ($language IS NULL OR p.language = $language)
       RETURN p.body AS body, score ORDER BY score DESC, p.documentId, p.index LIMIT $limit`,
      { model, vector: [...vector], language: language ?? null, limit: int(most), wide: int(most * SPARE) },
    );
    // The index scores a cosine as (1 + cosine) / 2
    return rows.map((row) => ({
      similarity: 2 * row.get('score') - 1,
      passage: JSON.parse(row.get('body')) as StoredPassage,
    }));
  }
}

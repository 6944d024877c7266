import type { NearestPassage } from '../graph-answers.ts';
import type { PassageId, StoredPassage } from '../graph-model.ts';
import type { VectorQuery } from '../graph-queries.ts';
import type { PassageVectors } from '../graph-store.ts';
import { inRange } from '../paging.ts';
import type { Connection } from './connection.ts';
import { insertAll, insertion } from './insert.ts';
import { changed } from './meta.ts';

const VECTOR = insertion('passage_vectors', 'passage,model,language,vector', 'INSERT OR REPLACE');

/** Vectors of passages, compared one by one: tens of thousands take some ten milliseconds. */
export class SqliteVectors implements PassageVectors {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async passagesWithoutVector(model: string, limit = 100): Promise<readonly StoredPassage[]> {
    return this.connection.json<StoredPassage>(
      `SELECT body AS json FROM passages WHERE key NOT IN (SELECT passage FROM passage_vectors WHERE model = ?)
       ORDER BY document, position LIMIT ?`,
      ...[model, inRange('limit', limit, [1, 1000])],
    );
  }

  async writeVectors(model: string, vectors: ReadonlyMap<PassageId, Float32Array>): Promise<void> {
    await this.connection.write(() => {
      this.connection.run('DELETE FROM passage_vectors WHERE model <> ?', model);
      const found = this.connection.json<[number, PassageId, string]>(
        `SELECT '[' || key || ',' || json_quote(id) || ',' || (body -> '$.language') || ']' AS json
         FROM passages WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify([...vectors.keys()]),
      );
      const rows = found.flatMap(([key, id, language]) => {
        const vector = vectors.get(id);
        return vector ? [[key, model, language, bytesOf(vector)]] : [];
      });
      insertAll(this.connection, VECTOR, rows);
      changed(this.connection);
    });
  }

  async nearestPassages({ model, vector, language, limit = 20 }: VectorQuery): Promise<readonly NearestPassage[]> {
    const most = inRange('limit', limit, [1, 200]);
    const rows = this.connection.json<[number, StoredPassage]>(
      `SELECT '[' || similarity || ',' || body || ']' AS json FROM
        (SELECT passage, 1 - vector_distance_cos(vector, ?) AS similarity FROM passage_vectors
         WHERE model = ? AND length(vector) = ? AND (? IS NULL OR language = ?) ORDER BY similarity DESC LIMIT ?)
        JOIN passages ON key = passage ORDER BY similarity DESC, document, position`,
      ...[bytesOf(vector), model, vector.byteLength, language ?? null, language ?? null, most],
    );
    return rows.map(([similarity, passage]) => ({ similarity, passage }));
  }
}

function bytesOf(vector: Float32Array): Uint8Array {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

import type { Source } from '../../knowledge/model.ts';
import type { StoredFact } from '../graph-model.ts';
import type { Connection } from './connection.ts';

/** A fact as kept: its sources as keys of the table `sources`. */
export type PackedFact = Omit<StoredFact, 'sources'> & { sources: readonly number[] };

/** Sources by key. A key stands for one content for ever, so what is here is never out of date. */
export class SourceCache {
  private readonly connection: Connection;
  private readonly sources = new Map<number, Source>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The facts that a query of `body` texts (as column `json`) gives, with their sources. */
  facts(sql: string, ...parameters: (string | number | null)[]): StoredFact[] {
    const packed = this.connection.json<PackedFact>(sql, ...parameters);
    if (packed.every(({ sources }) => sources.every((key) => this.sources.has(key)))) return this.unpack(packed);
    return this.connection.read(() => {
      for (const [key, source] of this.connection.json<[number, Source]>(ALL)) this.sources.set(key, source);
      return this.unpack(this.connection.json<PackedFact>(sql, ...parameters));
    });
  }

  private unpack(packed: readonly PackedFact[]): StoredFact[] {
    return packed.map((fact) => ({ ...fact, sources: fact.sources.flatMap((key) => this.sources.get(key) ?? []) }));
  }
}

const ALL = `SELECT '[' || key || ',' || body || ']' AS json FROM sources`;

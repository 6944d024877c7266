import { join } from 'node:path';
import type { GraphStore } from './graph-store.ts';
import type { StoreError } from './store-error.ts';

/** Where the graph is kept. */
export interface StoreSettings {
  /** The data folder; made where it does not exist. Used where `neo4j` is absent. */
  readonly data: string;
  readonly neo4j?: Neo4jSettings | undefined;
}

export interface Neo4jSettings {
  /** `neo4j://`, `neo4j+s://`, `bolt://` … */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Default: the server's default database. */
  readonly database?: string | undefined;
}

export interface StoreOptions {
  /**
   * Milliseconds that reading and writing wait for a server that went away after the graph was opened; what takes longer ends
   * with `STORE_UNREACHABLE`. Default: two minutes. A file never goes away.
   */
  readonly patience?: { readonly reading: number; readonly writing: number } | undefined;
  /** Called while something waits, about twice a second. */
  readonly onWait?: ((reason: StoreError) => void) | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settles flag and environment: `--data` / `ERRATA_DATA` (default `./data`), `NEO4J_URI`, `NEO4J_USER` (default `neo4j`),
 * `NEO4J_PASSWORD`, `NEO4J_DATABASE`. Empty variables count as unset.
 */
export function storeSettings(flags: { readonly data?: string | undefined }, environment: Environment): StoreSettings {
  const data = flags.data ?? (environment.ERRATA_DATA || './data');
  const uri = environment.NEO4J_URI || undefined;
  if (uri === undefined) return { data };
  const database = environment.NEO4J_DATABASE || undefined;
  const user = environment.NEO4J_USER || 'neo4j';
  return { data, neo4j: { uri, user, password: environment.NEO4J_PASSWORD ?? '', database } };
}

/**
 * Opens the graph: Neo4j where its address is set, else the SQLite file in the data folder. Makes or upgrades the schema
 * where it must. Adapters are loaded only when needed. @throws StoreError naming what is wrong and the fix.
 */
export async function openStore(settings: StoreSettings, options: StoreOptions = {}): Promise<GraphStore> {
  if (settings.neo4j) {
    const { openNeo4jStore } = await import('./neo4j/neo4j-store.ts');
    const { patience, onWait } = options;
    return openNeo4jStore(settings.neo4j, { patience: patience?.writing, readingPatience: patience?.reading, onWait });
  }
  const { openSqliteStore } = await import('./sqlite/sqlite-store.ts');
  return openSqliteStore(join(settings.data, 'graph.sqlite'));
}

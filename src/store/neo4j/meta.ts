import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../store-error.ts';
import type { Connection, Run } from './connection.ts';

/** What the graph says about itself: one node `(:Store {id: 'errata'})`. */

const CYPHER = fileURLToPath(new URL('../../../schema/cypher/', import.meta.url));
/** The version of the schema that this program makes: the number that the last file of `schema/cypher` begins with. */
export const SCHEMA_VERSION = 2;
/** The first version of Neo4j that knows labels and types given as parameters. */
const OLDEST = [5, 26] as const;

/** Checks the server and brings the schema up to date. @throws StoreError `STORE_NEWER`, `STORE_BAD_SETTING`, … */
export async function prepareSchema(connection: Connection): Promise<void> {
  checkServer(await connection.serverAgent(), connection.place.address);
  const version = await schemaVersion(connection);
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) throw tooNew(version, connection.place.address);
  for (const statement of statementsAfter(version)) await connection.schema(statement);
  await connection.schema('CALL db.awaitIndexes(300)');
  await connection.write((run) =>
    run(
      `MERGE (store:Store {id: 'errata'}) ON CREATE SET store.revision = 0
       SET store.schema = toInteger($version)`,
      { version: SCHEMA_VERSION },
    ),
  );
}

/** The statements of the schema files after a version, comments left out. */
export function statementsAfter(version: number): string[] {
  const files = readdirSync(CYPHER).filter((name) => name.endsWith('.cypher') && Number.parseInt(name, 10) > version);
  return files.sort().flatMap((name) =>
    readFileSync(join(CYPHER, name), 'utf8')
      .replace(/^\/\/.*$/gmu, '')
      .split(/;\s*$/mu)
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ''),
  );
}

export interface Versions {
  readonly revision: number;
  readonly knowledge?: string;
}

const VERSIONS = `OPTIONAL MATCH (store:Store {id: 'errata'}) RETURN store.revision AS revision, store.knowledge AS knowledge`;

/** The revision, and the version of the knowledge where it is whole. */
export async function readVersions(run: Run): Promise<Versions> {
  const [row] = await run(VERSIONS);
  const knowledge: unknown = row?.get('knowledge');
  return { revision: Number(row?.get('revision') ?? 0), ...(typeof knowledge === 'string' ? { knowledge } : {}) };
}

/** Notes that a transaction changes something. Last in it: until it commits, no other can get past this. */
export async function changed(run: Run): Promise<void> {
  await run(`MATCH (store:Store {id: 'errata'}) SET store.revision = store.revision + 1`);
}

/** How often a reading is begun again because something was written meanwhile. */
const ATTEMPTS = 4;

/**
 * Several readings of one state. Neo4j shows a transaction what others commit meanwhile, so the revision is compared
 * before and after; where it moved, all is read again, in the end as it comes.
 */
export async function readOneState<T>(connection: Connection, work: (run: Run) => Promise<T>): Promise<T> {
  return connection.read(async (run) => {
    for (let attempt = 1; ; attempt++) {
      const before = await readVersions(run);
      const result = await work(run);
      const after = await readVersions(run);
      if (before.revision === after.revision || attempt === ATTEMPTS) return result;
    }
  });
}

async function schemaVersion(connection: Connection): Promise<number> {
  const [row] = await connection.rows(`OPTIONAL MATCH (store:Store {id: 'errata'}) RETURN store.schema AS schema`);
  return Number(row?.get('schema') ?? 0);
}

function checkServer(agent: string, address: string): void {
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/u.exec(agent) ?? []).slice(1).map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const fix = `Use Neo4j ${OLDEST.join('.')} LTS or newer.`;
  throw new StoreError('STORE_BAD_SETTING', `The server at ${address} is ${agent || 'no Neo4j'}. ${fix}`);
}

function tooNew(version: number, address: string): StoreError {
  const fix = 'Update Errata, or use another database with NEO4J_DATABASE.';
  return new StoreError(
    'STORE_NEWER',
    `The graph at ${address} was made by a newer version of Errata (schema ${version}; this one knows ${SCHEMA_VERSION}). ${fix}`,
  );
}

import { z } from 'zod';
import { hashOf } from '../ids.ts';
import { StoreError } from '../store-error.ts';
import { Connection } from './connection.ts';
import { metaText, setMeta } from './meta.ts';

/** Marks a file as a graph of Errata («Errg»). */
const APPLICATION_ID = 0x45727267;

/**
 * The steps from each schema version to the next: never change one that was released, add another. Rows keep what they are
 * asked for by in columns, and all they say as JSON in `body`. `fulltext` tables hold tokens (see full-text.ts) and no content.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  INSERT INTO meta VALUES ('revision', 0);

  CREATE TABLE predicates (position INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE entities (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, kind_set INTEGER, vocabulary INTEGER NOT NULL, body TEXT NOT NULL
  );
  -- Many entities are of the same kinds: each set of kinds is kept once.
  CREATE INDEX entities_by_kinds ON entities (kind_set);
  CREATE TABLE kind_sets (kind TEXT NOT NULL, kind_set INTEGER NOT NULL, PRIMARY KEY (kind, kind_set)) WITHOUT ROWID;
  -- A key stands for one content for ever, so that what was read by key need not be read again.
  CREATE TABLE sources (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
  CREATE TABLE facts (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT,
    deprecated INTEGER NOT NULL, passable INTEGER NOT NULL, from_year INTEGER, to_year INTEGER, body TEXT NOT NULL
  );
  CREATE INDEX facts_by_subject ON facts (subject);
  CREATE INDEX facts_by_object ON facts (object) WHERE object IS NOT NULL;
  CREATE VIRTUAL TABLE entities_fulltext USING fts5 (names, description, content='', contentless_delete=1);
  CREATE VIRTUAL TABLE facts_fulltext USING fts5 (statement, content='', contentless_delete=1);
  -- Larger batches for the largest index: twice as fast to fill
  INSERT INTO facts_fulltext (facts_fulltext, rank) VALUES ('hashsize', 16777216);

  CREATE TABLE documents (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, content_hash TEXT NOT NULL, knowledge_version TEXT NOT NULL,
    checker_version TEXT NOT NULL, compared INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX documents_by_name ON documents (name, id);
  CREATE TABLE texts (document TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE segments (document TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID;
  CREATE TABLE passages (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX passages_by_document ON passages (document, position);
  CREATE VIRTUAL TABLE passages_fulltext USING fts5 (text, content='', contentless_delete=1);
  CREATE TABLE mentions (document TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, position)) WITHOUT ROWID;
  CREATE TABLE mentioned (
    entity TEXT NOT NULL, document TEXT NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (entity, document, passage)
  ) WITHOUT ROWID;
  CREATE INDEX mentioned_by_document ON mentioned (document);
  CREATE TABLE claims (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, position INTEGER NOT NULL, subject TEXT,
    predicate TEXT NOT NULL, object TEXT, timed INTEGER NOT NULL, from_year INTEGER, to_year INTEGER, verdict TEXT NOT NULL,
    body TEXT NOT NULL, assessment TEXT NOT NULL
  );
  CREATE UNIQUE INDEX claims_by_document ON claims (document, position);
  CREATE INDEX claims_by_subject ON claims (subject, predicate) WHERE subject IS NOT NULL;
  CREATE INDEX claims_by_object ON claims (object) WHERE object IS NOT NULL;
  CREATE INDEX claims_by_verdict ON claims (verdict, document, position);
  CREATE INDEX claims_by_predicate ON claims (predicate, document, position);
  CREATE TABLE history (
    document TEXT NOT NULL, claim TEXT NOT NULL, content_hash TEXT NOT NULL, knowledge_version TEXT NOT NULL,
    checker_version TEXT NOT NULL, assessed_at TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (document, claim, content_hash, knowledge_version, checker_version)
  ) WITHOUT ROWID;
  CREATE TABLE contradictions (
    id TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, document_a TEXT NOT NULL, document_b TEXT NOT NULL, explanation TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX contradictions_by_a ON contradictions (document_a);
  CREATE INDEX contradictions_by_b ON contradictions (document_b);
  CREATE INDEX contradictions_by_claim_a ON contradictions (a);
  CREATE INDEX contradictions_by_claim_b ON contradictions (b);
  `,
  `
  -- Vectors as 32-bit floats, as the engine compares them
  CREATE TABLE passage_vectors (passage INTEGER PRIMARY KEY, model TEXT NOT NULL, language TEXT NOT NULL, vector BLOB NOT NULL);
  CREATE INDEX passage_vectors_by_model ON passage_vectors (model, passage);
  `,
];

/** The schema version that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
/** Stands in a file whose tables are exactly those of these steps. */
const SHAPE = hashOf(MIGRATIONS, 16);

const marks = z.object({ version: z.number(), application: z.number(), tables: z.number() });

/** Sets the file up, or brings it to this schema version. @throws StoreError `STORE_NEWER`, `STORE_CORRUPT`, … */
export async function prepareSchema(connection: Connection): Promise<void> {
  const version = versionOf(connection);
  if (version === SCHEMA_VERSION && hasShape(connection)) return configure(connection);
  if (version > 0) checkTables(connection, version);
  await connection.patiently(() => connection.execute('PRAGMA journal_mode = WAL'));
  await configure(connection);
  await connection.write(() => {
    for (const step of MIGRATIONS.slice(versionOf(connection))) connection.execute(step);
    connection.execute(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    setMeta(connection, 'shape', SHAPE);
  });
}

function hasShape(connection: Connection): boolean {
  const sql = `SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'meta'`;
  const { tables } = connection.get(sql) as { tables: number };
  return tables > 0 && metaText(connection, 'shape') === SHAPE;
}

/** Compares the tables with those that the steps up to a version make. @throws StoreError `STORE_OUTDATED` */
function checkTables(connection: Connection, version: number): void {
  const tables = `SELECT coalesce(group_concat(sql, ';'), '') AS sql FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)`;
  const expected = new Connection(':memory:');
  try {
    for (const step of MIGRATIONS.slice(0, version)) expected.execute(step);
    if ((expected.get(tables) as { sql: string }).sql === (connection.get(tables) as { sql: string }).sql) return;
  } finally {
    expected.close();
  }
  throw new StoreError(
    'STORE_OUTDATED',
    `${connection.file} was made by an unfinished version of Errata and cannot be brought up to date. Move it away, with its -wal and -shm files, and run 'errata ingest' on your documents again: it makes the graph anew.`,
  );
}

/** The file's schema version, 0 for an empty file. @throws StoreError where it is not ours or too new. */
function versionOf(connection: Connection): number {
  const { version, application, tables } = marks.parse(
    connection.get(
      `SELECT (SELECT user_version FROM pragma_user_version) AS version,
        (SELECT application_id FROM pragma_application_id) AS application, (SELECT count(*) FROM sqlite_schema) AS tables`,
    ),
  );
  if (application !== APPLICATION_ID && tables > 0) {
    throw new StoreError(
      'STORE_CORRUPT',
      `${connection.file} belongs to another program. Choose another data folder with --data.`,
    );
  }
  if (version <= SCHEMA_VERSION) return version;
  throw new StoreError(
    'STORE_NEWER',
    `${connection.file} was made by a newer version of Errata (schema ${version}; this one knows ${SCHEMA_VERSION}). Update Errata, or choose another data folder with --data.`,
  );
}

/** Settings of a connection: durable against crashes of the program; a page cache of 64 MB, a log of 16 MB. */
async function configure(connection: Connection): Promise<void> {
  await connection.patiently(() =>
    connection.execute(
      'PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000; PRAGMA journal_size_limit = 16000000; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF',
    ),
  );
}

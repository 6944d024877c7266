import { chmodSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { toStoreError } from '../../../src/store/sqlite/errors.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { manyDocuments, rowsOf, snapshot, worldRows } from '../../contract/support.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'errata-faults-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A file with the world and a document in it. */
async function filled(): Promise<string> {
  const file = join(folder(), 'graph.sqlite');
  const store = await openSqliteStore(file);
  await store.writeKnowledge(worldRows);
  for (const { name, text } of manyDocuments(8)) await store.writeDocument(rowsOf(name, text));
  await store.close();
  return file;
}

it('waits for another process that writes, and says so where it takes too long', async () => {
  const file = await filled();
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const store = await openSqliteStore(file, { patience: 150 });
  onTestFinished(() => store.close());
  const rows = rowsOf('new.md', 'Ada Byte was born in 1986.');
  await expect(store.writeDocument(rows)).rejects.toMatchObject({
    code: 'STORE_LOCKED',
    message: expect.stringContaining('try again'),
  });
  // Reading goes on meanwhile
  expect((await store.statistics()).documents).toBe(8);
  const patient = await openSqliteStore(file, { patience: 20_000 });
  onTestFinished(() => patient.close());
  const writing = patient.writeDocument(rows);
  setTimeout(() => {
    other.exec('COMMIT');
    other.close();
  }, 200);
  expect(await writing).toBe('added');
});

it('names a damaged file, and what to do', async () => {
  const file = await filled();
  const bytes = readFileSync(file);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from('this is no database at all, whatever it once was'), bytes.subarray(48)]),
  );
  await expect(openSqliteStore(file)).rejects.toMatchObject({
    code: 'STORE_CORRUPT',
    message: expect.stringContaining('Move it away'),
  });
});

it('names a file that was cut off or overwritten in the middle', async () => {
  const file = await filled();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096 * 3, 4096 * 40);
  writeFileSync(file, bytes);
  truncateSync(file, 4096 * 40);
  const attempt = async () => {
    const store = await openSqliteStore(file);
    try {
      await snapshot(store);
      await store.writeKnowledge({ ...worldRows, version: 'another' });
    } finally {
      await store.close();
    }
  };
  await expect(attempt()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
});

it('leaves files of newer versions and of other programs alone', async () => {
  const file = await filled();
  const newer = new Database(file);
  newer.exec('PRAGMA user_version = 99');
  newer.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  newer.close();
  const before = readFileSync(file);
  await expect(openSqliteStore(file)).rejects.toMatchObject({
    code: 'STORE_NEWER',
    message: expect.stringMatching(/schema 99.*Update Errata/u),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  const foreign = join(folder(), 'graph.sqlite');
  const database = new Database(foreign);
  database.exec('CREATE TABLE customers (name TEXT); PRAGMA user_version = 1');
  database.close();
  await expect(openSqliteStore(foreign)).rejects.toMatchObject({
    code: 'STORE_CORRUPT',
    message: expect.stringContaining('another program'),
  });
});

it('brings a file of an older version up to date and keeps what it holds', async () => {
  const file = await filled();
  const old = new Database(file);
  old.exec(`DROP TABLE passage_vectors; DELETE FROM meta WHERE key = 'shape'; PRAGMA user_version = 1`);
  old.close();
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  expect((await store.statistics()).documents).toBe(8);
  expect(await store.passagesWithoutVector('some model')).not.toEqual([]);
});

it('names a file of an unfinished version, and what to do', async () => {
  const file = await filled();
  const unfinished = new Database(file);
  unfinished.exec(`ALTER TABLE claims RENAME COLUMN timed TO has_time; DELETE FROM meta WHERE key = 'shape'`);
  unfinished.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  unfinished.close();
  const before = readFileSync(file);
  await expect(openSqliteStore(file)).rejects.toMatchObject({
    code: 'STORE_OUTDATED',
    message: expect.stringMatching(/unfinished version .* Move it away.*errata ingest/u),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('changes nothing where the disk is full', async () => {
  const file = await filled();
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  const before = await snapshot(store);
  // The engine's own limit raises the same error as a disk without space
  const { page_count: pages } = new Database(file).prepare('PRAGMA page_count').get([]) as { page_count: number };
  const limited = await openSqliteStore(file, { mostPages: pages + 4 });
  onTestFinished(() => limited.close());
  const long = manyDocuments(60)
    .map(({ text }) => text)
    .join('\n');
  await expect(limited.writeDocument(rowsOf('long.md', long))).rejects.toMatchObject({
    code: 'STORE_FULL',
    message: expect.stringContaining('Free space'),
  });
  expect(await snapshot(store)).toEqual(before);
  expect(await limited.forgetDocument(before.documents[0]?.document.id ?? '')).toBe(true);
});

it.skipIf(process.getuid?.() === 0)('names a folder that cannot be written', async () => {
  const data = folder();
  chmodSync(data, 0o500);
  await expect(openStore({ data })).rejects.toMatchObject({ message: expect.stringMatching(/permission/u) });
});

it.each([
  ['SQLITE_READONLY', 8, 'STORE_READ_ONLY'],
  ['UNKNOWN_SQLITE_ERROR_1544', 1544, 'STORE_READ_ONLY'],
  ['UNKNOWN_SQLITE_ERROR_261', 261, 'STORE_LOCKED'],
  ['UNKNOWN_SQLITE_ERROR_779', 779, 'STORE_CORRUPT'],
])('knows what the engine calls %s', (code, rawCode, expected) => {
  const cause = Object.assign(new Error('words of the engine'), { code, rawCode });
  expect(toStoreError(cause, 'graph.sqlite')).toMatchObject({ code: expected, cause });
});

it('names a data folder that is a file', async () => {
  const data = join(folder(), 'data');
  writeFileSync(data, 'not a folder');
  await expect(openStore({ data })).rejects.toMatchObject({
    code: 'STORE_UNREACHABLE',
    message: expect.stringContaining('--data'),
  });
});

it('keeps its file small after much writing', async () => {
  const file = await filled();
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  const { bytes: before = 0 } = await store.status();
  for (let turn = 0; turn < 5; turn++) {
    for (const { name, text } of manyDocuments(8)) await store.writeDocument(rowsOf(name, `${text}\n\nTurn ${turn}.`));
    await store.writeKnowledge({ ...worldRows, version: `turn ${turn}` });
  }
  expect((await store.status()).bytes).toBeLessThan(before * 3 + 5_000_000);
});

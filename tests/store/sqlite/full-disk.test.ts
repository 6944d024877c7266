import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { smallDisk } from '../../contract/small-disk.ts';
import { differences, ingestionInto, manyDocuments, snapshot } from '../../contract/support.ts';

const DOCUMENTS = 40;

async function ingestAll(file: string): Promise<void> {
  const store = await openSqliteStore(file);
  try {
    const ingestion = ingestionInto(store);
    await ingestion.loadKnowledge();
    for (const given of manyDocuments(DOCUMENTS)) await ingestion.ingest(given);
    await ingestion.compareDocuments();
  } finally {
    await store.close();
  }
}

async function read(file: string) {
  const store = await openSqliteStore(file);
  const found = await snapshot(store);
  await store.close();
  return found;
}

it('on a full disk an ingestion ends with the fix, keeps what it had, and goes on once there is space', {
  timeout: 480_000,
}, async ({ skip }) => {
  const disk = smallDisk(40);
  if (disk === undefined) return skip();
  const elsewhere = mkdtempSync(join(tmpdir(), 'errata-roomy-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
  await ingestAll(join(elsewhere, 'graph.sqlite'));
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(39_700_000));
  const file = join(disk, 'graph.sqlite');
  await expect(ingestAll(file)).rejects.toMatchObject({
    code: 'STORE_FULL',
    message: expect.stringMatching(/no space is left .* Free space/u),
  });
  rmSync(ballast);
  const kept = await read(file);
  for (const document of kept.documents) expect(document?.claims.length).toBeGreaterThan(0);
  expect(kept.documents.length).toBeLessThan(DOCUMENTS);
  await ingestAll(file);
  expect(differences(await read(file), await read(join(elsewhere, 'graph.sqlite')))).toEqual([]);
});

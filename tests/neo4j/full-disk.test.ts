import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { smallDisk } from '../contract/small-disk.ts';
import { differences, ingestionInto, manyDocuments, snapshot } from '../contract/support.ts';
import { describeWithOwnServer, OwnServer } from './own-server.ts';

const DOCUMENTS = manyDocuments(40);
const BEFORE = 5;
const LEFT = 600_000;
/** Cuts off the transaction that was being written when the space ended. Neo4j names it where it finds one. */
const CUT_OFF = { 'internal.dbms.tx_log.fail_on_corrupted_log_files': 'false' };

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The same ingestion into the other engine, which nothing disturbs. */
async function inSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'errata-roomy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore({ data: folder });
  await ingestAll(store);
  const found = await snapshot(store);
  await store.close();
  return found;
}

/** @returns whether the knowledge was another */
async function ingestAll(store: GraphStore): Promise<boolean> {
  const ingestion = ingestionInto(store);
  const loaded = await ingestion.loadKnowledge();
  for (const given of DOCUMENTS) await ingestion.ingest(given);
  await ingestion.compareDocuments();
  return loaded;
}

describeWithOwnServer('a Neo4j whose disk is full', () => {
  it('ends an ingestion with the fix, keeps what was committed, and goes on once there is space', {
    timeout: 600_000,
  }, async ({ skip }) => {
    const disk = smallDisk(400);
    if (disk === undefined) return skip();
    const small = await OwnServer.make(join(disk, 'home'));
    onTestFinished(() => small.remove());
    await small.start();
    const open = () => openStore({ data: '/nowhere', neo4j: small.address });
    const store = await open();
    const ingestion = ingestionInto(store);
    await ingestion.loadKnowledge();
    let written = 0;
    for (const given of DOCUMENTS.slice(0, BEFORE)) await ingestion.ingest(given).then(() => written++);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(freeBytes(disk) - LEFT));
    const rest = async () => {
      for (const given of DOCUMENTS.slice(BEFORE)) await ingestion.ingest(given).then(() => written++);
    };
    // Found out by the writing itself, or in the background just before it
    await expect(rest()).rejects.toMatchObject({
      code: expect.stringMatching(/^STORE_(?:FULL|UNREACHABLE)$/u),
      message: expect.stringMatching(/disk is full.*Free space there, restart it|full disk.*restart it/u),
    });
    await expect(store.statistics()).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringMatching(/full disk.*restart it/u),
    });
    await store.close();
    rmSync(ballast);
    await small.stop();
    await small.start(CUT_OFF);
    const again = await open();
    const kept = await snapshot(again);
    const names = kept.documents.map((document) => document?.document.name);
    expect(names).toEqual(DOCUMENTS.slice(0, names.length).map(({ name }) => name));
    // One more where the last was in the log already
    expect([written, written + 1]).toContain(names.length);
    for (const document of kept.documents) expect(document?.claims.length).toBeGreaterThan(0);
    expect(await ingestAll(again)).toBe(false);
    const found = await snapshot(again);
    await again.close();
    expect(differences(found, await inSqlite())).toEqual([]);
  });
});

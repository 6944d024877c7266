import { expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Stores } from './graph-store.ts';
import { type IngestingProcess, startIngesting } from './ingesting-process.ts';
import { differences, ingestionInto, manyDocuments, type Place, rowsOf, snapshot, worldRows } from './support.ts';

const DOCUMENTS = 24;
const PATIENCE = 240_000;
/** Milliseconds that one kill, the run after it and the comparison may take. */
const PER_KILL = 60_000;

/** Processes that die or collide, stores that are closed. */
export function faultSuite(stores: Stores, kills: number): void {
  const read = async (place: Place) => {
    const store = await openStore(place.settings);
    try {
      return await snapshot(store);
    } finally {
      await store.close();
    }
  };
  const ingestAgain = async (place: Place) => {
    const store = await stores.open(place);
    const ingestion = ingestionInto(store);
    await ingestion.loadKnowledge();
    for (const given of manyDocuments(DOCUMENTS)) await ingestion.ingest(given);
    await ingestion.compareDocuments();
  };
  const undisturbed = async () => {
    const place = await stores.place();
    const process = startIngesting(place, DOCUMENTS);
    const milliseconds = await timeBetween(process);
    return { graph: await read(place), milliseconds };
  };

  it('holds after any kill and another run the same graph as without the kill', {
    timeout: PATIENCE + kills * PER_KILL,
  }, async () => {
    const { graph, milliseconds } = await undisturbed();
    expect(graph.documents.length).toBe(DOCUMENTS);
    expect(graph.contradictions.length).toBeGreaterThan(0);
    let interrupted = 0;
    for (let kill = 0; kill < kills; kill++) {
      const place = await stores.place();
      const moment = Math.random() * milliseconds * 0.95;
      const killed = startIngesting(place, DOCUMENTS);
      await killed.started;
      await new Promise((resolve) => setTimeout(resolve, moment));
      interrupted += (await killed.kill()) ? 1 : 0;
      await ingestAgain(place);
      expect(differences(await read(place), graph), `killed after ${moment.toFixed(1)} ms`).toEqual([]);
    }
    expect(interrupted, 'kills that came before the end').toBeGreaterThanOrEqual(Math.floor(kills / 2));
  });

  it('takes the same documents from two processes at once', { timeout: PATIENCE }, async () => {
    const { graph } = await undisturbed();
    const place = await stores.place();
    const both = [startIngesting(place, DOCUMENTS), startIngesting(place, DOCUMENTS)];
    for (const process of both) await finished(process);
    expect(await read(place)).toEqual(graph);
  });

  it('lets one read while another writes', { timeout: PATIENCE }, async () => {
    const place = await stores.place();
    const [writer, reader] = [await stores.open(place), await stores.open(place)];
    await writer.writeKnowledge(worldRows);
    const writing = (async () => {
      for (const given of manyDocuments(12)) await ingestionInto(writer).ingest(given);
    })();
    const seen: number[] = [];
    for (let turn = 0; turn < 12; turn++) {
      seen.push(await wholeDocuments(reader));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await writing;
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await wholeDocuments(reader)).toBe(12);
  });

  it('says so when it is used after it was closed', async () => {
    const store = await stores.empty();
    await store.close();
    await store.close();
    await expect(store.statistics()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
    await expect(store.writeDocument(rowsOf('a.md', 'Text.'))).rejects.toMatchObject({ code: 'STORE_CLOSED' });
  });
}

const expected = new Map(manyDocuments(12).map(({ name, text }) => [name, rowsOf(name, text).claims]));

/** The number of documents, each of which must be there as a whole. */
async function wholeDocuments(store: GraphStore): Promise<number> {
  const { items } = await store.listDocuments();
  for (const { id, name } of items) {
    expect((await store.document(id))?.claims).toEqual(expected.get(name));
  }
  return items.length;
}

async function finished(process: IngestingProcess): Promise<IngestingProcess> {
  const { code, output } = await process.ended;
  expect(code, output).toBe(0);
  return process;
}

/** Milliseconds from the moment it starts to write to its end. */
async function timeBetween(process: IngestingProcess): Promise<number> {
  await process.started;
  const start = performance.now();
  await finished(process);
  return performance.now() - start;
}

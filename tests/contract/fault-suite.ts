import { expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/graph-store.ts';
import type { Stores } from './graph-store.ts';
import { type IngestingProcess, startIngesting } from './ingesting-process.ts';
import { killIngestions, undisturbed, wholeGraph } from './kills.ts';
import { differences, ingestionInto, manyDocuments, rowsOf, worldRows } from './support.ts';

const DOCUMENTS = 24;
const PATIENCE = 240_000;
/** Milliseconds that one kill, the run after it and the comparison may take. */
const PER_KILL = 60_000;

/** Processes that die or collide, stores that are closed. */
export function faultSuite(stores: Stores, kills: number): void {
  it('holds after any kill and another run the same graph as without the kill', {
    timeout: PATIENCE + kills * PER_KILL,
  }, async () => {
    let interrupted = 0;
    for await (const killed of killIngestions(stores.place, {
      kills,
      seed: Date.now() % 2 ** 31,
      documents: DOCUMENTS,
    })) {
      expect(killed.differences, `killed after ${killed.moment.toFixed(1)} ms`).toEqual([]);
      interrupted += killed.interrupted ? 1 : 0;
    }
    expect(interrupted, 'kills that came before the end').toBe(kills);
  });

  it('takes the same documents from two processes at once', { timeout: PATIENCE }, async () => {
    const { graph } = await undisturbed(stores.place, DOCUMENTS);
    expect(graph.store.documents.length).toBe(DOCUMENTS);
    expect(graph.store.contradictions.length).toBeGreaterThan(0);
    const place = await stores.place();
    const both = [startIngesting(place, DOCUMENTS), startIngesting(place, DOCUMENTS)];
    for (const process of both) await finished(process);
    expect(differences(await wholeGraph(place), graph)).toEqual([]);
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

async function finished(process: IngestingProcess): Promise<void> {
  const { code, output } = await process.ended;
  expect(code, output).toBe(0);
}

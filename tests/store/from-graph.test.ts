import { expect, it, onTestFinished } from 'vitest';
import { toCheckedText } from '../../src/store/from-graph.ts';
import { documentId } from '../../src/store/ids.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ingestionInto, manyDocuments } from '../contract/support.ts';
import { engine } from '../fixtures/world.ts';
import { makePlace } from './sqlite/place.ts';

it('gives back from the graph what the check of each document gave', async () => {
  const place = await makePlace();
  const store = await openStore(place.settings);
  onTestFinished(async () => {
    await store.close();
    await place.dispose();
  });
  const ingestion = ingestionInto(store);
  await ingestion.loadKnowledge();
  const given = manyDocuments(6);
  for (const document of given) await ingestion.ingest(document);
  await ingestion.compareDocuments();
  for (const document of given) {
    const whole = await store.document(documentId(document.name));
    if (!whole) throw new Error(`${document.name} is not in the graph`);
    expect(await toCheckedText(whole, store)).toEqual({ text: document.text, result: engine.check(document) });
  }
});

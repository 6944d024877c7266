import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/server/serve.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { DOCUMENT, dataFolder, WORLD } from './support.ts';

describe('starting', () => {
  it('fills an empty graph with the corpus once, and finds it again', async () => {
    const data = dataFolder();
    let asked = 0;
    const start = () => {
      const stages: string[] = [];
      return serve({
        settings: serverSettingsFrom({ port: 0 }, {}),
        knowledge: () => WORLD,
        logger: pino({ level: 'silent' }),
        openStore: () => openStore({ data }),
        corpus: async () => {
          asked++;
          return [DOCUMENT];
        },
        onProgress: ({ stage }) => stages.push(stage),
      }).then((served) => ({ served, stages }));
    };
    for (const [index, expected] of [
      ['knowledge', 'document', 'document', 'compare', 'done'],
      ['knowledge'],
    ].entries()) {
      const { served, stages } = await start();
      expect(stages).toEqual(expected);
      const ready = await fetch(`${served.address}/readyz`);
      expect(ready.status).toBe(200);
      const { items } = (await served.services.store?.listDocuments()) ?? { items: [] };
      expect(items).toMatchObject([{ name: DOCUMENT.name, claims: { REFUTED: 2 } }]);
      expect(asked).toBe(1);
      await served.stop();
      expect(index).toBeLessThan(2);
    }
  });
});

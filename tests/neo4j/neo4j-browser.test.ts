import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Ingestion } from '../../src/ingestion/ingestion.ts';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { NOON } from '../contract/support.ts';
import { engine } from '../fixtures/world.ts';
import { CHROMIUM, Neo4jBrowser } from './browser.ts';
import { clearGraph, describeWithNeo4j, emptyDatabase } from './server.ts';

const file = (name: string) => readFileSync(new URL(`../../schema/browser/${name}`, import.meta.url), 'utf8');
const RED = '#c0392b';

if (CHROMIUM === undefined) {
  const message = 'The test in Neo4j Browser is SKIPPED: no Chromium is at /usr/bin/chromium or at CHROMIUM.';
  if (process.env.ERRATA_REQUIRE_NEO4J) throw new Error(message);
  console.warn(message);
}

describeWithNeo4j('Neo4j Browser', (address) => {
  const skipped = CHROMIUM === undefined || address.http === undefined;
  let browser: Neo4jBrowser;
  let server: Server;

  beforeAll(async () => {
    if (skipped) return;
    await emptyDatabase(address);
    const store = await openNeo4jStore(address);
    const ingestion = new Ingestion(engine, store, { checkerVersion: '1', now: () => NOON });
    await ingestion.loadKnowledge();
    await ingestion.ingest({
      name: 'ada.md',
      text: 'Ada Byte was born in 1985.\n\nAda Byte was born in 1986.',
      format: 'markdown',
    });
    await store.close();
    server = createServer((_request, response) => {
      const allowed = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...allowed }).end(file('guide.html'));
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    browser = await Neo4jBrowser.open(address);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (!skipped) await clearGraph(address);
  });

  it.skipIf(skipped)('shows the graph of a saved query in the colours of the style', { timeout: 400_000 }, async () => {
    const { page } = browser;
    await browser.run(`:style ${file('style.grass').replace(/\s+/gu, ' ')}`);
    await page.locator('[data-testid="styleResetButton"]').first().waitFor();
    await browser.run(file('queries/01-what-is-wrong-about.cypher').replace('Andrej Karpathy', 'Ada Byte'));
    const node = (caption: string) => page.locator('svg g.node', { hasText: caption });
    await node('Ada Byte').first().waitFor();
    const fills = await page
      .locator('svg g.node circle')
      .evaluateAll((circles) => circles.map((each) => each.getAttribute('fill')));
    expect(fills.filter((fill) => fill === RED)).toHaveLength(1);
    expect(fills.length).toBeGreaterThanOrEqual(3);
    const arrows = page.locator('svg g.relationship', { hasText: 'REFUTED_BY' });
    expect(await arrows.count()).toBe(1);
  });

  it.skipIf(skipped)('plays the guide', { timeout: 400_000 }, async () => {
    const { port } = server.address() as AddressInfo;
    await browser.run(`:play http://localhost:${port}/guide.html`);
    await browser.page.getByText('What the documents get wrong').first().waitFor();
    expect(await browser.page.locator('pre.runnable').count()).toBeGreaterThan(0);
  });
});

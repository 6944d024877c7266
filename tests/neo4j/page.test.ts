import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../../src/server/serve.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { settingsFrom } from '../../src/settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { DOCUMENT, WORLD } from '../server/support.ts';
import { CHROMIUM, FLAGS } from './browser.ts';
import { describeWithNeo4j, emptyDatabase } from './server.ts';

const CONFIG = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

describeWithNeo4j('the page over a graph in Neo4j', (address) => {
  const skipped = CHROMIUM === undefined;
  const folder = mkdtempSync(join(tmpdir(), 'errata-page-'));
  const complaints: string[] = [];
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    if (skipped) return;
    await emptyDatabase(address);
    const page = join(folder, 'page');
    await build({ configFile: CONFIG, build: { outDir: page }, logLevel: 'warn' });
    const { uri, user, password, database, http } = address;
    served = await serve({
      settings: serverSettingsFrom({ port: 0 }, http ? { NEO4J_BROWSER: `${http}/browser/` } : {}),
      knowledge: () => settingsFrom(WORLD, {}),
      logger: pino({ level: 'silent' }),
      openStore: () => openStore({ data: folder, neo4j: { uri, user, password, database } }),
      corpus: async () => [DOCUMENT],
      page,
    });
    browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }), args: FLAGS });
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
    if (!skipped) await emptyDatabase(address);
  });

  const open = async (path: string, locale = 'en-US'): Promise<Page> => {
    const context = await browser.newContext({ locale });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(served.address + path);
    return page;
  };

  it.skipIf(skipped)('finds an entity, draws what lies around it, and leads to Neo4j Browser', async () => {
    const page = await open('/explore', 'zh-CN');
    await page.getByRole('combobox').first().fill('艾');
    await page.getByRole('option', { name: /艾达·拜特/u }).click();
    await page.getByRole('heading', { name: '时间线' }).waitFor();
    await page.locator('.graph-card[aria-busy="false"] canvas').first().waitFor();
    const lines = await page.locator('.graph-list li').allTextContents();
    expect(lines.some((line) => line.includes('→ 顶峰公司 · 2016年6月 – 2019年3月'))).toBe(true);
    expect(lines.some((line) => line.includes('✗ 有误：') && line.includes('1985'))).toBe(true);
    if (address.http) {
      const link = await page.getByRole('link', { name: '在 Neo4j Browser 中打开' }).getAttribute('href');
      expect(link).toContain(`${address.http}/browser/?cmd=edit&arg=MATCH`);
      expect(decodeURIComponent(link ?? '')).toContain("'person/ada-byte'");
      expect(await (await fetch(link ?? '')).text()).toContain('<title>Neo4j Browser</title>');
    }
    await page.context().close();
  });

  it.skipIf(skipped)('asks, finds ways, and gives an overview', async () => {
    const page = await open(`/ask?question=${encodeURIComponent('When was Ada Byte born?')}`);
    await page.locator('.sentence', { hasText: '23 October 1986' }).waitFor();
    await page.locator('.warnings', { hasText: '1985' }).waitFor();
    await page.goto(`${served.address}/explore?from=person%2Fada-byte&to=person%2Fdora-delta`);
    await page.locator('.chain > li').first().waitFor();
    expect(await page.locator('.chain > li').count()).toBe(3);
    await page.goto(`${served.address}/overview`);
    const row = page.getByRole('row', { name: new RegExp(DOCUMENT.name, 'u') });
    expect(await row.locator('.wrong').textContent()).toBe('2');
    await page.locator('.contradictions li').first().waitFor();
    await page.context().close();
  });

  it.skipIf(skipped)('writes no errors to the console', () => {
    expect(complaints).toEqual([]);
  });
});

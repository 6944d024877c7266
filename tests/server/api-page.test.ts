import { chromium, type Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { CHROMIUM } from '../neo4j/browser.ts';
import { FALSE_CLAIM, startService } from './support.ts';

/** The page in a real browser, with everything that went wrong in it. */
async function open(locale: string): Promise<{ page: Page; faults: string[] }> {
  const { app } = await startService({ graph: true });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale });
  const faults: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  page.on('request', (request) => void (request.url().startsWith(address) || faults.push(`asked ${request.url()}`)));
  await page.goto(`${address}/docs/api`);
  return { page, faults };
}

if (CHROMIUM === undefined)
  console.warn('The test of the API page is SKIPPED: no Chromium at /usr/bin/chromium or at CHROMIUM.');

it.skipIf(CHROMIUM === undefined)(
  'tries every operation from the page, which loads nothing from elsewhere',
  { timeout: 240_000 },
  async () => {
    const { page, faults } = await open('en-US');
    await page.locator('#verify textarea').fill(JSON.stringify({ claim: FALSE_CLAIM }));
    for (const id of ['verify', 'ask', 'check', 'health', 'readiness', 'metrics']) {
      await page.locator(`#${id} button`).click();
      await page.locator(`#${id} .status`).waitFor({ timeout: 60_000 });
      expect(await page.locator(`#${id} .status`).textContent(), id).toMatch(/^200 · /u);
    }
    expect(JSON.parse((await page.locator('#verify pre.text').textContent()) ?? '')).toMatchObject({
      verdict: 'REFUTED',
    });
    const check = page.locator('#check');
    await check.locator('select').filter({ hasText: 'text/html' }).first().selectOption('text/html');
    await check.locator('button').click();
    await check.getByText('content-type: text/html').waitFor();
    expect(await check.locator('details pre').textContent()).toContain('Accept: text/html');
    await page.locator('#verify textarea').fill('{"claim": ');
    await page.locator('#verify button').click();
    await page.locator('#verify .bad').waitFor();
    expect(await page.locator('#verify pre.text').textContent()).toContain('JSON_MALFORMED');
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  },
);

it.skipIf(CHROMIUM === undefined)(
  'speaks the language of the browser, or the other',
  { timeout: 120_000 },
  async () => {
    const { page } = await open('zh-CN');
    await page.getByRole('heading', { name: '试用 API' }).waitFor();
    await page.locator('#language').click();
    await page.getByRole('heading', { name: 'Try the API' }).waitFor();
  },
);

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM, FLAGS } from '../neo4j/browser.ts';

/**
 * How large and how fast the page is, in the system's Chromium against a running service:
 * `npm run bench:page -- http://127.0.0.1:4000`. Times are milliseconds, the median of the runs.
 */
const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const RUNS = 5;
const CORPUS = new URL('../../seed/documents/000_3859fd2a01099e28.txt', import.meta.url);

const browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }), args: FLAGS });
try {
  console.table({
    'script of the first view, gzip -9, KB': await scriptSize(browser),
    'first view interactive': await median(() => interactive(browser)),
    'corpus pasted: from pressing to its flags': await median(() => corpusChecked(browser)),
    'corpus from the graph: to its flags': await median(() => corpusOpened(browser)),
    'longest frame while scrolling through the corpus': await median(() => longestFrame(browser)),
  });
} finally {
  await browser.close();
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await measure());
  return Math.round(times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0);
}

async function withPage<Result>(browser: Browser, work: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function scriptSize(browser: Browser): Promise<number> {
  return await withPage(browser, async (page) => {
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.endsWith('.js')) return;
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 100) / 10;
  });
}

/** From the beginning of the navigation until the button that checks can be pressed. */
async function interactive(browser: Browser): Promise<number> {
  return await withPage(browser, async (page) => {
    await page.goto(`${address}/check`, { waitUntil: 'commit' });
    await page.locator('form.editor button[type=submit]').waitFor();
    return await page.evaluate(() => performance.now());
  });
}

async function corpusChecked(browser: Browser): Promise<number> {
  return await withPage(browser, async (page) => {
    await page.goto(`${address}/check`);
    await page.locator('#check-text').fill(readFileSync(CORPUS, 'utf8'));
    await page.evaluate(() => {
      document.querySelector('form.editor')?.addEventListener('submit', () => performance.mark('pressed'));
    });
    await page.locator('form.editor button[type=submit]').click();
    return await sinceMark(page, 'pressed');
  });
}

async function corpusOpened(browser: Browser): Promise<number> {
  return await withPage(browser, async (page) => {
    await page.goto(`${address}/check`);
    await page.locator('a.document').first().waitFor();
    await page.evaluate(() => addEventListener('click', () => performance.mark('pressed'), true));
    await page.locator('a.document').first().click();
    return await sinceMark(page, 'pressed');
  });
}

/** Milliseconds from a mark to the frame after the first flag is in the document. */
async function sinceMark(page: Page, mark: string): Promise<number> {
  return await page.evaluate(async (name) => {
    while (!document.querySelector('.flag')) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - (performance.getEntriesByName(name)[0]?.startTime ?? 0);
  }, mark);
}

async function longestFrame(browser: Browser): Promise<number> {
  return await withPage(browser, async (page) => {
    await page.goto(`${address}/check`);
    await page.locator('a.document').first().click();
    await page.locator('.flag').first().waitFor();
    await page.waitForTimeout(1_000);
    return await page.evaluate(async () => {
      let [longest, last] = [0, performance.now()];
      while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
        scrollBy(0, 300);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        [longest, last] = [Math.max(longest, now - last), now];
      }
      return longest;
    });
  });
}

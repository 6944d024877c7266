import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, openPage } from './support.ts';

const MARKUP = `<img src=x onerror="document.title='taken'"><b>bold</b>`;
const LINKS = [
  'javascript:document.title=1',
  'data:text/html,<script>1</script>',
  'JaVaScRiPt:alert(1)',
  ' javascript:1',
];

/** Every text that the service answers becomes markup as well, every address a live script. */
function poison(value: unknown, key = '', count = { links: 0 }): unknown {
  if (Array.isArray(value)) return value.map((each) => poison(each, key, count));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, name, count)]));
  }
  if (typeof value !== 'string') return value;
  if (['url', 'sameAs', 'neo4jBrowser'].includes(key)) return LINKS[count.links++ % LINKS.length];
  const words = [
    'label',
    'zh',
    'en',
    'text',
    'quote',
    'title',
    'correction',
    'name',
    'says',
    'correct',
    'statement',
    'answer',
  ];
  return words.includes(key) || key.toLowerCase().includes('label') ? `${MARKUP}${value}` : value;
}

async function openPoisoned(path: string): Promise<Page> {
  const page = await openPage('/overview');
  await page.route(/\/(?:graphql|ask)$/u, async (route) => {
    if (route.request().method() !== 'POST') return await route.continue();
    const response = await route.fetch();
    await route.fulfill({ response, json: poison(await response.json()) });
  });
  await page.goto(new URL(path, page.url()).href);
  return page;
}

/** Nothing of it has become alive. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.locator('main img, main b, main script, main iframe').count()).toBe(0);
  expect(await page.title()).toMatch(/ · Errata$/u);
  const protocols = await page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => (link as unknown as { protocol: string }).protocol));
  expect([...new Set(protocols)].filter((protocol) => !/^https?:$/u.test(protocol))).toEqual([]);
  expect(await page.getByText(MARKUP, { exact: false }).count()).toBeGreaterThan(0);
}

describeInBrowser('hostile names, quotes and addresses', () => {
  it('are shown as text by the explorer, and no link of theirs lives', async () => {
    const page = await openPoisoned('/explore?entity=person%2Fandrej-karpathy');
    await page.locator('table.facts').first().waitFor();
    await page.locator('.graph-card[aria-busy="false"] canvas').first().waitFor();
    await page.locator('.wrong-claim').first().waitFor();
    await page.locator('.graph-list summary').click();
    await page.locator('.graph-list button').first().click();
    await expectHarmless(page);
    expect(await page.locator('.dead-link').count()).toBeGreaterThan(5);
  });

  it('are shown as text in suggestions, answers and the overview', async () => {
    const page = await openPoisoned('/explore');
    await page.getByRole('combobox').first().fill('py');
    await page.getByRole('option').first().waitFor();
    await expectHarmless(page);
    await page.goto(new URL('/ask?question=When%20was%20Andrej%20Karpathy%20born%3F', page.url()).href);
    await page.locator('.sentence').waitFor();
    await expectHarmless(page);
    await page.goto(new URL('/overview', page.url()).href);
    await page.locator('.contradictions li').first().waitFor();
    await page.locator('.error-kinds summary').first().click();
    await page.locator('.error-kinds blockquote').first().waitFor();
    await expectHarmless(page);
  });
});

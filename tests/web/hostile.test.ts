import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { describeInBrowser, openPage } from './support.ts';

const NAME = '"><img src=x onerror="window.hit=1"><script>window.hit=1</script>.md';
const TEXT = [
  '# <script>window.hit = 1</script>',
  '',
  '<img src="https://elsewhere.example/x.png" onerror="window.hit=1"> PyTorch was developed by Google<b onclick="window.hit=1">.</b>',
  '',
  '[PyTorch](javascript:window.hit=1) was developed by [Google](javascript:window.hit=1).',
  '',
  '卡帕西出生于1985年 <iframe src="javascript:parent.hit=1"></iframe> {{constructor.constructor("window.hit=1")()}}',
  '',
].join('\n');

const isHit = (page: Page) => page.evaluate(() => 'hit' in globalThis);
const liveScriptLinks = (page: Page) => page.locator('a[href^="javascript:" i], a[href^="data:" i]').count();

describeInBrowser('hostile documents', () => {
  it('are shown as the text they are, with nothing in them live', async () => {
    const page = await openPage('/check');
    const buffer = Buffer.from(TEXT);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: NAME.replaceAll('/', '_'), mimeType: 'text/markdown', buffer });
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.locator('.flag').first().waitFor();
    expect(await page.locator('.annotated').evaluate((element) => element.textContent)).toBe(TEXT);
    expect(await page.locator('.annotated :is(img, script, iframe, b, a:not(.flag))').count()).toBe(0);
    await page.keyboard.press('n');
    await page.locator('article.finding').waitFor();
    expect(await liveScriptLinks(page)).toBe(0);
    expect(await isHit(page)).toBe(false);
  });

  it('have names that are shown as text, in lists, titles and addresses', async () => {
    const page = await openPage('/check');
    await page.evaluate(
      async ({ name, text, token }) => {
        const query =
          'mutation($name: String!, $text: String!) { addDocument(name: $name, text: $text) { __typename } }';
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
        await fetch('/graphql', {
          method: 'POST',
          headers,
          body: JSON.stringify({ query, variables: { name, text } }),
        });
      },
      { name: NAME, text: TEXT, token: inject('webToken') },
    );
    await page.reload();
    await page.getByText(NAME, { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await page.locator('.flag').first().click();
    await page.locator('article.finding').waitFor();
    expect(await isHit(page)).toBe(false);
    const shared = new URL(page.url());
    const other = await openPage(shared.pathname + shared.search);
    await other.locator('article.finding').waitFor();
    expect(await isHit(other)).toBe(false);
  });

  it('cannot smuggle a live link in through sources or statements', async () => {
    const page = await openPage('/verify');
    const url = 'javascript:window.hit=1';
    await page.route('**/verify', async (route) => {
      if (route.request().method() !== 'POST') return await route.continue();
      const response = await route.fetch();
      const body = await response.json();
      for (const claim of body.claims) {
        for (const evidence of claim.evidence)
          evidence.sources = [{ url, title: '<img src=x onerror="window.hit=1">' }];
      }
      await route.fulfill({ response, json: body });
    });
    await page.getByLabel('Statement').fill('<u onclick="window.hit=1">PyTorch</u> was developed by Google.');
    await page.keyboard.press('Enter');
    const source = page.locator('.sources .dead-link').first();
    await source.waitFor();
    expect(await source.textContent()).toBe('<img src=x onerror="window.hit=1">');
    await source.click();
    expect(await liveScriptLinks(page)).toBe(0);
    expect(await page.locator('.outcome img, .outcome u').count()).toBe(0);
    expect(await isHit(page)).toBe(false);
  });
});

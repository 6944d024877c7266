import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { accessibilityProblems, describeInBrowser, openPage } from './support.ts';

const CORPUS = 'seed/documents/000_3859fd2a01099e28.txt';
const corpusText = readFileSync(new URL(`../../${CORPUS}`, import.meta.url), 'utf8');
const corpusAddress = `/check?document=${encodeURIComponent(CORPUS)}`;

const TEXT =
  '# Notes\n\nPyTorch was developed by Google. The Transformer was introduced in 2017.\n\n卡帕西出生于1985年。\n';

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel(/Text to check|待核查的文本/u).fill(text);
}

async function checkText(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await page.getByRole('button', { name: /^(?:Check|核查)$/u }).click();
}

/** The text of the document as the page shows it. */
const shownText = (page: Page) => page.locator('.annotated').evaluate((element) => element.textContent);

async function contentOf(download: Download): Promise<string> {
  const path = await download.path();
  return readFileSync(path, 'utf8');
}

describeInBrowser('Check', () => {
  it.each([
    ['en-US', { check: 'Check', refuted: /Refuted/u, correct: 'Correct', next: /Next/u }],
    ['zh-CN', { check: '核查', refuted: /有误/u, correct: '应为', next: /下一处/u }],
  ] as const)('flags a pasted text in place, in %s', async (locale, words) => {
    const page = await openPage('/check', { locale });
    await checkText(page, TEXT);
    await page.locator('.flag.tone-refuted').first().waitFor();
    expect(await shownText(page)).toBe(TEXT);
    const flagged = await page.locator('.flag.tone-refuted').allTextContents();
    expect(flagged).toEqual(['PyTorch was developed by Google', '卡帕西出生于1985年']);
    expect(await page.locator('.flag.tone-supported').allTextContents()).toContain(
      'Transformer was introduced in 2017',
    );
    await page.getByRole('button', { name: words.next }).click();
    const finding = page.locator('article.finding');
    await finding.getByText(words.refuted).waitFor();
    await finding.getByText(words.correct, { exact: true }).waitFor();
    expect(await finding.locator('.correction strong').textContent()).toContain('Meta');
    const source = finding.locator('.sources a').first();
    expect(await source.getAttribute('href')).toMatch(/^https:\/\//u);
    expect(await source.getAttribute('rel')).toContain('noopener');
  });

  it('shows the whole corpus with every claim on exactly its words', async () => {
    const page = await openPage(corpusAddress, { locale: 'zh-CN' });
    await page.locator('.flag').first().waitFor();
    await expect.poll(async () => (await shownText(page))?.length).toBe(corpusText.length);
    expect(await shownText(page)).toBe(corpusText);
    const { claims } = await (await fetch(`${inject('webAddress')}/document?name=${CORPUS}`)).json();
    const quotes = await page.locator('.annotated').evaluate((root) => {
      const found: Record<string, string> = {};
      for (const piece of root.querySelectorAll<HTMLElement>('[data-flags]')) {
        for (const index of (piece.dataset.flags ?? '').split(' '))
          found[index] = (found[index] ?? '') + piece.textContent;
      }
      return found;
    });
    expect(Object.keys(quotes)).toHaveLength(claims.length);
    for (const [index, { quote }] of claims.entries()) expect(quotes[index]).toBe(quote);
  });

  it('goes from flag to flag with buttons and keys, and marks where it is', async () => {
    const page = await openPage(corpusAddress);
    const marked = page.locator('.flag[aria-current]');
    await page.locator('.flag').first().waitFor();
    await page.keyboard.press('n');
    const first = await marked.first().textContent();
    await page.keyboard.press('n');
    await page.getByText(/^2 \/ \d+$/u).waitFor();
    expect(await marked.first().textContent()).not.toBe(first);
    await page.keyboard.press('p');
    await page.getByText(/^1 \/ \d+$/u).waitFor();
    expect(await marked.first().textContent()).toBe(first);
    await page.keyboard.press('p');
    await page.getByText(/^(?<last>\d+) \/ \k<last>$/u).waitFor();
    const box = await marked.first().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(600);
    await page.keyboard.press('Escape');
    await expect.poll(() => marked.count()).toBe(0);
  });

  it('shows only what the filters let through', async () => {
    const page = await openPage(corpusAddress);
    await page.locator('.flag.tone-supported').first().waitFor();
    await page.getByRole('button', { name: /Supported/u }).click();
    await page.getByRole('button', { name: /No information/u }).click();
    await expect.poll(() => page.locator('.flag.tone-supported, .flag.tone-not-enough-info').count()).toBe(0);
    const all = await page.locator('.flag').count();
    await page.getByLabel('Section').selectOption({ index: 2 });
    await expect.poll(() => page.locator('.flag').count()).toBeLessThan(all);
    await page.getByLabel('Section').selectOption('');
    const about = page.getByLabel('About');
    await expect.poll(() => about.locator('option').nth(1).textContent()).not.toContain('/');
    const option = await about.locator('option').nth(1).getAttribute('value');
    await about.selectOption(option ?? '');
    await expect.poll(() => page.locator('.flag').count()).toBeLessThan(all);
    expect(await page.locator('.flag').count()).toBeGreaterThan(0);
  });

  it('opens the flag that a shared address names', async () => {
    const page = await openPage(corpusAddress);
    await page.locator('.flag.tone-refuted').nth(9).click();
    const quote = await page.locator('article.finding blockquote').textContent();
    await page.waitForURL(/claim=/u);
    const other = await openPage(new URL(page.url()).pathname + new URL(page.url()).search, { locale: 'zh-CN' });
    await expect.poll(() => other.locator('article.finding blockquote').textContent()).toBe(quote);
    const marked = other.locator('.flag[aria-current]').first();
    await expect.poll(async () => (await marked.boundingBox())?.y ?? 9_999).toBeLessThan(600);
  });

  it('opens a document of the graph from the list', async () => {
    const page = await openPage('/check');
    await page.getByRole('link', { name: CORPUS }).click();
    await page.getByRole('heading', { level: 1, name: CORPUS }).waitFor();
  });

  it('reads dropped files, and says when one is no text', async () => {
    const page = await openPage('/check');
    const files = page.locator('input[type=file]');
    await paste(page, 'my own words');
    await files.setInputFiles({
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.from([137, 80, 78, 71, 0, 1, 2, 255]),
    });
    await page.getByRole('alert').getByText('This file is no text').waitFor();
    expect(await page.getByLabel('Text to check').inputValue()).toBe('my own words');
    const gbk = Buffer.from('bfa8c5c1cef7b3f6c9fad3da31393835c4eaa1a3', 'hex');
    await files.setInputFiles({ name: '旧.txt', mimeType: 'text/plain', buffer: gbk });
    await expect.poll(() => page.getByLabel('Text to check').inputValue()).toBe('卡帕西出生于1985年。');
    await page.locator('form.editor').evaluate((form) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['# Dropped\n\nGPT-3 was released in 2020.'], 'dropped.md'));
      form.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.getByText('dropped.md').waitFor();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'dropped.md' }).waitFor();
  });

  it.each([
    ['Annotated page (HTML)', 'notes.errata.html', (content: string) => expect(content).toMatch(/^<!doctype html>/iu)],
    [
      'For code scanning (SARIF)',
      'notes.errata.sarif',
      (content: string) => expect(JSON.parse(content).version).toBe('2.1.0'),
    ],
    [
      'Data (JSON)',
      'notes.errata.json',
      (content: string) => expect(JSON.parse(content).claims[0].verdict).toBe('REFUTED'),
    ],
    [
      'For publishing (ClaimReview)',
      'notes.errata.jsonld',
      (content: string) => expect(content).toContain('ClaimReview'),
    ],
  ])('gives the report as a file: %s', async (label, name, check) => {
    const page = await openPage('/check');
    const buffer = Buffer.from('PyTorch was developed by Google.');
    await page.locator('input[type=file]').setInputFiles({ name: 'notes.md', mimeType: 'text/markdown', buffer });
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Download').click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: label }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(name);
    check(await contentOf(download));
  });

  it('keeps a text in the graph with the right token, and says so when it is wrong', async () => {
    const page = await openPage('/check');
    await checkText(page, TEXT);
    await page.getByRole('button', { name: /Keep in the graph/u }).click();
    await page.getByLabel('Name', { exact: true }).fill('kept by a test.md');
    await page.getByLabel(/^Token/u).fill('no longer valid');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('alert').getByText('The token is missing, wrong or no longer valid').waitFor();
    await page.getByLabel(/^Token/u).fill(inject('webToken'));
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'kept by a test.md' }).waitFor();
    expect(await shownText(page)).toBe(TEXT);
  });

  it('has no serious accessibility problem with a flag open, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage('/check', { colorScheme });
      await checkText(page, TEXT);
      await page.locator('.flag').first().waitFor();
      await page.keyboard.press('n');
      await page.locator('article.finding').waitFor();
      await page.getByText('How it was understood').click();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  it('fits a phone with a flag open', async () => {
    const page = await openPage(corpusAddress, { viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.locator('.flag').first().waitFor();
    await page.getByRole('button', { name: /Next/u }).click();
    await page.locator('article.finding').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const [flag, panel] = await Promise.all([
      page.locator('.flag[aria-current]').first().boundingBox(),
      page.locator('.panel').boundingBox(),
    ]);
    expect((flag?.y ?? 0) + (flag?.height ?? 0)).toBeLessThan(panel?.y ?? 0);
  });
});

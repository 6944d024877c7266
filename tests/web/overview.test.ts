import { expect, it } from 'vitest';
import { accessibilityProblems, describeInBrowser, openPage } from './support.ts';

describeInBrowser('the overview', () => {
  it('counts what is in the graph and what is wrong in each document, accessibly', async () => {
    for (const [locale, colorScheme, titles] of [
      ['en-US', 'light', ['What is wrong most often', 'What is in the graph', 'Refuted']],
      ['zh-CN', 'dark', ['最常见的错误', '图谱内容', '有误']],
    ] as const) {
      const page = await openPage('/overview', { locale, colorScheme });
      await page.getByRole('heading', { name: titles[0] }).waitFor();
      await page.getByRole('heading', { name: titles[1] }).waitFor();
      const row = page.getByRole('row', { name: /seed\/documents/u });
      expect(Number(await row.locator('.wrong').textContent())).toBeGreaterThan(10);
      const bar = await row.getByRole('img').getAttribute('aria-label');
      expect(bar).toContain(`${titles[2]}: ${await row.locator('.wrong').textContent()}`);
      expect(await row.getByRole('link').getAttribute('href')).toMatch(/^\/check\?document=seed%2F/u);
      await page.locator('.contradictions li').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  it('shows the statements of a kind of error when it is opened', async () => {
    const page = await openPage('/overview');
    const kind = page.locator('.error-kinds details').first();
    await kind.locator('summary').click();
    await kind.locator('blockquote').first().waitFor();
    const said = (await kind.locator('.count').textContent()) ?? '';
    expect(await kind.locator('blockquote').count()).toBe(Number(/^\d+/u.exec(said)?.[0]));
  });

  it('puts contradictions side by side, each with its quotes, its reason and the place it stands', async () => {
    const page = await openPage('/overview');
    const first = page.locator('.contradictions li').first();
    await first.waitFor();
    const [a, b] = await first.locator('blockquote').allTextContents();
    expect(a).not.toBe(b);
    expect(await first.locator('.explanation').textContent()).toContain(a);
    for (const link of await first.getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^\/check\?document=.+&claim=/u);
    const [left, right] = await Promise.all([0, 1].map((index) => first.locator('figure').nth(index).boundingBox()));
    expect(left && right && left.x + left.width <= right.x).toBe(true);
  });

  it('stacks on a phone', async () => {
    const page = await openPage('/overview', { viewport: { width: 360, height: 740 } });
    await page.locator('.contradictions li').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

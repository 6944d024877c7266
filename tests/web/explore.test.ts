import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessibilityProblems, describeInBrowser, openPage } from './support.ts';

const SOMEONE = '/explore?entity=person%2Fandrej-karpathy';

/** What the list below the graph holds, once the graph has come. */
async function listed(page: Page): Promise<string[]> {
  await page.locator('.graph-card[aria-busy="false"] canvas').first().waitFor();
  return await page.locator('.graph-list li').allTextContents();
}

/** Opens the list below the graph, and picks an entry by its words. */
async function pick(page: Page, words: string | RegExp): Promise<void> {
  await listed(page);
  const list = page.locator('.graph-list');
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  await list.getByRole('button', { name: words }).first().click();
}

/** Where a node lies that is not the only one: found as a reader does, by moving the pointer about. */
async function placeOfNode(page: Page): Promise<[number, number]> {
  const canvas = page.locator('.canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is drawn');
  // From the middle outwards, line by line.
  for (let line = 0; line * 8 < box.height / 2; line++) {
    const y = box.y + box.height / 2 + (line % 2 === 0 ? 8 : -8) * line;
    for (let x = box.x + 10; x < box.x + box.width; x += 16) {
      await page.mouse.move(x, y);
      const clickable = await canvas.evaluate(({ style }) => style.cursor === 'pointer');
      if (clickable && (await page.locator('.edge-tip').count()) === 0) return [x, y];
    }
  }
  throw new Error('no node is under the pointer anywhere');
}

describeInBrowser('finding an entity', () => {
  it('suggests names in either language from the first character on, by keyboard', async () => {
    const page = await openPage('/explore');
    const box = page.getByRole('combobox', { name: /Find a person/u });
    await box.fill('卡');
    await page.getByRole('option', { name: /Andrej Karpathy/u }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.fill('karp');
    await page.getByRole('option').first().waitFor();
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain('Andrej Karpathy');
    await box.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    expect(await accessibilityProblems(page)).toEqual([]);
    await box.press('Enter');
    await page.waitForURL(`**${SOMEONE}`);
    await page.getByRole('heading', { name: /Andrej Karpathy/u }).waitFor();
  });

  it('says that nothing is called so, and Escape closes and empties', async () => {
    const page = await openPage('/explore', { locale: 'zh-CN' });
    const box = page.getByRole('combobox').first();
    await box.fill('没有这个东西');
    await page.getByText('没有名为“没有这个东西”的条目').waitFor();
    await box.fill('深度');
    await page.getByRole('option').first().waitFor();
    await box.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await box.press('Escape');
    expect(await box.inputValue()).toBe('');
  });

  it('begins with what the installation offers', async () => {
    const page = await openPage('/explore');
    await page.getByRole('link', { name: 'PyTorch', exact: true }).click();
    await page
      .getByRole('heading', { name: /PyTorch/u, level: 2 })
      .first()
      .waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /⟷/u }).first().click();
    await page.getByRole('heading', { name: /^From .+ to .+/u }).waitFor();
  });

  it('says where an address names nothing of the graph', async () => {
    const page = await openPage('/explore?entity=person%2F%3Cscript%3E');
    await page.getByRole('alert').getByText('The graph holds nothing with the id “person/<script>”.').waitFor();
  });
});

describeInBrowser('the page of an entity', () => {
  it('shows facts with periods and sources, a timeline, and what documents get wrong, accessibly', async () => {
    for (const [locale, words] of [
      ['en-US', ['works at', 'Timeline', 'What documents get wrong about it', 'Correct']],
      ['zh-CN', ['任职机构', '时间线', '文档中关于它的错误', '应为']],
    ] as const) {
      const page = await openPage(SOMEONE, { locale, colorScheme: locale === 'zh-CN' ? 'dark' : 'light' });
      const [employer, timeline, wrong, correct] = words;
      await page.getByRole('heading', { name: timeline }).waitFor();
      const row = page.locator('table.facts tr', { hasText: /Tesla|特斯拉/u }).first();
      expect(await row.getByRole('link').last().getAttribute('href')).toMatch(/^https:/u);
      expect(await row.textContent()).toMatch(/2017/u);
      await page.getByRole('rowheader', { name: employer }).waitFor();
      expect(await page.locator('.timeline li').count()).toBeGreaterThan(5);
      const mistakes = page.locator('section', { has: page.getByRole('heading', { name: wrong }) });
      await mistakes.getByText(correct).first().waitFor();
      expect(await mistakes.getByRole('link', { name: /txt/u }).first().getAttribute('href')).toMatch(
        /^\/check\?document=seed%2F.+&claim=/u,
      );
      await listed(page);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  it('fetches what others say of it when that is opened', async () => {
    const page = await openPage('/explore?entity=framework%2Fpytorch');
    await page.getByText(/Facts of others that name it/u).click();
    await page.locator('.about table tbody tr').first().waitFor();
    expect(await page.locator('.about table tbody tr').count()).toBeGreaterThan(10);
  });

  it('is no wider than a phone', async () => {
    const page = await openPage(SOMEONE, { viewport: { width: 360, height: 740 } });
    await page.locator('table.facts').first().waitFor();
    await listed(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describeInBrowser('the graph', () => {
  it('draws facts and, dashed and red, what documents get wrong; the list says the same', async () => {
    const page = await openPage(SOMEONE);
    const before = await listed(page);
    expect(before.some((text) => /educated at → Stanford University · 2011/u.test(text))).toBe(true);
    expect(before.some((text) => /✗ refuted: date of birth → 1985/u.test(text))).toBe(true);
    await page.getByRole('checkbox', { name: 'What documents get wrong' }).uncheck();
    await expect.poll(async () => (await listed(page)).some((text) => text.includes('✗ refuted'))).toBe(false);
  });

  it('opens and closes nodes, and shows of a connection its period and sources', async () => {
    const page = await openPage(SOMEONE);
    await pick(page, /^OpenAI$/u);
    const details = page.getByRole('complementary', { name: 'What is picked' });
    await details.getByText(/facts are known of and about it/u).waitFor();
    const count = (await listed(page)).length;
    await details.getByRole('button', { name: 'Expand' }).click();
    await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(count + 5);
    await details.getByRole('button', { name: 'Collapse' }).click();
    await expect.poll(async () => (await listed(page)).length).toBe(count);
    await pick(page, /works at → Tesla/u);
    await details.getByText('Jun 2017 – Jul 2022').waitFor();
    expect(await details.getByRole('link').first().getAttribute('href')).toMatch(/^https:/u);
    await pick(page, /refuted: date of birth → 1985/u);
    await details.getByText('23 October 1986').first().waitFor();
    await details
      .getByRole('link', { name: /See it in/u })
      .first()
      .waitFor();
  });

  it('is opened by a click on a node, which dragging pins', async () => {
    const way = '/explore?from=person%2Fandrej-karpathy&to=person%2Fgeoffrey-hinton';
    const page = await openPage(way, { reducedMotion: 'reduce' });
    await listed(page);
    const [x, y] = await placeOfNode(page);
    const count = (await listed(page)).length;
    await page.mouse.click(x, y);
    await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(count);
    const details = page.getByRole('complementary', { name: 'What is picked' });
    await details.getByRole('button', { name: 'Collapse' }).click();
    await expect.poll(async () => (await listed(page)).length).toBe(count);
    const from = await placeOfNode(page);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(from[0] + 60, from[1] + 40, { steps: 5 });
    await page.mouse.up();
    await details.getByRole('button', { name: 'Unpin' }).click();
    expect(await details.getByRole('button', { name: 'Unpin' }).count()).toBe(0);
  });

  it('is narrowed to relations and to a year, which the address keeps', async () => {
    const page = await openPage(SOMEONE);
    await listed(page);
    await page.getByText('All relations').click();
    await page.getByRole('checkbox', { name: /^works at/u }).check();
    await expect.poll(async () => (await listed(page)).some((text) => /educated at/u.test(text))).toBe(false);
    expect((await listed(page)).some((text) => /works at → OpenAI/u.test(text))).toBe(true);
    await page.getByRole('textbox', { name: 'In the year' }).fill('2018');
    await expect.poll(async () => (await listed(page)).some((text) => /works at → OpenAI/u.test(text))).toBe(false);
    expect((await listed(page)).some((text) => /works at → Tesla/u.test(text))).toBe(true);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('relation'), searchParams.get('year')]).toEqual(['employer', '2018']);
    await page.reload();
    expect((await listed(page)).some((text) => /works at → OpenAI/u.test(text))).toBe(false);
  });

  it('finds the way between two, chosen by name', async () => {
    const page = await openPage('/explore', { locale: 'zh-CN' });
    await page.getByText('查找两者之间的关联').click();
    for (const [box, text] of [
      ['起点', '卡帕西'],
      ['终点', '辛顿'],
    ] as const) {
      await page.getByRole('combobox', { name: box }).fill(text);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: '从 安德烈·卡帕西 到 杰弗里·辛顿' }).waitFor();
    expect(await page.locator('.chain > li').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.chain .sources a').count()).toBeGreaterThanOrEqual(2);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('takes on the colours and the language of the page as they change', async () => {
    const page = await openPage(SOMEONE);
    await listed(page);
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(async () => (await listed(page)).some((text) => /就读院校 → 斯坦福大学/u.test(text))).toBe(true);
    await page.getByRole('button', { name: '深色' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

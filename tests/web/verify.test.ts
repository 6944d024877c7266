import { expect, it } from 'vitest';
import { accessibilityProblems, describeInBrowser, openPage } from './support.ts';

describeInBrowser('Verify', () => {
  it('takes a sentence apart, with verdict, correction and sources for each claim', async () => {
    const page = await openPage('/verify');
    await page.getByLabel('Statement').fill('PyTorch was developed by Google and released in 2016.');
    await page.keyboard.press('Enter');
    const outcome = page.getByRole('region', { name: 'Answer' });
    await outcome.getByText('2 claims in it').waitFor();
    expect(await outcome.locator('mark.tone-refuted').textContent()).toBe('PyTorch was developed by Google');
    const atoms = outcome.locator('.atom');
    expect(await atoms.first().locator('.correction').textContent()).toContain('Meta AI');
    expect(await atoms.first().locator('.sources a').count()).toBeGreaterThan(0);
    await atoms.nth(1).getByText('Supported').waitFor();
    expect(new URL(page.url()).searchParams.get('claim')).toContain('PyTorch');
  });

  it('shows on demand how it was understood, leading on to the explorer', async () => {
    const page = await openPage(`/verify?claim=${encodeURIComponent('PyTorch是由谷歌开发的。')}`, { locale: 'zh-CN' });
    await page.getByText('如何理解').click();
    const understood = page.locator('.atom .understanding');
    await understood.getByRole('link', { name: 'PyTorch' }).waitFor();
    expect(await understood.locator('dd').nth(1).textContent()).not.toBe('developer');
    await page.getByText('识别出的名称与数值').click();
    await page.locator('.mentions').getByRole('link', { name: 'PyTorch' }).waitFor();
    expect(await page.locator('.mentions').getByRole('link', { name: 'PyTorch' }).getAttribute('href')).toContain(
      '/explore?entity=',
    );
  });

  it.each([
    ['en-US', 'For example'],
    ['zh-CN', '例如'],
  ])('offers examples in the language of the page (%s) that each get an answer', async (locale, label) => {
    const page = await openPage('/verify', { locale });
    await page.getByText(label).waitFor();
    const examples = await page.locator('.chip').allTextContents();
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) {
      expect(/\p{Script=Han}/u.test(example)).toBe(locale === 'zh-CN');
      await page.getByRole('button', { name: example }).click();
      await expect.poll(() => page.locator('.outcome .marked').textContent()).toBe(example);
      expect(await page.locator('.outcome .badge.large').textContent()).not.toMatch(/No information|信息不足/u);
    }
  });

  it('says what it does not understand', async () => {
    const page = await openPage('/verify?claim=Zorblax%20invented%20the%20frobnicator.');
    await page.locator('.outcome').getByText('No information').first().waitFor();
  });

  it.each([
    ['en-US', 'Type a statement first'],
    ['zh-CN', '请先输入一句陈述'],
  ])('asks for a statement where there is none (%s)', async (locale, sentence) => {
    const page = await openPage('/verify', { locale });
    await page.getByRole('button', { name: /^(?:Verify|验证)$/u }).click();
    await page.getByRole('alert').getByText(sentence).waitFor();
  });

  it('has no serious accessibility problem with an answer open, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage('/verify?claim=PyTorch%20was%20developed%20by%20Google.', { colorScheme });
      await page.getByText('How it was understood').click();
      await page.getByText('Names and values').click();
      await page.locator('.mentions a').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });
});

import { expect, it } from 'vitest';
import { accessibilityProblems, describeInBrowser, openPage } from './support.ts';

const ROOMS = ['check', 'verify', 'ask', 'explore', 'overview'] as const;

describeInBrowser('the page', () => {
  it.each(ROOMS)('shows %s at its address in both languages and colours, accessibly', async (room) => {
    for (const locale of ['en-US', 'zh-CN']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(`/${room}`, { locale, colorScheme });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'zh-CN' ? 'zh-Hans' : 'en');
        expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
        expect(await accessibilityProblems(page)).toEqual([]);
      }
    }
  });

  it('keeps the language and the colours that the reader chose', async () => {
    const page = await openPage('/verify');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '深色' }).click();
    await page.reload();
    await page.getByRole('link', { name: '核查', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it.each(ROOMS)('%s is no wider than a phone of 360 pixels', async (room) => {
    const page = await openPage(`/${room}`, { viewport: { width: 360, height: 740 } });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('goes from room to room by keyboard and history without loading anew', async () => {
    const page = await openPage('/');
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.getByRole('link', { name: 'Verify', exact: true }).press('Enter');
    await page.waitForURL('**/verify');
    await page.goBack();
    await page.getByRole('link', { name: 'Check', exact: true, includeHidden: false }).waitFor();
    expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true);
  });

  it('says that an address leads nowhere', async () => {
    const page = await openPage('/verify');
    await page.evaluate(() => history.pushState(null, '', '/nowhere'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await page.getByRole('alert').getByText('There is no such page.').waitFor();
  });
});

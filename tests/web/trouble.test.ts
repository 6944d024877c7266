import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, openPage } from './support.ts';

/** Chromium tells of every request that fails; here they are meant to. */
const expected = /Failed to load resource/u;
const TEXT = 'PyTorch was developed by Google. 我打的字。';

/** Answers `POST /check` and `POST /verify` in another way. */
async function intercept(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route(/\/(?:check|verify)$/u, async (route) =>
    route.request().method() === 'POST' ? await answer(route) : await route.continue(),
  );
}

const problem =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  async (route: Route) =>
    await route.fulfill({
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
      body: JSON.stringify({ status, code, title: code, detail: code }),
    });

const field = (page: Page) => page.getByRole('textbox');
const submit = (page: Page) => page.getByRole('button', { name: /^(?:Check|Verify|核查|验证)$/u }).click();

describeInBrowser('what goes wrong', () => {
  const ways: readonly (readonly [string, (route: Route) => Promise<void>, string, string])[] = [
    [
      'the service is down',
      async (route) => await route.abort('connectionrefused'),
      'The service does not answer',
      '服务没有响应',
    ],
    [
      'the connection breaks off',
      async (route) => await route.abort('connectionreset'),
      'The service does not answer',
      '服务没有响应',
    ],
    ['there are too many requests', problem(429, 'RATE_LIMITED', { 'retry-after': '7' }), 'Wait 7 s', '请等待 7 秒'],
    [
      'the service is starting',
      problem(503, 'NOT_READY', { 'retry-after': '2' }),
      'still starting. Try again in 2 s',
      '服务仍在启动',
    ],
    ['the text is too large', problem(413, 'TOO_LARGE'), 'too large', '文本超出'],
    [
      'a proxy answers',
      async (route) => await route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
      'error 502',
      '错误 502',
    ],
    [
      'the answer is of another version',
      async (route) => await route.fulfill({ json: { odd: true } }),
      'Reload the page',
      '请重新加载页面',
    ],
  ];
  for (const [what, answer, english, chinese] of ways) {
    it(`is said in a plain sentence, and nothing typed is lost: ${what}`, async () => {
      for (const [locale, sentence] of [
        ['en-US', english],
        ['zh-CN', chinese],
      ] as const) {
        for (const room of ['/check', '/verify']) {
          const page = await openPage(room, { locale, expected });
          await intercept(page, answer);
          await field(page).fill(TEXT);
          await submit(page);
          await page.getByRole('alert').getByText(sentence).waitFor();
          expect(await field(page).inputValue()).toBe(TEXT);
        }
      }
    });
  }

  it('is tried again with a press', async () => {
    const page = await openPage('/verify', { expected });
    let down = true;
    await intercept(page, async (route) => (down ? await route.abort() : await route.continue()));
    await field(page).fill('PyTorch was developed by Google.');
    await submit(page);
    await page.getByRole('alert').waitFor();
    down = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.outcome').getByText('Refuted').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('is given up after its time, with a sentence', async () => {
    const page = await openPage('/verify');
    await page.evaluate(() => {
      // The browser's own clock for requests cannot be wound: here it is short.
      AbortSignal.timeout = () => AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    });
    await field(page).fill(TEXT);
    await submit(page);
    await page.getByRole('alert').getByText('The answer takes too long').waitFor();
    expect(await field(page).inputValue()).toBe(TEXT);
  });

  it('shows that a slow check goes on, and lets it be stopped without losing the text', async () => {
    const page = await openPage('/check');
    await intercept(page, async () => undefined);
    await field(page).fill(TEXT);
    await submit(page);
    await page.getByText(`Checking ${TEXT.length} characters`).waitFor();
    await page.getByText(/^[12] s/u).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => field(page).inputValue()).toBe(TEXT);
  });

  it('keeps what was typed over a reload and over other rooms', async () => {
    for (const room of ['/check', '/verify']) {
      const page = await openPage(room);
      await field(page).fill(TEXT);
      await page.reload();
      expect(await field(page).inputValue()).toBe(TEXT);
      await page.getByRole('link', { name: room === '/check' ? 'Verify' : 'Check', exact: true }).click();
      await page.goBack();
      await expect.poll(() => field(page).inputValue()).toBe(TEXT);
    }
  });

  it.each([
    ['en-US', 'There is nothing to check yet'],
    ['zh-CN', '还没有可核查的内容'],
  ])('asks for a text where there is none (%s)', async (locale, sentence) => {
    const page = await openPage('/check', { locale });
    await field(page).fill(' \n ');
    await submit(page);
    await page.getByRole('alert').getByText(sentence).waitFor();
  });

  it('says what to do with a paste of five megabytes, and keeps it in place', async () => {
    const page = await openPage('/check');
    await field(page).evaluate((element) => {
      const area = element as HTMLTextAreaElement;
      area.value = 'PyTorch was developed by Google. '.repeat(160_000);
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await submit(page);
    await page.getByRole('alert').getByText('This text has 5.3 million characters').waitFor();
    expect(await field(page).evaluate((element) => (element as HTMLTextAreaElement).value.length)).toBe(5_280_000);
  });

  it('says that a document is not there', async () => {
    const page = await openPage('/check?document=nothing.md', { expected });
    await page.getByRole('alert').getByText('no document named "nothing.md"').waitFor();
  });

  it('refuses statements that are too long, saying where they can go', async () => {
    const page = await openPage('/verify');
    await field(page).fill('x'.repeat(2_001));
    await submit(page);
    await page.getByRole('alert').getByText('Longer texts go to').waitFor();
  });
});

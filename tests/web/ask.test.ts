import { expect, it } from 'vitest';
import { accessibilityProblems, describeInBrowser, openPage } from './support.ts';

describeInBrowser('asking', () => {
  it('answers a question with sources, and warns of what documents say otherwise', async () => {
    const page = await openPage('/ask');
    await page.getByRole('textbox', { name: /Your question/u }).fill('When was Andrej Karpathy born?');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article', { name: 'Answer' });
    await answer.getByText('Andrej Karpathy was born on 23 October 1986.').waitFor();
    const facts = answer.locator('section', { has: page.getByRole('heading', { name: 'What this rests on' }) });
    expect(await facts.getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\//u);
    const warnings = answer.locator('section', { has: page.getByRole('heading', { name: 'Documents say otherwise' }) });
    await warnings.getByText('1985', { exact: false }).first().waitFor();
    const flag = await warnings.locator('a[href*="seed%2Fdocuments"]').first().getAttribute('href');
    expect(flag).toMatch(/^\/check\?document=seed%2Fdocuments%2F[^&]+&at=\d+-\d+$/u);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('answers in Chinese on a Chinese page, by an example', async () => {
    const page = await openPage('/ask', { locale: 'zh-CN', colorScheme: 'dark' });
    const examples = page.getByRole('list', { name: '示例问题' }).getByRole('button');
    await examples.first().waitFor();
    for (const text of await examples.allTextContents()) expect(text).toMatch(/\p{Script=Han}/u);
    await examples.first().click();
    await page
      .getByRole('article', { name: '回答' })
      .locator('.sentence', { hasText: /\p{Script=Han}/u })
      .waitFor();
    await page.getByRole('heading', { name: '依据' }).waitFor();
    expect(await page.locator('.sentence').getAttribute('lang')).toBe('zh-Hans');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('gives related facts where it abstains, and says what is missing', async () => {
    const page = await openPage(`/ask?question=${encodeURIComponent('卡帕西有几个兄弟？')}`);
    await page.getByRole('heading', { name: 'No answer' }).waitFor();
    await page.getByText('知识库中没有').waitFor();
    await page.getByRole('heading', { name: 'Related facts' }).waitFor();
    expect(await page.locator('.sentence').count()).toBe(0);
  });

  it('corrects a false premise instead of answering', async () => {
    const page = await openPage(`/ask?question=${encodeURIComponent('When did Karpathy create PyTorch?')}`);
    await page.getByText('The question assumes something that is not so.').waitFor();
    await page.locator('.sentence', { hasText: 'Adam Paszke' }).waitFor();
  });

  it('shows on demand how the question was understood', async () => {
    const page = await openPage(`/ask?question=${encodeURIComponent('PyTorch是谁开发的？')}`);
    await page.getByText('How the question was understood').click();
    await page.getByText('asks for what something is joined with').waitFor();
    await page.getByRole('link', { name: 'PyTorch', exact: true }).click();
    await page.waitForURL('**/explore?entity=framework%2Fpytorch');
  });

  it('keeps what was typed, and can be shared and gone back to by address', async () => {
    const page = await openPage('/ask');
    const box = page.getByRole('textbox');
    await box.fill('Who founded');
    await page.reload();
    expect(await box.inputValue()).toBe('Who founded');
    await box.fill('Who acquired GitHub?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.locator('.sentence', { hasText: 'Microsoft' }).waitFor();
    expect(new URL(page.url()).searchParams.get('question')).toBe('Who acquired GitHub?');
  });

  it('shows markup in a question as text', async () => {
    const page = await openPage(`/ask?question=${encodeURIComponent('<img src=x onerror=alert(1)> who is this?')}`);
    await page.locator('.asked', { hasText: '<img src=x onerror=alert(1)>' }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('says what to do when the service does not answer, and loses nothing', async () => {
    const page = await openPage('/ask', { expected: /ERR_FAILED|Failed to load/u });
    await page.route('**/ask', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.getByRole('textbox').fill('Who developed PyTorch?');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The service does not answer.').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('Who developed PyTorch?');
    await page.unroute('**/ask');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.sentence').waitFor();
  });
});

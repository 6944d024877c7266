import { describe, expect, it } from 'vitest';
import { json, startService } from './support.ts';

describe('POST /ask', () => {
  it('answers in the language of the question, with facts, and warns of what documents say otherwise', async () => {
    const { app } = await startService({ graph: true });
    const ask = async (question: string) => (await app.inject({ url: '/ask', ...json({ question }) })).json();
    const english = await ask('When was Ada Byte born?');
    expect(english).toMatchObject({ language: 'en', answers: [{ text: '23 October 1986' }], abstained: false });
    expect(english.facts[0].sources.length).toBeGreaterThan(0);
    expect(english.warnings).toMatchObject([{ document: 'notes.md', quote: 'Ada Byte was born in 1985' }]);
    const chinese = await ask('艾达·拜特是什么时候出生的？');
    expect(chinese).toMatchObject({ language: 'zh', answers: [{ text: '1986年10月23日' }] });
  });

  it('abstains where the knowledge does not decide, and says why', async () => {
    const { app } = await startService({ graph: true });
    const answer = await app.inject({
      url: '/ask',
      ...json({ question: 'What is the favourite colour of Ada Byte?' }),
    });
    expect(answer.json()).toMatchObject({ answer: null, abstained: true, missing: { message: expect.any(String) } });
  });

  it.each([[{}], [{ question: ' ' }], [{ question: 1 }], [{ question: 'x'.repeat(2001) }]])(
    'refuses bad input (%#)',
    async (body) => {
      const { app } = await startService();
      const answer = await app.inject({ url: '/ask', ...json(body) });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/question' }] });
    },
  );
});

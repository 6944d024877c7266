import { describe, expect, it } from 'vitest';
import type { DocumentResult, Verification } from '../../src/assessment/result.ts';
import { engine } from '../fixtures/world.ts';
import { FALSE_CLAIM, json, startService, TRUE_CLAIM } from './support.ts';

describe('POST /verify', () => {
  it('answers one claim as the engine does', async () => {
    const { app } = await startService();
    const answer = await app.inject({ url: '/verify', ...json({ claim: FALSE_CLAIM }) });
    expect(answer.statusCode).toBe(200);
    expect(answer.json<Verification>()).toEqual(engine.verify(FALSE_CLAIM));
    expect(answer.json<Verification>().verdict).toBe('REFUTED');
  });

  it('answers several claims in order', async () => {
    const { app } = await startService();
    const claims = [TRUE_CLAIM, FALSE_CLAIM, '艾达·拜特出生于1985年。', 'Nothing of note.'];
    const answer = await app.inject({ url: '/verify', ...json({ claims }) });
    const { results } = answer.json<{ results: Verification[] }>();
    expect(results.map(({ claim, verdict }) => [claim, verdict])).toEqual([
      [TRUE_CLAIM, 'SUPPORTED'],
      [FALSE_CLAIM, 'REFUTED'],
      ['艾达·拜特出生于1985年。', 'REFUTED'],
      ['Nothing of note.', 'NOT_ENOUGH_INFO'],
    ]);
  });

  it('answers a text with every claim in it, whether short or long', async () => {
    const { app } = await startService();
    const short = `${TRUE_CLAIM} ${FALSE_CLAIM}`;
    const long = `${`${TRUE_CLAIM} `.repeat(100)}${FALSE_CLAIM}`;
    for (const text of [short, long]) {
      const answer = await app.inject({ url: '/verify', ...json({ text }) });
      const result = answer.json<DocumentResult>();
      expect(result).toEqual(engine.check({ name: 'text', text, format: 'plain' }));
      expect(result.claims.at(-1)).toMatchObject({ verdict: 'REFUTED', start: text.lastIndexOf('Torchlet') });
    }
  });

  it('gives the same answer when it is asked again', async () => {
    const { app, services } = await startService();
    const ask = () => app.inject({ url: '/verify', ...json({ claim: FALSE_CLAIM }) });
    const [first, second] = [await ask(), await ask()];
    expect(second.body).toBe(first.body);
    expect(await services.metrics.print()).toContain('errata_verdicts_total{operation="verify",verdict="REFUTED"} 2');
  });

  it.each([
    ['nothing', {}, ''],
    ['two at once', { claim: TRUE_CLAIM, claims: [TRUE_CLAIM] }, ''],
    ['an empty claim', { claim: '  ' }, '/claim'],
    ['a number', { claim: 7 }, '/claim'],
    ['a long claim', { claim: 'x'.repeat(2001) }, '/claim'],
    ['no claims', { claims: [] }, '/claims'],
    ['one empty of several', { claims: [TRUE_CLAIM, ''] }, '/claims/1'],
    ['too many claims', { claims: Array.from({ length: 1001 }, () => TRUE_CLAIM) }, '/claims'],
    ['an empty text', { text: '' }, '/text'],
    ['an unknown key', { claim: TRUE_CLAIM, language: 'en' }, ''],
    ['a list', [TRUE_CLAIM], ''],
    ['null', null, ''],
  ])('names what is wrong with %s in both languages', async (_name, body, pointer) => {
    const { app } = await startService();
    const [english, chinese] = await Promise.all(
      ['en', 'zh-CN'].map((language) => app.inject({ url: '/verify', ...json(body, { 'accept-language': language }) })),
    );
    expect(english?.statusCode).toBe(400);
    expect(english?.headers['content-type']).toContain('application/problem+json');
    expect(english?.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID', errors: [{ pointer }] });
    expect(english?.json().detail).not.toMatch(/\p{Script=Han}/u);
    expect(chinese?.json().errors[0].detail).toMatch(/\p{Script=Han}/u);
    expect(chinese?.headers['content-language']).toBe('zh');
  });

  it('answers 503 with a time to come back while the knowledge is not there', async () => {
    const { app } = await startService({ unloaded: true });
    const answer = await app.inject({ url: '/verify', ...json({ claim: TRUE_CLAIM }) });
    expect(answer.statusCode).toBe(503);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.json().code).toBe('NOT_READY');
  });
});

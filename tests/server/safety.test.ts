import { describe, expect, it } from 'vitest';
import { mayWrite } from '../../src/server/http/token.ts';
import { FALSE_CLAIM, json, startService } from './support.ts';

describe('what clients are told', () => {
  it.each([
    ['GET', '/nothing', 404, 'NOT_FOUND'],
    ['GET', '/verify', 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '/verify', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/healthz', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/%zz', 400, 'REQUEST_MALFORMED'],
  ] as const)('%s %s is answered with %d %s', async (method, url, status, code) => {
    const { app } = await startService();
    const answer = await app.inject({ method, url });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
    if (status === 405) expect(answer.headers.allow).toBeTruthy();
  });

  it.each([
    ['cut-off JSON', '{"claim": "x"', 'application/json', 400, 'JSON_MALFORMED'],
    ['an empty body', '', 'application/json', 400, 'JSON_MALFORMED'],
    ['a poisoned prototype', '{"__proto__": {"claim": "x"}}', 'application/json', 400, 'JSON_MALFORMED'],
    ['a form', 'claim=x', 'application/x-www-form-urlencoded', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['plain text', 'x', 'text/plain', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a huge body', `"${'x'.repeat(4_100_000)}"`, 'application/json', 413, 'TOO_LARGE'],
  ])('%s is refused as such', async (_name, payload, type, status, code) => {
    const { app } = await startService();
    const answer = await app.inject({ method: 'POST', url: '/verify', payload, headers: { 'content-type': type } });
    expect(answer.json()).toMatchObject({ status, code });
  });

  it('hides what internal errors say, and logs them under the request id', async () => {
    const { app, services, log } = await startService();
    Object.assign(services, {
      verifier: {
        verify: () => {
          throw new Error('secret path /etc');
        },
      },
    });
    const answer = await app.inject({ url: '/verify', ...json({ claim: 'x' }, { 'x-request-id': 'my-id-1' }) });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(answer.json().instance).toBe('urn:errata:request:my-id-1');
    const line = log.find(({ msg }) => msg === 'internal error');
    expect(line).toMatchObject({ reqId: 'my-id-1', err: { message: 'secret path /etc' } });
  });

  it('shows them in development', async () => {
    const { app, services } = await startService({ development: true });
    Object.assign(services, {
      verifier: {
        verify: () => {
          throw new Error('what happened');
        },
      },
    });
    const answer = await app.inject({ url: '/verify', ...json({ claim: 'x' }) });
    expect(answer.json().detail).toContain('what happened');
  });
});

describe('request ids', () => {
  it('keeps a harmless one of the client, and replaces any other', async () => {
    const { app } = await startService();
    const ask = (id: string) => app.inject({ url: '/healthz', headers: { 'x-request-id': id } });
    expect((await ask('abc-123')).headers['x-request-id']).toBe('abc-123');
    for (const id of ['a b', '<script>', 'x'.repeat(65), '']) {
      expect((await ask(id)).headers['x-request-id']).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/u);
    }
  });
});

describe('logs', () => {
  it('hold one line per request, without query, body or headers', async () => {
    const { app, log } = await startService();
    const headers = { authorization: 'Bearer very-secret-token', cookie: 'session=secret-cookie' };
    await app.inject({ url: '/check?name=secret-name', ...json({ text: FALSE_CLAIM }, headers) });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ msg: 'request', method: 'POST', route: '/check', status: 200 });
    expect(JSON.stringify(log)).not.toMatch(/secret|Torchlet/u);
  });
});

describe('headers', () => {
  it('send a strict policy and no permission for other sites', async () => {
    const { app } = await startService();
    const request = json({ claim: FALSE_CLAIM }, { origin: 'https://elsewhere.example' });
    const { headers } = await app.inject({ url: '/verify', ...request });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('rate limits', () => {
  it('count by client, say when to come back, and spare this machine', async () => {
    const { app } = await startService({ rateLimit: 3 });
    const ask = (remoteAddress: string) =>
      app.inject({ url: '/verify', remoteAddress, ...json({ claim: FALSE_CLAIM }) });
    const statuses = async (address: string) => {
      const answers = [];
      for (let turn = 0; turn < 5; turn++) answers.push((await ask(address)).statusCode);
      return answers;
    };
    expect(await statuses('203.0.113.7')).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses('203.0.113.8')).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses('127.0.0.1')).toEqual([200, 200, 200, 200, 200]);
    const refused = await ask('203.0.113.7');
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '0' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
  });

  it('never keep health checks away', async () => {
    const { app } = await startService({ rateLimit: 1, graph: true });
    for (let turn = 0; turn < 4; turn++) {
      const answer = await app.inject({ url: '/readyz', remoteAddress: '203.0.113.9' });
      expect(answer.statusCode).toBe(200);
    }
  });
});

describe('the token for writing', () => {
  const TOKEN = 'correct-horse-battery';
  const codeOf = (work: () => void) => {
    try {
      work();
      return 'ok';
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  };

  it('lets in whoever bears it, and nobody else', () => {
    expect(codeOf(() => mayWrite(`Bearer ${TOKEN}`, TOKEN))).toBe('ok');
    expect(codeOf(() => mayWrite(`bearer ${TOKEN}`, TOKEN))).toBe('ok');
    for (const wrong of [undefined, '', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, 'Bearer', 'Bearer  ']) {
      expect(codeOf(() => mayWrite(wrong, TOKEN))).toBe('UNAUTHORISED');
    }
  });

  it('is needed: without one, writing is off', () => {
    expect(codeOf(() => mayWrite('Bearer anything', undefined))).toBe('WRITING_OFF');
  });
});

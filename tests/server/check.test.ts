import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { DocumentResult } from '../../src/assessment/result.ts';
import { FALSE_CLAIM, json, startService, TRUE_CLAIM } from './support.ts';

const TEXT = `# Torchlet\n\n${TRUE_CLAIM} ${FALSE_CLAIM}\n`;

/** A file as a browser uploads it. */
function upload(name: string, content: Uint8Array | string, field = 'file') {
  const boundary = 'a-line-between-parts';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { method: 'POST', payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } } as const;
}

describe('POST /check', () => {
  it.each([
    ['application/json', 'application/json', '"verdict": "REFUTED"'],
    ['application/sarif+json', 'application/sarif+json', '"version": "2.1.0"'],
    ['application/ld+json', 'application/ld+json', '"@type": "ClaimReview"'],
    ['text/markdown', 'text/markdown', '# Errata report'],
    ['text/plain', 'text/plain', 'Globex'],
    ['application/x-ndjson', 'application/x-ndjson', '{"document":"document"'],
    ['text/html,application/xhtml+xml;q=0.9', 'text/html', '<!doctype html>'],
    ['*/*', 'application/json', '"claims"'],
  ])('reports in the format that Accept: %s asks for', async (accept, type, content) => {
    const { app } = await startService();
    const answer = await app.inject({ url: '/check', ...json({ text: TEXT }, { accept }) });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(answer.body).toContain(content);
  });

  it('lets ?format= win over Accept', async () => {
    const { app } = await startService();
    const request = json({ text: TEXT }, { accept: 'text/html' });
    const answer = await app.inject({ url: '/check?format=json', ...request });
    expect(answer.json<DocumentResult>().claims).toHaveLength(2);
  });

  it('refuses formats that it does not have', async () => {
    const { app } = await startService();
    const answer = await app.inject({ url: '/check', ...json({ text: TEXT }, { accept: 'image/png' }) });
    expect(answer.statusCode).toBe(406);
    expect(answer.json().detail).toContain('application/sarif+json');
  });

  it('reads an uploaded file under its name and by its ending', async () => {
    const { app } = await startService();
    const answer = await app.inject({ url: '/check', ...upload('文章.html', `<p>${FALSE_CLAIM}</p>`) });
    const result = answer.json<DocumentResult>();
    expect(result.document).toBe('文章.html');
    expect(result.claims).toMatchObject([{ verdict: 'REFUTED', start: 3 }]);
  });

  it('reads a body that is the document itself, in UTF-16 too', async () => {
    const { app } = await startService();
    const payload = Buffer.from(`\ufeff${FALSE_CLAIM}`, 'utf16le');
    const headers = { 'content-type': 'text/plain' };
    const answer = await app.inject({ url: '/check?name=notes', method: 'POST', payload, headers });
    expect(answer.json<DocumentResult>()).toMatchObject({ document: 'notes', claims: [{ verdict: 'REFUTED' }] });
  });

  it('shows only what is asked for', async () => {
    const { app } = await startService();
    const answer = await app.inject({ url: '/check?only=supported', ...json({ text: TEXT }) });
    expect(answer.json<DocumentResult>().claims.map(({ verdict }) => verdict)).toEqual(['SUPPORTED']);
    const wrong = await app.inject({ url: '/check?only=wrong', ...json({ text: TEXT }) });
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: '/only' }] });
  });

  it('says why a file that is no text cannot be read, and logs no error', async () => {
    const { app, log } = await startService();
    const answer = await app.inject({
      url: '/check',
      ...upload('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])),
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'DOCUMENT_UNREADABLE' });
    expect(log.filter(({ msg }) => msg === 'internal error')).toEqual([]);
  });

  it('says when an upload has no file', async () => {
    const { app } = await startService();
    const payload = '--x\r\nContent-Disposition: form-data; name="other"\r\n\r\nhello\r\n--x--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await app.inject({ url: '/check', method: 'POST', payload, headers });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/file' }] });
  });

  it.each([
    ['a JSON body', json({ text: 'x'.repeat(3000) })],
    ['an upload', upload('long.txt', 'x'.repeat(3000))],
  ])('refuses %s that is too large, naming the limit', async (_name, request) => {
    const { app } = await startService({ maxDocument: 2000 });
    const answer = await app.inject({ url: '/check', ...request });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().detail).toContain('2000');
  });

  it('shows a report page under its own policy, in a sandbox', async () => {
    const { app } = await startService();
    const answer = await app.inject({ url: '/check?format=html', ...json({ text: TEXT }) });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'sha256-[^']+'.*sandbox allow-scripts/u);
    expect(policy).not.toContain('allow-same-origin');
  });

  it('refuses work beyond the workers and the queue with 503 and a time to come back', async () => {
    const { app, services } = await startService({ workers: 1, queue: 1 });
    const ask = () => app.inject({ url: '/check', ...json({ text: TEXT }) });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 200, 503, 503]);
    const refused = answers.find(({ statusCode }) => statusCode === 503);
    expect(refused?.json().code).toBe('BUSY');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(services.checks.load).toBe(0);
    expect((await ask()).statusCode).toBe(200);
  });

  it('gives up a check that takes too long, and goes on working', async () => {
    const { app, services } = await startService({ checkTimeout: 1 });
    const answer = await app.inject({ url: '/check', ...json({ text: TEXT.repeat(50) }) });
    expect(answer.statusCode).toBe(503);
    expect(answer.json().code).toBe('TOOK_TOO_LONG');
    expect(services.checks.load).toBe(0);
  });

  it('brings documents into the graph however long that takes', async () => {
    const { services } = await startService({ checkTimeout: 1 });
    const given = { name: 'long.md', text: TEXT, format: 'markdown' } as const;
    expect((await services.checks.examine(given)).result.claims).toHaveLength(2);
  });

  it('answers a claim while a long document is checked', async () => {
    const { app } = await startService();
    await app.inject({ url: '/check', ...json({ text: TEXT }) });
    const order: string[] = [];
    const long = app.inject({ url: '/check', ...json({ text: TEXT.repeat(300) }) }).then(() => order.push('document'));
    const short = app.inject({ url: '/verify', ...json({ claim: FALSE_CLAIM }) }).then(() => order.push('claim'));
    await Promise.all([long, short]);
    expect(order).toEqual(['claim', 'document']);
  });

  it.skipIf(process.platform !== 'linux' || getPriority() >= 19)(
    'is less urgent than what is answered meanwhile',
    async () => {
      const { app } = await startService();
      await app.inject({ url: '/check', ...json({ text: TEXT }) });
      const own = getPriority();
      expect(threadPriorities().filter((priority) => priority > own).length).toBeGreaterThan(0);
    },
  );
});

/** How nice each thread of this process is; the main thread is as nice as the process. */
function threadPriorities(): number[] {
  return readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    // Behind the name, which may hold anything, `nice` is the 17th field
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

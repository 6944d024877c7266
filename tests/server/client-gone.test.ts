import { describe, expect, it } from 'vitest';
import { FALSE_CLAIM, startService } from './support.ts';

describe('a client that goes away', () => {
  it('ends the check of its document, and no error is logged', async () => {
    const { app, services, log } = await startService({ workers: 1 });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const leave = new AbortController();
    const headers = { 'content-type': 'text/plain' };
    const asked = fetch(`${address}/check`, {
      method: 'POST',
      headers,
      body: `${FALSE_CLAIM} `.repeat(20_000),
      signal: leave.signal,
    });
    while (services.checks.load === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    leave.abort();
    await expect(asked).rejects.toThrow();
    while (services.checks.load > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('leaves nothing behind on a connection that is used again and again', async () => {
    const { app } = await startService();
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    const body = JSON.stringify({ claims: [FALSE_CLAIM] });
    for (let turn = 0; turn < 30; turn++) {
      const answer = await fetch(`${address}/verify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      await answer.arrayBuffer();
    }
    process.off('warning', listen);
    expect(warnings.filter(({ name }) => name.startsWith('MaxListeners'))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { FALSE_CLAIM, json, startService } from './support.ts';

describe('health and readiness', () => {
  it('are true once the knowledge is there', async () => {
    const { app } = await startService({ graph: true });
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ ready: true, parts: { knowledge: true, graph: true } });
  });

  it('are told apart while it is not', async () => {
    const { app } = await startService({ unloaded: true });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ ready: false, parts: { knowledge: false } });
  });

  it('turn false when the service is told to stop, and answers end their connections', async () => {
    const { app, services } = await startService();
    services.stop.abort();
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    const last = await app.inject({ url: '/verify', ...json({ claim: FALSE_CLAIM }) });
    expect(last.statusCode).toBe(200);
    expect(last.headers.connection).toBe('close');
  });
});

describe('GET /metrics', () => {
  it('counts requests by operation and verdicts', async () => {
    const { app } = await startService();
    await app.inject({ url: '/verify', ...json({ claim: FALSE_CLAIM }) });
    await app.inject({ url: '/check', ...json({ text: `${FALSE_CLAIM} ${FALSE_CLAIM}` }) });
    await app.inject('/no/such/page-17');
    const { body, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('errata_http_request_duration_seconds_count{method="POST",route="/verify",status="200"} 1');
    expect(body).toContain('errata_verdicts_total{operation="verify",verdict="REFUTED"} 1');
    expect(body).toContain('errata_verdicts_total{operation="check",verdict="REFUTED"} 2');
    expect(body).toContain('errata_work_duration_seconds_count{part="engine",operation="verify"} 1');
    expect(body).not.toContain('page-17');
  });
});

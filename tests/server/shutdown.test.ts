import { Agent, request } from 'node:http';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/server/serve.ts';
import { serverSettingsFrom } from '../../src/server/settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { dataFolder, FALSE_CLAIM, WORLD } from './support.ts';

const logger = pino({ level: 'silent' });
const open = () => openStore({ data: dataFolder() });
const BODY = JSON.stringify({ claim: FALSE_CLAIM });

interface Outcome {
  readonly status?: number;
  readonly error?: string;
}

function post(address: string, path: string, body: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(`${address}${path}`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
      response.on('error', (error) => resolve({ error: error.message }));
    });
    sent.on('error', (error) => resolve({ error: 'code' in error ? String(error.code) : error.message }));
    sent.end(body);
  });
}

describe('stopping', () => {
  it('drops no request that was taken, under load and during a long check', async () => {
    const settings = serverSettingsFrom({ port: 0, logLevel: 'silent' }, {});
    const { address, stop } = await serve({ settings, knowledge: () => WORLD, logger, openStore: open });
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const long = post(address, '/check', JSON.stringify({ text: `${FALSE_CLAIM} `.repeat(1000) }), agent);
    const outcomes: Outcome[] = [];
    const client = async () => {
      for (;;) {
        const outcome = await post(address, '/verify', BODY, agent);
        outcomes.push(outcome);
        if (outcome.error !== undefined) return;
      }
    };
    const clients = Array.from({ length: 10 }, client);
    while (outcomes.length < 60) await new Promise((resolve) => setTimeout(resolve, 20));
    await stop();
    await Promise.all(clients);
    agent.destroy();
    expect(outcomes.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(60);
    const wrong = outcomes.filter(({ status, error }) => status !== 200 && error !== 'ECONNREFUSED');
    expect(wrong).toEqual([]);
    expect(await long).toEqual({ status: 200 });
  });

  it('frees everything when the port is taken, and says so', async () => {
    const first = await serve({
      settings: serverSettingsFrom({ port: 0 }, {}),
      knowledge: () => WORLD,
      logger,
      openStore: open,
    });
    const port = Number(new URL(first.address).port);
    await expect(
      serve({ settings: serverSettingsFrom({ port }, {}), knowledge: () => WORLD, logger, openStore: open }),
    ).rejects.toThrow(/EADDRINUSE/u);
    await first.stop();
    await first.stop();
  });
});

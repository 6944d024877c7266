import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, onTestFinished, vi } from 'vitest';
import { Answerer } from '../../src/answer/answerer.ts';
import { createApp } from '../../src/server/app.ts';
import type { Examples } from '../../src/server/examples.ts';
import { Metrics } from '../../src/server/metrics.ts';
import type { Services } from '../../src/server/services.ts';
import { type ServerFlags, serverSettingsFrom } from '../../src/server/settings.ts';
import { CheckPool } from '../../src/server/work/check-pool.ts';
import { Desk } from '../../src/server/work/desk.ts';
import { storeDocuments } from '../../src/server/work/store-documents.ts';
import { Verifier } from '../../src/server/work/verifier.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { knowledgeVersion, toKnowledgeRows } from '../../src/store/knowledge-rows.ts';
import { openStore } from '../../src/store/open-store.ts';
import { toDocumentRows } from '../../src/store/to-graph.ts';
import { engine, world } from '../fixtures/world.ts';

const path = (name: string) => fileURLToPath(new URL(`../fixtures/world/${name}`, import.meta.url));

// Workers load their own knowledge, which takes a while where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];

/** A fresh folder for a graph, removed after the tests of the file. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'errata-server-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The invented world, for workers, which load their own knowledge. */
export const WORLD = { ontology: path('ontology.yaml'), knowledge: [path('knowledge.yaml')] };

/** A true and a false claim of the invented world. */
export const TRUE_CLAIM = 'Torchlet was developed by Acme Labs.';
export const FALSE_CLAIM = 'Torchlet was developed by Globex Research.';

/** What there is to try in the invented world; one entity is unknown. */
const EXAMPLES = {
  statements: { en: [TRUE_CLAIM], zh: ['火炬框架由环宇公司开发。'] },
  questions: { en: ['Who developed Torchlet?'], zh: ['火炬框架是谁开发的？'] },
  entities: ['framework/torchlet', 'framework/nothing'],
  paths: [
    ['person/ada-byte', 'framework/torchlet'],
    ['person/ada-byte', 'person/nobody'],
  ],
} satisfies Examples;

let pool: CheckPool | undefined;

/** Workers take a while to start: those of a test file are shared. */
function sharedPool(): CheckPool {
  pool ??= new CheckPool({ knowledge: WORLD, workers: 1, queue: 32, timeout: 60_000 });
  return pool;
}
afterAll(async () => await pool?.destroy());

export interface TestServiceOptions extends ServerFlags {
  /** Leaves the knowledge out, as while the service starts. */
  readonly unloaded?: boolean;
  /** With a graph that holds the world and DOCUMENT. */
  readonly graph?: boolean;
}

/** The service on the invented world, without a socket; freed after the test. `log` collects its log lines. */
export async function startService({ unloaded = false, graph = false, ...flags }: TestServiceOptions = {}) {
  const settings = serverSettingsFrom(flags, {});
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) });
  const metrics = new Metrics();
  const special = flags.workers !== undefined || flags.checkTimeout !== undefined;
  const { workers, queue, checkTimeout: timeout } = settings;
  const store = graph ? await openTestStore() : undefined;
  const checks = special ? new CheckPool({ knowledge: WORLD, workers, queue, timeout }) : sharedPool();
  const services: Services = {
    metrics,
    checks,
    reader: undefined,
    verifier: unloaded ? undefined : new Verifier(engine, { metrics, cache: settings.cache }),
    store,
    desk: store ? new Desk({ store, knowledge: world, checks, version: '1' }) : undefined,
    answerer: unloaded ? undefined : new Answerer({ engine, ...(store ? { documents: storeDocuments(store) } : {}) }),
    search: undefined,
    follow: async () => undefined,
    examples: EXAMPLES,
    stop: new AbortController(),
  };
  const app = await createApp({ services, settings, logger });
  onTestFinished(async () => {
    await app.close();
    if (special) await services.checks.destroy();
  });
  return { app, services, log };
}

/** What the graph of a service in tests holds. */
export const DOCUMENT = {
  name: 'notes.md',
  format: 'markdown',
  text: `# Torchlet\n\n${TRUE_CLAIM} ${FALSE_CLAIM}\n\nAda Byte was born in 1985.\n\n艾达·拜特出生于1986年。\n`,
} as const;
const MADE = { knowledgeVersion: knowledgeVersion(world), checkerVersion: '1', at: '2026-01-01T00:00:00.000Z' };

async function openTestStore(): Promise<GraphStore> {
  const store = await openStore({ data: dataFolder() });
  onTestFinished(() => store.close());
  await store.writeKnowledge(toKnowledgeRows(world));
  await store.writeDocument(toDocumentRows(engine.examine(DOCUMENT), world, MADE));
  return store;
}

/** Posts JSON. */
export function json(payload: unknown, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  } as const;
}

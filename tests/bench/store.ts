import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Engine } from '../../src/engine.ts';
import { Ingestion } from '../../src/ingestion/ingestion.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { subjectOf, syntheticKnowledge } from './synthetic-facts.ts';

/**
 * `npm run bench:store [-- --facts 1000000] [-- --json]`: how fast the graph in SQLite is written and read. `--facts`: the
 * largest synthetic knowledge (default 100,000; its load takes most of the time). Processor seconds stand beside the clock's,
 * since a busy machine stretches the clock.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const CORPUS = 'seed/documents/000_3859fd2a01099e28.txt';
const argument = (flag: string) => process.argv[process.argv.indexOf(flag) + 1];
const largest = process.argv.includes('--facts') ? Number(argument('--facts')) : 100_000;
const LOOKUPS = 400;
const figures: Record<string, { value: number; goal: string }> = {};

function note(name: string, value: number, goal = ''): void {
  figures[name] = { value: Number(value.toPrecision(4)), goal };
}

interface Timing {
  readonly clock: number;
  readonly processor: number;
}

/** Milliseconds of the clock and of the processor. */
async function time(work: () => Promise<unknown>): Promise<Timing> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

async function withStore(work: (store: GraphStore, file: string) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'errata-bench-'));
  const store = await openStore({ data });
  try {
    await work(store, join(data, 'graph.sqlite'));
  } finally {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function ingestion(engine: Engine): Promise<void> {
  const text = readFileSync(path(CORPUS), 'utf8');
  await withStore(async (store) => {
    const into = new Ingestion(engine, store, { checkerVersion: 'bench' });
    const all = async () => {
      await into.loadKnowledge();
      await into.ingest({ name: CORPUS, text, format: 'markdown' });
      await into.compareDocuments();
    };
    const first = await time(all);
    const second = await time(all);
    note('knowledge and corpus, first time (s)', first.clock / 1000, '≤ 2 at 4,500 facts');
    note('… processor (s)', first.processor / 1000);
    note('facts of the knowledge', engine.knowledge.facts.length);
    note('second time (share of the first)', second.clock / first.clock, '≤ 0.2');
  });
}

/** The look-up of ten subjects' facts against the driver's own time for the same rows, in turns. */
async function lookups(store: GraphStore, file: string, facts: number): Promise<{ ours: Timing[]; raw: Timing[] }> {
  const database = new Database(file);
  const sql = `SELECT id, subject, predicate, object, body FROM facts WHERE subject IN (${Array(10).fill('?').join(',')}) ORDER BY position`;
  const statement = database.prepare(sql);
  const ours: Timing[] = [];
  const raw: Timing[] = [];
  for (let turn = 0; turn < LOOKUPS + 50; turn++) {
    const subjects = Array.from({ length: 10 }, (_, index) =>
      subjectOf((turn * 7717 + index * 31_337) % Math.floor(facts / 10)),
    );
    const own = await time(() => store.factsOf(subjects));
    const driver = await time(async () => statement.all(...subjects));
    if (turn < 50) continue;
    ours.push(own);
    raw.push(driver);
  }
  database.close();
  return { ours, raw };
}

async function synthetic(facts: number): Promise<void> {
  await withStore(async (store, file) => {
    const loading = await time(() => store.writeKnowledge(syntheticKnowledge(facts)));
    const name = facts.toLocaleString('en-US');
    note(`${name} facts loaded (facts/s)`, facts / (loading.clock / 1000), '≥ 20,000');
    note(`${name} facts: … by processor time (facts/s)`, facts / (loading.processor / 1000));
    note(`${name} facts, size (MB)`, ((await store.status()).bytes ?? 0) / 1e6);
    const { ours, raw } = await lookups(store, file, facts);
    const clock = (timings: readonly Timing[], share: number) =>
      quantile(
        timings.map((timing) => timing.clock),
        share,
      );
    note(`${name} facts: facts of 10 subjects, median (ms)`, clock(ours, 0.5));
    note(`${name} facts: … p99 (ms)`, clock(ours, 0.99), '≤ 5');
    note(`${name} facts: … p99 of the driver alone (ms)`, clock(raw, 0.99));
    note(
      `${name} facts: … p99 by processor time (ms)`,
      quantile(
        ours.map(({ processor }) => processor),
        0.99,
      ),
    );
    note(`${name} facts: … over raw SQL, medians`, clock(ours, 0.5) / clock(raw, 0.5), '≤ 1.3');
    const searching = await time(() => store.search({ text: 'Synthetic 4711' }));
    note(`${name} facts: search in all (ms)`, searching.clock);
  });
}

const before = loadavg()[0] ?? 0;
await ingestion(Engine.load({ ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] }));
for (let facts = 10_000; facts <= largest; facts *= 10) await synthetic(facts);
const machine = `${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, load ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`;
if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.table(figures);
  console.log(machine);
}

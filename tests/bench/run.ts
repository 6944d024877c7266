import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Engine } from '../../src/engine.ts';
import { variedText } from './varied-text.ts';

/**
 * `npm run bench [-- --json] [-- --quick]`: how fast the engine is, in one process. Every figure is the median of several
 * runs; the machine's load is printed with them, since a busy machine makes all figures worse. `--quick` leaves out the
 * longer texts; `--cold` is what the benchmark calls itself with to time the first loading in a process.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const options = { ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] };
const has = (flag: string) => process.argv.includes(flag);
const CORPUS = 'seed/documents/000_3859fd2a01099e28.txt';
const MEGABYTES = has('--quick') ? [1] : [1, 2, 4, 8];

interface Figure {
  readonly value: number;
  /** What issue 3 asks for. */
  readonly goal: string;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function medianTime(runs: number, work: () => void): number {
  return median(Array.from({ length: runs }, () => time(work)));
}

function memory(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

/** Milliseconds of the first loading in fresh processes. */
function coldLoad(runs: number): number {
  const once = () => {
    const child = spawnSync(process.execPath, [...process.execArgv, new URL(import.meta.url).pathname, '--cold'], {
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(`the process that times a cold start failed:\n${child.stderr}`);
    return Number(child.stdout);
  };
  return median(Array.from({ length: runs }, once));
}

function readClaims(): string[] {
  const lines = ['claims-dev.jsonl', 'claims-dev2.jsonl'].flatMap((file) =>
    readFileSync(path(`tests/eval/${file}`), 'utf8')
      .trim()
      .split('\n'),
  );
  return lines.map((line) => (JSON.parse(line) as { claim: string }).claim);
}

function measure(): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  const note = (name: string, value: number, goal: string, digits = 0) => {
    figures[name] = { value: Number(value.toFixed(digits)), goal };
  };
  note('loaded, first time in a process (ms)', coldLoad(5), '≤ 300');
  const engine = Engine.load(options);
  note(
    'loaded again (ms)',
    medianTime(5, () => void Engine.load(options)),
    '≤ 300',
  );
  note('facts', engine.knowledge.facts.length, '≥ 1000');
  const text = readFileSync(path(CORPUS), 'utf8');
  const check = () => void engine.check({ name: 'corpus', text, format: 'markdown' });
  note('corpus checked, first time (ms)', time(check), '');
  note('corpus checked (ms)', medianTime(10, check), '≤ 300');
  const claims = readClaims();
  const verifying = medianTime(5, () => {
    for (const claim of claims) engine.verify(claim);
  });
  note('short claims a second, one core', claims.length / (verifying / 1000), '≥ 2000');
  note('resident memory after the corpus and the claims (MB)', memory(), '≤ 300');
  for (const megabytes of MEGABYTES) {
    const long = variedText(engine.knowledge, claims, megabytes * 1e6);
    const seconds = medianTime(3, () => void engine.check({ name: 'long', text: long, format: 'markdown' })) / 1000;
    note(`seconds per MB, text of ${megabytes} MB`, seconds / (Buffer.byteLength(long) / 1e6), '≤ 6', 2);
  }
  note('resident memory after the longest text (MB)', memory(), '');
  return figures;
}

if (has('--cold')) process.stdout.write(String(time(() => void Engine.load(options))));
else {
  const machine = {
    load: loadavg()[0] ?? 0,
    cores: cpus().length,
    model: cpus()[0]?.model ?? '',
    node: process.version,
  };
  const figures = measure();
  const load = { before: Number(machine.load.toFixed(2)), after: Number((loadavg()[0] ?? 0).toFixed(2)) };
  if (has('--json')) {
    const values = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
    console.log(JSON.stringify({ machine: { ...machine, load }, figures: values }, null, 2));
  } else {
    console.table(figures);
    console.log(
      `${machine.cores} cores (${machine.model}), Node ${machine.node}, load ${load.before} before, ${load.after} after`,
    );
  }
}

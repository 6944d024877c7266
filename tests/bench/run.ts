import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Engine } from '../../src/engine.ts';
import { variedText } from './varied-text.ts';

/**
 * `npm run bench [-- --json] [-- --quick]`: how fast the engine is, in one process. Times are of the processor, which other
 * work on the machine disturbs less than the clock; but for long texts, each is the median of several runs. `--quick` takes
 * a short text in place of the longer ones; `--cold` is what the benchmark calls itself with to time the first loading in a process.
 */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const options = { ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] };
const has = (flag: string) => process.argv.includes(flag);
const CORPUS = 'seed/documents/000_3859fd2a01099e28.txt';
/** Two sizes, so that anything that grows faster than the text shows. */
const MEGABYTES = has('--quick') ? [0.1] : [0.25, 1];

interface Figure {
  readonly value: number;
  /** What it is to be on an idle machine. */
  readonly goal: string;
}

/** Milliseconds of processor time. */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
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
  note('loaded, first time in a process (ms)', coldLoad(3), '≤ 300');
  const engine = Engine.load(options);
  note(
    'loaded again (ms)',
    medianTime(3, () => void Engine.load(options)),
    '≤ 300',
  );
  note('facts', engine.knowledge.facts.length, '≥ 1000');
  const text = readFileSync(path(CORPUS), 'utf8');
  const check = () => void engine.check({ name: 'corpus', text, format: 'markdown' });
  note('corpus checked, first time (ms)', time(check), '');
  note('corpus checked (ms)', medianTime(7, check), '≤ 300');
  const claims = readClaims();
  const verifying = medianTime(4, () => {
    for (const claim of claims) engine.verify(claim);
  });
  note('short claims a second, one core', claims.length / (verifying / 1000), '≥ 2000');
  note('resident memory after the corpus and the claims (MB)', memory(), '≤ 300');
  for (const megabytes of MEGABYTES) {
    const long = variedText(engine.knowledge, claims, megabytes * 1e6);
    const seconds = time(() => void engine.check({ name: 'long', text: long, format: 'markdown' })) / 1000;
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

/**
 * Loading times and memory: `npx tsx tests/bench/knowledge.ts`. Each loading runs in a process of its own with the compiled
 * code, as a user's does: cold without the cache, filling it, and warm. Prints one line a measurement.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/settings.ts';
import { writeLargeKnowledge } from './large-knowledge.ts';

const ONTOLOGY = join(PACKAGE_ROOT, 'schema', 'ontology.yaml');
const KNOWLEDGE = join(PACKAGE_ROOT, 'seed', 'knowledge');
const LOADER = join(PACKAGE_ROOT, 'dist', 'knowledge', 'load.js');

/** Milliseconds of loadKnowledge alone, and the process's greatest resident size in MB. */
interface Measurement {
  readonly facts: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

function measure(knowledge: string, cache: string): Measurement {
  const script = `
    const { loadKnowledge } = await import(${JSON.stringify(LOADER)});
    const start = performance.now();
    const { facts } = loadKnowledge({ ontology: ${JSON.stringify(ONTOLOGY)}, knowledge: [${JSON.stringify(knowledge)}] });
    const milliseconds = Math.round(performance.now() - start);
    console.log(JSON.stringify({ facts: facts.length, milliseconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));`;
  const environment = { ...process.env, ERRATA_CACHE: cache };
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output) as Measurement;
}

function report(what: string, { facts, milliseconds, megabytes }: Measurement): void {
  console.log(
    `${what.padEnd(28)} ${String(facts).padStart(7)} facts ${String(milliseconds).padStart(6)} ms ${String(megabytes).padStart(5)} MB`,
  );
}

/** The middle of three by time. */
function median(take: () => Measurement): Measurement {
  const three = [take(), take(), take()].sort((a, b) => a.milliseconds - b.milliseconds);
  return three[1] ?? take();
}

if (!existsSync(LOADER)) throw new Error("dist/ is missing: run 'npm run build' first");
const work = mkdtempSync(join(tmpdir(), 'errata-bench-'));
try {
  for (const [name, folder] of [
    ['shipped', KNOWLEDGE],
    ['100,000 facts', writeLargeKnowledge(KNOWLEDGE, join(work, 'large'), 100_000).folder],
  ] as const) {
    report(
      `${name}, cold`,
      median(() => measure(folder, 'off')),
    );
    report(`${name}, filling the cache`, measure(folder, join(work, 'cache')));
    report(
      `${name}, warm`,
      median(() => measure(folder, join(work, 'cache'))),
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

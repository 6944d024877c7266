import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Engine } from '../../src/engine.ts';

/** `npm run bench`: medians of several runs in one process; the machine's load is printed with them. */
const root = new URL('../../', import.meta.url);
const path = (name: string) => new URL(name, root).pathname;
const options = { ontology: path('schema/ontology.yaml'), knowledge: [path('seed/knowledge')] };

function median(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const loading = median(3, () => void Engine.load(options));
const engine = Engine.load(options);
const corpus = readFileSync(path('seed/documents/000_3859fd2a01099e28.txt'), 'utf8');
const check = median(10, () => void engine.check({ name: 'corpus', text: corpus, format: 'markdown' }));
const claims = ['claims-dev.jsonl', 'claims-dev2.jsonl']
  .flatMap((file) =>
    readFileSync(path(`tests/eval/${file}`), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => (JSON.parse(line) as { claim: string }).claim);
const verifying = median(5, () => {
  for (const claim of claims) engine.verify(claim);
});
const perMegabyte = [1, 2].map((megabytes) => {
  const text = claims.join('\n\n').repeat(Math.ceil((megabytes * 1e6) / claims.join('\n\n').length));
  return median(1, () => void engine.check({ name: 'long', text, format: 'plain' })) / 1000 / (text.length / 1e6);
});

console.table({
  'knowledge and engine loaded (ms)': Math.round(loading),
  'corpus checked (ms)': Math.round(check),
  'short claims a second': Math.round(claims.length / (verifying / 1000)),
  'seconds per million characters, 1 million': Number(perMegabyte[0]?.toFixed(2)),
  'seconds per million characters, 2 million': Number(perMegabyte[1]?.toFixed(2)),
  'resident memory (MB)': Math.round(process.memoryUsage().rss / 1e6),
  'load average of the machine': Number(loadavg()[0]?.toFixed(2)),
});

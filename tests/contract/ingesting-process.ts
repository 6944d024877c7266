import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/open-store.ts';
import { ingestionInto, manyDocuments, type Place } from './support.ts';

/** Another process that brings the invented world and some documents into a graph. */
export interface IngestingProcess {
  /**
   * When it begins a step: 0 the knowledge, then each document, last the comparison of documents; or has ended before that.
   * @returns milliseconds from the beginning of the process's writing
   */
  reached(step: number): Promise<number>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** Kills it as `kill -9` does. @returns whether it was still running. */
  kill(): Promise<boolean>;
}

/** Starts such a process. This file is also the program that it runs. */
export function startIngesting(place: Place, documents: number): IngestingProcess {
  const self = fileURLToPath(import.meta.url);
  const parameters = ['--import', 'tsx', self, JSON.stringify(place.settings), String(documents)];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }));
  });
  const times: number[] = [];
  const steps = new EventEmitter();
  const note = (chunk: Buffer) => {
    output += String(chunk);
    for (const begun = output.split('step\n').length - 1; times.length < begun; ) times.push(performance.now());
    steps.emit('step');
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const reached = async (step: number) => {
    const closed = ended.then(() => true);
    while (times.length <= step && !(await Promise.race([once(steps, 'step').then(() => false), closed])));
    return (times[step] ?? performance.now()) - (times[0] ?? 0);
  };
  const kill = async () => {
    const running = child.exitCode === null;
    child.kill('SIGKILL');
    await ended;
    return running;
  };
  return { reached, ended, kill };
}

async function main(settings: string, documents: string): Promise<void> {
  const begin = () => process.stdout.write('step\n');
  begin();
  const store = await openStore(JSON.parse(settings));
  const ingestion = ingestionInto(store);
  await ingestion.loadKnowledge();
  for (const given of manyDocuments(Number(documents))) {
    begin();
    await ingestion.ingest(given);
  }
  begin();
  await ingestion.compareDocuments();
  await store.close();
}

const [script, settings, documents] = process.argv.slice(1);
if (script === fileURLToPath(import.meta.url) && settings !== undefined && documents !== undefined)
  await main(settings, documents);

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/open-store.ts';
import { ingestionInto, manyDocuments, type Place } from './support.ts';

/** Another process that brings the invented world and some documents into a graph. */
export interface IngestingProcess {
  /** When it begins to write. */
  readonly started: Promise<void>;
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
  const started = new Promise<void>((resolve) => {
    const note = (chunk: Buffer) => {
      output += String(chunk);
      if (output.includes('writing')) resolve();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('close', () => resolve());
  });
  const kill = async () => {
    const running = child.exitCode === null;
    child.kill('SIGKILL');
    await ended;
    return running;
  };
  return { started, ended, kill };
}

async function main(settings: string, documents: string): Promise<void> {
  process.stdout.write('writing\n');
  const store = await openStore(JSON.parse(settings));
  const ingestion = ingestionInto(store);
  await ingestion.loadKnowledge();
  for (const given of manyDocuments(Number(documents))) await ingestion.ingest(given);
  await ingestion.compareDocuments();
  await store.close();
}

const [script, settings, documents] = process.argv.slice(1);
if (script === fileURLToPath(import.meta.url) && settings !== undefined && documents !== undefined)
  await main(settings, documents);

import { normalize } from 'node:path';
import type { Ingested, Ingestion } from '../../ingestion/ingestion.ts';
import { StoreError } from '../../store/store-error.ts';
import { detectFormat } from '../../text/detect-format.ts';
import { type Context, complain } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { expandInputs, readInput, STDIN_NAME } from '../input.ts';
import { startProgress } from '../progress.ts';
import { describeClaims } from './describe.ts';
import { counted, type GraphFlags, loadIngestion, print, withGraph } from './graph.ts';

export interface IngestFlags extends GraphFlags {
  readonly maxSize: number;
  readonly quiet?: boolean;
}

type Failure = { readonly document: string; readonly message: string };

/** Brings documents into the graph. Input that cannot be read does not stop the others; a store that fails does. */
export async function ingest(inputs: readonly string[], flags: IngestFlags, context: Context): Promise<ExitCode> {
  const failures: Failure[] = [];
  const fail = async (document: string, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    failures.push({ document, message });
    await complain(context, document, message);
  };
  const paths = await expandInputs(inputs, fail);
  const makeIngestion = await loadIngestion(flags, context);
  const done = await withGraph(flags, context, async (store) => {
    const ingestion = makeIngestion(store);
    await ingestion.loadKnowledge();
    const ingested = await ingestAll(paths, { ingestion, flags, context, fail });
    await ingestion.compareDocuments();
    // Once more: contradictions with other documents are known only now
    const documents = await store.documents(ingested.map(({ document }) => document.id));
    return ingested.map(({ outcome, document }) => ({ outcome, document: documents.get(document.id) ?? document }));
  });
  const json = done.map(({ outcome, document }) => ({ outcome, ...document }));
  await print(flags, context, { json, text: describeAll(done) });
  return failures.length > 0 ? EXIT.unusable : EXIT.ok;
}

interface Work {
  readonly ingestion: Ingestion;
  readonly flags: IngestFlags;
  readonly context: Context;
  readonly fail: (document: string, error: unknown) => Promise<void>;
}

async function ingestAll(paths: readonly string[], { ingestion, flags, context, fail }: Work): Promise<Ingested[]> {
  const progress = startProgress(context, paths.length, flags.quiet === true);
  const done: Ingested[] = [];
  try {
    for (const path of paths) {
      try {
        const text = await readInput(path, context.stdin, flags.maxSize);
        const name = path === '-' ? STDIN_NAME : normalize(path);
        done.push(await ingestion.ingest({ name, text, format: detectFormat(path === '-' ? undefined : path, text) }));
      } catch (error) {
        if (error instanceof StoreError) throw error;
        await fail(path === '-' ? STDIN_NAME : path, error);
      }
      progress.advance();
    }
  } finally {
    progress.stop();
  }
  return done;
}

function describeAll(done: readonly Ingested[]): string {
  const lines = done.map(
    ({ outcome, document }) => `${outcome.padEnd(9)}  ${document.name}  ${describeClaims(document)}\n`,
  );
  const count = (wanted: string) => done.filter(({ outcome }) => outcome === wanted).length;
  const sum = `${counted(done.length, 'document')}: ${count('added')} added, ${count('replaced')} replaced, ${count('unchanged')} unchanged\n`;
  return done.length === 0 ? '' : `${lines.join('')}${sum}`;
}

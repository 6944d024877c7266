import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportClaimReview } from '../../export/claimreview.ts';
import type { Exporter } from '../../export/exporter.ts';
import { exportGraphml } from '../../export/graphml.ts';
import { exportJsonLines } from '../../export/jsonl.ts';
import { exportNTriples } from '../../export/ntriples.ts';
import { openStore, storeSettings } from '../../store/open-store.ts';
import { type Context, complain, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

export const EXPORTERS: Readonly<Record<string, Exporter>> = {
  jsonl: exportJsonLines,
  ntriples: exportNTriples,
  graphml: exportGraphml,
  claimreview: exportClaimReview,
};

export interface ExportFlags {
  readonly data?: string;
  readonly format: string;
  readonly output?: string;
}

/** How much text is written at once. */
const CHUNK = 65_536;

/** Writes the whole graph in a format. */
export async function exportGraph(flags: ExportFlags, context: Context): Promise<ExitCode> {
  const exporter = EXPORTERS[flags.format] ?? exportJsonLines;
  const store = await openStore(storeSettings(flags, context.environment));
  try {
    if (flags.output === undefined) {
      for await (const chunk of chunks(exporter(store))) await write(context.stdout, chunk);
      return EXIT.ok;
    }
    return await toFile(flags.output, chunks(exporter(store)), context);
  } finally {
    await store.close();
  }
}

async function toFile(path: string, content: AsyncIterable<string>, context: Context): Promise<ExitCode> {
  const file = createWriteStream(path);
  const failed = new Promise<Error>((resolve) => file.on('error', resolve));
  try {
    for await (const chunk of content)
      await Promise.race([write(file, chunk), failed.then((error) => Promise.reject(error))]);
    file.end();
    await finished(file);
    return EXIT.ok;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await complain(context, path, `the export cannot be written (${reason}). Check --output.`);
    return EXIT.unusable;
  }
}

async function* chunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

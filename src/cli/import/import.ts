import { formatReport } from '../../import/report.ts';
import { finishImport, knowledgeFor, type Reading } from '../../import/run-import.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { type Settings, settingsFrom } from '../../settings.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { KnowledgeFlags } from '../options.ts';
import { startProgress } from '../progress.ts';

/** Flags that every importer has. */
export interface ImportFlags extends KnowledgeFlags {
  readonly into: string;
  readonly format: 'text' | 'json';
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** Reads with an importer, merges, writes and reports. Exit code 2 where the input ended early. */
export async function runImport(
  flags: ImportFlags,
  context: Context,
  read: (knowledge: KnowledgeBase, settings: Settings) => Promise<Reading>,
): Promise<ExitCode> {
  const settings = settingsFrom(flags, context.environment);
  const knowledge = knowledgeFor(settings, flags.into);
  const reading = await read(knowledge, settings);
  const report = finishImport(reading, knowledge, flags.into, flags.dryRun !== true);
  await write(context.stdout, flags.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report));
  return report.incomplete === undefined ? EXIT.ok : EXIT.unusable;
}

/** A bar in hundredths of a total (bytes, rows, items), on a terminal only. `add` counts on. */
export function startShare(
  context: Context,
  total: number,
  quiet: boolean,
): { add(amount: number): void; stop(): void } {
  const bar = startProgress(context, 100, quiet);
  let done = 0;
  let shown = 0;
  return {
    add: (amount) => {
      done += amount;
      for (; shown < 100 && shown < Math.floor((100 * done) / total); shown++) bar.advance();
    },
    stop: () => bar.stop(),
  };
}

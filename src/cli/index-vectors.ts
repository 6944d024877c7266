import type { Command } from 'commander';
import { loadKnowledge } from '../knowledge/load.ts';
import { Search } from '../retrieval/search.ts';
import { vectorSettings } from '../retrieval/vector-settings.ts';
import { settingsFrom } from '../settings.ts';
import { type Context, write } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { withGraphIfThere } from './graph/graph.ts';
import { addKnowledgeOptions, type KnowledgeFlags } from './options.ts';
import { type Progress, startProgress } from './progress.ts';

interface IndexFlags extends KnowledgeFlags {
  readonly data?: string;
  readonly facts?: boolean;
  readonly quiet?: boolean;
}

/** `errata index`. */
export function addIndexCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  const command = program
    .command('index')
    .summary('make the vectors that search by meaning needs')
    .description(
      'Makes the vectors that search by meaning needs and keeps them in the data folder. The first time takes a minute or two; later only ' +
        'what is new is embedded. Stopping it loses nothing: run it again to go on.',
    )
    .option('--data <folder>', 'data folder (default: ERRATA_DATA or ./data)')
    .option('--facts', 'vectors for each fact too, not only for entities: several times as many')
    .option('--quiet', 'no progress bar and no closing line');
  addKnowledgeOptions(command).action(async (flags: IndexFlags) => finish(await index(flags, context)));
}

async function index(flags: IndexFlags, context: Context): Promise<ExitCode> {
  const knowledge = loadKnowledge(settingsFrom(flags, context.environment));
  const vectors = vectorSettings(flags, context.environment);
  const bar = new Bar(context, flags.quiet === true);
  try {
    const { indexed, passages } = await withGraphIfThere(flags, context, async (graph) => {
      const search = await Search.open({ knowledge, vectors, graph });
      const onProgress = (done: number, total: number) => bar.show(done, total);
      const coverage = await search.update({ facts: flags.facts, onProgress });
      return { indexed: coverage.indexed, passages: await search.updatePassages() };
    });
    const kept = `${indexed} texts indexed in ${vectors.dataFolder}, ${bar.total} of them embedded now.\n`;
    const inGraph = passages > 0 ? `${passages} passages of documents embedded and kept in the graph.\n` : '';
    if (!flags.quiet) await write(context.stdout, `${kept}${inGraph}`);
  } finally {
    bar.stop();
  }
  return EXIT.ok;
}

/** A progress bar that starts when the number of texts is known. */
class Bar {
  total = 0;
  private done = 0;
  private progress: Progress | undefined;
  private readonly context: Context;
  private readonly quiet: boolean;

  constructor(context: Context, quiet: boolean) {
    this.context = context;
    this.quiet = quiet;
  }

  show(done: number, total: number): void {
    this.total = total;
    this.progress ??= startProgress(this.context, total, this.quiet);
    for (; this.done < done; this.done++) this.progress.advance();
  }

  stop(): void {
    this.progress?.stop();
  }
}

import progress from 'cli-progress';
import type { Context } from './context.ts';

/** From how many files on a progress bar is worth its flicker. */
const MANY = 5;

/** A progress bar over files on stderr, or something that does nothing. */
export interface Progress {
  advance(): void;
  stop(): void;
}

const NONE: Progress = { advance: () => undefined, stop: () => undefined };

/** Shows a bar where there are many files and a person is watching. */
export function startProgress(context: Context, total: number, quiet: boolean): Progress {
  if (quiet || total < MANY || context.stderr.isTTY !== true) return NONE;
  const bar = new progress.SingleBar({
    stream: context.stderr,
    format: '{bar} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { advance: () => bar.increment(), stop: () => bar.stop() };
}

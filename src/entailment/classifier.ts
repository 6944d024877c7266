import type { Deciders } from './entailment.ts';
import { EntailmentModel, type PairReader } from './entailment-model.ts';
import { Forest } from './forest.ts';

/** The classifier of a folder, which `reader` reads with. Nothing is read before it is needed: most commands decide without it. */
export function classifierIn(folder: string, reader: PairReader = new EntailmentModel(folder)): Deciders {
  let forest: Forest | undefined;
  return {
    reader,
    get forest() {
      forest ??= Forest.read(folder);
      return forest;
    },
  };
}

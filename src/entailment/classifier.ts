import type { Deciders } from './entailment.ts';
import { EntailmentModel } from './entailment-model.ts';
import { Forest } from './forest.ts';

/** The classifier of a folder. Nothing is read before it is needed: most commands decide without it. */
export function classifierIn(folder: string): Deciders {
  let forest: Forest | undefined;
  return {
    reader: new EntailmentModel(folder),
    get forest() {
      forest ??= Forest.read(folder);
      return forest;
    },
  };
}

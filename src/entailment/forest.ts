import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { unusable } from './entailment-model.ts';
import { softmax } from './softmax.ts';

const FILE = 'decision.json';

/** A leaf's value, or: the sign asked about, the value up to which it goes left, left, right. */
type Tree = number | readonly [sign: number, most: number, left: Tree, right: Tree];

const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([z.number(), z.tuple([z.number().int(), z.number(), treeSchema, treeSchema])]),
);
const forestSchema = z.object({
  signs: z.array(z.string()),
  /** How likely a verdict must be to be given. */
  least: z.object({ supported: z.number(), refuted: z.number() }),
  /** Boosted trees for «supported», «refuted» and «neither». */
  trees: z.tuple([z.array(treeSchema), z.array(treeSchema), z.array(treeSchema)]),
});

/** How likely a sentence is to be supported, and to be refuted. */
export interface Likelihood {
  readonly supported: number;
  readonly refuted: number;
}

/** Gradient-boosted trees that weigh signs against each other. */
export class Forest {
  readonly least: Likelihood;
  private readonly signs: readonly string[];
  private readonly trees: readonly (readonly Tree[])[];

  /** @throws ZodError where the content is no forest. */
  constructor(content: unknown) {
    const { signs, least, trees } = forestSchema.parse(content);
    this.signs = signs;
    this.least = least;
    this.trees = trees;
  }

  /** Reads `decision.json` of a classifier's folder. @throws EntailmentError where it is missing or damaged. */
  static read(folder: string): Forest {
    try {
      return new Forest(JSON.parse(readFileSync(join(folder, FILE), 'utf8')));
    } catch (cause) {
      throw unusable(folder, `${FILE} is missing or damaged`, cause);
    }
  }

  /** The likelihoods, by all signs named in the forest. */
  weigh(signs: Readonly<Record<string, number>>): Likelihood {
    const values = this.signs.map((sign) => signs[sign] ?? 0);
    const scores = this.trees.map((trees) => trees.reduce<number>((sum, tree) => sum + leafOf(tree, values), 0));
    const [supported = 0, refuted = 0] = softmax(scores);
    return { supported, refuted };
  }
}

function leafOf(tree: Tree, values: readonly number[]): number {
  let node = tree;
  while (typeof node !== 'number') {
    const [sign, most, left, right] = node;
    node = (values[sign] ?? 0) <= most ? left : right;
  }
  return node;
}

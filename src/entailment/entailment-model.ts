import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ErrataError } from '../errors.ts';
import { softmax } from './softmax.ts';

/** A premise, and a sentence that may follow from it. */
export interface Pair {
  readonly premise: string;
  readonly sentence: string;
}

/** How likely a premise shows a sentence to be true, and to be false; what is missing to 1: it settles nothing. */
export interface Entailment {
  readonly entailed: number;
  readonly contradicted: number;
}

/** Reads pairs of sentences. */
export interface PairReader {
  /** One answer for each pair, in order. */
  read(pairs: readonly Pair[]): Promise<Entailment[]>;
}

/** The classifier is missing, damaged or no classifier of pairs; the message names the fix. */
export class EntailmentError extends ErrataError {}

type Run = (pairs: readonly Pair[]) => Promise<Entailment[]>;

const NEEDED = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
const BATCH = 8;
/** Of a longer premise or sentence the rest is cut off. UTF-16 code units. */
const LONGEST = 600;

/** A classifier of sentence pairs in a folder that transformers.js can read. It is loaded when first needed. */
export class EntailmentModel implements PairReader {
  private readonly folder: string;
  private loaded: Promise<Run> | undefined;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  /** @throws EntailmentError where the model cannot be loaded. */
  async read(pairs: readonly Pair[]): Promise<Entailment[]> {
    this.loaded ??= load(this.folder).catch((cause: unknown) => {
      this.loaded = undefined;
      throw cause instanceof EntailmentError ? cause : unusable(this.folder, reasonOf(cause), cause);
    });
    const run = await this.loaded;
    const order = pairs.map((_, index) => index).sort((a, b) => lengthAt(pairs, a) - lengthAt(pairs, b));
    const answers: Entailment[] = new Array(pairs.length);
    for (let done = 0; done < order.length; done += BATCH) {
      const batch = order.slice(done, done + BATCH);
      const read = await run(batch.flatMap((index) => pairs[index] ?? []));
      batch.forEach((index, row) => {
        const answer = read[row];
        if (answer) answers[index] = answer;
      });
    }
    return answers;
  }
}

/** @throws EntailmentError where a file of a classifier is missing in a folder. */
export function checkClassifier(folder: string): void {
  for (const name of NEEDED) if (!existsSync(join(folder, name))) throw unusable(folder, `${name} is missing`);
}

async function load(folder: string): Promise<Run> {
  checkClassifier(folder);
  const { AutoModelForSequenceClassification, AutoTokenizer, env } = await import('@xenova/transformers');
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const name = basename(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
  const model = await AutoModelForSequenceClassification.from_pretrained(name, {
    local_files_only: true,
    dtype: 'q8',
    session_options: { logSeverityLevel: 3 },
  });
  return async (pairs) => {
    const inputs = tokenizer(
      pairs.map(({ premise }) => premise.slice(0, LONGEST)),
      { text_pair: pairs.map(({ sentence }) => sentence.slice(0, LONGEST)), padding: true, truncation: true },
    );
    const { logits } = (await model(inputs)) as { logits: { dims: readonly number[]; data: Float32Array } };
    if (logits.dims[0] !== pairs.length || logits.dims[1] !== 3)
      throw unusable(folder, 'it does not tell entailed, contradicted and neutral pairs apart');
    return pairs.map((_, row) => likelihoods(logits.data.subarray(row * 3, row * 3 + 3)));
  };
}

/** Of the scores for entailed, contradicted and neutral. */
function likelihoods(logits: Float32Array): Entailment {
  const [entailed = 0, contradicted = 0] = softmax(logits);
  return { entailed, contradicted };
}

function lengthAt(pairs: readonly Pair[], index: number): number {
  const pair = pairs[index];
  return pair ? pair.premise.length + pair.sentence.length : 0;
}

/** The error for a folder; `reason` is a clause. */
export function unusable(folder: string, reason: string, cause?: unknown): EntailmentError {
  const fix =
    'Restore the folder (a fresh checkout), give another with ERRATA_ENTAILMENT, or do without it: ERRATA_ENTAILMENT=off.';
  return new EntailmentError('CLASSIFIER_UNUSABLE', `the classifier ${folder} cannot be used: ${reason}. ${fix}`, {
    cause,
  });
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/gu, ' ').replace(/\.$/u, '');
}

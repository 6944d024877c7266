import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Examination } from '../../assessment/examination.ts';
import type { Verdict } from '../../assessment/result.ts';
import { Engine, type GivenDocument } from '../../engine.ts';
import { REPORTERS } from '../../report/formats.ts';
import { knowledgeNames } from '../../report/names.ts';
import { packageVersion } from '../../settings.ts';
import { decodeBytes, UnreadableInputError } from '../../text/decode.ts';
import { detectFormat } from '../../text/detect-format.ts';
import type { CheckedText, CheckTask, FinishedReport, ReportTask, Unreadable } from './check-task.ts';

/** Runs in a worker thread: checks documents with an engine of its own. */

// On Linux this is the thread's own priority: with few cores, short requests on the main thread go first.
if (process.platform === 'linux') setPriority(0, 10);

const settings = z.object({ ontology: z.string(), knowledge: z.array(z.string()) }).parse(workerData);
const engine = Engine.load(settings);
const version = packageVersion();

/** What the pool calls to check a document. */
export function check(task: CheckTask): CheckedText | Unreadable {
  return orUnreadable(() => checkText(task));
}

/** What the pool calls to check a document and report on it. */
export function report(task: ReportTask): FinishedReport | Unreadable {
  return orUnreadable(() => {
    const checked = checkText(task);
    return { content: render(checked, task), verdicts: countVerdicts(checked) };
  });
}

/** What the pool calls to examine a document for the graph. */
export function examine(given: GivenDocument): Examination {
  return engine.examine(given);
}

/** Errors lose their class and their code on the way between threads; what is foreseen is said as data. */
function orUnreadable<Result>(work: () => Result): Result | Unreadable {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableInputError) return { unreadable: error.message };
    throw error;
  }
}

function checkText({ name, content, format }: CheckTask): CheckedText {
  const text = typeof content === 'string' ? content : decodeBytes(content).text;
  const read = format ?? detectFormat(name, text);
  return { text, format: read, result: engine.check({ name, text, format: read }) };
}

function render(checked: CheckedText, { report: format, language, only }: ReportTask): string {
  const names = knowledgeNames(engine.knowledge);
  return REPORTERS[format]([checked], {
    language,
    ...(only ? { only } : {}),
    color: false,
    version,
    names,
    failures: [],
  });
}

function countVerdicts({ result }: CheckedText): FinishedReport['verdicts'] {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of result.claims) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

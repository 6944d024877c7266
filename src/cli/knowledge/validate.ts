import { inspectKnowledge, KnowledgeError } from '../../knowledge/load.ts';
import { formatProblem, type Problem } from '../../knowledge/problem.ts';
import { sortProblems, validateKnowledge } from '../../knowledge/validate.ts';
import { type AmbiguousName, findAmbiguousNames } from '../../knowledge/validation/ambiguity.ts';
import { settingsFrom } from '../../settings.ts';
import { fold } from '../../text/fold.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { KnowledgeFlags } from '../options.ts';
import { describeCounts } from './stats.ts';

export type ValidateFlags = KnowledgeFlags & { readonly ambiguous?: boolean };

/** Prints every problem, then what could be read. Exit code 1 where there is an error; warnings alone are fine. */
export async function validate(flags: ValidateFlags, context: Context): Promise<ExitCode> {
  const settings = settingsFrom(flags, context.environment);
  try {
    const inspected = inspectKnowledge(settings);
    if (flags.ambiguous) return await listAmbiguous(findAmbiguousNames(inspected, fold), context);
    const problems = sortProblems([...inspected.problems, ...validateKnowledge(inspected, fold)]);
    await writeProblems(problems, context);
    await write(context.stdout, `${describeCounts(inspected.knowledge)}${countProblems(problems)}\n`);
    return problems.some(({ severity }) => severity === 'error') ? EXIT.found : EXIT.ok;
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    await writeProblems(error.problems, context);
    return EXIT.found;
  }
}

async function writeProblems(problems: readonly Problem[], context: Context): Promise<void> {
  await write(context.stdout, problems.map((problem) => `${formatProblem(problem)}\n`).join(''));
}

function countProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `; ${errors} errors, ${problems.length - errors} warnings`;
}

async function listAmbiguous(names: readonly AmbiguousName[], context: Context): Promise<ExitCode> {
  for (const { name, entities, toldApartBy } of names) {
    const list = entities.map(({ id, kind, facts }) => `${id} (${kind}, ${facts} facts)`).join(', ');
    await write(context.stdout, `${name}: ${HOW[toldApartBy]}: ${list}\n`);
  }
  await write(context.stdout, `${names.length} names with several meanings\n`);
  return EXIT.ok;
}

const HOW: Readonly<Record<AmbiguousName['toldApartBy'], string>> = {
  type: 'told apart by type',
  fame: 'the best known first',
  none: 'NOT told apart',
};

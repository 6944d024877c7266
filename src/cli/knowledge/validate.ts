import { KnowledgeError, readKnowledge } from '../../knowledge/load.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { validateKnowledge } from '../../knowledge/validate.ts';
import { settingsFrom } from '../../settings.ts';
import { type Context, write } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { KnowledgeFlags } from '../options.ts';
import { describeCounts } from './stats.ts';

/** Prints every problem, then what could be read. Exit code 2 where there is an error; warnings alone are fine. */
export async function validate(flags: KnowledgeFlags, context: Context): Promise<ExitCode> {
  try {
    const { knowledge, problems } = readKnowledge(settingsFrom(flags, context.environment));
    const all = [...problems, ...validateKnowledge(knowledge)];
    await write(context.stdout, all.map((problem) => `${formatProblem(problem)}\n`).join(''));
    await write(context.stdout, `${describeCounts(knowledge)}\n`);
    return all.some(({ severity }) => severity === 'error') ? EXIT.unusable : EXIT.ok;
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    await write(context.stdout, error.problems.map((problem) => `${formatProblem(problem)}\n`).join(''));
    return EXIT.unusable;
  }
}

import type { Problem } from './problem.ts';
import { checkChanging } from './validation/changing.ts';
import { checkCompleteness } from './validation/completeness.ts';
import { checkDates } from './validation/dates.ts';
import { checkDuplicates } from './validation/duplicates.ts';
import { checkKinds } from './validation/kinds.ts';
import { type Fold, foldPlainly } from './validation/names.ts';
import { checkRelations } from './validation/relations.ts';
import { type Subject, Validation } from './validation/validation.ts';

/**
 * Checks that need the whole knowledge, beyond what reading it finds: kinds, dates, relations, completeness, duplicates,
 * values without a date. Problems come by file and line. `fold`: what does not matter in names.
 */
export function validateKnowledge(subject: Subject, fold: Fold = foldPlainly): Problem[] {
  const validation = new Validation(subject);
  for (const check of [checkKinds, checkDates, checkRelations, checkCompleteness, checkChanging]) check(validation);
  checkDuplicates(validation, fold);
  return sortProblems(validation.problems);
}

/** By file, then by place. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) =>
    a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1,
  );
}

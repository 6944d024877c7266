/** A mistake in a YAML file: where it stands and how to mend it. */
export interface Problem {
  readonly file: string;
  /** 1-based; 0 where the place is unknown. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** `file:line:column: message`, one line a problem. */
export function formatProblem(problem: Problem): string {
  const mark = problem.severity === 'warning' ? 'warning: ' : '';
  return `${problem.file}:${problem.line}:${problem.column}: ${mark}${problem.message}`;
}

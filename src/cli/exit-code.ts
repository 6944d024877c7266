/** What the command line's exit codes mean. */
export const EXIT = {
  /** Everything was read; nothing that `--fail-on` names was found. */
  ok: 0,
  /** Something that `--fail-on` names was found. */
  found: 1,
  /** Bad usage, or input that could not be read. Wins over `found`. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

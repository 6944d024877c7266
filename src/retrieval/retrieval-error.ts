import { ErrataError } from '../errors.ts';

/** Something about the embedding model or the kept vectors: the message names it and the fix. */
export class RetrievalError extends ErrataError {}

/** What a failed read or write means, with what to do: for files of the data folder. */
export function storageError(path: string, cause: unknown): RetrievalError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
  const fix = full
    ? 'The disk is full: free some space, or give another data folder with --data.'
    : 'Check the permissions, or give another data folder with --data.';
  return new RetrievalError('VECTORS_UNUSABLE', `${path}: cannot be used (${reason}). ${fix}`, { cause });
}

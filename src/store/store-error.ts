import { ErrataError } from '../errors.ts';

/** What can go wrong with a store. */
export type StoreErrorCode =
  | 'STORE_LOCKED' // another process is writing and did not finish in time
  | 'STORE_CORRUPT' // the file is damaged or is no graph
  | 'STORE_NEWER' // made by a newer version of Errata
  | 'STORE_OUTDATED' // made by a version that was never finished, so that no step leads on from it
  | 'STORE_FULL' // no space left
  | 'STORE_READ_ONLY' // no permission to write
  | 'STORE_UNREACHABLE' // the server does not answer, or the file cannot be opened
  | 'STORE_DENIED' // wrong user or password, or missing rights
  | 'STORE_NO_DATABASE' // the server has no such database
  | 'STORE_BAD_SETTING' // a setting that cannot be used
  | 'STORE_BAD_CURSOR' // a cursor that this list did not give
  | 'STORE_BAD_QUERY' // a limit, depth or length out of range
  | 'STORE_BAD_ROWS' // rows that name each other wrongly
  | 'STORE_STALE' // what was to be changed has changed meanwhile
  | 'STORE_CLOSED' // used after close()
  | 'STORE_FAILED'; // anything else; the cause says what

/** An error of the store. The message names the thing and the fix, and never a password. */
export class StoreError extends ErrataError {
  declare readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(code, message, options);
  }
}

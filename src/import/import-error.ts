import { ErrataError } from '../errors.ts';

/** Input that cannot be imported at all: unreadable, another format, a bad map. The message names the fix. */
export class ImportError extends ErrataError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('IMPORT_FAILED', message, options);
  }
}

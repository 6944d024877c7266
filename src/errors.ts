/** Base of every error that Errata raises on purpose: `code` is stable, the message names the thing and the fix. */
export class ErrataError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

import type { Bilingual } from '../../assessment/result.ts';
import { ErrataError } from '../../errors.ts';

/** One thing that is wrong with a request's body: where (a JSON pointer) and what. */
export interface Fault {
  readonly pointer: string;
  readonly detail: Bilingual;
}

interface ProblemOptions {
  readonly status: number;
  readonly title: Bilingual;
  /** What is wrong with this request, and the fix. */
  readonly detail: Bilingual;
  readonly headers?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
  readonly cause?: unknown;
}

/** An answer that is an error, after RFC 9457; said in both languages, sent in the client's. */
export class Problem extends ErrataError {
  readonly status: number;
  readonly title: Bilingual;
  readonly detail: Bilingual;
  readonly headers: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];

  constructor(code: string, { status, title, detail, headers = {}, faults = [], cause }: ProblemOptions) {
    super(code, detail.en, { cause });
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.headers = headers;
    this.faults = faults;
  }
}

/** The body of an error: `application/problem+json`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The id of the request, as in `X-Request-Id` and in the log. */
  readonly instance: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** What is sent to the client. `type` is `urn:errata:problem:` and the code in lower case with hyphens. */
export function problemBody(problem: Problem, language: 'en' | 'zh', requestId: string): ProblemBody {
  const errors = problem.faults.map(({ pointer, detail }) => ({ pointer, detail: detail[language] }));
  return {
    type: `urn:errata:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: problem.title[language],
    status: problem.status,
    detail: problem.detail[language],
    code: problem.code,
    instance: `urn:errata:request:${requestId}`,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

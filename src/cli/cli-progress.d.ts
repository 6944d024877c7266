/** The part of cli-progress that is used; the package ships no types. */
declare module 'cli-progress' {
  import type { Writable } from 'node:stream';

  interface Options {
    readonly stream?: Writable;
    readonly format?: string;
    readonly barCompleteChar?: string;
    readonly barIncompleteChar?: string;
    readonly clearOnComplete?: boolean;
    readonly hideCursor?: boolean;
  }

  class SingleBar {
    constructor(options: Options);
    start(total: number, startValue: number): void;
    increment(): void;
    stop(): void;
  }

  const progress: { readonly SingleBar: typeof SingleBar };
  export default progress;
}

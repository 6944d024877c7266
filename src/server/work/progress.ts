import { Repeater, SlidingBuffer } from 'graphql-yoga';
import type { DocumentSummary } from '../../store/graph-model.ts';

/** Something that has happened while knowledge and documents are brought into the graph. */
export interface IngestionEvent {
  /** `knowledge`: the facts are being written; `document`: one is being checked; `compare`: documents with each other; `done`: all is in. */
  readonly stage: 'knowledge' | 'document' | 'compare' | 'done' | 'failed';
  /** The document in question. */
  readonly name?: string;
  /** How many documents are through, of how many. */
  readonly done: number;
  readonly total: number;
  /** The document as it is now, once it is in. */
  readonly document?: DocumentSummary;
  /** What went wrong, where it did. */
  readonly message?: string;
}

type Listener = (event: IngestionEvent) => void;

/** Events waiting for a slow listener; the oldest are let go. */
const MOST_WAITING = 1_000;

/** Tells whoever listens how ingestion goes. */
export class Progress {
  private readonly listeners = new Set<Listener>();

  tell(event: IngestionEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** @returns what ends it */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Every event from now on, until `signal` aborts or the reader stops; nothing is left behind then. */
  events(signal?: AbortSignal): AsyncIterableIterator<IngestionEvent> {
    return new Repeater<IngestionEvent>(async (push, stop) => {
      const end = this.listen((event) => void push(event));
      const abort = () => stop();
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted) stop();
      await stop;
      signal?.removeEventListener('abort', abort);
      end();
    }, new SlidingBuffer(MOST_WAITING));
  }
}

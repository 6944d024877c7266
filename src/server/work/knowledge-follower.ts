import type { GraphStore } from '../../store/graph-store.ts';

/** Milliseconds that a request waits for the graph to say what it holds. */
const PATIENCE = 1_000;
/** Milliseconds for which a graph that did not answer is not asked again. */
const PAUSE = 5_000;

export interface FollowerOptions {
  readonly store: Pick<GraphStore, 'version'>;
  /** The version of the knowledge that is loaded. */
  readonly loaded: string;
  /** Loads the knowledge anew; called with the version that the graph holds now. Must not throw. */
  readonly reload: (version: string) => Promise<void>;
}

/**
 * Notices that another process has brought other knowledge into the graph (`errata load`), so that the next request is
 * answered with it. Requests that come together share one question to the graph.
 */
export class KnowledgeFollower {
  private readonly options: FollowerOptions;
  /** The graph's version that was last looked into: one that could not be loaded is not tried at every request. */
  private seen: string;
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | undefined;
  private pausedUntil = 0;

  constructor(options: FollowerOptions) {
    this.options = options;
    this.seen = options.loaded;
  }

  /**
   * Resolves once the knowledge that the graph held when this was called is loaded, or at once where the graph is away:
   * what is loaded answers then. Never rejects.
   */
  follow(): Promise<void> {
    if (performance.now() < this.pausedUntil) return Promise.resolve();
    // A look under way may have begun before the change that the caller knows of
    this.waiting ??= this.running.then(() => {
      this.waiting = undefined;
      this.running = this.look();
      return this.running;
    });
    return this.waiting;
  }

  private async look(): Promise<void> {
    const held = await this.ask();
    // While knowledge is being written to Neo4j, none is noted
    if (held === undefined || held === this.seen) return;
    this.seen = held;
    await this.options.reload(held);
  }

  private async ask(): Promise<string | undefined> {
    const start = performance.now();
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE, 'late').unref());
    const version = this.options.store.version().catch(() => 'late' as const);
    const answer = await Promise.race([version, late]);
    if (answer !== 'late') return answer.knowledge;
    this.pausedUntil = start + PATIENCE + PAUSE;
    return undefined;
  }
}

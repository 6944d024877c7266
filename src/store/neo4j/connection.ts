import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, isRetryableError, type Record as Neo4jRecord, type SessionConfig } from 'neo4j-driver';
import type { Neo4jSettings } from '../open-store.ts';
import { StoreError } from '../store-error.ts';
import { type Place, toStoreError } from './errors.ts';

/** A row of an answer. */
export type Row = Neo4jRecord;
/** Runs a statement within a transaction. Values reach it as parameters only, never as text. */
export type Run = (statement: string, parameters?: Readonly<Record<string, unknown>>) => Promise<readonly Row[]>;

export interface ConnectionOptions {
  /** How long a write waits for a server that went away or another process that writes, in milliseconds. Default 120,000. */
  readonly patience?: number | undefined;
  /** How long a reading waits for a server that went away. Default: as long as a write. */
  readonly readingPatience?: number | undefined;
  /** Called when something begins to wait, and again at every further attempt. */
  readonly onWait?: ((error: StoreError) => void) | undefined;
}

/** The driver retries transient faults itself for this long: longer than a change of leader, shorter than a reader's patience. */
const DRIVER_RETRIES_MS = 3_000;
const CONNECT_WITHIN_MS = 5_000;

/** A database of a Neo4j server. Every error is a StoreError. What was written is seen by what is read next, in clusters too. */
export class Connection {
  readonly place: Place;
  private readonly driver: Driver;
  private readonly patience: number;
  private readonly readingPatience: number;
  private readonly onWait: ConnectionOptions['onWait'];
  private closed = false;

  /** Does not connect yet. @throws StoreError `STORE_BAD_SETTING` where the address is none. */
  constructor({ uri, user, password, database }: Neo4jSettings, options: ConnectionOptions = {}) {
    this.place = { address: withoutCredentials(uri), user, database };
    this.patience = options.patience ?? 120_000;
    this.readingPatience = options.readingPatience ?? this.patience;
    this.onWait = options.onWait;
    try {
      this.driver = neo4j.driver(withoutCredentials(uri), neo4j.auth.basic(user, password), {
        disableLosslessIntegers: true,
        maxTransactionRetryTime: DRIVER_RETRIES_MS,
        connectionTimeout: CONNECT_WITHIN_MS,
        userAgent: 'errata',
      });
    } catch (cause) {
      const fix = 'NEO4J_URI must look like neo4j://host:7687 or bolt://host:7687.';
      throw new StoreError('STORE_BAD_SETTING', `“${this.place.address}” is no address of a Neo4j server. ${fix}`, {
        cause,
      });
    }
  }

  /** The server's name and version, such as `Neo4j/5.26.16`. @throws StoreError where it cannot be reached or refuses. */
  async serverAgent(): Promise<string> {
    const { database } = this.place;
    return this.attempt(
      async () => (await this.driver.getServerInfo(database === undefined ? {} : { database })).agent ?? '',
    );
  }

  /** The rows of one reading statement. Bound, so that it can stand where a `Run` is wanted. */
  readonly rows: Run = async (statement, parameters = {}) =>
    this.patiently(Math.max(this.readingPatience, DRIVER_RETRIES_MS), async () => {
      this.checkOpen();
      // A transaction of its own takes three turns to the server and back, this takes one
      const session = this.session('READ');
      try {
        return (await session.run(statement, parameters)).records;
      } finally {
        // Giving the connection back takes another turn, which nobody has to wait for
        session.close().catch(() => undefined);
      }
    });

  /** Several readings in one transaction. Others may commit in between: see `Revision`. */
  async read<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.patiently(this.readingPatience, () => this.transaction('READ', work));
  }

  /**
   * One transaction: all of it or nothing. It may be tried several times, so `work` must give the same result when what it
   * did is already there. Waits for a server that is restarted. @throws StoreError
   */
  async write<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.patiently(this.patience, () => this.transaction('WRITE', work));
  }

  /** A statement that changes the schema, outside a transaction of ours. */
  async schema(statement: string): Promise<void> {
    const session = this.session('WRITE');
    try {
      await this.attempt(() => session.run(statement));
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.driver.close();
  }

  private checkOpen(): void {
    if (this.closed)
      throw new StoreError(
        'STORE_CLOSED',
        `The graph at ${this.place.address} was closed. Open it again before using it.`,
      );
  }

  private session(mode: 'READ' | 'WRITE') {
    const { database } = this.place;
    const config: SessionConfig = {
      bookmarkManager: this.driver.executeQueryBookmarkManager,
      defaultAccessMode: neo4j.session[mode],
      ...(database === undefined ? {} : { database }),
    };
    return this.driver.session(config);
  }

  private async transaction<T>(mode: 'READ' | 'WRITE', work: (run: Run) => Promise<T>): Promise<T> {
    this.checkOpen();
    const session = this.session(mode);
    try {
      const execute = mode === 'READ' ? session.executeRead.bind(session) : session.executeWrite.bind(session);
      return await execute((transaction) =>
        work(async (statement, parameters) => (await transaction.run(statement, parameters)).records),
      );
    } finally {
      await session.close();
    }
  }

  /** Tries again while the fault is one that passes, until patience ends. @throws StoreError */
  private async patiently<T>(patience: number, work: () => Promise<T>): Promise<T> {
    for (const end = performance.now() + patience; ; await sleep(500)) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Error) || !isRetryableError(error as never) || performance.now() >= end)
          throw this.told(error);
        this.onWait?.(this.told(error));
      }
    }
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.told(error);
    }
  }

  private told(error: unknown): StoreError {
    return toStoreError(error, this.place);
  }
}

/** An address as it may be shown: users and passwords do not belong there, and those that stand there are not used. */
function withoutCredentials(uri: string): string {
  return uri.replace(/(:\/\/)[^/@]*@/u, '$1');
}

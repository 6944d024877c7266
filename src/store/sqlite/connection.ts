import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { StoreError } from '../store-error.ts';
import { isBusy, toStoreError } from './errors.ts';

/** What can be bound to a statement. */
export type Parameter = string | number | null;
/** What can be bound besides: bytes. */
export type Bytes = Uint8Array;
type Bound = Parameter | Bytes;

export interface ConnectionOptions {
  /** How long to wait for another process that writes, in milliseconds. Default 20,000. */
  readonly patience?: number | undefined;
  /** Largest size of the file in pages of 4,096 bytes; beyond it, writing ends as on a full disk. Default: none. */
  readonly mostPages?: number | undefined;
}

interface Statement {
  all(parameters: readonly Bound[]): unknown[];
  get(parameters: readonly Bound[]): unknown;
  run(parameters: readonly Bound[]): { changes: number };
}

/** One open SQLite file. Statements are prepared once; every error is a StoreError. */
export class Connection {
  readonly file: string;
  private readonly patience: number;
  private readonly statements = new Map<string, Statement>();
  private database: Database.Database | undefined;

  /** Opens or makes the file and its folder. @throws StoreError */
  constructor(file: string, options: ConnectionOptions = {}) {
    this.file = file;
    this.patience = options.patience ?? 20_000;
    this.attempt(() => {
      mkdirSync(dirname(file), { recursive: true });
      this.database = new Database(file, { timeout: 100 });
      if (options.mostPages !== undefined) this.database.exec(`PRAGMA max_page_count = ${options.mostPages}`);
    });
  }

  /** All rows as objects. */
  all(sql: string, ...parameters: Bound[]): unknown[] {
    return this.attempt(() => this.prepare(sql).all(parameters));
  }

  /** The first row as an object. */
  get(sql: string, ...parameters: Bound[]): unknown {
    return this.attempt(() => this.prepare(sql).get(parameters));
  }

  /** Runs a statement. @returns the number of rows changed. */
  run(sql: string, ...parameters: Bound[]): number {
    return this.attempt(() => this.prepare(sql).run(parameters).changes);
  }

  /** Runs SQL without parameters, several statements too. */
  execute(sql: string): void {
    this.attempt(() => void this.open().exec(sql));
  }

  /**
   * The values of a column `json` that holds one JSON text a row, read as one text: each row that crosses from the driver
   * costs more than its parsing. The texts were written by this adapter, under this schema version, and are not checked.
   */
  json<T>(sql: string, ...parameters: Bound[]): T[] {
    const row = this.get(`SELECT group_concat(json) AS json FROM (${sql})`, ...parameters) as { json: string | null };
    return row.json === null ? [] : (JSON.parse(`[${row.json}]`) as T[]);
  }

  /** Several readings of one state; within a transaction, of its state. */
  read<T>(work: () => T): T {
    if (this.database?.inTransaction) return work();
    this.execute('BEGIN');
    return this.finish(work);
  }

  /** One transaction: all of it or nothing. Waits while another process writes. @throws StoreError `STORE_LOCKED`. */
  async write<T>(work: () => T): Promise<T> {
    await this.patiently(() => this.execute('BEGIN IMMEDIATE'));
    return this.finish(work);
  }

  /** Tries again while another process is in the way, until patience ends. */
  async patiently<T>(work: () => T): Promise<T> {
    for (const end = performance.now() + this.patience; ; ) {
      try {
        return work();
      } catch (error) {
        const busy = error instanceof StoreError && error.code === 'STORE_LOCKED' && isBusy(error.cause);
        if (!busy || performance.now() >= end) throw error;
      }
      await sleep(10 + Math.random() * 40);
    }
  }

  /** Closes the file. What stands in its log goes into the file itself, unless others use it or it fails. */
  close(): void {
    this.statements.clear();
    try {
      this.database?.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    } catch {
      // nothing is lost: the next to open the file reads the log
    }
    this.database?.close();
    this.database = undefined;
  }

  private finish<T>(work: () => T): T {
    try {
      const result = work();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      // SQLite has already rolled back after some errors (a full disk); then this is the second time
      if (this.database?.inTransaction) this.database.exec('ROLLBACK');
      throw toStoreError(error, this.file);
    }
  }

  private prepare(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.open().prepare(sql) as unknown as Statement;
    this.statements.set(sql, statement);
    return statement;
  }

  private open(): Database.Database {
    if (this.database) return this.database;
    throw new StoreError('STORE_CLOSED', `The graph in ${this.file} was closed. Open it again before using it.`);
  }

  private attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, this.file);
    }
  }
}

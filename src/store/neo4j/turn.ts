import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import type { Connection, Run } from './connection.ts';

/** Someone who took a turn and has done nothing for this long has died. */
const IDLE_SECONDS = 10;
const PATIENCE_MS = 120_000;

/**
 * The right to change the knowledge, which takes many transactions: only one process has it at a time. While it is held,
 * the store notes no version of the knowledge, so that a load that was cut off is seen and done again.
 */
export class Turn {
  private readonly connection: Connection;
  private readonly token = randomUUID();
  /** Transactions of this turn so far. */
  private count = 0;

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Waits for its turn. Undefined where the knowledge has this version by then. @throws StoreError `STORE_LOCKED` */
  static async take(connection: Connection, version: string): Promise<Turn | undefined> {
    const turn = new Turn(connection);
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(300)) {
      const state = await connection.write((run) => turn.attempt(run, version));
      if (state === 'taken') return turn;
      if (state === 'done') return undefined;
    }
    throw locked(connection, 'is being loaded by another process');
  }

  /**
   * One transaction of this turn, done exactly once: where the server committed it but the answer was lost, it is not
   * repeated. @throws StoreError `STORE_LOCKED` where another process has taken over.
   */
  async write(work: (run: Run) => Promise<void>): Promise<void> {
    const count = ++this.count;
    await this.connection.write(async (run) => {
      const [row] = await run(
        `MATCH (store:Store {id: 'errata'}) SET store.turnUsedAt = datetime(), store.revision = store.revision + 1
         WITH store, store.turnCount AS before SET store.turnCount = $count
         RETURN store.turn = $token AS mine, before`,
        { token: this.token, count },
      );
      if (row?.get('mine') !== true)
        throw locked(this.connection, 'was taken over by another process that loads it too');
      if (row.get('before') !== count) await work(run);
    });
  }

  /** The last transaction: the knowledge is whole and has this version. */
  async finish(version: string): Promise<void> {
    await this.connection.write(async (run) => {
      const [row] = await run(
        `MATCH (store:Store {id: 'errata'}) WHERE store.turn = $token OR store.knowledge = $version
         SET store.knowledge = $version, store.revision = store.revision + 1
         REMOVE store.turn, store.turnCount, store.turnUsedAt, store.turnHolder RETURN store.knowledge AS knowledge`,
        { token: this.token, version },
      );
      if (!row) throw locked(this.connection, 'was taken over by another process that loads it too');
    });
  }

  private async attempt(run: Run, version: string): Promise<'taken' | 'done' | 'wait'> {
    const [row] = await run(
      `MATCH (store:Store {id: 'errata'}) SET store.locked = true REMOVE store.locked
       RETURN store.knowledge AS knowledge, store.turn AS turn, store.turnHolder AS holder,
         duration.inSeconds(store.turnUsedAt, datetime()).seconds AS idle`,
    );
    if (row?.get('knowledge') === version) return 'done';
    const turn: unknown = row?.get('turn') ?? undefined;
    const over = Number(row?.get('idle') ?? 0) >= IDLE_SECONDS || hasDied(String(row?.get('holder') ?? ''));
    if (turn !== undefined && turn !== this.token && !over) return 'wait';
    await run(
      `MATCH (store:Store {id: 'errata'})
       SET store.turn = $token, store.turnHolder = $holder, store.turnUsedAt = datetime(), store.revision = store.revision + 1
       REMOVE store.knowledge, store.turnCount`,
      { token: this.token, holder: `${hostname()}/${process.pid}` },
    );
    return 'taken';
  }
}

/** Whether a process of this machine that took a turn is no longer there. */
function hasDied(holder: string): boolean {
  const [host, pid] = [holder.slice(0, holder.lastIndexOf('/')), Number(holder.slice(holder.lastIndexOf('/') + 1))];
  if (host !== hostname() || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function locked(connection: Connection, what: string): StoreError {
  const message = `The knowledge in Neo4j at ${connection.place.address} ${what}. Wait for that, then load again.`;
  return new StoreError('STORE_LOCKED', message);
}

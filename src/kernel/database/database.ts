/**
 * Transactions that belong to one hub. Row level security compares every row's hub_id with the setting made here (X11),
 * so a query without it fails instead of crossing hubs. BEGIN, the setting and the first reads leave in one pipeline.
 */
import type pg from 'pg';
import { breakOff, type Connection, gather, openPool, type PoolSettings } from './connection.ts';
import { type Db, scopedKysely } from './dialect.ts';

const PLAN_CHANGED = '0A000';

export class Hubwise {
  readonly pool: pg.Pool;
  readonly #connections = new Set<Connection>();

  constructor(settings: PoolSettings) {
    this.pool = openPool(settings);
    this.pool.on('connect', (connection) => void this.#connections.add(connection));
    this.pool.on('remove', (connection) => void this.#connections.delete(connection as Connection));
  }

  /** A read-only snapshot of one hub: what `work` asks for without waiting in between goes out in one pipeline. */
  async read<T>(hubId: number, work: (db: Db) => Promise<T>): Promise<T> {
    const opening = `begin read only; set local minna.hub = ${hubNumber(hubId)}`;
    try {
      return await this.#transact(opening, work, 'read');
    } catch (error) {
      if (!planChanged(error)) throw error;
      return this.#transact(opening, work, 'read');
    }
  }

  /** One transaction; whatever `work` throws rolls everything back. */
  async write<T>(hubId: number, work: (db: Db) => Promise<T>): Promise<T> {
    return this.#transact(`begin; set local minna.hub = ${hubNumber(hubId)}`, work);
  }

  /** Deployment-level work (hubs, accounts, mails) outside any hub: civic tables are closed to it. */
  async deployment<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#transact('begin', work);
  }

  async #transact<T>(opening: string, work: (db: Db) => Promise<T>, kind: 'read' | 'write' = 'write'): Promise<T> {
    const connection = await this.pool.connect();
    // A connection that dies between two statements raises this; the statement in flight is rejected as well.
    let lost: Error | undefined;
    const onError = (error: Error) => {
      lost = error;
    };
    connection.on('error', onError);
    let result: T;
    try {
      gather(connection);
      const opened = connection.query(opening);
      opened.catch(() => {});
      result = await work(scopedKysely(connection));
      await opened;
      // Nothing depends on how a read ends: its COMMIT rides ahead of whatever this connection does next.
      gather(connection);
      if (kind === 'read') connection.query('commit').catch(() => {});
      else await commit(connection);
    } catch (error) {
      await connection.query('rollback').catch((failure: Error) => {
        lost = failure;
      });
      release(connection, onError, lost);
      throw error;
    }
    release(connection, onError, lost);
    return result;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Closes without waiting: queries that are under way fail. For a server that may never answer. */
  async abandon(): Promise<void> {
    for (const connection of this.#connections) breakOff(connection);
    await this.pool.end();
  }
}

async function commit(connection: Connection): Promise<void> {
  const answer = await connection.query('commit');
  // COMMIT of a transaction in which a statement failed (and was swallowed) answers ROLLBACK: nothing was kept.
  if (answer.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
}

function release(connection: Connection, onError: (error: Error) => void, lost: Error | undefined): void {
  connection.off('error', onError);
  connection.release(lost);
}

function hubNumber(hubId: number): number {
  if (!Number.isInteger(hubId)) throw new TypeError('a hub is named by its number');
  return hubId;
}

function planChanged(error: unknown): boolean {
  return (error as { code?: string }).code === PLAN_CHANGED;
}

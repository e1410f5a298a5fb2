/** Kysely on one connection that is already in its transaction: compiles SQL, sends it named and pipelined. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Database } from '#db/tables.generated.ts';
import { type Connection, send } from './connection.ts';

export type Db = Kysely<Database>;

class ScopedConnection implements DatabaseConnection {
  readonly #connection: Connection;
  constructor(connection: Connection) {
    this.#connection = connection;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await send(this.#connection, query.sql, query.parameters);
    return {
      rows: answer.rows as R[],
      ...(answer.rowCount === null ? {} : { numAffectedRows: BigInt(answer.rowCount) }),
    };
  }
  // biome-ignore lint/correctness/useYield: a cursor can't share a pipelined connection
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('page through with a key instead of streaming');
  }
}

class ScopedDriver implements Driver {
  readonly #connection: ScopedConnection;
  constructor(connection: Connection) {
    this.#connection = new ScopedConnection(connection);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  beginTransaction(): Promise<void> {
    throw new Error('the transaction is opened by perform(), once');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

function dialect(connection: Connection): Dialect {
  return {
    createAdapter: () => adapter,
    createDriver: () => new ScopedDriver(connection),
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

const builders = new WeakMap<Connection, Db>();
const connections = new WeakMap<object, Connection>();

/** A query builder bound to `connection`, to be used inside its transaction only. */
export function scopedKysely(connection: Connection): Db {
  let db = builders.get(connection);
  if (!db) {
    db = new Kysely<Database>({ dialect: dialect(connection) });
    builders.set(connection, db);
    connections.set(db, connection);
  }
  return db;
}

/** Ready SQL for the statements on hot paths; numbered parameters ($1…). Goes straight to the connection. */
export async function run<R>(db: Db, text: string, values: readonly unknown[] = []): Promise<R[]> {
  const connection = connections.get(db);
  if (connection) return (await send(connection, text, values)).rows as R[];
  const result = await db.executeQuery<R>(CompiledQuery.raw(text, values as unknown[]));
  return result.rows;
}

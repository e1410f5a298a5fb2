/** Databases for tests: one server a run (see global-setup.ts), one fresh copy of the migrated template a test file. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { APP_ROLE, OWNER_ROLE, SUPERUSER } from '#db/embedded/connection.ts';
import { type ConnectionOptions, socketConnection } from '#db/embedded/index.ts';
import { TEMPLATE } from './template-name.ts';

declare module 'vitest' {
  interface ProvidedContext {
    socketFolder: string;
    /** for towns whose story has been told, see told-data.ts */
    toldFolder: string;
  }
}

export type FreshDatabase = {
  /** Owns the tables; policies bind it as well, because they are forced. */
  owner: ConnectionOptions;
  /** As web and worker connect. */
  app: ConnectionOptions;
  /** Bound by nothing: for looking behind the scenes. */
  superuser: ConnectionOptions;
  /** Removes the database; connections still open to it are cut. */
  drop(): Promise<void>;
};

/** An empty town's database, migrated, for this test file alone. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return copyDatabase(TEMPLATE);
}

/** A database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return copyDatabase('template0');
}

/** A copy of any database of this run that nobody is connected to. */
export async function copyDatabase(template: string): Promise<FreshDatabase> {
  const folder = inject('socketFolder');
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Copying files is three times as fast here as the default, which writes every page to the log.
  await asSuperuser(folder, `create database ${name} template ${template} owner ${OWNER_ROLE} strategy file_copy`);
  return {
    owner: socketConnection(folder, OWNER_ROLE, name),
    app: socketConnection(folder, APP_ROLE, name),
    superuser: socketConnection(folder, SUPERUSER, name),
    drop: () => asSuperuser(folder, `drop database if exists ${name} with (force)`),
  };
}

async function asSuperuser(folder: string, sql: string): Promise<void> {
  const client = new pg.Client(socketConnection(folder, SUPERUSER, 'postgres'));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Brings a database to this version's tables. Several processes may start at once and a town may be busy meanwhile: one
 * migrates, the others wait; a table that is in use is waited for briefly and tried again, so that no page has to queue.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ConnectionOptions } from './embedded/connection.ts';
import { MIGRATIONS_FOLDER, type MigrationFile, MigrationMistake, readMigrations } from './migration-files.ts';
import { grantToApp } from './roles.ts';
import { splitStatements } from './statements.ts';

export { MigrationMistake } from './migration-files.ts';

export type MigrateSettings = {
  log: (line: string) => void;
  /** Folder of the numbered files; the town's own by default. */
  dir?: string;
  /** The last number to apply; all by default. For an archive's tables as they were. */
  upTo?: number;
  /** How long one attempt waits for a table in use. */
  lockTimeoutMs?: number;
  /** Attempts for one file before giving up. */
  attempts?: number;
  /** The pause between attempts, for tests that hold a lock. */
  pauseMs?: number;
};

/** Two ints name the advisory lock that says "somebody migrates". */
const MIGRATION_LOCK = '1296649838, 2';
const LOCK_POLL_MS = 200;
const INDEX_LOCK_TIMEOUT_MS = 60_000;

const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/**
 * Applies what is missing, in order. Resolves with the names applied by this call (empty when another process did it).
 * Throws `MigrationMistake` when an applied file was changed or a new one is numbered before an applied one, and the
 * database's own error when a file fails; files before it stay applied.
 */
export async function migrate(owner: ConnectionOptions, settings: MigrateSettings): Promise<{ applied: string[] }> {
  const files = await readMigrations(settings.dir ?? MIGRATIONS_FOLDER);
  const client = new pg.Client({ ...owner, application_name: 'minna migrate', statement_timeout: 0 });
  // Without a listener a connection lost between two statements would end the process without a word.
  client.on('error', () => {});
  await client.connect();
  try {
    // A new foreign key looks at the rows that are there, and their policies ask for the hub: whoever migrates is of none.
    await client.query(`set minna.hub = '0'`);
    await takeTurn(client, settings.log);
    await grantToApp(client);
    await client.query(`create table if not exists schema_migrations (
      number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
    await keepAppOut(client);
    const { upTo = Number.POSITIVE_INFINITY } = settings;
    const missing = (await missingFiles(client, files, settings.log)).filter(({ number }) => number <= upTo);
    for (const file of missing) {
      settings.log(`Migration ${file.name}`);
      await (file.transaction ? applyWhole(client, file, settings) : applyOneByOne(client, file, settings));
    }
    return { applied: missing.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

/**
 * Polls for the turn. Waiting inside pg_advisory_lock would be a running statement, for which CREATE INDEX CONCURRENTLY
 * of the process that has the turn waits in its turn: a deadlock that leaves an invalid index.
 */
async function takeTurn(client: pg.Client, log: (line: string) => void): Promise<void> {
  for (let waited = 0; ; waited++) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${MIGRATION_LOCK}) as mine`);
    if (rows[0]!.mine) return;
    if (waited % 50 === 0) log('Another process is migrating the database; waiting.');
    await pause(LOCK_POLL_MS);
  }
}

async function keepAppOut(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'minna_app'");
  if (rowCount) await client.query('revoke insert, update, delete on schema_migrations from minna_app');
}

async function missingFiles(
  client: pg.Client,
  files: MigrationFile[],
  log: (line: string) => void,
): Promise<MigrationFile[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from schema_migrations order by number',
  );
  const applied = new Map(rows.map((row) => [row.number, row]));
  const latest = rows.at(-1)?.number ?? 0;
  for (const file of files) {
    const before = applied.get(file.number);
    if (before && before.checksum !== file.checksum) {
      throw new MigrationMistake(
        `${file.name} was changed after it was applied (as ${before.name}). Write a new migration instead.`,
      );
    }
    if (!before && file.number < latest) {
      throw new MigrationMistake(
        `${file.name} is numbered before ${latest}, which is applied. Give it the next number.`,
      );
    }
  }
  const known = new Set(files.map((file) => file.number));
  const newer = rows.filter((row) => !known.has(row.number));
  // Migrations are safe for the version before, so that one may go on running.
  if (newer.length > 0) log(`The database is newer than this Minna (${newer.at(-1)?.name}).`);
  return files.filter((file) => !applied.has(file.number));
}

async function applyWhole(client: pg.Client, file: MigrationFile, settings: MigrateSettings): Promise<void> {
  await persevere(settings, file, async () => {
    try {
      await client.query(`begin; set local lock_timeout = ${settings.lockTimeoutMs ?? 2000}`);
      await client.query(file.sql);
      await record(client, file);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

/** A file that stopped half-way is begun again: its statements must bear repetition (IF NOT EXISTS). */
async function applyOneByOne(client: pg.Client, file: MigrationFile, settings: MigrateSettings): Promise<void> {
  // Building concurrently blocks nobody while it waits, so it may wait longer than a file in a transaction.
  await client.query(`set lock_timeout = ${settings.lockTimeoutMs ?? INDEX_LOCK_TIMEOUT_MS}`);
  for (const statement of splitStatements(file.sql)) {
    await persevere(settings, file, async () => {
      await dropInvalidIndexes(client);
      await client.query(statement);
    });
  }
  await client.query('reset lock_timeout');
  await record(client, file);
}

/** An index whose building failed stays behind, invalid, and IF NOT EXISTS would take it for the real one. */
async function dropInvalidIndexes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and c.relkind = 'i' and pg_has_role(c.relowner, 'USAGE')
        and n.nspname not like 'pg\\_%'`,
  );
  for (const { name } of rows) await client.query(`drop index concurrently if exists ${name}`);
}

async function record(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [
    file.number,
    file.name,
    file.checksum,
  ]);
}

/** Repeats `work` while a lock stands in the way. */
async function persevere(settings: MigrateSettings, file: MigrationFile, work: () => Promise<void>): Promise<void> {
  const attempts = settings.attempts ?? 30;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if ((code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK) || attempt >= attempts) throw named(error, file);
      settings.log(`${file.name}: a table is in use; trying again (${attempt} of ${attempts}).`);
      await pause((settings.pauseMs ?? 500) * Math.min(attempt, 10));
    }
  }
}

/** Says which file and which line failed; PostgreSQL counts characters from the start of what was sent. */
function named(error: unknown, file: MigrationFile): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const place = file.transaction && error.position ? lineAt(file.sql, Number(error.position)) : '';
  const detail = [error.detail, error.hint].filter(Boolean).join(' ');
  error.message = `${file.name}${place}: ${error.message}${detail ? ` (${detail})` : ''}`;
  return error;
}

function lineAt(sql: string, position: number): string {
  return `:${[...sql].slice(0, position - 1).filter((letter) => letter === '\n').length + 1}`;
}

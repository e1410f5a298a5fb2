/**
 * Who may do what in the database. Two roles: the owner, who makes and changes tables, and `minna_app`, as whom every page
 * and job runs. `minna_app` owns nothing and is bound by row level security, so that a mistake in a query cannot cross
 * from one town into another (X11).
 *
 * On the operator's own PostgreSQL (DATABASE_URL) the given user is the owner. `minna_app` is a role without login there,
 * taken on by each connection of web and worker at its start (`-c role=minna_app`): one password to keep, and the
 * operator's password rules stay the operator's. RESET ROLE falls back to minna_app, not to the owner.
 */
import pg from 'pg';
import { APP_ROLE, type ConnectionOptions, DATABASE, OWNER_ROLE } from './embedded/connection.ts';

/** The oldest PostgreSQL that Minna's SQL runs on. */
const OLDEST_SERVER = 15;

/** Makes both roles and the database on the embedded server. `superuser` is connected to any of its databases. */
export async function ensureLocalRoles(superuser: pg.ClientBase): Promise<void> {
  const { rows } = await superuser.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    [OWNER_ROLE, APP_ROLE],
  ]);
  for (const role of [OWNER_ROLE, APP_ROLE]) {
    if (rows.some((row) => row.rolname === role)) continue;
    await superuser.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  // The owner hands over what the app shall own (the job queue's tables).
  if (!(await mayActAs(superuser, OWNER_ROLE))) await superuser.query(`grant ${APP_ROLE} to ${OWNER_ROLE}`);
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await superuser.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
}

/**
 * Sees to it that what the owner creates from now on can be used by `minna_app`: rows may be read, written and deleted,
 * sequences used. A migration that wants less (append-only tables) revokes it, and that holds.
 * Does nothing where there is no such role.
 */
export async function grantToApp(owner: pg.ClientBase): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (!rowCount) return;
  await owner.query(`
    alter default privileges grant usage on schemas to ${APP_ROLE};
    alter default privileges grant select, insert, update, delete on tables to ${APP_ROLE};
    alter default privileges grant usage, select on sequences to ${APP_ROLE};
    grant usage on schema public to ${APP_ROLE};
  `);
}

/**
 * Prepares the operator's database: `url` names the owner, `appUrl` (optional) a login of its own for web and worker.
 * Returns options for both, and `direct`, the application's way for what needs a connection of its own (LISTEN, locks of a session):
 * `appUrl` may lead through a pooler in transaction mode, `url` may not. `prepare` false: that pooler knows no prepared statements. Throws a sentence for the operator when the server is too old, when `minna_app` is missing
 * and may not be made, or when the app's user would not be bound by row level security.
 */
export async function prepareOperatorDatabase(
  url: string,
  appUrl?: string,
  prepare = true,
): Promise<{ owner: ConnectionOptions; app: ConnectionOptions; direct: ConnectionOptions }> {
  const owner: ConnectionOptions = { connectionString: url };
  await withClient(owner, async (client) => {
    await refuseUnfitServer(client);
    await ensureAppRole(client, await userOf(owner));
    if (appUrl) await ensureAppRole(client, await userOf({ connectionString: appUrl }));
  });
  const direct = asApp(url);
  const app = appUrl ? { connectionString: appUrl, prepare } : direct;
  await withClient(app, refuseUnboundUser);
  return { owner, app, direct };
}

/** The owner's login, acting as `minna_app` from its first statement on. */
function asApp(url: string): ConnectionOptions {
  return { connectionString: url, options: `-c role=${APP_ROLE}` };
}

/** The way to a replica, whose users are the primary's: with the application's login where it has one of its own, else with the owner's. */
export function replicaAccess(
  readUrl: string,
  appUrl: string | null,
  prepare: boolean,
): ConnectionOptions & { prepare?: boolean } {
  return appUrl ? { connectionString: readUrl, prepare } : asApp(readUrl);
}

async function withClient<T>(options: ConnectionOptions, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...options, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function userOf(options: ConnectionOptions): Promise<string> {
  return withClient(options, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    return rows[0]!.name;
  });
}

async function refuseUnfitServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const { version, encoding } = rows[0]!;
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_SERVER)
    throw new Error(`PostgreSQL ${OLDEST_SERVER} or later is needed; this server is ${major}.`);
  if (encoding !== 'UTF8') throw new Error(`The database must be made with encoding UTF8; this one has ${encoding}.`);
}

/** Makes `minna_app` and lets `member` act as it. `client` is connected as the owner. */
async function ensureAppRole(client: pg.Client, member: string): Promise<void> {
  const { rows } = await client.query<{ name: string; exists: boolean; may_create: boolean }>(
    `select current_user as name, exists (select from pg_roles where rolname = $1) as exists,
       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_create`,
    [APP_ROLE],
  );
  const { name, exists, may_create } = rows[0]!;
  const advice =
    `Ask the administrator of the server to run:\n  CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;\n` +
    `  GRANT ${APP_ROLE} TO ${pg.escapeIdentifier(member)};`;
  if (!exists) {
    if (!may_create) throw new Error(`The database user "${name}" may not create the role ${APP_ROLE}. ${advice}`);
    await client.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls`);
  }
  if (await mayActAs(client, member)) return;
  try {
    await client.query(`grant ${APP_ROLE} to ${pg.escapeIdentifier(member)}`);
  } catch {
    throw new Error(`The database user "${member}" may not act as ${APP_ROLE}. ${advice}`);
  }
}

/** PostgreSQL 16 tells "is a member" from "may SET ROLE"; before, the one meant the other. */
async function mayActAs(client: pg.ClientBase, user: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select pg_has_role($1::name, $2::name,
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may`,
    [user, APP_ROLE],
  );
  return rows[0]!.may;
}

/** A superuser, a role with BYPASSRLS, or the tables' owner without force would see every town's rows. */
async function refuseUnboundUser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; unbound: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user',
  );
  const { name, unbound } = rows[0]!;
  if (!unbound) return;
  throw new Error(
    `Web and worker may not run as the database user "${name}": it is a superuser or has BYPASSRLS, and would see the ` +
      `rows of every town. Run ALTER ROLE ${pg.escapeIdentifier(name)} NOSUPERUSER NOBYPASSRLS, or leave the app's URL unset.`,
  );
}

/** X12: what can be asked of the database: its server, the walls between towns, the tables' version, its clock, what waits. */
import pg from 'pg';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '#db/migration-files.ts';
import { type Finding, ill, note, well } from './finding.ts';

const OLDEST_SERVER = 15;
/** More than this and people's deadlines end at another moment than the pages say. */
const CLOCK_SECONDS = 5;
const LATE_SECONDS = 600;
const HEARD_MS = 3_000;
/** Letters and their addresses belong to the deployment, though each names the town it was sent in; so do hosts that things of towns have. */
const WITHOUT_WALLS = ['public.mails', 'public.mail_addresses', 'public.own_hosts'];

/** `app` is bound as web and worker are. `now` is asked around the database's answer. */
export async function checkDatabase(app: ConnectionOptions, now: () => Date): Promise<Finding[]> {
  const client = new pg.Client({ ...app, application_name: 'minna doctor', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const findings: Finding[] = [];
    for (const check of [server, appRole, walls, migrations, indexes, jobs, workers, letters])
      findings.push(await check(client));
    findings.push(await clock(client, now));
    return findings;
  } finally {
    await client.end();
  }
}

type Check = (client: pg.Client) => Promise<Finding>;

async function one<R>(client: pg.Client, sql: string, values: unknown[] = []): Promise<R> {
  const { rows } = await client.query(sql, values);
  return rows[0] as R;
}

const server: Check = async (client) => {
  const { number, version, encoding } = await one<{ number: number; version: string; encoding: string }>(
    client,
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  );
  const fits = number >= OLDEST_SERVER * 10_000 && encoding === 'UTF8';
  return (fits ? well : ill)('server', { version, encoding });
};

const appRole: Check = async (client) => {
  const { name, unbound } = await one<{ name: string; unbound: boolean }>(
    client,
    'select rolname as name, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user',
  );
  return (unbound ? ill : well)('app-role', { name });
};

/** Every table whose rows belong to a town is closed to the others, also to its owner. */
const walls: Check = async (client) => {
  const { count, open } = await one<{ count: number; open: string | null }>(
    client,
    `select count(*)::int as count, string_agg(name, ', ') filter (where not closed) as open from (
       select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'hub') as closed
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id' and not a.attisdropped
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')
         and n.nspname || '.' || c.relname <> all ($1)) tables`,
    [WITHOUT_WALLS],
  );
  return open === null ? well('town-walls', { count }) : ill('town-walls', { tables: open });
};

const migrations: Check = async (client) => {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from schema_migrations order by number',
  );
  const files = await readMigrations(MIGRATIONS_FOLDER);
  const applied = new Map(rows.map((row) => [row.number, row]));
  const changed = files.find((file) => (applied.get(file.number)?.checksum ?? file.checksum) !== file.checksum);
  if (changed) return ill('migrations', { changed: changed.name, missing: 0 });
  const missing = files.filter((file) => !applied.has(file.number)).length;
  return (missing > 0 ? ill : well)('migrations', { changed: '', missing, latest: rows.at(-1)?.name ?? '–' });
};

const indexes: Check = async (client) => {
  const { names } = await one<{ names: string | null }>(
    client,
    `select string_agg(c.relname, ', ') as names from pg_index i join pg_class c on c.oid = i.indexrelid
       join pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and n.nspname in ('public', 'auth', 'graphile_worker')`,
  );
  return names === null ? well('indexes') : ill('indexes', { names });
};

/** The database's own time says when its jobs are due. */
const jobs: Check = async (client) => {
  const { late, given } = await one<{ late: number; given: number }>(
    client,
    `select count(*) filter (where attempts < max_attempts and locked_at is null
         and run_at < clock_timestamp() - make_interval(secs => $1))::int as late,
       count(*) filter (where attempts >= max_attempts)::int as given
     from graphile_worker._private_jobs`,
    [LATE_SECONDS],
  );
  return (late + given > 0 ? ill : well)('jobs', { late, given, minutes: LATE_SECONDS / 60 });
};

const workers: Check = async (client) => {
  const { count } = await one<{ count: number }>(
    client,
    `select count(*)::int as count from workers where beat_at > clock_timestamp() - interval '60 seconds'`,
  );
  return count > 0 ? well('workers', { count }) : note('workers');
};

const letters: Check = async (client) => {
  const { count } = await one<{ count: number }>(
    client,
    `select count(*)::int as count from (select from mails where sent_at is null
       and created_at < clock_timestamp() - interval '1 hour' limit 1000) waiting`,
  );
  return (count > 0 ? ill : well)('letters', { count });
};

async function clock(client: pg.Client, now: () => Date): Promise<Finding> {
  const before = now().getTime();
  const { at } = await one<{ at: Date }>(client, 'select clock_timestamp() as at');
  const apart = (at.getTime() - (before + now().getTime()) / 2) / 1000;
  const seconds = Math.round(Math.abs(apart) * 10) / 10;
  return (seconds > CLOCK_SECONDS ? ill : well)('clock', { seconds });
}

/** Whether what is told on one connection is heard on another, as the page cache needs it: a pooler would swallow it. */
export async function checkListening(direct: ConnectionOptions): Promise<Finding> {
  const [ear, mouth] = [0, 1].map(
    () => new pg.Client({ ...direct, application_name: 'minna doctor', connectionTimeoutMillis: 10_000 }),
  ) as [pg.Client, pg.Client];
  for (const client of [ear, mouth]) client.on('error', () => {});
  try {
    await Promise.all([ear.connect(), mouth.connect()]);
    await ear.query('listen minna_doctor');
    const heard = new Promise<boolean>((resolve) => {
      ear.once('notification', () => resolve(true));
      setTimeout(() => resolve(false), HEARD_MS).unref();
    });
    // Two turns: behind a pooler in transaction mode the second may be another server.
    await mouth.query('notify minna_doctor');
    return (await heard) ? well('listening') : ill('listening');
  } finally {
    await Promise.all([ear.end(), mouth.end()]);
  }
}

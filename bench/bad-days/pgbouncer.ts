/** A PgBouncer of its own before the town's database, set as docs/operating.md says: in transaction mode, for `minna_app` alone. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { BenchTown } from '../town.ts';

const PLACES = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'];
const BACK_MS = 10_000;
/** The first that keeps prepared statements. */
const KEEPS_PREPARED = [1, 21];

export interface Pooler {
  version: string;
  keepsPrepared: boolean;
  /** for MINNA_DATABASE_APP_URL */
  url: string;
  start(): Promise<void>;
  /** SIGTERM, and its end */
  stop(): Promise<void>;
  /** transactions it has passed on since it was started */
  transactions(): Promise<number>;
  /** stops it and removes its files */
  discard(): Promise<void>;
}

/** Where it is installed, and which; null: nowhere. */
export function installedPooler(): { program: string; version: string } | null {
  for (const program of PLACES) {
    const version = /PgBouncer ([\d.]+)/.exec(
      spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '',
    )?.[1];
    if (version) return { program, version };
  }
  return null;
}

export async function poolerFor(town: BenchTown): Promise<Pooler> {
  const { program, version } = installedPooler()!;
  const keepsPrepared = version.localeCompare(KEEPS_PREPARED.join('.'), 'en', { numeric: true }) >= 0;
  const socket = String(town.server.app.host);
  const folder = mkdtempSync(join(tmpdir(), 'minna-pooler-'));
  const port = await freePort();
  // It doesn't run as root, and the socket is open to the server's own user alone.
  const { uid, gid } = statSync(socket);
  writeFileSync(join(folder, 'userlist.txt'), '"minna_app" ""\n');
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    settings({ socket, database: town.server.app, port, folder, keepsPrepared }),
  );
  const user = process.getuid?.() === 0 ? { uid, gid } : {};
  if (user.uid !== undefined)
    for (const path of [folder, join(folder, 'userlist.txt'), join(folder, 'pgbouncer.ini')]) chownSync(path, uid, gid);
  let child: ChildProcess | null = null;
  const stop = async () => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill('SIGTERM');
    await ended;
  };
  return {
    version,
    keepsPrepared,
    url: `postgresql://minna_app@127.0.0.1:${port}/minna`,
    async start() {
      child = spawn(program, [join(folder, 'pgbouncer.ini')], { stdio: 'ignore', cwd: folder, ...user });
      const end = performance.now() + BACK_MS;
      while ((await asked(port, 'show version').catch(() => null)) === null) {
        if (child.exitCode !== null || performance.now() > end) throw new Error('PgBouncer did not start');
        await pause(50);
      }
    },
    stop,
    async transactions() {
      const rows = await asked(port, 'show stats_totals');
      return Number(rows.find(({ database }) => database === 'minna')?.xact_count ?? 0);
    },
    async discard() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Before {
  socket: string;
  database: pg.ClientConfig;
  port: number;
  folder: string;
  keepsPrepared: boolean;
}

function settings({ socket, database, port, folder, keepsPrepared }: Before): string {
  return `[databases]
minna = host=${socket} port=${database.port} dbname=${database.database}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'userlist.txt')}
stats_users = minna_app
pool_mode = transaction
${keepsPrepared ? 'max_prepared_statements = 500\n' : ''}ignore_startup_parameters = extra_float_digits, statement_timeout, idle_in_transaction_session_timeout
logfile = ${join(folder, 'pgbouncer.log')}
`;
}

/** Asks the pooler itself, which knows no prepared statements of its own. */
async function asked(port: number, question: string): Promise<{ database?: string; xact_count?: string }[]> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'minna_app', database: 'pgbouncer' });
  try {
    await client.connect();
    return (await client.query(question)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

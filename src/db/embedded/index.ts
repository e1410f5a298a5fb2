/**
 * The database server that Minna brings along, for one machine: it starts with Minna, ends with Minna, is restarted when
 * it falls, and takes over what a killed Minna left running. In production the operator's PostgreSQL stands here instead.
 */
import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ensureLocalRoles } from '../roles.ts';
import { ensureCluster, type Settings, writeSettings } from './cluster.ts';
import { APP_ROLE, type ConnectionOptions, OWNER_ROLE, SUPERUSER, socketConnection } from './connection.ts';
import { dropBallast, freeBytes, keepBallast, WRITE_FLOOR_BYTES } from './disk.ts';
import { type Home, removeHome, settleHome } from './home.ts';
import {
  removeStalePidFile,
  runningServer,
  ServerDidNotStart,
  spawnServer,
  stopOrphan,
  stopServer,
} from './postmaster.ts';
import { type Program, provideProgram } from './program.ts';

export { type ConnectionOptions, socketConnection } from './connection.ts';
export { BALLAST_BYTES, freeBytes, WRITE_FLOOR_BYTES } from './disk.ts';

export type Embedded = {
  /** For the embedded server's own care and for tests; policies do not bind it. */
  superuser: ConnectionOptions;
  /** Owns the tables; migrates. */
  owner: ConnectionOptions;
  /** What web and worker use: bound by row level security. */
  app: ConnectionOptions;
  /** Holds the socket; a child process makes its own options with `socketConnection(socketFolder, role)`. */
  socketFolder: string;
  /** The server belongs to another Minna on the same data; `stop` leaves it running. */
  joined: boolean;
  stop(): Promise<void>;
  /** `callback` is told whenever the server ended by itself; it is being restarted then. Returns how to unsubscribe. */
  onExit(callback: (ended: { code: number | null; signal: string | null }) => void): () => void;
};

export type EmbeddedSettings = {
  /** The town's data folder. Under root the database itself is kept in /var/lib/minna (a link in here shows where). */
  dataDir: string;
  log: (line: string) => void;
  /** When another Minna runs on this data: use its server (commands beside a running town) instead of refusing. */
  join?: boolean;
  /** PostgreSQL settings over the usual ones. */
  settings?: Settings;
  /** Whether 64 MB are kept aside for a full disk; yes unless the data is thrown away soon. */
  reserve?: boolean;
};

/** Another Minna uses this data folder. */
export class DataInUse extends Error {
  constructor(dataDir: string) {
    super(`Another Minna is running on the data in ${dataDir}. Stop it first, or give another folder with --data.`);
  }
}

/** Two ints name the advisory lock that says "a Minna is running here". */
const GUARD_LOCK = '1296649838, 1';
const TRIES = 5;
const BALLAST_EVERY_MS = 60_000;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Starts PostgreSQL on `dataDir` (making the cluster, the roles and the database `minna` the first time) and resolves
 * when it takes connections. Throws `DataInUse`, `ServerDidNotStart`, or a plain Error saying what to do.
 */
export async function startEmbedded({
  dataDir,
  log,
  join: mayJoin = false,
  settings = {},
  reserve = true,
}: EmbeddedSettings): Promise<Embedded> {
  const home = settleHome(dataDir);
  if (home.rediscovered) log(`The data made earlier for ${dataDir} was found in ${home.folder} and is used.`);
  const program = await provideProgram(home.programs, home.runAs !== null);
  const cluster = await ensureCluster(home, program);
  for (let attempt = 1; ; attempt++) {
    const other = await meetOther(cluster);
    if (other === 'alive') {
      if (!mayJoin) throw new DataInUse(dataDir);
      return { ...connections(cluster), joined: true, stop: async () => {}, onExit: () => () => {} };
    }
    if (other === 'orphan') log('The database server of a Minna that was killed is being taken over.');
    writeSettings(cluster, home, settings);
    const server = new Server(home, program, cluster, log, reserve);
    try {
      await server.start();
      return {
        ...connections(cluster),
        joined: false,
        stop: () => server.stop(),
        onExit: (callback) => server.onExit(callback),
      };
    } catch (error) {
      await server.stop();
      // Two starts at the same moment: the other one's server is up by now, or soon.
      const lost = error instanceof ServerDidNotStart && /lock file .* already exists/.test(error.message);
      if (!(lost || error instanceof GuardTaken) || attempt === TRIES) throw error;
    }
  }
}

/**
 * Throws the data of a trial or a test away, with a server that a killed process left running on it. The whole of
 * `dataDir` goes. Throws `DataInUse` while a Minna runs there.
 */
export async function discardEmbedded(dataDir: string): Promise<void> {
  const home = settleHome(dataDir);
  for (const name of readdirSync(home.folder).filter((entry) => /^\d+$/.test(entry))) {
    if ((await meetOther(join(home.folder, name))) === 'alive') throw new DataInUse(dataDir);
  }
  removeHome(dataDir);
}

function connections(cluster: string): Pick<Embedded, 'superuser' | 'owner' | 'app' | 'socketFolder'> {
  return {
    superuser: socketConnection(cluster, SUPERUSER),
    owner: socketConnection(cluster, OWNER_ROLE),
    app: socketConnection(cluster, APP_ROLE),
    socketFolder: cluster,
  };
}

class GuardTaken extends Error {}

/** Opens the connection that says "a Minna is running here"; it lives as long as this Minna. */
async function takeGuard(cluster: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...socketConnection(cluster, SUPERUSER, 'postgres'),
    application_name: 'minna guard',
  });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${GUARD_LOCK}) as free`);
  if (rows[0]?.free) return client;
  await client.end();
  throw new GuardTaken();
}

/** Looks at a server that already runs on this cluster: one without a Minna is ended. */
async function meetOther(cluster: string): Promise<'nobody' | 'orphan' | 'alive'> {
  for (;;) {
    const pid = runningServer(cluster);
    if (pid === null) return 'nobody';
    try {
      const guard = await takeGuard(cluster);
      await guard.end();
      await stopOrphan(cluster, pid);
      return 'orphan';
    } catch (error) {
      if (error instanceof GuardTaken) return 'alive';
      // Starting up, shutting down, or its socket not there yet: it will be one or the other soon.
      await pause(100);
    }
  }
}

class Server {
  readonly #home: Home;
  readonly #program: Program;
  readonly #cluster: string;
  readonly #log: (line: string) => void;
  readonly #reserve: boolean;
  readonly #listeners = new Set<(ended: { code: number | null; signal: string | null }) => void>();
  #child: ChildProcess | null = null;
  #guard: pg.Client | null = null;
  #stopping = false;
  #restarting: Promise<void> | null = null;
  #ballastTimer: NodeJS.Timeout | null = null;
  readonly #atExit = () => this.#child?.kill('SIGINT');

  constructor(home: Home, program: Program, cluster: string, log: (line: string) => void, reserve: boolean) {
    this.#home = home;
    this.#reserve = reserve;
    this.#program = program;
    this.#cluster = cluster;
    this.#log = log;
  }

  async start(): Promise<void> {
    process.on('exit', this.#atExit);
    await this.#launch();
    await ensureLocalRoles(this.#guard!);
    if (!this.#reserve) return;
    await this.#tendBallast();
    this.#ballastTimer = setInterval(() => void this.#tendBallast(), BALLAST_EVERY_MS);
    this.#ballastTimer.unref();
  }

  async #launch(): Promise<void> {
    const child = await spawnServer(this.#program, this.#cluster, this.#home);
    this.#child = child;
    child.unref();
    child.once('exit', (code, signal) => {
      if (this.#child !== child || this.#stopping) return;
      this.#child = null;
      this.#restarting = this.#restart(code, signal);
    });
    this.#guard = await takeGuard(this.#cluster);
  }

  async #restart(code: number | null, signal: string | null): Promise<void> {
    this.#log(`The database server ended unexpectedly (${signal ?? `code ${code}`}); it is being started again.`);
    for (const listener of this.#listeners) listener({ code, signal });
    for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        if ((await freeBytes(this.#home.folder)) < WRITE_FLOOR_BYTES) {
          this.#log(
            'The disk is nearly full. The reserve is given up so that the database can start; free some space.',
          );
          dropBallast(this.#home.folder);
        }
        await this.#guard?.end().catch(() => {});
        await this.#launch();
        this.#log('The database server is running again.');
        return;
      } catch (error) {
        this.#log(error instanceof Error ? error.message : String(error));
        await this.#dropChild();
        await pause(wait);
      }
    }
  }

  /** A child that started but could not be used must not be taken for the running one. */
  async #dropChild(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child) await stopServer(child);
  }

  async #tendBallast(): Promise<void> {
    try {
      await keepBallast(this.#home.folder);
    } catch (error) {
      this.#log(`The disk reserve could not be kept: ${error instanceof Error ? error.message : error}`);
    }
  }

  onExit(callback: (ended: { code: number | null; signal: string | null }) => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#ballastTimer) clearInterval(this.#ballastTimer);
    await this.#restarting;
    await this.#guard?.end().catch(() => {});
    await this.#dropChild();
    process.off('exit', this.#atExit);
    removeStalePidFile(this.#cluster);
  }
}

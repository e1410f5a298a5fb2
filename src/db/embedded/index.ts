/**
 * The database server that Minna brings along, for one machine: it starts with Minna, ends with Minna, is restarted when
 * it falls, and takes over what a killed Minna left running. In production the operator's PostgreSQL stands here instead.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCluster, type Settings, writeSettings } from './cluster.ts';
import { APP_ROLE, type ConnectionOptions, OWNER_ROLE, SUPERUSER, socketConnection } from './connection.ts';
import { meetOther } from './guard.ts';
import { removeHome, settleHome } from './home.ts';
import { provideProgram } from './program.ts';
import { type Ended, Server } from './server.ts';
import { inTurn } from './turn.ts';

export { type ConnectionOptions, socketConnection } from './connection.ts';
export { BALLAST_BYTES, freeBytes, WRITE_FLOOR_BYTES } from './disk.ts';
export { hasHome } from './home.ts';

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
  onExit(callback: (ended: Ended) => void): () => void;
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
  return inTurn(home, log, async () => {
    const cluster = await ensureCluster(home, program);
    const other = await meetOther(cluster, mayJoin);
    if (other === 'alive') {
      if (!mayJoin) throw new DataInUse(dataDir);
      return { ...connections(cluster), joined: true, stop: async () => {}, onExit: () => () => {} };
    }
    if (other === 'orphan') log('The database server of a Minna that was killed is being taken over.');
    writeSettings(cluster, home, settings);
    const server = new Server({ home, program, cluster }, log);
    try {
      await server.start(reserve);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      ...connections(cluster),
      joined: false,
      stop: () => server.stop(),
      onExit: (callback) => server.onExit(callback),
    };
  });
}

/**
 * Throws the data of a trial or a test away, with a server that a killed process left running on it. The whole of
 * `dataDir` goes. Throws `DataInUse` while a Minna runs there.
 */
export async function discardEmbedded(dataDir: string): Promise<void> {
  const home = settleHome(dataDir);
  await inTurn(
    home,
    () => {},
    async () => {
      for (const name of readdirSync(home.folder).filter((entry) => /^\d+$/.test(entry))) {
        if ((await meetOther(join(home.folder, name))) === 'alive') throw new DataInUse(dataDir);
      }
      removeHome(dataDir);
    },
  );
}

function connections(cluster: string): Pick<Embedded, 'superuser' | 'owner' | 'app' | 'socketFolder'> {
  return {
    superuser: socketConnection(cluster, SUPERUSER),
    owner: socketConnection(cluster, OWNER_ROLE),
    app: socketConnection(cluster, APP_ROLE),
    socketFolder: cluster,
  };
}

/** Opens the database the settings name: the one Minna brings, or the operator's; migrated and ready. */
import { existsSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { signingKeyPath } from '#commons/journal/signing-key.ts';
import { type Embedded, hasHome, socketConnection, startEmbedded } from '#db/embedded/index.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { prepareOperatorDatabase, replicaAccess } from '#db/roles.ts';
import type { Settings } from './settings.ts';

export interface DatabaseAccess {
  owner: ClientConfig;
  app: ClientConfig;
  /** as the application, past any pooler: for LISTEN, session locks and the job queue */
  direct: ClientConfig;
  /** to the replica for reads that may be seconds old */
  replica: (ClientConfig & { prepare?: boolean }) | null;
  embedded: Embedded | null;
}

/** A command that must not make a town found none. */
export class NoTownHere extends Error {}

const ELSEWHERE =
  'If its database is a PostgreSQL of your own, give the same environment (DATABASE_URL) as the town runs with; else look at --data.';

/**
 * For commands beside a running town (`join`), the running server is used. Such a command makes no town: where the operator's environment was
 * forgotten, an empty one would answer it. `make`: it may.
 * @throws NoTownHere
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseAppUrl' | 'databaseReadUrl' | 'databasePrepare' | 'dataDir'>,
  { log, join = false, make = !join }: { log: (line: string) => void; join?: boolean; make?: boolean },
): Promise<DatabaseAccess> {
  if (settings.databaseUrl) {
    const { databaseUrl, databaseAppUrl, databaseReadUrl, databasePrepare } = settings;
    const access = await prepareOperatorDatabase(databaseUrl, databaseAppUrl ?? undefined, databasePrepare);
    const replica = databaseReadUrl === null ? null : replicaAccess(databaseReadUrl, databaseAppUrl, databasePrepare);
    return { ...access, replica, embedded: null };
  }
  if (!make && !hasHome(settings.dataDir))
    throw new NoTownHere(`There is no town in ${settings.dataDir}; ./minna start begins one. ${ELSEWHERE}`);
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log, join });
  return { owner: embedded.owner, app: embedded.app, direct: embedded.app, replica: null, embedded };
}

/**
 * A folder with the key of a journal, and without a database, is that of a town whose database is elsewhere. Started without its environment,
 * it would begin another history with the same key.
 * @throws NoTownHere
 */
export function refuseOrphanedKey(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  environment: Record<string, string | undefined>,
): void {
  const key = signingKeyPath(dataDir, environment);
  if (databaseUrl || hasHome(dataDir) || !existsSync(key)) return;
  throw new NoTownHere(
    `${key} is the key of a town whose database is not in ${dataDir}. ${ELSEWHERE} To begin a new town, give an empty folder.`,
  );
}

export async function bringUpToDate(access: DatabaseAccess, log: (line: string) => void): Promise<void> {
  await migrate(access.owner, { log });
  await prepareJobQueue(access.owner, access.direct);
}

/** The child process of `--role all` gets the way to the database by the environment. */
export function appAccessFor(env: Record<string, string | undefined>): ClientConfig | null {
  const folder = env.MINNA_SOCKET_FOLDER;
  return folder ? socketConnection(folder, 'minna_app') : null;
}

/** Opens the database the settings name: the one Minna brings, or the operator's; migrated and ready. */
import type { ClientConfig } from 'pg';
import { type Embedded, socketConnection, startEmbedded } from '#db/embedded/index.ts';
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

/** For commands beside a running town (`join`), the running server is used. */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseAppUrl' | 'databaseReadUrl' | 'databasePrepare' | 'dataDir'>,
  { log, join = false }: { log: (line: string) => void; join?: boolean },
): Promise<DatabaseAccess> {
  if (settings.databaseUrl) {
    const { databaseUrl, databaseAppUrl, databaseReadUrl, databasePrepare } = settings;
    const access = await prepareOperatorDatabase(databaseUrl, databaseAppUrl ?? undefined, databasePrepare);
    const replica = databaseReadUrl === null ? null : replicaAccess(databaseReadUrl, databaseAppUrl, databasePrepare);
    return { ...access, replica, embedded: null };
  }
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log, join });
  return { owner: embedded.owner, app: embedded.app, direct: embedded.app, replica: null, embedded };
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

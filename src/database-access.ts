/** Opens the database the settings name: the one Minna brings, or the operator's; migrated and ready. */
import type { ClientConfig } from 'pg';
import { type Embedded, socketConnection, startEmbedded } from '#db/embedded/index.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { prepareOperatorDatabase } from '#db/roles.ts';
import type { Settings } from './settings.ts';

export interface DatabaseAccess {
  owner: ClientConfig;
  app: ClientConfig;
  embedded: Embedded | null;
}

/** For commands beside a running town (`join`), the running server is used. */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseAppUrl' | 'dataDir'>,
  { log, join = false }: { log: (line: string) => void; join?: boolean },
): Promise<DatabaseAccess> {
  if (settings.databaseUrl) {
    const { owner, app } = await prepareOperatorDatabase(settings.databaseUrl, settings.databaseAppUrl ?? undefined);
    return { owner, app, embedded: null };
  }
  const embedded = await startEmbedded({ dataDir: settings.dataDir, log, join });
  return { owner: embedded.owner, app: embedded.app, embedded };
}

export async function bringUpToDate(access: DatabaseAccess, log: (line: string) => void): Promise<void> {
  await migrate(access.owner, { log });
  await prepareJobQueue(access.owner, access.app);
}

/** The child process of `--role all` gets the way to the database by the environment. */
export function appAccessFor(env: Record<string, string | undefined>): ClientConfig | null {
  const folder = env.MINNA_SOCKET_FOLDER;
  return folder ? socketConnection(folder, 'minna_app') : null;
}

/** A town whose web process runs inside this process, so that what it asks of the database can be heard. */
import type pg from 'pg';
import { openUnsubscribeKeys } from '#channels/mail/index.ts';
import { loadPushKey, openPush, pushKeyPath } from '#channels/push/index.ts';
import { openFiles } from '#commons/files/setting.ts';
import { openLlm } from '#commons/language-model/setting.ts';
import { openReportKeys } from '#commons/moderation/report-key.ts';
import { apiSetting, openPrograms } from '#commons/programs/index.ts';
import type { ConnectionOptions, Embedded } from '#db/embedded/index.ts';
import { createLog } from '#kernel/log.ts';
import { secretFor } from '../../src/secret.ts';
import { settingsFrom } from '../../src/settings.ts';
import { openTownJournal } from '../../src/town-journal.ts';
import { startWeb } from '../../src/web.ts';

export type Databases = Pick<Embedded, 'app' | 'superuser'>;

export interface Reader {
  /** empty: nobody */
  name: string;
  cookie: string;
}

export interface TableSize {
  table: string;
  rows: number;
}

export interface ServedTown {
  /** what the web process is connected as */
  app: ConnectionOptions;
  superuser: ConnectionOptions;
  base: string;
  /** what the web process complained of */
  faults: string[];
  /** the largest first */
  tables: TableSize[];
  readers: Reader[];
  close(): Promise<void>;
}

/** What a process of Minna opens before it serves. */
export async function openParts(server: Databases, dataDir: string): Promise<void> {
  const settings = settingsFrom(['--demo', '--data', dataDir], {});
  openFiles(settings.files, dataDir);
  openLlm(settings.llm);
  const secret = secretFor(dataDir, {});
  openReportKeys(secret);
  await openTownJournal(server.app, dataDir, {});
  openUnsubscribeKeys(secret);
  openPrograms(apiSetting(secret, {}));
  openPush(await loadPushKey(pushKeyPath(dataDir, {})));
}

export interface Serving {
  app: ConnectionOptions;
  dataDir: string;
  demo: boolean;
  now: () => Date;
}

export async function serveHere({ app, dataDir, demo, now }: Serving) {
  const faults: string[] = [];
  const keep = (line: string) => void faults.push(line);
  const web = await startWeb({
    app,
    port: 0,
    host: '127.0.0.1',
    origin: null,
    demo,
    secret: secretFor(dataDir, {}),
    trustedProxies: '',
    metricsToken: null,
    now,
    log: createLog({ level: 'warn', format: 'text', sink: { write: keep, writeNow: keep } }),
  });
  return { app, base: web.address, faults, close: () => web.stop() };
}

/** As the statistics have it. */
export async function tablesOf(client: pg.ClientBase): Promise<TableSize[]> {
  const { rows } = await client.query<TableSize>(
    `select c.relname::text as table, c.reltuples::int as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by 2 desc`,
  );
  return rows;
}

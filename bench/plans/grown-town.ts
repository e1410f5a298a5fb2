/** The demo town, grown, with a web process of its own inside this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openUnsubscribeKeys } from '#channels/mail/index.ts';
import { loadPushKey, openPush, pushKeyPath } from '#channels/push/index.ts';
import { openFiles } from '#commons/files/setting.ts';
import { openLlm } from '#commons/language-model/setting.ts';
import { openReportKeys } from '#commons/moderation/report-key.ts';
import { apiSetting, openPrograms } from '#commons/programs/index.ts';
import type { ConnectionOptions, Embedded } from '#db/embedded/index.ts';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { createLog } from '#kernel/log.ts';
import { prepareHub } from '../../src/prepare-hub.ts';
import { secretFor } from '../../src/secret.ts';
import { clockFor, settingsFrom } from '../../src/settings.ts';
import { openTownJournal } from '../../src/town-journal.ts';
import { startWeb } from '../../src/web.ts';
import { type Growth, growTown } from './grow.ts';
import { makeKeptAnew } from './kept-beside.ts';

export const HUB_ID = 1;
export const TODAY = '2026-11-22';

export interface GrownTown {
  /** what the web process is connected as */
  app: ConnectionOptions;
  superuser: ConnectionOptions;
  base: string;
  /** what the web process complained of */
  faults: string[];
  tables: { table: string; rows: number }[];
  /** signs in as somebody of the cast, by name; the cookie that is sent from then on */
  signIn(name: string): Promise<string>;
  close(): Promise<void>;
}

type Databases = Pick<Embedded, 'app' | 'superuser'>;

/** On a server of its own, gone afterwards. */
export async function openGrownTown(growth: Growth, log: (line: string) => void): Promise<GrownTown> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minna-plans-'));
  const { server, discard } = await temporaryServer();
  const clear = async () => {
    await discard();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(server.owner, { log: () => {} });
    await prepareJobQueue(server.owner, server.app);
    await openParts(server, dataDir);
    await prepareHub({
      access: { owner: server.owner, app: server.app, direct: server.app, replica: null, embedded: server },
      demo: true,
      origin: null,
      now: clockFor(TODAY),
      log,
    });
    const town = await growAndServe(
      { app: server.app, superuser: { ...server.superuser, database: server.app.database } },
      growth,
      dataDir,
      log,
    );
    return {
      ...town,
      async close() {
        await town.close();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

export async function growAndServe(
  { app, superuser }: Databases,
  growth: Growth,
  dataDir: string,
  log: (line: string) => void,
): Promise<GrownTown> {
  const client = new pg.Client(superuser);
  await client.connect();
  const began = performance.now();
  const tables = await growTown(client, growth);
  await makeKeptAnew(app, HUB_ID);
  await client.query('analyze');
  await client.end();
  log(`The town has grown in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const faults: string[] = [];
  const keep = (line: string) => void faults.push(line);
  const web = await startWeb({
    app,
    port: 0,
    host: '127.0.0.1',
    origin: null,
    demo: true,
    secret: secretFor(dataDir, {}),
    trustedProxies: '',
    metricsToken: null,
    now: clockFor(TODAY),
    log: createLog({ level: 'warn', format: 'text', sink: { write: keep, writeNow: keep } }),
  });
  const base = web.address;
  return { app, superuser, base, faults, tables, signIn: (name) => signIn(base, name), close: () => web.stop() };
}

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

async function signIn(base: string, name: string): Promise<string> {
  const cast = await (await fetch(`${base}/dev/cast`)).text();
  const account = new RegExp(`${name}[\\s\\S]*?name="account" value="([0-9a-f-]{36})"`).exec(cast)?.[1];
  if (!account) throw new Error(`${name} is not in the cast`);
  const answer = await fetch(`${base}/dev/cast`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base },
    body: new URLSearchParams({ account }),
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ');
}

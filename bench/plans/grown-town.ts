/** The demo town, grown. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { prepareHub } from '../../src/prepare-hub.ts';
import { clockFor } from '../../src/settings.ts';
import { type Growth, growTown } from './grow.ts';
import { makeKeptAnew } from './kept-beside.ts';
import { type Databases, openParts, type ServedTown, serveHere, tablesOf } from './serving.ts';

export const HUB_ID = 1;
export const TODAY = '2026-11-22';

/** Nobody, a citizen, and somebody with an office at the desk. */
const READERS = ['とくさん', '水野'];

/** On a server of its own, gone afterwards. */
export async function openGrownTown(growth: Growth, log: (line: string) => void): Promise<ServedTown> {
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
): Promise<ServedTown> {
  const client = new pg.Client(superuser);
  await client.connect();
  const began = performance.now();
  await growTown(client, growth);
  await makeKeptAnew(app, HUB_ID);
  await client.query('analyze');
  const tables = await tablesOf(client);
  await client.end();
  log(`The town has grown in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const served = await serveHere({ app, dataDir, demo: true, now: clockFor(TODAY) });
  const signedIn = READERS.map(async (name) => ({ name, cookie: await signIn(served.base, name) }));
  return { ...served, superuser, tables, readers: [{ name: '', cookie: '' }, ...(await Promise.all(signedIn))] };
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

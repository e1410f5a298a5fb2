/** The demo town, grown. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { idFor } from '#db/demo/seeded.ts';
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

/** A citizen, for himself and for his group; a city officer, for herself; a division; the secretariat, where moderation and the desk are. */
const READERS: readonly { key: string; acting?: string }[] = [
  { key: 'toku' },
  { key: 'toku', acting: 'rengo' },
  { key: 'mizuno' },
  { key: 'yamane', acting: 'kyodo' },
  { key: 'ogata', acting: 'center' },
];

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
  const tables = await grow({ app, superuser }, growth, log);
  const served = await serveHere({ app, dataDir, demo: true, now: clockFor(TODAY) });
  const signedIn = READERS.map(async ({ key, acting }) => ({
    name: acting ? `${key} for ${acting}` : key,
    cookie: await signIn(served.base, key, acting),
  }));
  return { ...served, superuser, tables, readers: [{ name: '', cookie: '' }, ...(await Promise.all(signedIn))] };
}

async function grow({ app, superuser }: Databases, growth: Growth, log: (line: string) => void) {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const began = performance.now();
    await growTown(client, growth);
    await makeKeptAnew(app, HUB_ID);
    await client.query('analyze');
    log(`The town has grown in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return await tablesOf(client);
  } finally {
    await client.end();
  }
}

async function signIn(base: string, key: string, acting?: string): Promise<string> {
  const cookie = cookieOf(await send(base, '/dev/cast', '', { account: idFor(`account:${key}`) }));
  if (acting) {
    const { status } = await send(base, '/acting-as', cookie, { actor: idFor(`actor:${acting}`), back: '/' });
    if (status !== 303) throw new Error(`${key} may not act for ${acting}: ${status}`);
  }
  return cookie;
}

function send(base: string, path: string, cookie: string, fields: Record<string, string>): Promise<Response> {
  return fetch(base + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base, cookie },
    body: new URLSearchParams(fields),
  });
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ');
}

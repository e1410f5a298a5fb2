/** The town of 100,000 proposals, 1,000,000 opinions and 5,000,000 votes, as it is measured elsewhere. */
import pg from 'pg';
import { ref } from '#kernel/ids.ts';
import { SESSION_COOKIE } from '#kernel/web/listener.ts';
import { sessionToken } from '../seed/people.ts';
import { NOW } from '../seed/plan.ts';
import { settle } from '../settle.ts';
import { type BenchTown, openBenchTown } from '../town.ts';
import { openParts, type ServedTown, serveHere, tablesOf } from './serving.ts';

/** Person 0 acts for a division of the city; person 5,000 for nobody but herself. */
const READERS = [
  { name: 'a citizen', cookie: `${SESSION_COOKIE}=${sessionToken(5_000)}` },
  { name: 'an officer', cookie: `${SESSION_COOKIE}=${sessionToken(0)}` },
];

export interface StandardTown extends ServedTown {
  /** addresses that are looked at before those that links lead to: the debates with most and with fewest opinions */
  starts: string[];
}

export async function openStandardTown(keep: string | null, log: (line: string) => void): Promise<StandardTown> {
  const town = await openBenchTown({ size: 'standard', keep, log });
  try {
    await settle(town, log);
    const { app } = town.server;
    const superuser = { ...town.server.superuser, database: app.database };
    await openParts({ app, superuser }, town.dataDir);
    const served = await serveHere({ app, dataDir: town.dataDir, demo: false, now: () => NOW });
    const client = new pg.Client(superuser);
    await client.connect();
    const tables = await tablesOf(client);
    await client.end();
    return {
      ...served,
      superuser,
      tables,
      starts: await startsIn(town),
      readers: [{ name: '', cookie: '' }, ...READERS],
      async close() {
        await served.close();
        await town.close();
      },
    };
  } catch (error) {
    await town.close();
    throw error;
  }
}

async function startsIn(town: BenchTown): Promise<string[]> {
  const rows = await town.rows<{ id: string; title: string }>(
    `(select id, title from debates where kind = 'proposal' order by opinion_count desc limit 1)
     union all (select id, title from debates where kind = 'proposal' order by opinion_count, id limit 1)`,
  );
  return rows.map(({ id, title }) => `/proposals/${encodeURI(ref(id, title))}`);
}

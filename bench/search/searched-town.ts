/** A town with a million texts, or a tenth of that, in a database server of its own that is gone afterwards. */
import pg from 'pg';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { seedTown } from '../seed/index.ts';
import { HUB_ID, TENTH, type TownSize } from '../seed/plan.ts';
import { activitiesSql } from './seed-activities.ts';

const MILLION: TownSize = { ...TENTH, proposals: 20_000, opinions: 800_000, replies: 60_000, votes: 0 };
const SMALL: TownSize = { ...TENTH, proposals: 2_000, opinions: 80_000, replies: 6_000, votes: 0 };

export interface SearchedTown {
  hubwise: Hubwise;
  /** bound by no policy */
  rows<R>(sql: string): Promise<R[]>;
  close(): Promise<void>;
}

export async function openSearchedTown(quick: boolean, log: (line: string) => void): Promise<SearchedTown> {
  const { server, discard } = await temporaryServer();
  const superuser = { ...server.superuser, database: 'minna' };
  try {
    await migrate(server.owner, { log: () => {} });
    await prepareJobQueue(server.owner, server.app);
    await seedTown({ app: server.app, superuser, size: quick ? SMALL : MILLION, log });
    log('Adding what civic activity there is');
    await sent(superuser, activitiesSql(HUB_ID, quick ? 10_000 : 100_000));
    await sent(superuser, 'vacuum (analyze) entries');
  } catch (error) {
    await discard();
    throw error;
  }
  const hubwise = new Hubwise({
    connection: server.app,
    max: 2,
    applicationName: 'minna bench search',
    onError: () => {},
  });
  return {
    hubwise,
    rows: <R>(sql: string) => sent<R>(superuser, sql),
    async close() {
      await hubwise.close();
      await discard();
    },
  };
}

async function sent<R>(connection: pg.ClientConfig, sql: string): Promise<R[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows as R[];
  } finally {
    await client.end();
  }
}

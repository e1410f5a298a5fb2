/** A town with a million texts, or a tenth of that, in a database server of its own that is gone afterwards. */
import pg from 'pg';
import { temporaryServer } from '#db/embedded/temporary.ts';
import { prepareJobQueue } from '#db/job-queue.ts';
import { migrate } from '#db/migrate.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { seedTown } from '../seed/index.ts';
import { FULL, type TownSize } from '../seed/plan.ts';

const MILLION: TownSize = { ...FULL, proposals: 20_000, opinions: 900_000, replies: 60_000, votes: 0 };
const TENTH: TownSize = { ...FULL, proposals: 2_000, opinions: 90_000, replies: 6_000, votes: 0 };

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
    await seedTown({ app: server.app, superuser, size: quick ? TENTH : MILLION, log });
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
    async rows<R>(sql: string) {
      const client = new pg.Client(superuser);
      await client.connect();
      try {
        return (await client.query(sql)).rows as R[];
      } finally {
        await client.end();
      }
    },
    async close() {
      await hubwise.close();
      await discard();
    },
  };
}

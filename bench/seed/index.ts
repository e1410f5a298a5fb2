/** A first hub of a real town's size, by SQL: the same rows at every run. What it leaves out is told in bench/README.md. */
import pg from 'pg';
import type { ConnectionOptions } from '#db/embedded/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { chanceFrom } from './chance.ts';
import { countEverything } from './counts.ts';
import { placeEvents } from './events.ts';
import { placeFollows } from './follows.ts';
import { attraction, opinionEvents, placeOpinions, planEntries, planReplies } from './opinions.ts';
import { makeHub, makeRounds, settlePeople } from './people.ts';
import { HUB_ID, seedRounds, type TownSize } from './plan.ts';
import { placeProposals, planProposals, proposalEvents } from './proposals.ts';
import { withoutUpkeep } from './upkeep.ts';
import { placeVotes, planVotes } from './votes.ts';

export interface Seeding {
  app: ConnectionOptions;
  /** whoever may ANALYZE and CHECKPOINT */
  superuser: ConnectionOptions;
  size: TownSize;
  log: (line: string) => void;
}

/** Fills an empty, migrated database. Each step is a transaction of its own. */
export async function seedTown({ app, superuser, size, log }: Seeding): Promise<void> {
  const hubwise = new Hubwise({ connection: app, max: 1, applicationName: 'minna bench seed', onError: () => {} });
  hubwise.pool.on(
    'connect',
    (client) =>
      void client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0').catch(() => {}),
  );
  const chance = chanceFrom(20_261_116);
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    log(`  ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  };
  const write = <T>(work: Parameters<typeof hubwise.write<T>>[1]) => hubwise.write(HUB_ID, work);
  try {
    const rounds = seedRounds();
    const { people, roundIds } = await step('hub, people, accounts, sessions, policies, rounds', () =>
      write(async (db) => {
        await makeHub(db);
        return { people: await settlePeople(db, size, chance), roundIds: await makeRounds(db, rounds, chance) };
      }),
    );
    await withoutUpkeep(superuser, {
      step,
      async work() {
        const proposals = planProposals(size.proposals, rounds, roundIds, people, chance);
        await step(`${proposals.length} proposals`, () => write((db) => placeProposals(db, proposals, chance)));
        const entries = planEntries(
          size.opinions,
          proposals,
          attraction(proposals, chance),
          people,
          chance,
          size.crowd,
        );
        const replies = planReplies(size.replies, entries, people, chance);
        await step(`${entries.length} opinions, ${replies.length} replies`, () =>
          write((db) => placeOpinions(db, entries, replies)),
        );
        const votes = planVotes(size.votes, entries, people.persons, chance);
        await step(`${size.votes} votes`, () => write((db) => placeVotes(db, votes)));
        await step('counts', () => write(countEverything));
        const events = [...proposalEvents(proposals), ...opinionEvents(entries, replies)];
        await step(`${events.length} events`, () => write((db) => placeEvents(db, events, chance)));
        await step('follows', () => write((db) => placeFollows(db, events.length - 1)));
      },
    });
  } finally {
    await hubwise.close();
  }
  await step('statistics', () => analyse(superuser));
}

async function analyse(superuser: ConnectionOptions): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

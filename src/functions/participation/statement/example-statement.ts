/** For tests: a round with one debated proposal, people, and opinions to be summed up. */
import { setHidden, withdrawOpinion } from '#commons/discussion/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { recountCoverage } from './kept-coverage.ts';
import { raiseHand } from './raise-hand.ts';

/** Days of the town's round by the default rules. */
export const DAYS = {
  collecting: '2026-10-10',
  debating: '2026-11-10',
  drafting: '2026-12-10',
  checking: '2026-12-25',
  publishing: '2027-01-20',
} as const;

export interface Said {
  kind?: 'opinion' | 'question' | 'explanation';
  by?: string;
  body?: string;
}

export interface ExampleStatement {
  town: TestTown;
  roundId: string;
  debateId: string;
  /** both edit from the start */
  editor: Reader;
  other: Reader;
  /** said the opinions */
  author: Reader;
  /** adds a debate of the same round */
  debate(title: string): Promise<string>;
  say(debateId: string, said?: Said): Promise<string>;
  withdraw(opinionId: string): Promise<void>;
  hide(opinionId: string): Promise<void>;
  close(): Promise<void>;
}

export async function exampleStatement(): Promise<ExampleStatement> {
  const town = await openTestTown();
  const [editor, other, author] = await Promise.all([
    town.person('しおり'),
    town.person('はし'),
    town.person('まつばら'),
  ]);
  const numbers = new Map<string, number>();
  const change = (sql: string, values: readonly unknown[]) =>
    town.hubwise.write(town.hub.id, (db) => run(db, sql, values));
  const example: Omit<ExampleStatement, 'debateId'> = {
    town,
    roundId: town.roundId,
    editor: editor!,
    other: other!,
    author: author!,
    async debate(title) {
      const id = uuidv7(town.now());
      await change(
        `insert into debates (hub_id, id, kind, title, round_id, host_id, opens_at, closes_at, created_at)
         select hub_id, $2, 'proposal', $3, id, $4, debating_at, drafting_at, $5 from rounds where id = $1`,
        [town.roundId, id, title, author!.person.id, town.now()],
      );
      return id;
    },
    async say(debateId, { kind = 'opinion', by = author!.person.id, body } = {}) {
      const id = uuidv7(town.now());
      const number = (numbers.get(debateId) ?? 0) + 1;
      numbers.set(debateId, number);
      await change(
        `insert into opinions (hub_id, id, debate_id, number, kind, actor_id, person_id, body, said_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [town.hub.id, id, debateId, number, kind, by, author!.person.id, body ?? `意見その${number}`, town.now()],
      );
      await town.hubwise.write(town.hub.id, (db) => recountCoverage(db, town.hub.id, [debateId]));
      return id;
    },
    withdraw: async (id) => {
      if ((await town.refusal(author!, withdrawOpinion, { id, reason: '取り下げます。' })) === 'not-yours')
        throw new Error('the author withdraws what the author said');
    },
    hide: async (id) => {
      await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, id, town.now()));
    },
    close: () => town.close(),
  };
  const debateId = await example.debate('横断歩道に夜の照明を');
  town.today(DAYS.debating);
  for (const reader of [editor!, other!]) await town.perform(reader, raiseHand, { roundId: town.roundId });
  town.today(DAYS.drafting);
  return { ...example, debateId };
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { planOf } from '#test/support/read-plan.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openedDebate } from './debates.ts';
import { nextOpinion, opinionsPage } from './queries.ts';
import { threadOf } from './thread-queries.ts';

let town: TestTown;

beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const EVERYTHING = { personId: null, order: 'newest', kind: '', q: '', after: null, limit: 50 } as const;

describe('F9.2 reading stays quick under row level security', () => {
  const id = randomId();
  const person = randomId();
  const first = { id: randomId(), seen: 3 };

  test.each<[string, RegExp, (db: Db) => Promise<unknown>]>([
    [
      'newest',
      /opinions_newest.*\n.*Index Cond:.*debate_id = .*id < /,
      (db) => opinionsPage(db, { ...EVERYTHING, debateId: id, personId: person, after: first }),
    ],
    [
      'one kind',
      /opinions_(kind|newest).*\n.*Index Cond:.*debate_id = /,
      (db) => opinionsPage(db, { ...EVERYTHING, debateId: id, kind: 'question', after: first }),
    ],
    [
      'least seen',
      /opinions_least_seen.*\n.*Index Cond:.*debate_id = .*ROW\(seen, id\) > /,
      (db) => opinionsPage(db, { ...EVERYTHING, debateId: id, order: 'least-seen', after: first }),
    ],
    ['next', /opinions_least_seen.*\n.*Index Cond:.*debate_id = /, (db) => nextOpinion(db, id, person, 'seed')],
    ['thread', /opinions_replies.*\n.*Index Cond:.*parent_id = .*id > /, (db) => threadOf(db, id, first.id)],
    ['progress', /votes_person.*\n.*Index Cond:.*person_id = .*debate_id = /, (db) => openedDebate(db, id, person)],
  ])('%s is read by its index, and nothing is scanned', async (_, index, work) => {
    const plan = await planOf(town, work);
    expect(plan).toMatch(index);
    expect(plan).not.toContain('Seq Scan');
  });
});

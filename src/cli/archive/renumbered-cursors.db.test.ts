import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEY } from '#commons/journal/sample-key.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import { run } from '#kernel/database/dialect.ts';
import { writeEvent } from '#kernel/event.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../event-parts.ts';
import { settleJournal } from './restored-journal.ts';

let town: TestTown;

beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

/** An act whose id says `at`, whenever it becomes visible. */
const act = (at: string) =>
  town.hubwise.write(town.hub.id, (db) =>
    writeEvent(
      eventParts,
      db,
      { hubId: town.hub.id, now: new Date(at), actorId: null, personId: null },
      { verb: 'hubs.town-changed', object: { kind: 'hub', id: town.roundId }, public: { at }, tags: [] },
    ),
  );

const intoLog = () =>
  town.hubwise.write(town.hub.id, (db) =>
    sequence(sqlOf(db), town.hub.id, { now: town.now(), key: KEY, origin: `${town.hub.host}/journal` }),
  );

const cursorAt = (table: string, leaf: number, hub = town.hub.id) =>
  town.hubwise.write(hub, (db) => run(db, `insert into ${table} (hub_id, leaf) values ($1, $2)`, [hub, leaf]));

/** What the follower of the log that has come to this cursor is told next. */
const toldNext = (table: string) =>
  town.rows<{ at: string }>(
    `select e.public->>'at' as at from journal_leaves l join events e on e.hub_id = l.hub_id and e.id = l.event_id
     where l.hub_id = $1 and l.n > (select leaf from ${table} where hub_id = $1) order by l.n`,
    [town.hub.id],
  );

describe('X12 P6 cursors over a log that begins anew', () => {
  test('pass over nothing, also where acts became visible in another order than their ids', async () => {
    for (const at of ['2026-10-01', '2026-10-03', '2026-10-04']) await act(at);
    await intoLog();
    await act('2026-10-02');
    await act('2026-10-05');
    await intoLog();
    await act('2026-10-06');
    await cursorAt('notice_cursors', 2);
    await cursorAt('webhook_cursors', 4);
    await cursorAt('notice_cursors', 7, town.neighbour.id);
    const parts = { hubwise: town.hubwise, key: KEY, now: town.now(), goOn: false, published: [] };
    expect((await settleJournal(town.hub, parts)).report?.holds).toBe(true);
    const days = async (table: string) => (await toldNext(table)).map(({ at }) => at);
    expect(await days('notice_cursors')).toEqual([
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
    ]);
    expect(await days('webhook_cursors')).toEqual(['2026-10-06']);
    expect(
      await town.rows('select leaf from notice_cursors where hub_id = $1', [town.neighbour.id], town.neighbour),
    ).toEqual([{ leaf: 7 }]);
  });
});

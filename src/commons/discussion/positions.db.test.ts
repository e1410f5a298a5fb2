import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Reader } from '#kernel/context.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { openDebate, say } from './debate-for-tests.ts';
import { openedDebate } from './debates.ts';
import { opinionById } from './queries.ts';
import { takePosition } from './take-position.ts';
import { withdrawPosition } from './withdraw-position.ts';

let town: TestTown;
let fumi: Reader;
let club: Actor;
let shop: Actor;

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  fumi = await town.person('ふみ');
  club = await town.organisation('group', '東地区まちづくりの会', [[fumi, 'representative']]);
  shop = await town.organisation('business', 'ひなた製材', [[fumi, 'member']]);
});
afterAll(() => town.close());

const eventsOf = (id: string) =>
  town.rows<{ verb: string; object_version: number }>(
    'select verb, object_version from events where object_id = $1 order by id',
    [id],
  );

describe('F9.2, P1 positions of organisations', () => {
  test('stand once an organisation, are changed with their version, withdrawn, and stated again', async () => {
    const debateId = await openDebate(town);
    const opinion = await say(town, fumi, debateId, '9時台に1本ほしい。');
    const as = town.as(fumi, club);
    const input = { on: 'opinion', id: opinion.id, stance: 'agree', reason: '会員の8割が望んでいます。' };
    const taken = await town.perform(as, takePosition, input);
    expect(taken).toMatchObject({ debateId, opinionId: opinion.id, version: 1 });
    expect(await town.perform(as, takePosition, input)).toEqual(taken);
    const changed = await town.perform(as, takePosition, { ...input, stance: 'pass', reason: '調べなおしています。' });
    expect(changed).toEqual({ ...taken, version: 2 });
    const shown = async () => (await town.read((db) => opinionById(db, opinion.id, null)))?.positions;
    expect(await shown()).toMatchObject([
      {
        id: taken.id,
        stance: 0,
        reason: '調べなおしています。',
        version: 2,
        organisation_name: '東地区まちづくりの会',
        organisation_kind: 'group',
      },
    ]);
    await town.perform(as, withdrawPosition, { id: taken.id });
    await town.perform(as, withdrawPosition, { id: taken.id });
    expect(await shown()).toEqual([]);
    expect(await town.perform(as, takePosition, input)).toEqual({ ...taken, version: 4 });
    expect(await shown()).toHaveLength(1);
    expect((await eventsOf(taken.id)).map((event) => [event.verb, event.object_version])).toEqual([
      ['positions.taken', 1],
      ['positions.changed', 2],
      ['positions.withdrawn', 3],
      ['positions.changed', 4],
    ]);
    expect(await town.rows('select person_id from votes where opinion_id = $1', [opinion.id])).toEqual([]);
  });

  test('on the debate as a whole stand apart from those on one opinion, once each', async () => {
    const debateId = await openDebate(town);
    const as = town.as(fumi, club);
    const whole = { on: 'debate', id: debateId, stance: 'agree', reason: '進めてほしい。' };
    const first = await town.perform(as, takePosition, whole);
    expect(await town.perform(as, takePosition, { ...whole, reason: 'ぜひ進めてほしい。' })).toMatchObject({
      id: first.id,
      version: 2,
    });
    const opened = await town.read((db) => openedDebate(db, debateId, null));
    expect(opened?.positions).toMatchObject([{ reason: 'ぜひ進めてほしい。', stance: 1 }]);
  });

  test('are refused to persons, members, on questions, without a reason or a stance, after the end and elsewhere', async () => {
    const debateId = await openDebate(town);
    const opinion = await say(town, fumi, debateId, '意見です。');
    const question = await say(town, fumi, debateId, '質問です。', 'question');
    const input = { on: 'opinion', id: opinion.id, stance: 'agree', reason: '理由。' };
    const refused = (reader: Reader, more: object = {}, at?: Parameters<TestTown['refusal']>[3]) =>
      town.refusal(reader, takePosition, { ...input, ...more }, at);
    const as = town.as(fumi, club);
    expect(await refused(fumi)).toBe('organisation-only');
    expect(await refused(town.as(fumi, shop, 'member'))).toBe('member-only');
    expect(await refused(as, { id: question.id })).toBe('not-votable');
    expect(await refused(as, { reason: '', stance: 'maybe' })).toBe('stance:not-a-choice reason:required');
    expect(await refused(as, { reason: 'り'.repeat(401) })).toBe('reason:too-long');
    expect(await refused(as, {}, { hub: town.neighbour })).toBe('not-found');
    const taken = await town.perform(as, takePosition, input);
    expect(await town.refusal(fumi, withdrawPosition, { id: taken.id })).toBe('not-yours');
    expect(await town.refusal(as, withdrawPosition, { id: taken.id }, { hub: town.neighbour })).toBe('not-found');
    town.today('2026-12-05');
    expect(await refused(as, { stance: 'disagree' })).toBe('closed');
    town.today('2026-11-10');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vote } from '#commons/discussion/debate-for-tests.ts';
import { opinionById, opinionsPage, reviseOpinion, withdrawOpinion } from '#commons/discussion/index.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { correctSaying, countHands, takeBackSaying } from './change-saying.ts';
import { debateOfRound, type Hall, HELD_ON, hallOf, heard, votable } from './hall-for-tests.ts';
import { saidIn } from './hall-queries.ts';
import { shownMeeting } from './queries.ts';
import { sayInHall } from './say-in-hall.ts';
import { confirmName, contestName } from './settle-name.ts';

let town: TestTown;
let hall: Hall;

beforeAll(async () => {
  town = await openTestTown();
  hall = await hallOf(town);
});
afterAll(() => town.close());

const opinion = async (id: string) => (await town.read((db) => opinionById(db, id, null)))!;
const input = (more: Record<string, unknown> = {}) => ({
  meetingId: hall.meetingId,
  entry: randomId(),
  debateId: hall.debateId,
  kind: 'opinion',
  body: '9時の便がほしい。',
  ...more,
});
const refused = (more: Record<string, unknown>, by: Reader = hall.scribe) => town.refusal(by, sayInHall, input(more));

describe('F9.2 what is said in a hall', () => {
  test('is an opinion of the debate, from a participant nobody can be, and takes votes', async () => {
    const before = await votable(town, hall.debateId);
    const said = await heard(town, hall, '9時の便がほしい。');
    const it = await opinion(said.id);
    expect(it).toMatchObject({ meeting_id: hall.meetingId, spoken_as: 'participant', kind: 'opinion', version: 1 });
    expect(it.actor_name).toBe('会場の参加者（通院のバスを話す夕べ）');
    expect(await votable(town, hall.debateId)).toBe(before + 1);
    await vote(town, hall.citizen, said.id, 'agree');
    const [event] = await town.rows<{ verb: string; actor_id: string; public: Record<string, unknown> }>(
      'select verb, actor_id, public from events where object_id = $1',
      [said.id],
    );
    expect(event).toMatchObject({ verb: 'meetings.spoken', actor_id: hall.scribe.person.id });
    expect(event?.public).toMatchObject({ meetingId: hall.meetingId, number: said.number });
    const [account] = await town.rows<{ account_id: string | null; level: number }>(
      'select account_id, level from actors where id = $1',
      [it.actor_id],
    );
    expect(account).toEqual({ account_id: null, level: 0 });
  });

  test('cannot be changed by the scribe as words of the scribe', async () => {
    const said = await heard(town, hall, 'ほかの人のことば');
    const revision = { id: said.id, version: 1, body: '書きかえた', reason: '' };
    expect(await town.refusal(hall.scribe, reviseOpinion, revision)).toBe('not-yours');
    expect(await town.refusal(hall.scribe, withdrawOpinion, { id: said.id, reason: 'x' })).toBe('not-yours');
  });

  test('sent again with the same entry, also at the same moment, it is there once', async () => {
    const entry = randomId();
    const all = await Promise.all([1, 2, 3].map(() => heard(town, hall, '何度も送られた', { entry })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const { said } = await town.read((db) => saidIn(db, hall.meetingId, null, 100));
    expect(said.filter((one) => one.body === '何度も送られた')).toHaveLength(1);
  });

  test('the same words of two people are two opinions', async () => {
    const [one, two] = [await heard(town, hall, '賛成です。'), await heard(town, hall, '賛成です。')];
    expect(two.number).toBe(one.number + 1);
  });

  test('is refused to anybody else, elsewhere, and about other proposals', async () => {
    expect(await refused({}, hall.citizen)).toBe('not-scribe');
    expect(await refused({ meetingId: randomId() })).toBe('not-found');
    const outside = randomId();
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('debates')
        .values({
          hub_id: town.hub.id,
          id: outside,
          kind: 'imported',
          title: 'よそ',
          opens_at: town.now(),
          closes_at: new Date('2027-01-01'),
          created_at: town.now(),
        })
        .execute(),
    );
    expect(await refused({ debateId: outside })).toBe('debateId:not-on-this-meeting');
    expect(await refused({ debateId: '' })).toBe('debateId:required');
    expect(await refused({ body: ' ' })).toBe('body:required');
    expect(await refused({ body: 'あ'.repeat(401) })).toBe('body:too-long');
    expect(await refused({ speaker: 'だれもいない' })).toBe('speaker:nobody-of-that-name');
    expect(await town.refusal(hall.scribe, sayInHall, input(), { hub: town.neighbour })).toBe('not-found');
  });

  test('is refused before the screen opens, days after, and once the debate is over', async () => {
    town.today('2026-11-14');
    expect(await refused({})).toBe('scribing-later');
    town.today('2026-11-18');
    expect(await refused({})).toBe('done');
    town.today('2026-11-19');
    expect(await refused({})).toBe('scribing-over');
    town.today(HELD_ON);
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .updateTable('debates')
        .set({ closed_because: 'withdrawn', closes_at: town.now() })
        .where('id', '=', hall.debateId)
        .execute(),
    );
    expect(await refused({})).toBe('proposal-withdrawn');
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .updateTable('debates')
        .set({ closed_because: null, closes_at: new Date('2026-12-05T00:00:00+09:00') })
        .where('id', '=', hall.debateId)
        .execute(),
    );
  });
});

describe('F9.2, P1 hands in a hall', () => {
  test('stand apart: they change no vote', async () => {
    const said = await heard(town, hall, 'ベンチもほしい。');
    await town.perform(hall.scribe, countHands, {
      meetingId: hall.meetingId,
      entry: said.entry,
      agree: '２３',
      disagree: '4',
      pass: '',
    });
    expect(await opinion(said.id)).toMatchObject({
      hall_agree: 23,
      hall_disagree: 4,
      hall_pass: 0,
      agree: 0,
      disagree: 0,
      pass: 0,
      seen: 0,
    });
  });

  test('are refused for questions, for what is no number, and to others', async () => {
    const question = await heard(town, hall, '費用はいくらですか。', { kind: 'question' });
    const count = (entry: string, agree: string, by = hall.scribe) =>
      town.refusal(by, countHands, { meetingId: hall.meetingId, entry, agree, disagree: '0', pass: '0' });
    expect(await count(question.entry, '3')).toBe('not-votable');
    const said = await heard(town, hall, '屋根がほしい。');
    expect(await count(said.entry, '三')).toBe('agree:not-a-number');
    expect(await count(said.entry, '-1')).toBe('agree:not-a-number');
    expect(await count(said.entry, '1.5')).toBe('agree:not-a-number');
    expect(await count(randomId(), '3')).toBe('not-found');
    expect(await count(said.entry, '3', hall.citizen)).toBe('not-scribe');
  });
});

describe('F9.2 putting right what was written down', () => {
  const correct = (entry: string, body: string, version?: number, by = hall.scribe) =>
    town.refusal(by, correctSaying, { meetingId: hall.meetingId, entry, body, ...(version ? { version } : {}) });

  test('keeps every version, until somebody has voted on it', async () => {
    const said = await heard(town, hall, '9字の便');
    expect(await correct(said.entry, '9字の便', 1)).toBe('body:unchanged');
    expect(await correct(said.entry, '9時の便', 1)).toBe('done');
    expect(await correct(said.entry, '8時の便', 1)).toBe('changed-meanwhile');
    const it = await opinion(said.id);
    expect(it).toMatchObject({ body: '9時の便', version: 2 });
    expect(it.history.map(({ body }) => body)).toEqual(['9時の便', '9字の便']);
    await vote(town, hall.citizen, said.id, 'agree');
    expect(await correct(said.entry, '10時の便', 2)).toBe('voted-already');
    expect(await correct(said.entry, '10時の便', 2, hall.citizen)).toBe('not-scribe');
  });

  test('taken back, it leaves its number and the reason', async () => {
    const before = await votable(town, hall.debateId);
    const counted = (await town.read((db) => shownMeeting(db, hall.meetingId)))!.saying_count;
    const said = await heard(town, hall, '聞きまちがい');
    const back = { meetingId: hall.meetingId, entry: said.entry, reason: '書きとりのまちがい' };
    const both = await Promise.all([1, 2].map(() => town.refusal(hall.scribe, takeBackSaying, back)));
    expect(both.sort()).toEqual(['done', 'withdrawn']);
    expect(await opinion(said.id)).toMatchObject({ body: '', withdrawal_reason: '書きとりのまちがい' });
    expect(await votable(town, hall.debateId)).toBe(before);
    expect((await town.read((db) => shownMeeting(db, hall.meetingId)))!.saying_count).toBe(counted);
  });
});

describe('F9.2 what is said under a name', () => {
  test('is told to whoever was named, and theirs only once they say so', async () => {
    const said = await heard(town, hall, '病院の受付に間にあわない。', { speaker: 'ことね' });
    expect(await opinion(said.id)).toMatchObject({ actor_name: 'ことね', spoken_as: 'named' });
    const own = { id: said.id, version: 1, body: '書きなおした', reason: '' };
    expect(await town.refusal(hall.citizen, reviseOpinion, own)).toBe('not-yours');
    expect(await town.refusal(hall.scribe, confirmName, { id: said.id })).toBe('not-named');
    expect(await town.refusal(hall.citizen, confirmName, { id: said.id }, { hub: town.neighbour })).toBe('not-found');
    const both = await Promise.all([1, 2].map(() => town.refusal(hall.citizen, confirmName, { id: said.id })));
    expect(both.sort()).toEqual(['done', 'settled-already']);
    expect((await opinion(said.id)).spoken_as).toBe('confirmed');
    expect(await town.refusal(hall.citizen, reviseOpinion, own)).toBe('done');
    const changed = { meetingId: hall.meetingId, entry: said.entry, body: '書記が直す' };
    expect(await town.refusal(hall.scribe, correctSaying, changed)).toBe('not-yours');
  });

  test('contested, the name is gone at once and the words stay', async () => {
    const said = await heard(town, hall, '増税してでも走らせるべきだ。', { speaker: 'ことね' });
    expect(await town.refusal(hall.citizen, contestName, { id: said.id, reason: '' })).toBe('reason:required');
    await town.perform(hall.citizen, contestName, { id: said.id, reason: '言っていません。' });
    const it = await opinion(said.id);
    expect(it).toMatchObject({ spoken_as: 'participant', body: '増税してでも走らせるべきだ。' });
    expect(it.actor_name).not.toBe('ことね');
    expect(await town.refusal(hall.citizen, confirmName, { id: said.id })).toBe('settled-already');
  });

  test('of an organisation, its representatives answer for it, its members do not', async () => {
    const group = await town.organisation('group', '川べの会', [[hall.host, 'representative']]);
    const said = await heard(town, hall, '川ぞいにも停留所を。', { speaker: '川べの会' });
    const member = await town.person('会員のみか');
    expect(await town.refusal(town.as(member, group, 'member'), confirmName, { id: said.id })).toBe('member-only');
    await town.perform(town.as(hall.host, group), confirmName, { id: said.id });
    expect(await opinion(said.id)).toMatchObject({ actor_kind: 'group', spoken_as: 'confirmed' });
  });
});

describe('F9.2 a meeting of a round', () => {
  test('takes what is said to any of its proposals', async () => {
    const second = await debateOfRound(town, '図書館を夜まで');
    expect(await refused({ debateId: second })).toBe('done');
    const page = await town.read((db) =>
      opinionsPage(db, { debateId: second, personId: null, order: 'newest', kind: '', q: '', after: null, limit: 5 }),
    );
    expect(page.opinions).toHaveLength(1);
  });

  test('that does not take place takes nothing', async () => {
    town.today('2026-11-14');
    await town.perform(hall.host, cancelMeeting, { id: hall.meetingId, reason: '大雨のため。' });
    town.today(HELD_ON);
    expect(await refused({})).toBe('cancelled');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { appointScribe, endScribe } from './appoint-scribe.ts';
import { callMeeting } from './call-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { debateOfRound, HELD_ON, meetingTyped } from './hall-for-tests.ts';
import { topicChoices } from './hall-queries.ts';
import { listedMeetings, type MeetingFilter, shownMeeting } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { publishMinutes, saveMinutes } from './write-minutes.ts';

let town: TestTown;
let host: Reader;
let other: Reader;
let topic: string;

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-02');
  [host, other] = await Promise.all([town.person('とくさん'), town.person('ふみ')]);
  topic = `round:${town.roundId}`;
});
afterAll(() => town.close());

const call = (more: Record<string, unknown> = {}, by = host) =>
  town.perform(by, callMeeting, meetingTyped({ topic, ...more }));
const refused = (more: Record<string, unknown>, by = host) =>
  town.refusal(by, callMeeting, meetingTyped({ topic, ...more }));
const shown = async (id: string) => (await town.read((db) => shownMeeting(db, id)))!;
const list = (more: Partial<MeetingFilter> = {}) =>
  town.read((db) =>
    listedMeetings(
      db,
      { when: 'coming', q: '', roundId: null, debateId: null, after: null, limit: 20, ...more },
      town.now(),
    ),
  );

describe('F9.2 calling a meeting', () => {
  test('stands in the list with what it states about access', async () => {
    const { id } = await call({ title: '手話つきの集まり', signLanguage: 'yes', agenda: ' 一つめ \n\n二つめ' });
    const meeting = await shown(id);
    expect(meeting).toMatchObject({
      title: '手話つきの集まり',
      sign_language: true,
      captions: false,
      step_free: 'yes',
    });
    expect(meeting.agenda).toEqual(['一つめ', '二つめ']);
    expect(meeting.starts_at).toEqual(new Date('2026-11-15T11:00:00+09:00'));
    expect((await list({ q: '手話' })).meetings.map((one) => one.id)).toEqual([id]);
    expect((await list({ roundId: town.roundId })).meetings.map((one) => one.id)).toContain(id);
    expect((await list({ when: 'past' })).meetings).toEqual([]);
    const [event] = await town.rows<{ verb: string; is_public: boolean }>(
      'select verb, is_public from events where object_id = $1',
      [id],
    );
    expect(event).toEqual({ verb: 'meetings.called', is_public: true });
  });

  test('about one proposal it is found under its round, too', async () => {
    const debateId = await debateOfRound(town, '図書館を夜まで');
    const { id } = await call({ topic: `debate:${debateId}` });
    expect((await list({ debateId })).meetings.map((one) => one.id)).toEqual([id]);
    expect((await list({ roundId: town.roundId })).meetings.map((one) => one.id)).toContain(id);
  });

  test('a plan that takes opinions can be what it is about', async () => {
    const id = randomId();
    await town.hubwise.write(town.hub.id, (db) =>
      db
        .insertInto('debates')
        .values({
          hub_id: town.hub.id,
          id,
          kind: 'plan',
          title: '自転車の計画',
          opens_at: town.now(),
          closes_at: new Date('2027-01-01'),
          created_at: town.now(),
        })
        .execute(),
    );
    const { debates } = await town.read((db) => topicChoices(db, town.now()));
    expect(debates.map(({ title }) => title)).toContain('自転車の計画');
    const { id: meetingId } = await call({ topic: `debate:${id}` });
    expect((await shown(meetingId)).debate_kind).toBe('plan');
  });

  test('is refused at the field: times, topic, texts', async () => {
    expect(await refused({ from: '11時', to: '25:00' })).toBe('from:not-a-time to:not-a-time');
    expect(await refused({ to: '10:00' })).toBe('to:ends-before-start');
    expect(await refused({ date: '2026-11-01' })).toBe('date:in-the-past');
    expect(await refused({ date: '2029-11-01' })).toBe('date:too-far');
    expect(await refused({ date: '2026-02-30' })).toBe('date:not-a-date');
    expect(await refused({ date: '', title: '' })).toBe('title:required date:required');
    expect(await refused({ topic: `round:${randomId()}` })).toBe('topic:no-such-topic');
    expect(await refused({ topic: '' })).toBe('topic:required');
    expect(await refused({ topic: 'round:1' })).toBe('topic:not-a-choice');
    expect(await refused({ stepFree: 'maybe' })).toBe('stepFree:not-a-choice');
    expect(await refused({ agenda: 'x\n'.repeat(21) })).toBe('agenda:agenda-too-long');
  });

  test('is refused to unconfirmed people and to members of an organisation', async () => {
    expect(await refused({}, await town.person('まだ', 0))).toBe('level');
    const group = await town.organisation('group', 'ひなた絵本の会', [[other, 'member']]);
    expect(await refused({}, town.as(other, group, 'member'))).toBe('member-only');
  });

  test('is refused about what belongs to the neighbouring town', async () => {
    expect(await town.refusal(host, callMeeting, meetingTyped({ topic }), { hub: town.neighbour })).toBe(
      'topic:no-such-topic',
    );
  });

  test('the same form sent twice calls one meeting', async () => {
    const once = randomId();
    const input = meetingTyped({ topic, title: '二度おし' });
    const [first, second] = await Promise.all([
      town.perform(host, callMeeting, input, { once }),
      town.perform(host, callMeeting, input, { once }),
    ]);
    expect(second.id).toBe(first.id);
  });

  test('twenty to come are enough for one host', async () => {
    const busy = await town.person('いそがしい');
    for (let at = 0; at < 20; at += 1) await call({ title: `集まり${at}` }, busy);
    expect(await refused({}, busy)).toBe('too-many-meetings');
  });
});

describe('F9.2 moving and cancelling', () => {
  const change = (id: string, more: Record<string, unknown>, by = host) =>
    town.refusal(by, changeMeeting, { ...meetingTyped(), id, version: 1, ...more });

  test('another time or place needs a reason, which stays with where it was', async () => {
    const { id } = await call();
    expect(await change(id, { place: '市民活動センター' })).toBe('reason:reason-needed');
    expect(await change(id, { place: '市民活動センター', reason: '公民館の空調が直らないため。' })).toBe('done');
    const meeting = await shown(id);
    expect(meeting).toMatchObject({ place: '市民活動センター', version: 2 });
    expect(meeting.changes).toMatchObject([
      { kind: 'moved', reason: '公民館の空調が直らないため。', was_place: '東地区公民館' },
    ]);
  });

  test('details change without one', async () => {
    const { id } = await call();
    expect(await change(id, { captions: 'yes' })).toBe('done');
    expect((await shown(id)).changes).toEqual([]);
  });

  test('is refused to others, with a stale form, and in the neighbouring town', async () => {
    const { id } = await call();
    expect(await change(id, { captions: 'yes' }, other)).toBe('not-host');
    expect(await change(id, { captions: 'yes', version: 7 })).toBe('changed-meanwhile');
    const input = { ...meetingTyped(), id, version: 1 };
    expect(await town.refusal(host, changeMeeting, input, { hub: town.neighbour })).toBe('not-found');
  });

  test('cancelled once, with its reason; nothing can be changed afterwards', async () => {
    const { id } = await call({ title: '台風の日' });
    expect(await town.refusal(other, cancelMeeting, { id, reason: 'x' })).toBe('not-host');
    expect(await town.refusal(host, cancelMeeting, { id, reason: '' })).toBe('reason:required');
    const both = await Promise.all([1, 2].map(() => town.refusal(host, cancelMeeting, { id, reason: '台風のため。' })));
    expect(both.sort()).toEqual(['cancelled', 'done']);
    expect((await shown(id)).changes).toMatchObject([{ kind: 'cancelled', reason: '台風のため。' }]);
    expect(await change(id, { captions: 'yes', version: 2 })).toBe('cancelled');
  });
});

describe('F9.2 scribes', () => {
  test('are asked by name, and may step down', async () => {
    const { id } = await call();
    const yuu = await town.person('書記のゆう');
    expect(await town.refusal(other, appointScribe, { id, name: '書記のゆう' })).toBe('not-host');
    expect(await town.refusal(host, appointScribe, { id, name: 'だれか' })).toBe('name:nobody-of-that-name');
    await town.perform(host, appointScribe, { id, name: '書記のゆう' });
    expect(await town.refusal(host, appointScribe, { id, name: '書記のゆう' })).toBe('name:scribe-already');
    expect((await shown(id)).scribes).toEqual([{ id: yuu.person.id, name: '書記のゆう' }]);
    expect(await town.refusal(other, endScribe, { id, personId: yuu.person.id })).toBe('not-host');
    await town.perform(yuu, endScribe, { id, personId: yuu.person.id });
    expect(await town.refusal(yuu, endScribe, { id, personId: yuu.person.id })).toBe('scribe-gone');
    expect(await town.refusal(host, endScribe, { id, personId: other.person.id })).toBe('not-found');
    await town.perform(host, appointScribe, { id, name: '書記のゆう' });
    expect((await shown(id)).scribes).toHaveLength(1);
  });

  test('of two with one name, the one meant is said by what stands behind it', async () => {
    const { id } = await call();
    const [first] = await Promise.all([town.person('ゆき'), town.person('ゆき')]);
    expect(await town.refusal(host, appointScribe, { id, name: 'ゆき' })).toBe('name:several-of-that-name');
    await town.perform(host, appointScribe, { id, name: `ゆき #${shortId(first.person.id).slice(-5)}` });
    expect((await shown(id)).scribes).toEqual([{ id: first.person.id, name: 'ゆき' }]);
  });
});

describe('F9.2 minutes', () => {
  test('a shared draft, published by the host, corrected with a note', async () => {
    const { id } = await call();
    const yuu = await town.person('みのり');
    await town.perform(host, appointScribe, { id, name: 'みのり' });
    const save = (body: string, saves: number, by = yuu) => town.refusal(by, saveMinutes, { id, body, saves });
    expect(await save('まだ', 0)).toBe('not-over');
    town.today(HELD_ON);
    expect(await save('はじめに', 0, other)).toBe('not-scribe');
    expect(await save('はじめに', 0)).toBe('done');
    expect(await save('ぶつかる', 0, host)).toBe('minutes-changed');
    expect(await town.refusal(yuu, publishMinutes, { id, body: '全文', saves: 1 })).toBe('not-host');
    expect(await town.refusal(host, publishMinutes, { id, body: '', saves: 1 })).toBe('body:minutes-empty');
    await town.perform(host, publishMinutes, { id, body: '全文', saves: 1 });
    expect((await shown(id)).minutes).toMatchObject({ version: 1, body: '全文' });
    expect(await town.refusal(host, publishMinutes, { id, body: '直した全文', saves: 0 })).toBe(
      'changed:say-what-changed',
    );
    await town.perform(host, publishMinutes, { id, body: '直した全文', changed: '人数', saves: 0 });
    expect((await shown(id)).minutes).toMatchObject({ version: 2, body: '直した全文', changed: '人数' });
    expect(await town.refusal(host, saveMinutes, { id, body: 'x', saves: 0 }, { hub: town.neighbour })).toBe(
      'not-found',
    );
    town.today('2026-11-02');
  });

  test('how many came is a number', async () => {
    const { id } = await call();
    expect(await town.refusal(host, recordAttendance, { id, people: '12' })).toBe('not-over');
    town.today(HELD_ON);
    expect(await town.refusal(host, recordAttendance, { id, people: 'たくさん' })).toBe('people:not-a-number');
    expect(await town.refusal(host, recordAttendance, { id, people: '' })).toBe('people:required');
    expect(await town.refusal(other, recordAttendance, { id, people: '12' })).toBe('not-scribe');
    await town.perform(host, recordAttendance, { id, people: '１２' });
    expect((await shown(id)).attendance).toBe(12);
    town.today('2026-11-02');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import { jobIn, typedGroup } from '#functions/registration/groups/groups-for-tests.ts';
import { declareGroup } from '#functions/registration/groups/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { addMaterial, linkRecording, reportShowcase, takeOffMaterial } from './afterwards.ts';
import { announceShowcase } from './announce.ts';
import { raiseHand } from './hands.ts';
import { answerVoice, cheerSlot, noteVoice, sayVoice, takeBackVoice } from './live.ts';
import { NOBODY, voicesAbout } from './live-queries.ts';
import { slotsOf } from './queries.ts';
import './reportable.ts';
import { forgetSeats } from './seats.ts';
import { addSlots } from './slots.ts';
import { typedHand, typedShowcase, typedSlots } from './stage-for-tests.ts';

let town: TestTown;
let [host, presenter, listener, other]: Reader[] = [];
let id: string;
let slotId: string;
let handId: string;

const voice = (more = {}) => ({ id, slotId, kind: 'question', body: '川に入れますか。', nickname: '川すき', ...more });
const voices = (order: 'newest' | 'unanswered' = 'newest') =>
  town.read((db) => voicesAbout(db, slotId, order, { personId: listener!.person.id, seatId: null }));
/** As a decision of the moderators does it. */
const hide = (voiceId: string, at: Date | null) =>
  town.hubwise.write(town.hub.id, (db) => moderatedKind('showcase-voice')!.setHidden(db, town.hub.id, voiceId, at));
const cheers = async () => (await town.read((db) => slotsOf(db, id)))[0]!.cheers;

beforeAll(async () => {
  town = await openTestTown();
  const [officer, lead] = [await town.person('事務局'), await town.person('とくさん')];
  [listener, other] = [await town.person('みずの'), await town.person('げん')];
  host = town.as(officer, await town.organisation('body', '市民活動センター', [[officer, 'representative']]));
  const group = await town.perform(lead, declareGroup, typedGroup());
  presenter = town.as(lead, { id: group.id, kind: 'group', name: group.name });
  ({ id } = await town.perform(host, announceShowcase, typedShowcase({ from: '11:00' })));
  await town.perform(host, addSlots, { id, ...typedSlots({ from: '11:00' }) });
  slotId = (await town.read((db) => slotsOf(db, id)))[0]!.id;
  const raised = await town.perform(presenter, raiseHand, { id, slotId, own: group.id, ...typedHand() });
  handId = raised.id;
});
afterAll(() => town.close());

describe('F1.4 voices from the hall', () => {
  test('are taken on the day alone, under a nickname, from somebody of this town', async () => {
    expect(await town.refusal(listener!, sayVoice, voice())).toBe('not-live');
    expect(await town.refusal(listener!, cheerSlot, { id, slotId })).toBe('not-live');
  });

  test('questions are answered by the presenter, kind words and cheers are counted once', async () => {
    town.today('2026-11-03');
    expect(await town.refusal(listener!, sayVoice, voice(), { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(listener!, sayVoice, voice({ body: '' }))).toBe('body:required');
    expect(await town.refusal(listener!, sayVoice, voice({ slotId: randomId() }))).toBe('not-found');
    await town.perform(listener!, sayVoice, voice());
    await town.perform(listener!, sayVoice, voice({ kind: 'word', body: 'いい写真でした。', nickname: '' }));
    await Promise.all([1, 2].map(() => town.perform(listener!, cheerSlot, { id, slotId })));
    await town.perform(other!, cheerSlot, { id, slotId });
    expect(await cheers()).toBe(2);
    const [word, question] = await voices();
    expect(question).toMatchObject({ nickname: '川すき', is_own: true, answered_at: null });
    const [first] = await voices('unanswered');
    expect(first!.id).toBe(question!.id);
    expect(await town.refusal(listener!, answerVoice, { id: question!.id })).toBe('not-presenter');
    expect(await town.refusal(presenter!, answerVoice, { id: word!.id })).toBe('not-a-question');
    await town.perform(presenter!, answerVoice, { id: question!.id, answer: '岸からなら。' });
    expect(await town.refusal(presenter!, answerVoice, { id: question!.id })).toBe('answered-already');
    expect(await town.refusal(other!, takeBackVoice, { id: word!.id })).toBe('not-yours');
    await town.perform(listener!, takeBackVoice, { id: word!.id });
    expect((await voices())[0]).toMatchObject({ body: '', is_own: true });
  });

  test('stand in the journal without anybody’s name', async () => {
    const [question] = (await voices()).filter(({ kind }) => kind === 'question');
    await noteVoice(jobIn(town), { id: question!.id });
    const [event] = await town.rows<{ actor_id: string | null }>(
      "select actor_id from events where verb = 'stage.voice-noted' and object_id = $1",
      [question!.id],
    );
    expect(event).toEqual({ actor_id: null });
  });

  test('go out of sight with a decision of the moderators, and nobody sends more than so many an hour', async () => {
    const [question] = (await voices()).filter(({ kind }) => kind === 'question');
    await hide(question!.id, town.now());
    expect(
      (await town.read((db) => voicesAbout(db, slotId, 'newest', NOBODY))).find((one) => one.id === question!.id)!.body,
    ).toBe('');
    await hide(question!.id, null);
    const answers: string[] = [];
    for (let n = 0; n < 22; n += 1) answers.push(await town.refusal(other!, sayVoice, voice({ body: `質問${n}` })));
    expect(answers.slice(-2)).toEqual(['too-fast', 'too-fast']);
    expect(answers[0]).toBe('done');
  });

  test('from seats are forgotten two weeks later: what was said stays', async () => {
    const seat = randomId();
    const put = (sql: string, values: unknown[]) => town.hubwise.write(town.hub.id, (db) => run(db, sql, values));
    await put(`insert into showcase_seats (hub_id, id, showcase_id, key_hash, taken_at) values ($1, $2, $3, 'k', $4)`, [
      town.hub.id,
      seat,
      id,
      town.now(),
    ]);
    const said = randomId();
    await put(
      `insert into showcase_voices (hub_id, id, showcase_id, slot_id, kind, seat_id, nickname, body, said_at)
       values ($1, $2, $3, $4, 'word', $5, '', 'よかったです', $6)`,
      [town.hub.id, said, id, slotId, seat, town.now()],
    );
    await put('insert into showcase_cheers (hub_id, id, slot_id, seat_id, at) values ($1, $2, $3, $4, $5)', [
      town.hub.id,
      randomId(),
      slotId,
      seat,
      town.now(),
    ]);
    const forget = (on: string) =>
      town.hubwise.write(town.hub.id, (db) => forgetSeats(db, town.hub.id, new Date(`${on}T12:00:00+09:00`)));
    await forget('2026-11-16');
    expect(await town.rows('select 1 from showcase_seats')).toHaveLength(1);
    await forget('2026-11-18');
    expect(await town.rows('select 1 from showcase_seats')).toHaveLength(0);
    expect(await town.rows('select seat_id from showcase_voices where id = $1', [said])).toEqual([{ seat_id: null }]);
    expect(await cheers()).toBe(2);
  });
});

describe('F1.4 afterwards', () => {
  test('recording, materials and a report, by those whose they are', async () => {
    const link = { id: handId, recording: 'https://video.example/1' };
    expect(await town.refusal(listener!, linkRecording, link)).toBe('not-presenter');
    expect(await town.refusal(presenter!, linkRecording, { ...link, recording: 'javascript:x' })).toBe(
      'recording:not-an-address',
    );
    await town.perform(presenter!, linkRecording, link);
    expect(await town.refusal(presenter!, addMaterial, { id: handId, fileId: '', label: '表' })).toBe('file:no-file');
    expect(await town.refusal(presenter!, takeOffMaterial, { id: handId, fileId: randomId() })).toBe('not-found');
    const report = { id, version: 1, report: '46人が来ました。', recording: '' };
    expect(await town.refusal(host!, reportShowcase, report)).toBe('not-over');
    town.today('2026-11-04');
    expect(await town.refusal(presenter!, reportShowcase, report)).toBe('not-host');
    await town.perform(host!, reportShowcase, report);
    expect(await town.refusal(host!, reportShowcase, report)).toBe('changed-meanwhile');
  });
});

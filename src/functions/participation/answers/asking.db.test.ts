import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEvent } from '#kernel/event.ts';
import { randomId, shortId, uuidv7 } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import type { Lang } from '#kernel/lang.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { eventParts } from '../../../parts.ts';
import { answerFollowUp, withdrawFollowUp } from './answer-follow-up.ts';
import { answerItem } from './answer-item.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { followUpsOf } from './follow-up-queries.ts';
import { reportOverdue } from './report-overdue.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let answerId: string;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  await publishRound(town);
  const { id } = await town.perform(officer(), answerItem, {
    proposalId: round.proposalId,
    kind: 'adopted',
    reason: '整備します。',
    decidedOn: PUBLISHED_ON,
    onBudget: 'yes',
  });
  answerId = id;
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const officer = () => town.as(round.officer, round.division, 'editor');
const ask = (more: Record<string, unknown> = {}, reader = round.citizen) =>
  town.refusal(reader, askFollowUp, { answerId, body: 'いつ始まりますか。', ...more });
const questions = () => town.read((db) => followUpsOf(db, round.proposalId));

describe('F9.7 follow-up questions', () => {
  test('are asked by anybody with a confirmed contact, about an answer that stands', async () => {
    expect(await ask({}, await town.person('未確認', 0))).toBe('level');
    expect(await ask({ body: '  ' })).toBe('body:required');
    expect(await ask({ body: 'あ'.repeat(801) })).toBe('body:too-long');
    expect(await ask({ answerId: round.proposalId })).toBe('not-found');
    expect(await town.refusal(round.citizen, askFollowUp, { answerId, body: '？' }, { hub: town.neighbour })).toBe(
      'not-found',
    );
    expect(await town.rows('select id from follow_ups')).toEqual([]);
  });

  test('get their numbers one after another and a day by which they are answered', async () => {
    expect(await Promise.all([ask(), ask({}, round.proposer), ask({ body: '費用は。' })])).toEqual([
      'done',
      'done',
      'done',
    ]);
    const asked = await questions();
    expect(asked.map((one) => [one.number, one.due_on, one.division_name])).toEqual(
      [1, 2, 3].map((number) => [number, '2027-01-23', '交通政策課']),
    );
  });

  test('are answered by that division alone, once for each form', async () => {
    const [first] = await questions();
    const reply = (more: Record<string, unknown> = {}, reader = officer()) =>
      town.refusal(reader, answerFollowUp, { followUpId: first!.id, body: '6月からです。', ...more });
    expect(await reply({}, round.citizen)).toBe('not-a-division');
    expect(await reply({}, town.as(round.officer, round.other, 'editor'))).toBe('not-in-charge');
    expect(await reply({ body: '' })).toBe('body:required');
    expect(
      await town.refusal(officer(), answerFollowUp, { followUpId: first!.id, body: '？' }, { hub: town.neighbour }),
    ).toBe('not-found');
    expect((await Promise.all([reply(), reply()])).sort()).toEqual(['answered-meanwhile', 'done']);
    expect(await reply({ version: 1, body: '7月からです。' })).toBe('changeReason:change-reason-needed');
    expect(await reply({ version: 1, body: '7月からです。', changeReason: '入札がのびたため。' })).toBe('done');
    const [answered] = await questions();
    expect(answered!.answers.map((one) => [one.version, one.body])).toEqual([
      [2, '7月からです。'],
      [1, '6月からです。'],
    ]);
  });

  test('can be taken back by whoever asked until they are answered; their number stays', async () => {
    const mine = (await questions()).find(
      (one) => one.answers.length === 0 && one.person_id === round.citizen.person.id,
    )!;
    expect(await town.refusal(round.proposer, withdrawFollowUp, { followUpId: mine.id })).toBe('not-found');
    expect(await town.refusal(round.citizen, withdrawFollowUp, { followUpId: mine.id })).toBe('done');
    expect(await town.refusal(round.citizen, withdrawFollowUp, { followUpId: mine.id })).toBe('follow-up-closed');
    expect((await questions()).map((one) => one.body === null)).toContain(true);
    expect(await town.refusal(officer(), answerFollowUp, { followUpId: mine.id, body: '答え' })).toBe(
      'follow-up-closed',
    );
  });

  test('too many in an hour are slowed down, with a sentence', async () => {
    const hasty = await town.person('せっかち');
    const rules = town.hub.rules as { hourly: { opinions: number } };
    for (let n = 0; n < rules.hourly.opinions; n++) expect(await ask({ body: `質問${n}` }, hasty)).toBe('done');
    expect(await ask({}, hasty)).toBe('too-fast');
  });

  test('belong to the answer that stood; a revised one takes the next', async () => {
    await town.perform(officer(), answerItem, {
      proposalId: round.proposalId,
      version: 1,
      kind: 'partly',
      reason: '8か所を整備します。',
      decidedOn: PUBLISHED_ON,
      changeReason: '費用がふえたため。',
    });
    expect(await ask()).toBe('follow-up-closed');
    const [current] = await town.rows<{ id: string }>(
      'select id from answers where is_current and proposal_id is not null',
    );
    answerId = current!.id;
    expect(await ask({ body: '残りはいつですか。' })).toBe('done');
  });
});

describe('F9.7 what is overdue is reported', () => {
  const job = (): JobContext => ({
    hub: town.hub,
    hubwise: town.hubwise,
    now: town.now(),
    log: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: () => {},
      flush: () => {},
    } as unknown as JobContext['log'],
    newId: () => uuidv7(town.now()),
    randomId,
    by: null,
    record: (db, event) =>
      writeEvent(eventParts, db, { hubId: town.hub.id, now: town.now(), actorId: null, personId: null }, event),
    invalidate: async () => {},
  });
  const told = () => town.rows('select subject_id, step from overdue_reports order by step');
  const events = () => town.rows(`select verb from events where verb = 'answers.overdue'`);

  test('not before, on the first days each day, and not twice on one', async () => {
    town.today('2027-01-23');
    await reportOverdue(job());
    expect(await told()).toEqual([]);
    town.today('2027-03-11');
    await Promise.all([reportOverdue(job()), reportOverdue(job())]);
    const first = await told();
    expect(first.some((one) => (one as { subject_id: string }).subject_id === round.pointId)).toBe(true);
    const public_ = await events();
    await reportOverdue(job());
    expect(await told()).toEqual(first);
    expect(await events()).toEqual(public_);
    expect(public_.length).toBeGreaterThan(0);
  });

  test('an officer of the division finds it among what it is told; an answer ends it', async () => {
    town.today('2027-03-14');
    await reportOverdue(job());
    const steps = async () =>
      (
        await town.rows<{ step: number }>('select step from overdue_reports where subject_id = $1 order by step', [
          round.pointId,
        ])
      ).map((one) => one.step);
    expect(await steps()).toEqual([2, 3]);
    await town.perform(officer(), answerItem, {
      pointId: round.pointId,
      kind: 'declined',
      reason: '行いません。',
      decidedOn: '2027-03-14',
    });
    town.today('2027-03-20');
    await reportOverdue(job());
    expect(await steps()).toEqual([2, 3]);
  });
});

describe('F9.7 pages of asking and replying', () => {
  test('a question is asked and answered by forms, and read by everybody', async () => {
    const at = `/answers/${shortId(answerId)}`;
    const refused = await site.post(`${at}/follow-ups`, { body: '' }, round.proposer);
    expect(refused.status).toBe(422);
    const asked = await site.post(`${at}/follow-ups`, { body: '工事は夜ですか。' }, round.proposer);
    expect(asked.status).toBe(303);
    const { body } = await site.get(at);
    expect(body).toContain('工事は夜ですか。');
    expect(body).toContain('返事の期限まであと14日');
    const [id] = (await town.rows<{ id: string }>(`select id from follow_ups where body = '工事は夜ですか。'`)).map(
      (one) => one.id,
    );
    const reply = await site.post(
      `/follow-ups/${shortId(id!)}/answers`,
      { body: '昼だけです。', version: '0' },
      officer(),
    );
    expect(reply.status).toBe(303);
    for (const path of [at, '/follow-ups', `/follow-ups/${shortId(id!)}`, '/follow-ups.csv', '/follow-ups.json'])
      expect((await site.get(path)).body).toContain('昼だけです。');
    expect((await site.get('/follow-ups.json')).body).not.toContain(round.proposer.person.id);
  });

  test.each<Lang>(['ja', 'easy', 'en'])('are whole and valid in %s', async (lang) => {
    const at = `/answers/${shortId(answerId)}`;
    const [id] = (await town.rows<{ id: string }>('select id from follow_ups order by number limit 1')).map(
      (one) => one.id,
    );
    const pages: [string, typeof round.citizen | null][] = [
      [at, null],
      [at, officer()],
      ['/follow-ups', null],
      ['/follow-ups?state=open', null],
      [`/follow-ups/${shortId(id!)}`, officer()],
      [`${at}/follow-ups/new`, round.citizen],
      [`${at}/briefings/new`, officer()],
      [`/divisions/${shortId(round.division.id)}/figures`, null],
      [`/actors/${shortId(round.division.id)}`, null],
    ];
    for (const [path, reader] of pages) {
      const { status, body } = await site.get(path, reader, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(site.faults).toEqual([]);
  });

  test('adoption on condition of the budget is shown as such', async () => {
    const [old] = await town.rows<{ id: string }>('select id from answers where on_budget');
    expect((await site.get(`/answers/${shortId(old!.id)}`)).body).toContain('予算の議決が条件');
  });
});

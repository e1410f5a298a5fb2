import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { changeMeeting } from '../meetings/change-meeting.ts';
import { answerItem } from './answer-item.ts';
import { briefingsOf } from './briefing-queries.ts';
import { cancelBriefing, scheduleBriefing } from './schedule-briefing.ts';

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
describe('F9.7 explanation meetings', () => {
  const plan = (more: Record<string, unknown> = {}, reader = officer()) =>
    town.refusal(reader, scheduleBriefing, {
      answerId,
      heldOn: '2027-02-01',
      starts: '18:30',
      ends: '20:00',
      place: '市民センター',
      ...more,
    });

  test('are scheduled by the division, for a day to come, at a time of day', async () => {
    expect(await plan({}, round.citizen)).toBe('not-a-division');
    expect(await plan({}, town.as(round.officer, round.other, 'editor'))).toBe('not-in-charge');
    expect(await plan({ heldOn: '2027-01-08' })).toBe('heldOn:in-the-past');
    expect(await plan({ starts: '夕方' })).toBe('starts:not-a-time');
    expect(await plan({ ends: '' })).toBe('ends:required');
    expect(await plan({ ends: '25:00' })).toBe('ends:not-a-time');
    expect(await plan({ ends: '18:00' })).toBe('ends:ends-before-start');
    expect(await plan({ place: '' })).toBe('place:required');
    expect(await plan({ starts: '９：００', ends: '10:30' })).toBe('done');
    expect(await town.rows('select starts, ends from answer_briefings')).toEqual([{ starts: '09:00', ends: '10:30' }]);
  });

  test('are meetings of the open debate, with its calendar; moved there, they are elsewhere here', async () => {
    const [meeting] = await town.rows<{ id: string; title: string; debate_id: string; version: number }>(
      'select id, title, debate_id, version from meetings',
    );
    expect(meeting).toMatchObject({ debate_id: round.proposalId, version: 1 });
    expect(meeting!.title).toMatch(/^回答の説明会：/);
    const at = `/meetings/${shortId(meeting!.id)}`;
    expect((await site.get(`${at}/calendar.ics`)).body).toContain('DTSTART:20270201T000000Z');
    expect((await site.get(`/answers/${shortId(answerId)}`)).body).toContain(at);
    await town.perform(officer(), changeMeeting, {
      id: meeting!.id,
      version: 1,
      title: meeting!.title,
      date: '2027-02-08',
      from: '10:00',
      to: '11:30',
      place: '公民館',
      stepFree: 'yes',
      agenda: '',
      reason: '部屋がとれたため。',
    });
    const [briefing] = await town.read((db) => briefingsOf(db, round.proposalId));
    expect(briefing).toMatchObject({
      held_on: '2027-02-08',
      starts: '10:00',
      place: '公民館',
      meeting_id: meeting!.id,
    });
  });

  test('are called off once, for a reason', async () => {
    const [briefing] = await town.rows<{ id: string }>('select id from answer_briefings');
    const cancel = (reason: string) =>
      town.refusal(officer(), cancelBriefing, { answerId, briefingId: briefing!.id, reason });
    expect(await cancel('')).toBe('reason:required');
    expect((await Promise.all([cancel('雪のため。'), cancel('雪のため。')])).sort()).toEqual([
      'cancelled-already',
      'done',
    ]);
    const [meeting] = await town.rows<{ cancelled_at: Date | null }>('select cancelled_at from meetings');
    expect(meeting!.cancelled_at).not.toBeNull();
  });
});

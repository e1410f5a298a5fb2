import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { moveDate } from './move-date.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;
let desk: Reader;
let visitor: Reader;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  const head = await town.person('水野');
  const centre = await town.organisation('body', '市民活動センター', [[head, 'representative']]);
  town.hub.secretariatId = centre.id;
  desk = town.as(head, centre);
  visitor = await town.person('とくさん');
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});
beforeEach(() => town.today('2026-11-20'));

const wish = (more: object = {}) => ({
  roundId: town.roundId,
  boundary: 'drafting',
  was: '2026-12-05',
  day: '2026-12-12',
  reason: '大雨で公民館が使えなかったため、意見交換を一週間のばします。',
  ...more,
});

describe('F9.4 a date of a round is moved by the secretariat', () => {
  test('others may not, and the desk does it in its own name', async () => {
    expect(await town.refusal(visitor, moveDate, wish())).toBe('secretariat-only');
    expect(await town.refusal({ ...desk, acting: desk.person }, moveDate, wish())).toBe('as-secretariat');
    expect(await town.refusal(desk, moveDate, wish({ reason: ' ' }))).toBe('reason:required');
    expect(await town.refusal(desk, moveDate, wish(), { hub: town.neighbour })).toBe('secretariat-only');
    const there = { ...town.neighbour, secretariatId: town.hub.secretariatId };
    expect(await town.refusal(desk, moveDate, wish(), { hub: there })).toBe('not-found');
  });

  test.each([
    ['a stage that has begun', { boundary: 'debating', was: '2026-11-01', day: '2026-11-25' }, 'boundary:stage-begun'],
    ['into the past', { day: '2026-11-20' }, 'day:into-the-past'],
    ['beyond the next stage', { day: '2026-12-25' }, 'day:after-the-stage-after'],
    ['no date at all', { day: '2026-02-30' }, 'day:not-a-date'],
    ['a form of yesterday', { was: '2026-12-01' }, 'moved-meanwhile'],
    ['a stage there is not', { boundary: 'closing' }, 'boundary:not-a-choice'],
  ])('not %s', async (_, more, refusal) => {
    expect(await town.refusal(desk, moveDate, wish(more))).toBe(refusal);
  });

  test('the debate stays open with its round, later dates follow, people are told, the reason is public', async () => {
    await town.perform(desk, moveDate, wish({ follow: true }));
    const [now] = await town.rows<Record<string, Date>>('select * from rounds where id = $1', [town.roundId]);
    expect([now!.drafting_at, now!.checking_at, now!.publishing_at].map((at) => tokyoDate(at!))).toEqual([
      '2026-12-12',
      '2026-12-26',
      '2027-01-16',
    ]);
    expect(tokyoDate(now!.final_answer_at!)).toBe('2027-07-15');
    const [debate] = await town.rows<{ closes_at: Date }>('select closes_at from debates where id = $1', [
      round.proposalId,
    ]);
    expect(debate!.closes_at).toEqual(now!.drafting_at);
    const told = await town.rows<{ name: string; kind: string }>(
      `select a.name, n.kind from notices n join actors a on a.hub_id = n.hub_id and a.id = n.person_id where n.kind = 'rounds.date-moved'`,
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ name }) => name)).not.toContain('水野');
    const page = await site.get(`/rounds/${shortId(town.roundId)}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('大雨で公民館');
    expect(page.body).toContain('<del>');
    expect(site.faults).toEqual([]);
  });

  test('of two at once only one moves it', async () => {
    const both = await Promise.allSettled(
      ['2026-12-14', '2026-12-15'].map((day) =>
        town.perform(desk, moveDate, wish({ was: '2026-12-12', day, reason: '会場の都合' })),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const no = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect((no.reason as Refusal).all[0]!.code).toBe('moved-meanwhile');
  });

  test('the form is there for the desk alone, and gives back what was typed', async () => {
    const at = `/rounds/${shortId(town.roundId)}/moves`;
    expect((await site.get(`${at}/new`, visitor)).status).toBe(404);
    const beyond = { boundary: 'checking', 'was-checking': '2026-12-26', day: '2027-05-01', reason: '遠すぎる日' };
    expect((await site.post(at, beyond, desk)).body).toContain('つぎの段階が1月16日（土）に始まるので');
    expect((await site.get(`${at}/new`, desk)).body).toContain('意見書の確認の始まり');
    const again = await site.post(
      at,
      { boundary: 'checking', 'was-checking': '2026-12-26', day: '2026-11-01', reason: '日をまちがえた' },
      desk,
    );
    expect(again.status).toBe(422);
    expect(again.body).toContain('日をまちがえた');
    expect(site.faults).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#kernel/database/dialect.ts';
import { randomId, shortId } from '#kernel/ids.ts';
import { PUBLISHED_ON, publishRound, type RoundOfOne, roundOfOne } from '#test/support/published-round.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { answerItem } from './answer-item.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { lateAnswers, lateDivisions } from './overdue.ts';

let town: TestTown;
let site: TestSite;
let round: RoundOfOne;

beforeAll(async () => {
  town = await openTestTown();
  round = await roundOfOne(town);
  await publishRound(town);
  site = await openSite(town);
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

const late = () => town.read((db) => lateAnswers(db, town.now()));

describe('F9.7 who answers late', () => {
  test('is nobody as long as the day has not passed', async () => {
    expect(await late()).toEqual([]);
    expect((await site.get('/answers/overdue')).body).toContain('期限を過ぎている回答はありません。');
  });

  test('is said by division with what is waited for, until it is answered', async () => {
    town.today('2027-12-01');
    const [first] = await late();
    expect(first).toMatchObject({ kind: 'proposal', id: round.proposalId, divisionName: '交通政策課' });
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const { status, body } = await site.get('/answers/overdue', null, lang);
      expect([status, await markupMistakes(body)]).toEqual([200, []]);
      expect(body).toContain('交通政策課');
      expect(body).toContain(`/proposals/${shortId(round.proposalId)}`);
    }
    expect((await site.get('/answers/overdue.csv')).body).toContain('交通政策課');
    expect((await site.get('/answers')).body).toContain('href="/answers/overdue"');
    const answer = { kind: 'adopted', reason: '整備します。', decidedOn: PUBLISHED_ON, onBudget: 'yes' };
    const officer = town.as(round.officer, round.division, 'editor');
    const { id } = await town.perform(officer, answerItem, { proposalId: round.proposalId, ...answer });
    expect((await late()).filter((one) => one.kind === 'proposal')).toEqual([]);
    await town.perform(round.citizen, askFollowUp, { answerId: id, body: 'いつですか。' });
    town.today('2028-03-01');
    expect(await late()).toContainEqual(expect.objectContaining({ kind: 'question', text: 'いつですか。' }));
    expect(await town.read((db) => lateAnswers(db, town.now()), town.neighbour)).toEqual([]);
  });

  test('is counted whole, shown by its first five, and listed in pages; whoever is late with most comes first', async () => {
    const at = '/answers/overdue';
    const before = await late();
    await town.hubwise.write(town.hub.id, (db) =>
      run(
        db,
        `insert into follow_ups select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'body', '問い' || n, 'number', n,
           'due_on', f.due_on - n % 9))).* from follow_ups f, generate_series(100, 170) n where f.body = 'いつですか。'`,
      ),
    );
    const all = await late();
    expect(all.length).toBe(before.length + 71);
    const divisions = await town.read((db) => lateDivisions(db, town.now()));
    expect(divisions.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect(divisions[0]).toMatchObject({ id: round.division.id, count: all.length, days: all[0]!.days });
    expect(divisions[0]!.late).toHaveLength(5);
    expect((await site.get(at)).body).toContain(`ほかの${all.length - 5}件も見る`);
    const pages: string[] = [];
    for (let path: string | undefined = `${at}?division=${round.division.id}`; path; )
      path = /rel="next" href="([^"]+)"/
        .exec(pages[pages.push((await site.get(path)).body) - 1]!)?.[1]
        ?.replace('&amp;', '&');
    expect(pages.length).toBe(2);
    const listed = pages.flatMap((body) => body.match(/問い1\d\d/g) ?? []);
    expect([listed.length, new Set(listed).size]).toEqual([71, 71]);
    for (const body of pages) expect(await markupMistakes(body)).toEqual([]);
    expect((await site.get(`${at}?division=none`)).status).toBe(200);
    expect((await site.get(`${at}?division=${randomId()}`)).status).toBe(404);
  });
});

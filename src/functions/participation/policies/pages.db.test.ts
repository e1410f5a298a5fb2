import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomId, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { answerTold, publishTold, type ToldRound, writtenRound } from '#test/support/told-round.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { postedPlan, preparing } from '../plans/plan-for-tests.ts';
import { policyRows } from './queries.ts';

let town: TestTown;
let site: TestSite;
let round: ToldRound;
const fieldId = randomId();

beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  round = await writtenRound(town);
  await town.hubwise.write(town.hub.id, async (db) => {
    const row = {
      hub_id: town.hub.id,
      id: fieldId,
      code: '2',
      kind: 'field',
      title: '安全なまち',
      created_at: town.now(),
    };
    await db.insertInto('policies').values(row).execute();
    await db.updateTable('policies').set({ parent_id: fieldId }).where('id', '=', round.policyId).execute();
  });
});
afterAll(async () => {
  await site.close();
  await town.close();
});

describe('F10.3 the policy tree', () => {
  test('shows what is tied to each policy, and counts it in the goals above', async () => {
    await publishTold(town, round);
    await answerTold(town, round);
    const rows = await town.read((db) => policyRows(db));
    expect(rows.map((row) => [row.code, row.proposals, row.answers, row.division_name])).toEqual([
      ['2', 0, 0, null],
      ['2-2-1', 1, 2, '交通政策課'],
    ]);
    const json = JSON.parse((await site.get('/policies.json')).body);
    expect(json.items[0]).toMatchObject({ code: '2', total: { proposals: 1, answers: 2 } });
    expect((await site.get('/policies.csv')).body).toContain('2-2-1,事業,2,通学路の整備');
  });

  test('leads to the plans that belong to it, or to what is below it', async () => {
    const people = await preparing(town);
    const planId = await postedPlan(town, people, { policyId: round.policyId });
    for (const id of [round.policyId, fieldId]) {
      for (const lang of ['ja', 'easy', 'en'] as const) {
        const { body } = await site.get(`/policies/${shortId(id)}`, null, lang);
        expect(body).toContain(`/plans/${shortId(planId)}`);
        expect(body).toContain('href="/meetings"');
        expect(await markupMistakes(body)).toEqual([]);
      }
    }
    expect((await site.get(`/policies/${shortId(round.policyId)}`)).body).toContain('緑の基本計画');
    const [, measure] = JSON.parse((await site.get('/policies.json')).body).items;
    expect(measure.plans).toMatchObject([{ id: planId, stage: 'concept' }]);
  });

  test.each(['measure', 'goal'])(
    'leads backwards from the budget line of a %s to the voices behind it',
    async (which) => {
      const { body } = await site.get(`/policies/${shortId(which === 'goal' ? fieldId : round.policyId)}`);
      for (const text of [
        '横断歩道に灯りを',
        '3年で21か所に整備します。',
        '順番の決め方を検討します。',
        '款8 土木費',
        '3,120,000円',
        '意見その1',
        '意見その2',
      ])
        expect(body).toContain(text);
      expect(body).toContain(`/opinions/${shortId(round.opinionIds[0]!)}`);
      expect(body).not.toContain('意見その3');
    },
  );

  test.each<Lang>(['ja', 'easy', 'en'])('is whole and valid in %s', async (lang) => {
    for (const path of ['/policies', `/policies/${shortId(fieldId)}`, `/policies/${shortId(round.policyId)}`]) {
      const { status, body } = await site.get(path, null, lang);
      expect([path, status, await markupMistakes(body)]).toEqual([path, 200, []]);
      expect(body).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(site.faults).toEqual([]);
  });

  test('a policy that does not exist is not found, and another hub has none of these', async () => {
    expect((await site.get(`/policies/${shortId(round.pointId)}`)).status).toBe(404);
    expect(await town.read((db) => policyRows(db), town.neighbour)).toEqual([]);
  });
});

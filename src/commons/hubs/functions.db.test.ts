import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HubRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { FUNCTIONS, RULES } from './api.ts';
import { lowerFunctionHand, raiseFunctionHand, replyToHand } from './function-hands.ts';
import { closeFunction, openFunction } from './open-function.ts';
import { TOWN_FUNCTIONS } from './town-functions.ts';

let town: TestTown;
let site: TestSite;
let desk: Reader;
let visitor: Reader;
let group: Reader;

beforeAll(async () => {
  town = await openTestTown();
  const head = await town.person('水野');
  const centre = await town.organisation('body', '市民活動センター', [[head, 'representative']]);
  town.hub.secretariatId = centre.id;
  desk = town.as(head, centre);
  visitor = await town.person('とくさん');
  const member = await town.person('しおり');
  const tsukushi = await town.organisation('group', 'つくしの会', [[member, 'member']]);
  group = town.as(member, tsukushi, 'member');
  site = await openSite(town);
});
afterAll(async () => {
  await site.close();
  await town.close();
});

const decision = {
  reason: '担い手がそろったため。',
  decision: '第3回運営会議 議事録',
  decidedBy: '運営会議',
  decidedOn: '2026-10-09',
};
/** what every process does when it hears that the hub changed */
async function hear(): Promise<HubRules> {
  const [latest] = await town.rows<{ version: number; rules: HubRules }>(
    'select version, rules from hub_rules order by version desc limit 1',
  );
  return latest!.rules;
}

describe('P3 hands for a function', () => {
  const hand = { name: 'advice', word: '月に二度、夕方なら話を聞けます。' };
  let id: string;

  test('anybody with a confirmed contact raises one, once, and everybody sees it', async () => {
    const unconfirmed = await town.person('まだの人', 0);
    expect(await town.refusal(unconfirmed, raiseFunctionHand, hand)).toBe('level');
    expect(await town.refusal(group, raiseFunctionHand, hand)).toBe('member-only');
    expect(await town.refusal(visitor, raiseFunctionHand, { ...hand, name: 'magic' })).toBe('name:not-a-choice');
    expect(await town.refusal(visitor, raiseFunctionHand, { ...hand, word: ' ' })).toBe('word:required');
    ({ id } = await town.perform(visitor, raiseFunctionHand, hand));
    expect(await town.refusal(visitor, raiseFunctionHand, hand)).toBe('hand-raised-already');
    const { body } = await site.get('/functions/advice');
    expect(body).toContain('夕方なら話を聞けます');
    expect(await markupMistakes(body)).toEqual([]);
  });

  test('the secretariat answers it, nobody else does', async () => {
    expect(await town.refusal(visitor, replyToHand, { id, reply: 'はい' })).toBe('secretariat-only');
    await town.perform(desk, replyToHand, { id, reply: 'ありがとうございます。来週お話ししましょう。' });
    expect((await site.get('/functions/advice')).body).toContain('来週お話ししましょう');
    expect((await site.get('/functions/advice', desk)).body).toContain('/functions/advice/replies');
    expect((await site.get('/functions/advice', visitor)).body).not.toContain('/functions/advice/replies');
  });

  test('who raised it lowers it, and may raise it again', async () => {
    expect(await town.refusal(desk, lowerFunctionHand, { id })).toBe('hand-gone');
    await town.perform(visitor, lowerFunctionHand, { id });
    expect(await town.refusal(visitor, lowerFunctionHand, { id })).toBe('hand-gone');
    expect(await town.refusal(desk, replyToHand, { id, reply: 'もう一度' })).toBe('hand-gone');
    await town.perform(visitor, raiseFunctionHand, hand);
  });

  test('two at once are one hand', async () => {
    const both = await Promise.all([1, 2].map(() => town.refusal(desk, raiseFunctionHand, { ...hand, name: 'money' })));
    expect(both.sort()).toEqual(['done', 'hand-raised-already']);
  });
});

describe('P9 functions are opened one by one', () => {
  const opening = { ...decision, name: 'places', version: 1, steward: '市民活動センター', people: '2', hours: '12' };

  test('every page of the list is there in three languages', async () => {
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const { status, body } = await site.get('/functions', null, lang);
      expect(status).toBe(200);
      expect(await markupMistakes(body)).toEqual([]);
    }
    for (const { key } of TOWN_FUNCTIONS) expect((await site.get(`/functions/${key}`)).status).toBe(200);
    expect((await site.get('/functions/magic')).status).toBe(404);
    const data = JSON.parse((await site.get('/functions.json')).body);
    expect(data.items).toHaveLength(TOWN_FUNCTIONS.length);
  });

  test('by the secretariat, with a decision and somebody who runs it', async () => {
    expect(await town.refusal(visitor, openFunction, opening)).toBe('secretariat-only');
    expect(await town.refusal(desk, openFunction, { ...opening, steward: 'だれか' })).toBe('steward:no-organisation');
    expect(await town.refusal(desk, openFunction, { ...opening, people: '0' })).toBe('people:not-a-number');
    expect(await town.refusal(desk, openFunction, { ...opening, decidedOn: '2026-12-01' })).toBe(
      'decidedOn:decided-later',
    );
    expect(await town.refusal(desk, closeFunction, { ...decision, name: 'places', version: 1 })).toBe('not-open');
    const { version } = await town.perform(desk, openFunction, opening);
    expect(version).toBe(2);
    expect((await hear()).open).toEqual(['places', 'participation']);
    expect(await town.refusal(desk, openFunction, { ...opening, name: 'money' })).toBe('changed-meanwhile');
  });

  test('others may take it over without a change of the rules', async () => {
    const again = { ...opening, version: 2, steward: 'つくしの会', people: '4' };
    await town.perform(desk, openFunction, again);
    const terms = await town.rows<{ people: number; ends_at: Date | null }>(
      'select people, ends_at from function_terms order by begins_at, id',
    );
    expect(terms.map(({ people, ends_at }) => [people, ends_at === null])).toEqual([
      [2, false],
      [4, true],
    ]);
    expect(await town.rows('select version from hub_rules')).toHaveLength(2);
  });

  test('where one isn’t open, its pages say so and invite, its acts are refused, and it leaves the menu', async () => {
    expect((await site.get('/proposals')).status).toBe(200);
    await town.perform(desk, closeFunction, { ...decision, name: 'participation', version: 2 });
    const closed = await openSite({ ...town, hub: { ...town.hub, rules: await hear() } });
    try {
      for (const path of ['/proposals', '/rounds', '/answers', '/policies', '/proposals/new', '/proposals.json']) {
        const { status, body } = await closed.get(path, visitor);
        expect([path, status]).toEqual([path, 404]);
        expect(body).toContain('まだひらいていません');
        expect(body).toContain('/functions/participation/hands');
      }
      expect((await closed.post('/proposal-drafts', {}, visitor)).status).toBe(404);
      const home = await closed.get('/functions');
      expect(home.body).not.toContain('href="/proposals"');
      expect(home.status).toBe(200);
      expect((await closed.get('/')).status).toBe(200);
      expect(closed.faults).toEqual([]);
    } finally {
      await closed.close();
    }
  });

  test('X8 programs are given exactly what is described', async () => {
    for (const [path, answer] of [
      ['/functions.json', FUNCTIONS],
      ['/rules.json', RULES],
    ] as const) {
      const given = JSON.parse((await site.get(path)).body);
      expect(answer.parse(given)).toEqual(given);
    }
  });

  test('the forms are for the desk', async () => {
    for (const form of ['opening', 'closing']) {
      expect((await site.get(`/functions/money/${form}`, visitor)).status).toBe(404);
      expect(await markupMistakes((await site.get(`/functions/money/${form}`, desk)).body)).toEqual([]);
    }
    const again = await site.post('/functions/money/opening', { steward: 'だれか', reason: '理由はこれ' }, desk);
    expect(again.status).toBe(422);
    expect(again.body).toContain('理由はこれ');
    expect(site.faults).toEqual([]);
  });
});

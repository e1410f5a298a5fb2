import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tell } from '#commons/notices/index.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { appealDecision } from './appeal-decision.ts';
import { appointModerator, endModerator } from './appoint-moderator.ts';
import { decideCases } from './decide-cases.ts';
import { type ModeratedTown, openModeratedTown } from './moderation-for-tests.ts';
import { settleAppeal } from './settle-appeal.ts';

let it: ModeratedTown;
beforeAll(async () => {
  it = await openModeratedTown();
});
afterAll(() => it.town.close());

/** An opinion of いわお, reported by ふみ, decided by ことね. */
async function decided(body: string, outcome: string) {
  const id = await it.says(it.iwao, body);
  const caseId = await it.reports(it.fumi, id);
  return { id, decisionId: await it.decides(it.kotone, caseId, outcome) };
}

const appeal = (by: Parameters<ModeratedTown['says']>[0], decisionId: string) =>
  it.town.perform(by, appealDecision, { decisionId, reason: '納得できません' });
const settled = (by: Parameters<ModeratedTown['says']>[0], id: string, outcome: string) =>
  it.town.refusal(by, settleAppeal, { id, outcome, answer: '見直しました' });

describe('X4 appeals', () => {
  test('the author appeals, another moderator reverses, and the words can be read again', async () => {
    const { id, decisionId } = await decided('行きすぎた決定', 'hidden');
    const { id: appealId } = await appeal(it.iwao, decisionId);
    expect(await settled(it.kotone, appealId, 'kept')).toBe('another-decides');
    expect(await settled(it.ogata, appealId, 'reversed')).toBe('done');
    expect(await it.hiddenAt(id)).toBeNull();
    const [row] = await it.town.rows<{ reversed_at: Date; until: Date }>(
      `select d.reversed_at, h.until from moderation_decisions d join hidings h on h.decision_id = d.id where d.id = $1`,
      [decisionId],
    );
    expect(row).toEqual({ reversed_at: it.town.now(), until: it.town.now() });
    const verbs = await it.town.rows<{ verb: string }>('select verb from events where object_id = $1 order by id', [
      id,
    ]);
    expect(verbs.map((one) => one.verb)).toEqual([
      'opinions.said',
      'moderation.reported',
      'moderation.hidden',
      'moderation.shown',
    ]);
    expect(
      (await it.letters()).filter((one) => one.subject === '異議申立ての結果').map((one) => one.recipient),
    ).toEqual(['iwao@hinata.example']);
  });

  test('while words are hidden nobody is told of them; shown again, what was told of them comes back', async () => {
    const id = await it.says(it.iwao, 'しずかにしておく意見');
    const about = { kind: 'opinion', id };
    const isHushed = async () =>
      (await it.town.rows<{ is_hushed: boolean }>('select is_hushed from notices where about_id = $1', [id])).map(
        (one) => one.is_hushed,
      );
    const tellToku = () =>
      it.town.hubwise.write(it.town.hub.id, (db) =>
        tell(
          { db, hub: it.town.hub, now: it.town.now(), newId: randomId },
          { people: [it.toku.person.id], kind: 'moderation.kept', about },
        ),
      );
    await tellToku();
    const decisionId = await it.decides(it.kotone, await it.reports(it.fumi, id), 'hidden');
    await tellToku();
    expect(await isHushed()).toEqual([true]);
    const { id: appealId } = await appeal(it.iwao, decisionId);
    expect(await settled(it.ogata, appealId, 'reversed')).toBe('done');
    await tellToku();
    expect(await isHushed()).toEqual([false, false]);
  });

  test('a reporter whose report was not followed appeals; reversed, the words are hidden with the new reason', async () => {
    const { id, decisionId } = await decided('やはり隠すべきことば', 'left');
    const { id: appealId } = await appeal(it.fumi, decisionId);
    expect(await settled(it.ogata, appealId, 'reversed')).toBe('done');
    expect(await it.hiddenAt(id)).toEqual(it.town.now());
    const [hiding] = await it.town.rows('select reason, appeal_id from hidings where object_id = $1', [id]);
    expect(hiding).toEqual({ reason: '見直しました', appeal_id: appealId });
  });

  test('only those it went against, once, in time; one settlement, also of two at once', async () => {
    const { decisionId } = await decided('だれの異議か', 'hidden');
    const refusal = (by: Parameters<typeof appeal>[0]) =>
      it.town.refusal(by, appealDecision, { decisionId, reason: 'x' });
    expect(await refusal(it.fumi)).toBe('not-concerned');
    expect(await refusal(it.toku)).toBe('not-concerned');
    expect(
      await it.town.refusal(it.iwao, appealDecision, { decisionId, reason: 'x' }, { hub: it.town.neighbour }),
    ).toBe('not-found');
    const { id } = await appeal(it.iwao, decisionId);
    expect(await refusal(it.iwao)).toBe('appealed-already');
    expect(await settled(it.toku, id, 'kept')).toBe('not-a-moderator');
    const third = await it.town.perform(it.ogata, appointModerator, { personId: it.matsu.person.id });
    const both = await Promise.all([settled(it.ogata, id, 'kept'), settled(it.matsu, id, 'reversed')]);
    expect(both.sort()).toEqual(['done', 'settled-already']);
    expect(third.number).toBeGreaterThan(1);
    const late = await decided('遅すぎる異議', 'hidden');
    it.town.today('2026-12-20');
    expect(await it.town.refusal(it.iwao, appealDecision, { decisionId: late.decisionId, reason: 'x' })).toBe(
      'appeal-over',
    );
    it.town.today('2026-11-10');
  });

  test('the database itself keeps the first decider from settling', async () => {
    const { decisionId } = await decided('裏口から', 'hidden');
    const { id } = await appeal(it.iwao, decisionId);
    const settle = (deciderId: string) =>
      it.town.hubwise.write(it.town.hub.id, (db) =>
        run(
          db,
          `update moderation_appeals set outcome = 'kept', settled_at = $3, decider_id = $2,
             moderator_id = (select moderator_id from moderation_decisions where id = decision_id) where id = $1`,
          [id, deciderId, it.town.now()],
        ),
      );
    await expect(settle(it.kotone.person.id)).rejects.toMatchObject({ constraint: 'another_person_decides' });
    await expect(settle(it.ogata.person.id)).resolves.toBeDefined();
  });

  test('the figures hold appeals and what was reversed', async () => {
    const [kept] = await it.town.rows<{ appealed: number; reversed: number }>(
      `select appealed, reversed from moderation_figures where ground = ''`,
    );
    expect(kept).toEqual({ appealed: 5, reversed: expect.any(Number) });
    expect(kept!.reversed).toBeGreaterThanOrEqual(2);
  });
});

describe('X4 moderators', () => {
  test('are appointed by the representative among the members, with a number that is never given again', async () => {
    const appoint = (by: Parameters<typeof appeal>[0], personId: string) =>
      it.town.refusal(by, appointModerator, { personId });
    expect(await appoint(it.kotone, it.kotone.person.id)).toBe('secretariat-only');
    expect(await appoint(it.ogata, it.toku.person.id)).toBe('personId:not-a-member');
    expect(await appoint(it.ogata, it.matsu.person.id)).toBe('personId:moderator-already');
    const [row] = await it.town.rows<{ id: string; number: number }>(
      'select id, number from moderators where person_id = $1',
      [it.matsu.person.id],
    );
    expect(await it.town.refusal(it.kotone, endModerator, { id: row!.id })).toBe('secretariat-only');
    await it.town.perform(it.ogata, endModerator, { id: row!.id });
    expect(await it.town.refusal(it.ogata, endModerator, { id: row!.id })).toBe('not-found');
    const { number } = await it.town.perform(it.ogata, appointModerator, { personId: it.matsu.person.id });
    expect(number).toBeGreaterThan(row!.number);
  });

  test('whose appointment was ended moderates no more, also as somebody of the secretariat', async () => {
    const [kotone] = await it.town.rows<{ id: string }>('select id from moderators where person_id = $1', [
      it.kotone.person.id,
    ]);
    await it.town.perform(it.ogata, endModerator, { id: kotone!.id });
    const caseId = await it.reports(it.fumi, await it.says(it.iwao, 'つぎの件'));
    const input = { cases: [{ id: caseId, version: 1 }], outcome: 'left', ground: 'other', reason: 'x' };
    expect(await it.town.refusal(it.kotone, decideCases, input)).toBe('not-a-moderator');
  });
});

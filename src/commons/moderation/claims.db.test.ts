import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEvent } from '#kernel/event.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import { eventParts } from '../../parts.ts';
import { answerClaim } from './answer-claim.ts';
import { moveClaims } from './claims-clock.ts';
import { decideCases } from './decide-cases.ts';
import { claimRight } from './file-claim.ts';
import { type ModeratedTown, openModeratedTown } from './moderation-for-tests.ts';

let it: ModeratedTown;
beforeAll(async () => {
  it = await openModeratedTown();
});
afterAll(() => it.town.close());

const claimed = (id: string, more: object = {}) => ({
  kind: 'opinion',
  id,
  claimant: '佐伯商店',
  contact: 'saeki@shop.example',
  relation: 'self',
  right: 'honour',
  passage: 'そのことば',
  why: '事実ではありません',
  ...more,
});

/** The worker's clock, at the town's time. */
async function tick(): Promise<void> {
  const { town } = it;
  const now = town.now();
  await moveClaims({
    hub: town.hub,
    hubwise: town.hubwise,
    now,
    log: {} as Log,
    newId: () => uuidv7(now),
    randomId,
    by: null,
    record: (db, event) =>
      writeEvent(eventParts, db, { hubId: town.hub.id, now, actorId: null, personId: null }, event),
    invalidate: async () => {},
  });
}

const decide = (caseId: string) =>
  it.town.refusal(it.kotone, decideCases, {
    cases: [{ id: caseId, version: 1 }],
    outcome: 'hidden',
    ground: 'rights',
    reason: '権利の侵害にあたります',
  });

async function consentOf(caseId: string): Promise<string | null> {
  const [row] = await it.town.rows<{ consent: string | null }>('select consent from rights_claims where case_id = $1', [
    caseId,
  ]);
  return row!.consent;
}

describe('X4 rights claims', () => {
  test('ask the sender at once without naming who claims, and wait for the answer', async () => {
    const id = await it.says(it.iwao, '店についてのことば');
    const { caseId } = await it.town.perform(it.fumi, claimRight, claimed(id));
    const asked = (await it.letters()).find((one) => one.recipient === 'iwao@hinata.example')!;
    expect(asked.body_text).toContain('事実ではありません');
    expect(asked.body_text).toContain('11月17日');
    for (const secret of ['佐伯商店', 'saeki@shop.example', 'ふみ']) expect(asked.body_text).not.toContain(secret);
    expect(await decide(caseId)).toBe('still-asking');
    expect(await it.town.refusal(it.toku, answerClaim, { caseId, consent: 'agreed' })).toBe('not-found');
    await it.town.perform(it.iwao, answerClaim, { caseId, consent: 'refused', reason: '本当のことです' });
    expect(await it.town.refusal(it.iwao, answerClaim, { caseId, consent: 'agreed' })).toBe('answered-already');
    expect(await decide(caseId)).toBe('done');
    expect(await it.town.refusal(it.iwao, answerClaim, { caseId, consent: 'agreed' })).toBe('decided-already');
    expect(await it.hiddenAt(id)).toEqual(it.town.now());
  });

  test('silence is noted by the clock when the days are over, once', async () => {
    const { caseId } = await it.town.perform(it.fumi, claimRight, claimed(await it.says(it.iwao, '答えのないことば')));
    await tick();
    expect(await consentOf(caseId)).toBeNull();
    it.town.today('2026-11-18');
    await tick();
    await tick();
    expect(await consentOf(caseId)).toBe('silent');
    const events = await it.town.rows(`select 1 from events where verb = 'moderation.claim-silent'`);
    expect(events).toHaveLength(1);
    expect(await decide(caseId)).toBe('done');
    it.town.today('2026-11-10');
  });

  test('where a candidate is concerned the days are fewer and the case is urgent', async () => {
    const id = await it.says(it.iwao, '候補者についてのことば');
    const { caseId } = await it.town.perform(it.fumi, claimRight, claimed(id, { isCandidate: 'yes' }));
    const [row] = await it.town.rows<{ urgent: boolean; answer_by: Date }>(
      'select c.urgent, r.answer_by from rights_claims r join moderation_cases c on c.id = r.case_id where c.id = $1',
      [caseId],
    );
    expect(row).toEqual({ urgent: true, answer_by: new Date('2026-11-13T00:00:00+09:00') });
  });

  test('the private part is erased when its time is over, and not before it is decided', async () => {
    const id = await it.says(it.iwao, '保存の期限');
    const { caseId } = await it.town.perform(it.fumi, claimRight, claimed(id));
    const kept = async () =>
      (await it.town.rows<{ claimant: string }>('select claimant from rights_claims where case_id = $1', [caseId]))[0]!;
    it.town.today('2027-06-01');
    await tick();
    expect((await kept()).claimant).toBe('佐伯商店');
    expect(await decide(caseId)).toBe('done');
    await tick();
    const [row] = await it.town.rows(
      'select claimant, contact, passage, why, person_id from rights_claims where case_id = $1',
      [caseId],
    );
    expect(row).toEqual({ claimant: '', contact: '', passage: '', why: '', person_id: null });
    it.town.today('2026-11-10');
  });

  test('of what is not there, or in the neighbouring town: refused', async () => {
    const input = claimed(it.debateId);
    expect(await it.town.refusal(it.fumi, claimRight, input)).toBe('not-found');
    const id = await it.says(it.iwao, 'となりの町から');
    expect(await it.town.refusal(it.fumi, claimRight, claimed(id), { hub: it.town.neighbour })).toBe('not-found');
    expect(await it.town.refusal(it.fumi, claimRight, claimed(id, { right: 'pride' }))).toBe('right:not-a-choice');
  });
});

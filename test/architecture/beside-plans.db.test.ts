import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../src/modules.ts';
import { shownActor } from '#commons/actors/queries.ts';
import { decisionLog } from '#commons/moderation/decision-queries.ts';
import { givenNames } from '#commons/moderation/given-names.ts';
import { siteByKey } from '#functions/information/homepages/queries.ts';
import { newestLines } from '#functions/participation/answers/figures.ts';
import { happened } from '#functions/participation/overview/queries.ts';
import { requestById } from '#functions/participation/proposals/co-proposal-queries.ts';
import { budgetLine, listedLines } from '#functions/participation/trail/budget-queries.ts';
import { bareFacts, standingsOf } from '#functions/registration/eligibility/queries.ts';
import { officesToAsk } from '#functions/registration/patronage/queries.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { planOf } from '#test/support/read-plan.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

const now = new Date('2026-11-22T00:00:00+09:00');
const id = randomId();
const lines = { year: 0, q: '', after: null };

// Which of two joined tables is begun with, an empty database doesn't say; that is looked at in a grown town.
// A Limit stands where one row is asked for: exists() is also planned as a set of all the rows there are.
describe('X12 what stands beside the things of a page is looked up for these alone', () => {
  test.each<[string, RegExp, (db: Db) => Promise<unknown>]>([
    [
      'what decisions have hidden',
      /Limit\n(?:[^\n]*\n){0,2}[^\n]*hidings_decision[^\n]*\n[^\n]*decision_id = d\.id/,
      (db) => decisionLog(db, { ground: '', outcome: '', before: null, limit: 30 }),
    ],
    [
      'what of the things that happened is hidden',
      /Limit\n(?:[^\n]*\n){0,2}[^\n]*hidings_present[^\n]*\n[^\n]*object_id = e\.object_id/,
      (db) => happened(db, null, 30),
    ],
    [
      'the site of a name',
      /site_keys_taken[^\n]*\n[^\n]*current_setting[^\n]*key = 'midori'/,
      (db) => siteByKey(db, 'midori', now),
    ],
    ['names of divisions with figures', /SubPlan[\s\S]*actors_pkey[^\n]*\n[^\n]*id = own\.id/, newestLines],
    [
      'whom an actor is tied to',
      /roles_pkey[^\n]*\n[^\n]*person_id = a\.id[\s\S]*roles_organisation[^\n]*\n[^\n]*organisation_id = a\.id/,
      (db) => shownActor(db, 1, id, now),
    ],
    ['who asks to propose together', /CASE WHEN \(p\.actor_id IS NOT NULL\)/, (db) => requestById(db, id)],
    ['offices that can be asked', /actors_kind[^\n]*\n[^\n]*kind = 'division'/, (db) => officesToAsk(db, id)],
    [
      'where one claimed a right by name',
      /rights_claims_person[^\n]*\n[^\n]*person_id = /,
      (db) => givenNames.of(db, { hub: town.hub, personId: id, lang: 'ja', now }),
    ],
    [
      'how budget lines begin',
      /reflection_steps_line_order[\s\S]*reflection_steps_line_voted[\s\S]*corrects_id = s_?\d*\.id/,
      (db) => listedLines(db, lines),
    ],
    ['what was voted on a budget line', /reflection_steps_line_voted/, (db) => budgetLine(db, id, null)],
    [
      'how a group stands beside sets that it shows',
      /Limit\n[^\n]*shown_eligibility_pkey[^\n]*\n[^\n]*group_id = /,
      (db) => standingsOf(db, id, '2026-11-22', false),
    ],
    [
      'how a group stands beside all sets that are open',
      /group_facts_sets[\s\S]*requirement_sets_open/,
      (db) => standingsOf(db, id, '2026-11-22', true),
    ],
    [
      'how a group stands item by item',
      /group_facts_newest[^\n]*\n[^\n]*item = [\s\S]*group_facts_holding[^\n]*\n[^\n]*item = /,
      (db) => bareFacts(db, id, [id], '2026-11-22'),
    ],
  ])('%s', async (_, expected, work) => {
    const plan = await planOf(town, work);
    expect(plan).toMatch(expected);
    expect(plan).not.toContain('Seq Scan');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../src/modules.ts';
import { allDatasets } from '#channels/open-data/registry.ts';
import { pagesOf, partsOf, withPages } from '#channels/open-data/sitemap-parts.ts';
import { countedVotes } from '#commons/discussion/everything-said.ts';
import { searchesOf } from '#commons/saved-searches/queries.ts';
import { readDates } from '#commons/search/by-date.ts';
import { readDays } from '#commons/search/by-day.ts';
import { readThings } from '#commons/search/sources.ts';
import { filterOf as entryFilter } from '#functions/information/entries/list-filter.ts';
import { listedEntries } from '#functions/information/entries/queries.ts';
import { filterOf as eventFilter } from '#functions/information/events/list-filter.ts';
import { eventsBetween, listedEvents } from '#functions/information/events/queries.ts';
import { listedSites } from '#functions/information/homepages/queries.ts';
import { filterOf as showcaseFilter } from '#functions/information/stage/list-filter.ts';
import { listedShowcases } from '#functions/information/stage/queries.ts';
import { lateOfDivision } from '#functions/participation/answers/overdue.ts';
import { pageIds } from '#functions/participation/answers/round-page.ts';
import { waitingIds } from '#functions/participation/answers/waiting.ts';
import { comingMeetings, listedMeetings } from '#functions/participation/meetings/queries.ts';
import { openPlans } from '#functions/participation/plans/list-queries.ts';
import { policyRows } from '#functions/participation/policies/queries.ts';
import { roundProgress } from '#functions/participation/statement/page-queries.ts';
import { partsOf as statementParts } from '#functions/participation/statement/statement-queries.ts';
import { listedSets } from '#functions/registration/eligibility/queries.ts';
import { grantedPatronage } from '#functions/registration/patronage/queries.ts';
import { listedReports } from '#functions/registration/year-reports/queries.ts';
import type { Db } from '#kernel/database/dialect.ts';
import { randomId } from '#kernel/ids.ts';
import { planOf } from '#test/support/read-plan.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';

let town: TestTown;
beforeAll(async () => {
  town = await openTestTown();
});
afterAll(() => town.close());

type Read = (db: Db) => Promise<unknown>;
const now = new Date('2026-11-22T00:00:00+09:00');
const id = randomId();
/** A further page, at this key. */
const at = (key: string, value: string) => (name: string) => (name === key ? value : '');
const index = { hubId: 1, generation: 1 };
const MEETINGS = { q: '', roundId: null, debateId: null, after: null, limit: 20 } as const;
const NO_ITEM_FILTER = { kind: '', divisionId: '', state: '', after: '' } as const;
const dates = { from: now, until: null, order: 'asc', after: '', limit: 20 } as const;

describe('X12 lists read what they show, however long they are', () => {
  // The next page begins at its key in the index: nothing is gone through to find it.
  test.each<[string, RegExp, Read]>([
    [
      'events',
      /Index Cond: .*ROW\(starts_at, id\) > /,
      (db) => listedEvents(db, { ...eventFilter(() => ''), after: { starts_at: now, id } }, now),
    ],
    [
      'entries',
      /Index Cond: .*id < /,
      (db) => listedEntries(db, entryFilter({ query: at('before', id) }), '2026-11-22'),
    ],
    [
      'showcases',
      /Index Cond: .*ends_at/,
      (db) => listedShowcases(db, showcaseFilter({ query: at('after', `${now.toISOString()}~${id}`) }), now),
    ],
    [
      'homepages',
      /Index Cond: .*ROW\(changed_at, id\) < /,
      (db) => listedSites(db, { before: { at: now, id }, limit: 20 }),
    ],
    [
      'events that have not ended, among those of many years',
      /(?=[\s\S]*town_events_long)[\s\S]*Index Cond: .*starts_at >= \(/,
      (db) =>
        listedEvents(
          db,
          eventFilter(() => ''),
          now,
        ),
    ],
    ['a month of events', /town_events_long/, (db) => eventsBetween(db, now, now)],
    ['meetings that have not ended', /meetings_long/, (db) => listedMeetings(db, { ...MEETINGS, when: 'coming' }, now)],
    ['the next meetings', /meetings_long/, (db) => comingMeetings(db, now, 3)],
    ['plans on which one can speak, with an end', /Index Cond: .*open_until > /, (db) => openPlans(db, now, 3)],
    ['year reports', /Index Cond: .*id < /, (db) => listedReports(db, id, 20)],
    ['patronage', /Index Cond: .*ROW\(decided_at, id\) < /, (db) => grantedPatronage(db, id, 20)],
    ['requirements', /Index Cond: .*id < /, (db) => listedSets(db, id, 20)],
    ['saved searches', /Index Cond: .*person_id = /, (db) => searchesOf(db, id)],
    ['what comes and what goes on', /search_dates_long/, (db) => readDates(db, index, dates, null, null)],
    ['days of a series', /town_events_speaking/, (db) => readThings(db, new Map([['event-series', [id]]]))],
    ['votes that were counted', /vote_tallies/, countedVotes],
    [
      'the answers of a round',
      /answer_items_round[\s\S]*Index Cond: .*ROW\(debate_id, section, place, subject_id\) > /,
      (db) => pageIds(db, id, NO_ITEM_FILTER, { debate_id: id, section: 1, place: 1, subject_id: id }, now),
    ],
    [
      'the answers of one kind in a round',
      /answer_items_kind[\s\S]*Index Cond: .*kind = .*ROW\(debate_id/,
      (db) =>
        pageIds(
          db,
          id,
          { ...NO_ITEM_FILTER, kind: 'adopted' },
          { debate_id: id, section: 1, place: 1, subject_id: id },
          now,
        ),
    ],
    [
      'what a division is late with',
      /answer_items_(due|next)[\s\S]*follow_ups_owed/,
      (db) => lateOfDivision(db, now, { of: id, after: null }),
    ],
    // On an empty table both of these indexes are as good; which one a large one is read by is looked at in a grown town.
    [
      'what waits for a division’s answer',
      /answer_items_(due|next)[\s\S]*Index Cond: .*ROW\(due_on, subject_id\) > /,
      (db) => waitingIds(db, { which: { of: id }, after: `2026-11-22~${id}`, limit: 50 }, now),
    ],
    [
      'what waits for an answer and is nobody’s yet',
      /answer_items_due[\s\S]*Index Cond: .*division_id IS NULL.*ROW\(due_on, subject_id\) > /,
      (db) => waitingIds(db, { which: { of: null }, after: `2026-11-22~${id}`, limit: 50 }, now),
    ],
    [
      'all that waits for an answer',
      /answer_items_next[\s\S]*Index Cond: .*ROW\(due_on, subject_id\) > /,
      (db) => waitingIds(db, { which: 'all', after: `2026-11-22~${id}`, limit: 50 }, now),
    ],
    [
      'what a division was asked for its part of',
      /answer_partners_owed/,
      (db) => waitingIds(db, { which: { asked: id }, after: '', limit: 50 }, now),
    ],
    ['the parts of a statement', /coverage_figures_pkey/, (db) => statementParts(db, id, id, 50)],
    [
      'a month of activities',
      /search_dates_(time|happening)/,
      (db) => readDays(db, index, [{ at: now, number: 0, until: now }], null),
    ],
  ])('%s', async (_, expected, work) => {
    const plan = await planOf(town, work);
    expect(plan).toMatch(expected);
    expect(plan).not.toContain('Seq Scan');
  });

  test('the index of the sitemap looks for one page of each part, a part for its own', async () => {
    const lists = withPages(allDatasets());
    expect(lists.length).toBeGreaterThan(15);
    const whole = await planOf(town, (db) => partsOf(db, lists));
    expect(whole).not.toContain('Seq Scan on');
    for (const list of lists) {
      const plan = await planOf(town, (db) => pagesOf(db, list, id));
      expect([list.name, plan.includes('Seq Scan on'), /Index Cond: .*id > /.test(plan)]).toEqual([
        list.name,
        false,
        true,
      ]);
    }
  });

  test('how far a statement has come is read from its figures, and of its opinions those alone that were hidden', async () => {
    const plan = await planOf(town, (db) => roundProgress(db, id).catch(() => null));
    expect(plan).toContain('coverage_figures');
    expect(plan).not.toContain('Seq Scan');
    for (const [, way] of plan.matchAll(/Scan (?:using (\w+) )?on opinions/g))
      expect(['opinions_hidden', 'opinions_pkey']).toContain(way);
  });

  test('what is tied to policies is read from its figures', async () => {
    const plan = await planOf(town, policyRows);
    expect(plan).toContain('policy_figures');
    expect(plan).not.toMatch(/on (proposals|answers)\b/);
  });
});

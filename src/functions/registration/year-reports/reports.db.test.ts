import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOfPdf } from '#channels/pdf/pdf-text-for-tests.ts';
import { typeset } from '#channels/pdf/typeset.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn, typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { keepReport } from './keep.ts';
import { printedReport } from './printed.ts';
import { reportById } from './queries.ts';
import { askForReports } from './remind.ts';

let town: TestTown;
let site: TestSite;
let [leader, stranger]: Reader[] = [];
let groupId: string;
let id: string;

const typed = (more = {}) => ({
  groupId,
  year: 2025,
  of: 0,
  reach: 'public',
  done: '川の草を12回刈りました。',
  people: '２４０人',
  brought: '10,000',
  income: [
    { label: '会費', amount: '36,000' },
    { label: '助成金', amount: '50,000' },
  ],
  expense: [{ label: '燃料', amount: '41,000' }],
  carried: '55,000',
  ...more,
});

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration'] });
  site = await openSite(town);
  town.today('2025-02-01');
  [leader, stranger] = (await Promise.all(['とくさん', 'よその人'].map((name) => town.person(name)))) as [
    Reader,
    Reader,
  ];
  groupId = (await town.perform(leader!, declareGroup, typedGroup())).id;
  leader = town.as(leader!, { id: groupId, kind: 'group', name: '川辺の会' });
  town.today('2026-06-10');
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

describe('F7.7 the report of a year', () => {
  test('is asked for once a year, from June on, and never again for that year', async () => {
    const told = () => town.rows(`select href from notices where kind = 'year-reports.asked'`);
    town.today('2026-05-20');
    await askForReports(jobIn(town));
    expect(await told()).toEqual([]);
    town.today('2026-06-10');
    for (const _ of [1, 2]) await askForReports(jobIn(town));
    expect(await told()).toMatchObject([{ href: `/groups/${shortId(groupId)}/reports/new?year=2025` }]);
  });

  test('is written by the group alone, and its sums agree', async () => {
    expect(await town.refusal(stranger!, keepReport, typed())).toBe('not-of-the-group');
    expect(await town.refusal(leader!, keepReport, typed(), { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(leader!, keepReport, typed({ carried: '54,999' }))).toBe('carried:sums-differ');
    expect(await town.refusal(leader!, keepReport, typed({ year: 2027 }))).toBe('year:not-a-year');
    expect(await town.refusal(leader!, keepReport, typed({ people: 'たくさん' }))).toBe('people:not-a-number');
    expect(await town.refusal(leader!, keepReport, typed({ income: [{ label: '', amount: '5' }] }))).toBe(
      'income.0.label:required',
    );
    ({ id } = await town.perform(leader!, keepReport, typed()));
    expect(await town.refusal(leader!, keepReport, typed())).toBe('changed-meanwhile');
  });

  test('goes on from what the year before left, or says why not', async () => {
    const next = { year: 2026, income: [], expense: [], brought: '50,000', carried: '50,000', reach: 'members' };
    expect(await town.refusal(leader!, keepReport, typed(next))).toBe('brought:brought-differs');
    await town.perform(leader!, keepReport, typed({ ...next, note: '燃料の払い戻しをまちがえていました。' }));
  });

  test('is kept in every version, and a stale form overwrites none', async () => {
    await town.perform(leader!, keepReport, typed({ of: 1, done: '川の草を13回刈りました。', changed: '回数' }));
    expect(await town.refusal(leader!, keepReport, typed({ of: 1 }))).toBe('changed-meanwhile');
    const page = await site.get(`/group-reports/${shortId(id)}`);
    expect(page.body).toContain('13回');
    expect(page.body).toContain('55,000円');
    expect(await markupMistakes(page.body)).toEqual([]);
    const earlier = await site.get(`/group-reports/${shortId(id)}?version=1`);
    expect(earlier.body).toContain('12回');
  });

  test('is public as the group chooses: elsewhere nobody finds it', async () => {
    const all = await town.read((db) => db.selectFrom('year_reports').select(['id', 'reach']).execute());
    const own = all.find(({ reach }) => reach === 'members')!;
    expect((await site.get(`/group-reports/${shortId(own.id)}`, stranger)).status).toBe(404);
    expect((await site.get(`/group-reports/${shortId(own.id)}/sheet.pdf`, stranger)).status).toBe(404);
    expect((await site.get(`/group-reports/${shortId(own.id)}`, leader)).status).toBe(200);
    const tab = `/groups/${shortId(groupId)}/reports`;
    expect((await site.get(tab)).body).not.toContain('2026年度');
    expect((await site.get(tab, leader)).body).toContain('2026年度');
    for (const path of [
      '/group-reports',
      '/data/group-reports.csv',
      '/data/group-reports.json',
      '/api/v1/group-reports',
    ]) {
      const { body, status } = await site.get(path);
      expect(status, path).toBe(200);
      expect(body, path).toContain('川辺の会');
      expect(body, path).not.toContain('払い戻し');
    }
    const [{ n }] = (await town.rows<{ n: number }>(
      `select count(*)::int as n from events where is_public and verb like 'year-reports.%' and object_id = $1`,
      [own.id],
    )) as [{ n: number }];
    expect(n).toBe(0);
  });

  test('is printed with its sums', async () => {
    const report = await town.read((db) => reportById(db, id));
    const text = textOfPdf(
      typeset(printedReport({ lang: 'ja', origin: 'https://x.example', hubName: 'ひなた市', report })),
    );
    for (const part of ['川辺の会', '86,000', '41,000', '55,000']) expect(text).toContain(part);
  });

  test('works as a form: more rows on demand, what was typed stays when the sums differ', async () => {
    const at = `/groups/${shortId(groupId)}/reports`;
    expect((await site.get(`${at}/new`, stranger)).status).toBe(403);
    const fresh = await site.get(`${at}/new?year=2024`, leader);
    expect(await markupMistakes(fresh.body)).toEqual([]);
    const fields = {
      year: '2024',
      of: '0',
      rows: '6',
      reach: 'public',
      done: '草刈り',
      people: '',
      brought: '0',
      'income.3.label': '会費',
      'income.3.amount': '１００',
    };
    const grown = await site.post(at, { ...fields, more: 'yes' }, leader);
    expect(grown.body).toContain('income.9.label');
    const refused = await site.post(at, { ...fields, carried: '99' }, leader);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('100円です');
    expect(refused.body).toContain('value="会費"');
    expect((await site.post(at, { ...fields, carried: '100' }, leader)).status).toBe(303);
  });
});

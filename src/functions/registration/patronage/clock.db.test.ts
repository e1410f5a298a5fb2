import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultRules, type HubRules, hubRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { markupMistakes, openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn, typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { answerOffice, askPatronage } from './ask.ts';
import { askGroup, erasePapers, refuseRequest } from './decide.ts';
import { requestById } from './queries.ts';
import { reportDue } from './report-due.ts';

const open = [...defaultRules.open, 'registration'];
let town: TestTown;
let site: TestSite;
let office: Actor;
let head: Reader;
let leader: Reader;
let own: string;

const typed = (title: string) => ({
  own,
  asked: office.id,
  kind: 'patronage',
  title,
  heldOn: '2027-06-01',
  purpose: '川',
});
const under = (patronage: HubRules['patronage']) => ({
  hub: { ...town.hub, rules: { ...defaultRules, open, patronage } },
});
const ask = async (title: string, how = {}) => (await town.perform(leader, askPatronage, typed(title), how)).id;
const request = (id: string) => town.read((db) => requestById(db, id));
const told = () =>
  town.rows<{ kind: string; facts: { count: number; title: string } }>(
    `select kind, facts from notices where person_id = $1 and kind in ('patronage.due', 'patronage.overdue') order by at, id`,
    [head.person.id],
  );
const kinds = async () => (await told()).map(({ kind, facts }) => `${kind} ${facts.count} ${facts.title}`);

beforeAll(async () => {
  town = await openTestTown({ ...defaultRules, open });
  site = await openSite(town);
  head = await town.person('原');
  leader = await town.person('とくさん');
  office = await town.organisation('division', '公園緑地課', [[head, 'representative']]);
  own = (await town.perform(leader, declareGroup, typedGroup())).id;
  leader = town.as(leader, { id: own, kind: 'group', name: '川辺の会' });
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
  await town.close();
});

describe('F7.7 P9 the days of a request', () => {
  test('are a rule of the town, with bounds; what was asked for before keeps its own', async () => {
    const before = await ask('前の申請');
    const after = await ask('あとの申請', under({ dueDays: 5, paperDays: 10 }));
    expect(await request(before)).toMatchObject({ due_on: '2026-10-31', paper_days: 90 });
    expect(await request(after)).toMatchObject({ due_on: '2026-10-15', paper_days: 10 });
    const may = (dueDays: number, paperDays: number) =>
      hubRules.safeParse({ ...defaultRules, patronage: { dueDays, paperDays } }).success;
    expect([may(1, 1), may(400, 400), may(0, 90), may(21, 401), may(1.5, 90)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect((await site.get('/rules')).body).toContain('後援・推薦の申請に返事をするまで');
    const form = await site.get('/patronage/new', leader);
    expect(form.body).toContain('21日のうちに返事');
    for (const id of [before, after]) await town.perform(head, refuseRequest, { id, reason: '対象外です。' });
    town.today('2026-10-21');
    await erasePapers(jobIn(town));
    expect((await request(after)).papers_erased_at).not.toBeNull();
    expect((await request(before)).papers_erased_at).toBeNull();
    town.today('2026-10-10');
  });

  test('that run out are told the office: shortly before, when they are over, and each week, once', async () => {
    const first = await ask('春の清掃');
    const second = await ask('夏の清掃', under({ dueDays: 23, paperDays: 90 }));
    await reportDue(jobIn(town));
    expect(await kinds()).toEqual([]);
    town.today('2026-10-28');
    await Promise.all([reportDue(jobIn(town)), reportDue(jobIn(town))]);
    await reportDue(jobIn(town));
    expect(await kinds()).toEqual(['patronage.due 1 春の清掃']);
    const list = await site.get('/patronage-requests', head);
    expect([list.status, await markupMistakes(list.body)]).toEqual([200, []]);
    expect(list.body).toContain('期限まであと3日');
    expect(list.body.indexOf('春の清掃')).toBeLessThan(list.body.indexOf('夏の清掃'));
    town.today('2026-11-01');
    await reportDue(jobIn(town));
    expect((await kinds()).slice(1)).toEqual(['patronage.overdue 1 春の清掃']);
    town.today('2026-11-03');
    await reportDue(jobIn(town));
    expect((await kinds()).slice(2)).toEqual(['patronage.overdue 2 春の清掃']);
    town.today('2026-11-06');
    await reportDue(jobIn(town));
    expect(await kinds()).toHaveLength(3);
    expect((await site.get('/patronage-requests', head)).body).toContain('期限を6日過ぎています');
    await town.perform(head, askGroup, { id: first, question: '何人ですか' });
    await town.perform(head, refuseRequest, { id: second, reason: '対象外です。' });
    town.today('2026-11-20');
    await reportDue(jobIn(town));
    expect(await kinds()).toHaveLength(3);
    await town.perform(leader, answerOffice, { id: first, answer: '60人です' });
    expect((await request(first)).due_on).toBe('2026-11-14');
    await reportDue(jobIn(town));
    expect((await kinds()).slice(3)).toEqual(['patronage.overdue 1 春の清掃']);
  });
});

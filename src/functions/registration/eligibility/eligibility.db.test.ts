import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOn } from '#commons/files/index.ts';
import { pdf, workbench } from '#commons/files/samples-for-tests.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import type { Actor, Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn, typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { appealRefusal, confirmFact, decideAppeal, refuseFact } from './check.ts';
import { erasePapers, remindOfEnds } from './ends.ts';
import { handIn, showEligibility, takeFactBack } from './hand-in.ts';
import { eligibilityOf } from './index.ts';
import { closeSet, publishSet } from './publish.ts';
import { factFacts, factsOf, setById } from './queries.ts';
import { standing } from './rules.ts';

let town: TestTown;
let site: TestSite;
let office: Actor;
let [checker, second, leader, stranger]: Reader[] = [];
let groupId: string;
let setId: string;
const bench = workbench();

const typedSet = (more = {}) => ({
  own: office.id,
  name: '公民館の定期利用',
  kinds: 'rules,members,pledge',
  leastMembers: '10',
  validMonths: '12',
  papersDays: '30',
  ...more,
});
const ids = () => ({ groupId, setId });
const newest = async (item: number) =>
  (await town.read((db) => factsOf(db, groupId, setId))).find((fact) => fact.item === item)!;
const at = () => `/groups/${shortId(groupId)}/eligibility/${shortId(setId)}`;

async function sendRules(reader: Reader) {
  const form = new FormData();
  form.append('item', '0');
  form.append('label0', '規約');
  form.append('file0', new File([new Uint8Array(pdf('規約'))], 'kiyaku.pdf'));
  return site.fetch(`${at()}/facts`, { method: 'POST', body: form }, reader);
}

beforeAll(async () => {
  bench.open();
  town = await openTestTown({ ...defaultRules, open: [...defaultRules.open, 'registration'] });
  site = await openSite(town);
  [checker, second, leader, stranger] = (await Promise.all(
    ['原', '小田', 'とくさん', 'よその人'].map((name) => town.person(name)),
  )) as [Reader, Reader, Reader, Reader];
  office = await town.organisation('division', '生涯学習課', [
    [checker!, 'representative'],
    [second!, 'member'],
  ]);
  groupId = (await town.perform(leader!, declareGroup, typedGroup())).id;
  leader = town.as(leader!, { id: groupId, kind: 'group', name: '川辺の会' });
  setId = (await town.perform(checker!, publishSet, typedSet())).id;
});
afterAll(async () => {
  await site.close();
  await town.close();
  bench.clear();
});

describe('F7.6 requirements', () => {
  test('are published by offices, whole', async () => {
    expect(await town.refusal(leader!, publishSet, typedSet({ own: groupId }))).toBe('office-only');
    expect(await town.refusal(second!, publishSet, typedSet())).toBe('office-only');
    expect(await town.refusal(checker!, publishSet, typedSet({ kinds: '' }))).toBe('kinds:nothing-required');
    expect(await town.refusal(checker!, publishSet, typedSet({ leastMembers: '' }))).toBe(
      'leastMembers:number-missing',
    );
    expect(await town.refusal(checker!, publishSet, typedSet({ kinds: 'other' }))).toBe('other:words-missing');
    expect((await site.get('/requirements')).body).toContain('公民館の定期利用');
    expect((await site.get(`/requirements/${shortId(setId)}`)).body).toContain('会員が10人以上');
    expect((await site.get('/data/requirements.csv')).body).toContain('会員が10人以上');
  });

  test('declaring needs none of it: the group is registered with nothing handed in', async () => {
    const day = '2026-10-10';
    expect((await site.get(`/groups/${shortId(groupId)}`)).status).toBe(200);
    const standing = await town.read((db) => eligibilityOf(db, groupId, setId, day));
    expect(standing).toMatchObject({ isEligible: false, items: [{ state: 'missing' }, {}, {}] });
  });

  test('are handed in by the group alone, complete, once at a time', async () => {
    const members = { ...ids(), item: 1, figure: '１２' };
    expect(await town.refusal(stranger!, handIn, members)).toBe('not-of-the-group');
    expect(await town.refusal(leader!, handIn, members, { hub: town.neighbour })).toBe('not-found');
    expect(await town.refusal(leader!, handIn, { ...members, figure: '' })).toBe('figure:figure-missing');
    expect(await town.refusal(leader!, handIn, { ...members, figure: '9' })).toBe('figure:too-little');
    expect(await town.refusal(leader!, handIn, { ...ids(), item: 2 })).toBe('given:not-given');
    expect(await town.refusal(leader!, handIn, { ...ids(), item: 0 })).toBe('file:paper-missing');
    expect(await town.refusal(leader!, handIn, { ...ids(), item: 7 })).toBe('no-such-item');
    await town.perform(leader!, handIn, members);
    expect(await town.refusal(leader!, handIn, members)).toBe('waiting-already');
    await town.perform(leader!, takeFactBack, { id: (await newest(1)).id });
    await town.perform(leader!, handIn, { ...members, word: 'ひみつのことば' });
    await town.perform(leader!, handIn, { ...ids(), item: 2, given: 'yes' });
    expect((await sendRules(leader!)).status).toBe(303);
    expect(site.faults).toEqual([]);
  });
});

describe('F7.6 checking', () => {
  test('papers are seen by those who check and by the group, and by nobody else', async () => {
    const [file] = await town.read(async (db) => filesOn(db, { kind: 'group-fact', id: (await newest(0)).id }));
    const sees = async (reader: Reader | null) =>
      (await site.fetch(`/files/${shortId(file!.id)}/x.pdf`, {}, reader)).status;
    expect(await sees(null)).toBe(404);
    expect(await sees(stranger!)).toBe(404);
    expect(await sees(second!)).toBe(200);
    expect(await sees(leader!)).toBe(200);
    expect((await site.get(`/requirements/${shortId(setId)}/checks`, stranger)).status).toBe(404);
    expect((await site.get(at(), stranger)).status).toBe(404);
    expect((await site.get(`/requirements/${shortId(setId)}/checks`, second)).body).toContain('ひみつのことば');
  });

  test('nothing of it is public: neither in the journal, nor in the search, nor on the group’s page', async () => {
    const [{ n }] = (await town.rows<{ n: number }>(
      `select count(*)::int as n from events where is_public and verb like 'eligibility.%' and verb <> 'eligibility.set-published'`,
    )) as [{ n: number }];
    expect(n).toBe(0);
    expect((await site.get(`/groups/${shortId(groupId)}/eligibility`)).body).not.toContain('ひみつ');
  });

  test('confirms until a day, or refuses with reason and what to do; another person decides the appeal', async () => {
    const [rules, members, pledge] = await Promise.all([0, 1, 2].map(newest));
    expect(await town.refusal(leader!, confirmFact, { id: rules!.id })).toBe('not-checker');
    await town.perform(checker!, confirmFact, { id: rules!.id });
    expect(await town.refusal(checker!, confirmFact, { id: rules!.id })).toBe('not-waiting');
    await town.perform(second!, confirmFact, { id: pledge!.id });
    expect(await town.refusal(checker!, refuseFact, { id: members!.id, reason: '足りません' })).toBe('toDo:required');
    await town.perform(checker!, refuseFact, {
      id: members!.id,
      reason: '名簿と合いません',
      toDo: '名簿を直してください',
    });
    const refused = await site.get(at(), leader);
    expect(refused.body).toContain('名簿を直してください');
    expect(await town.refusal(stranger!, appealRefusal, { id: members!.id, appeal: 'x' })).toBe('not-of-the-group');
    await town.perform(leader!, appealRefusal, { id: members!.id, appeal: '先月3人入りました' });
    expect(await town.refusal(leader!, appealRefusal, { id: members!.id, appeal: 'x' })).toBe('appealed-already');
    const answer = { id: members!.id, granted: 'yes', answer: '名簿を見直しました。' };
    expect(await town.refusal(checker!, decideAppeal, answer)).toBe('own-refusal');
    await town.perform(second!, decideAppeal, answer);
    expect(await town.refusal(second!, decideAppeal, answer)).toBe('not-waiting');
    const standing = (day: string) => town.read((db) => eligibilityOf(db, groupId, setId, day));
    expect(await standing('2026-10-10')).toMatchObject({ isEligible: true, until: '2027-10-10' });
    expect((await standing('2027-10-11')).isEligible).toBe(false);
  });

  test('is shown on the group’s page only if the group chooses, and only what was confirmed', async () => {
    const page = async () => (await site.get(`/groups/${shortId(groupId)}/eligibility`)).body;
    expect(await page()).not.toContain('会員が10人以上');
    expect(await town.refusal(stranger!, showEligibility, { ...ids(), shown: 'yes' })).toBe('not-of-the-group');
    await town.perform(leader!, showEligibility, { ...ids(), shown: 'yes' });
    expect(await page()).toContain('会員が10人以上');
    expect(await page()).not.toContain('名簿と合いません');
    await town.perform(leader!, showEligibility, { ...ids(), shown: 'no' });
    expect(await page()).not.toContain('会員が10人以上');
  });

  test('papers go when their days are over; a reminder comes a month before the end, once', async () => {
    const fact = await newest(0);
    await erasePapers(jobIn(town));
    expect((await newest(0)).papers_erased_at).toBeNull();
    town.today('2026-11-10');
    await erasePapers(jobIn(town));
    expect(await town.read((db) => filesOn(db, { kind: 'group-fact', id: fact.id }))).toEqual([]);
    expect(await newest(1)).toMatchObject({ word: '', figure: null, state: 'confirmed' });
    const told = () =>
      town.rows(`select id from notices where kind = 'eligibility.ends-soon' and person_id = $1`, [leader!.person.id]);
    await remindOfEnds(jobIn(town));
    expect(await told()).toEqual([]);
    town.today('2027-09-20');
    for (const _ of [1, 2]) await remindOfEnds(jobIn(town));
    expect(await told()).toHaveLength(1);
  });

  test('ends with the set, and what was confirmed holds on', async () => {
    expect(await town.refusal(second!, closeSet, { id: setId })).toBe('office-only');
    await town.perform(checker!, closeSet, { id: setId });
    expect(await town.refusal(checker!, closeSet, { id: setId })).toBe('set-closed');
    expect(await town.refusal(leader!, handIn, { ...ids(), item: 1, figure: '12' })).toBe('set-closed');
    expect((await town.read((db) => eligibilityOf(db, groupId, setId, '2026-12-01'))).isEligible).toBe(true);
  });

  test('reads two facts of each item, and says the same as all of them', async () => {
    await town.hubwise.write(town.hub.id, (db) =>
      run(
        db,
        `insert into group_facts (hub_id, id, group_id, set_id, item, person_id, handed_in_at, state, checked_by, checked_at, valid_until)
         select $1, gen_random_uuid(), $2, $3, n % 3, $4, at, case n % 7 when 0 then 'refused' when 1 then 'taken-back' else 'confirmed' end,
           $4, at, at + n % 5 * interval '20 days'
         from generate_series(1, 90) n,
           lateral (select timestamptz '2027-12-01T00:00+09:00' + n * 37 % 90 * interval '25 hours' as at)`,
        [town.hub.id, groupId, setId, checker!.person.id],
      ),
    );
    const all = await town.read((db) => factsOf(db, groupId, setId));
    expect(all.length).toBeGreaterThan(90);
    const { items } = await town.read((db) => setById(db, setId));
    for (const day of [
      '2027-11-30',
      '2027-12-01',
      '2027-12-20',
      '2028-01-15',
      '2028-02-20',
      '2028-04-01',
      '2028-06-30',
    ])
      expect([day, await town.read((db) => eligibilityOf(db, groupId, setId, day))]).toEqual([
        day,
        standing(items, all.map(factFacts), day),
      ]);
  });
});

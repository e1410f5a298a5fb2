import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { changeDeclaration, declareGroup } from './declare.ts';
import { beginDraft, draftOf, saveDraft } from './drafts.ts';
import { givenNames } from './given-names.ts';
import { typedGroup } from './groups-for-tests.ts';
import { confirmDeclaration, withdrawGroup } from './keep-alive.ts';
import { confirmRepresentative, vouchFor } from './known.ts';
import { listedGroups, questionsOf, shownGroup, versionsOf } from './queries.ts';
import { answerGroupQuestion, askGroupQuestion, endNote, noteGroup, withdrawQuestion } from './questions.ts';
import './reportable.ts';

let town: TestTown;
let toku: Reader;
let other: Reader;
let desk: Reader;
let id: string;
let tokuAs: Reader;

const everything = {
  q: '',
  field: null,
  kind: '',
  area: '',
  state: '',
  exchange: '',
  before: null,
  limit: 20,
} as const;
const found = (more: Record<string, unknown>) =>
  town.read((db) => listedGroups(db, { ...everything, ...more })).then(({ groups }) => groups.map(({ name }) => name));
const shown = () => town.read((db) => shownGroup(db, id, town.now()));
const leading = (reader: Reader, groupId: string, name: string) =>
  town.as(reader, { id: groupId, kind: 'group', name }, 'representative');

beforeAll(async () => {
  town = await openTestTown();
  [toku, other] = [await town.person('とくさん'), await town.person('みずの')];
  const officer = await town.person('事務局');
  const center = await town.organisation('body', '市民活動センター', [[officer, 'representative']]);
  town.hub.secretariatId = center.id;
  desk = town.as(officer, center);
  ({ id } = await town.perform(toku, declareGroup, typedGroup()));
  tokuAs = leading(toku, id, '川辺の会');
});
afterAll(() => town.close());

describe('F7.1 declaring', () => {
  test('is public at once, with what was made public alone', async () => {
    const group = await shown();
    expect(group).toMatchObject({ name: '川辺の会', fields: [3, 7], areas: ['本町', '川沿い'], founded: '2009-04' });
    expect(group.member_count).toBe(12);
    expect(group.contacts).toEqual({ email: 'kawabe@group.example' });
    expect(group.representatives.map(({ name }) => name)).toEqual(['とくさん']);
    expect(group.known_at).toBeNull();
    const texts = await town.rows<{ text: string }>(
      `select coalesce(p.content::text, '') || e.public::text as text from events e
       left join event_parts p on p.hub_id = e.hub_id and p.event_id = e.id where e.verb like 'groups.%'
       union all select content::text from group_versions`,
    );
    expect(texts.length).toBeGreaterThan(1);
    for (const { text } of texts) expect(text).not.toContain('000-0000-0001');
  });

  test('lists names it keeps to itself for whoever speaks for the group, for nobody else', async () => {
    const kept = typedGroup({
      name: '坂の見守り',
      representative: '浦田 みのり',
      person: '森 けい',
      personPublic: 'yes',
    });
    const by = await town.person('みのり');
    await town.perform(by, declareGroup, kept);
    const listed = (reader: Reader) =>
      town.read((db) => givenNames.of(db, { hub: town.hub, personId: reader.person.id, lang: 'ja', now: town.now() }));
    expect(await listed(by)).toMatchObject([{ name: '浦田 みのり', mayForget: false }]);
    expect((await listed(by))[0]!.what).toContain('坂の見守り');
    expect(await listed(other)).toEqual([]);
  });

  test('is refused without a contact, a field, with wrong digits, twice, by strangers', async () => {
    const refused = (more: Record<string, string>, by = other) => town.refusal(by, declareGroup, typedGroup(more));
    const name = 'べつの会';
    expect(await refused({ name, phone: '', email: '' })).toBe('email:no-contact');
    expect(await refused({ name, email: 'kawabe' })).toBe('email:not-an-address');
    expect(await refused({ name, fields: '21,x' })).toBe('fields:required');
    expect(await refused({ name, number: '7000012050003' })).toBe('number:wrong-digits');
    expect(await refused({ name, founded: '昔' })).toBe('founded:not-a-year');
    expect(await refused({})).toBe('name:name-taken');
    expect(await refused({}, tokuAs)).toBe('declared-already');
    const visitor = await town.person('はじめて', 0);
    expect(await refused({ name }, visitor)).toBe('level');
    const business = await town.organisation('business', '製材所', [[other, 'member']]);
    expect(await refused({ name }, town.as(other, business, 'member'))).toBe('not-of-the-group');
  });

  test('a corporate number stands once', async () => {
    const named = typedGroup({ name: '法人の会', number: '7000012050002' });
    await town.perform(other, declareGroup, named);
    expect(await town.refusal(other, declareGroup, { ...named, name: '法人の会その2' })).toBe('number:number-taken');
  });

  test('an organisation that is here already declares itself', async () => {
    const business = await town.organisation('business', '本町商店会', [[other, 'editor']]);
    const acting = town.as(other, business, 'editor');
    const declared = await town.perform(acting, declareGroup, typedGroup({ name: '本町商店会', kind: 'company' }));
    expect(declared.id).toBe(business.id);
  });

  test('a draft is kept step by step, for its writer alone, and not overwritten by an older form', async () => {
    const draft = await town.perform(other, beginDraft, {});
    await town.perform(other, saveDraft, { ...draft, version: 1, fields: { name: '書きかけ' } });
    expect(await town.refusal(other, saveDraft, { ...draft, version: 1, fields: {} })).toBe('changed-meanwhile');
    await town.perform(other, saveDraft, { ...draft, version: 2, fields: { purpose: '目的' } });
    expect((await town.read((db) => draftOf(db, other.person.id, draft.id))).fields).toEqual({
      name: '書きかけ',
      purpose: '目的',
    });
    expect(await town.refusal(toku, saveDraft, { ...draft, version: 3, fields: {} })).toBe('not-found');
    expect(await town.refusal(other, beginDraft, { groupId: id })).toBe('not-of-the-group');
    const declared = await town.perform(other, declareGroup, typedGroup({ name: '下書きの会', draft: draft.id }));
    expect(declared.name).toBe('下書きの会');
    expect(await town.rows('select id from group_drafts')).toEqual([]);
  });

  test('is found by words, field, area, kind, what it offers; nobody finds it next door', async () => {
    expect(await found({ q: 'ニッコウ川' })).toEqual([]);
    expect(await found({ q: '日向川', field: 7, area: '本町', kind: 'voluntary', exchange: 'offers' })).toContain(
      '川辺の会',
    );
    expect(await found({ q: '日向川', field: 8 })).toEqual([]);
    const next = await town.read((db) => listedGroups(db, { ...everything }), town.neighbour);
    expect(next.groups).toEqual([]);
    expect(await town.refusal(toku, confirmDeclaration, { id }, { hub: town.neighbour })).toBe('not-found');
  });
});

describe('F7.1 the representative is known', () => {
  test('by the desk, by what it used, once', async () => {
    expect(await town.refusal(other, confirmRepresentative, { id, by: 'telephone' })).toBe('desk-only');
    await town.perform(desk, confirmRepresentative, { id, by: 'telephone' });
    expect(await town.refusal(desk, confirmRepresentative, { id, by: 'post' })).toBe('known-already');
    expect((await shown()).known_by).toBe('telephone');
  });

  test('by two known groups that vouch, none for itself', async () => {
    const fresh = await town.perform(other, declareGroup, typedGroup({ name: '新しい会' }));
    const second = await town.perform(toku, declareGroup, typedGroup({ name: 'ふたつめの会' }));
    const secondAs = leading(toku, second.id, 'ふたつめの会');
    const vouch = (reader: Reader, voucher: string) => town.refusal(reader, vouchFor, { id: fresh.id, voucher });
    expect(await vouch(secondAs, second.id)).toBe('voucher-unknown');
    expect(await vouch(other, second.id)).toBe('not-of-the-group');
    expect(await vouch(tokuAs, id)).toBe('done');
    expect(await vouch(tokuAs, id)).toBe('vouched-already');
    expect((await town.read((db) => shownGroup(db, fresh.id, town.now()))).known_at).toBeNull();
    await town.perform(desk, confirmRepresentative, { id: second.id, by: 'desk' });
    expect(await vouch(secondAs, second.id)).toBe('done');
    expect((await town.read((db) => shownGroup(db, fresh.id, town.now()))).known_by).toBe('vouched');
    expect(await town.refusal(secondAs, vouchFor, { id: second.id, voucher: second.id })).toBe('own-group');
  });
});

describe('F7.2 versions', () => {
  test('a change is a new version; a form from before it is told so', async () => {
    const changed = typedGroup({ purpose: '川と公園のごみを拾います。', id, of: '1', changed: '公園も' });
    expect(await town.refusal(other, changeDeclaration, changed)).toBe('not-of-the-group');
    await town.perform(tokuAs, changeDeclaration, changed);
    expect(await town.refusal(tokuAs, changeDeclaration, changed)).toBe('changed-meanwhile');
    const versions = await town.read((db) => versionsOf(db, id));
    expect(versions.map(({ version, changed: what }) => [version, what])).toEqual([
      [2, '公園も'],
      [1, ''],
    ]);
  });
});

describe('F7.4 doubt', () => {
  test('anybody asks in public, the group answers once, nobody else', async () => {
    const body = '会計はどこで見られますか。';
    expect(await town.refusal(tokuAs, askGroupQuestion, { id, body })).toBe('own-group');
    for (let n = 0; n < 3; n += 1) await town.perform(other, askGroupQuestion, { id, body });
    expect(await town.refusal(other, askGroupQuestion, { id, body })).toBe('too-many-questions');
    const [last, middle] = await town.read((db) => questionsOf(db, id));
    expect(await town.refusal(other, answerGroupQuestion, { id: last!.id, answer: 'はい' })).toBe('not-of-the-group');
    await town.perform(tokuAs, answerGroupQuestion, { id: last!.id, answer: '総会の資料にあります。' });
    expect(await town.refusal(tokuAs, answerGroupQuestion, { id: last!.id, answer: 'また' })).toBe('answered-already');
    expect(await town.refusal(toku, withdrawQuestion, { id: middle!.id })).toBe('not-asker');
    await town.perform(other, withdrawQuestion, { id: middle!.id });
    expect((await shown()).open_questions).toBe(1);
    const told = await town.rows<{ kind: string }>(`select kind from notices where kind like 'groups.%' order by kind`);
    expect(told.map(({ kind }) => kind)).toContain('groups.answered');
  });

  test('the desk may note and take its note off, and hide on the grounds of its rules; never delete', async () => {
    expect(await town.refusal(other, noteGroup, { id, body: 'メモ' })).toBe('desk-only');
    await town.perform(desk, noteGroup, { id, body: '住所に手紙がとどきませんでした。' });
    const [note] = (await shown()).notes;
    expect(note?.body).toContain('とどきませんでした');
    await town.perform(desk, endNote, { id: note!.id });
    expect(await town.refusal(desk, endNote, { id: note!.id })).toBe('not-found');
    const kind = moderatedKind('group')!;
    const hide = (at: Date | null) => town.hubwise.write(town.hub.id, (db) => kind.setHidden(db, town.hub.id, id, at));
    await hide(town.now());
    expect(await found({ q: '公園のごみ' })).toEqual([]);
    expect((await shown()).purpose).toBe('');
    expect(await town.read((db) => versionsOf(db, id))).toEqual([]);
    await hide(null);
    expect(await found({ q: '公園のごみ' })).toEqual(['川辺の会']);
  });
});

describe('F7.2 withdrawing', () => {
  test('is the representative’s own act; contacts go, history stays', async () => {
    expect(await town.refusal(other, withdrawGroup, { id })).toBe('not-representative');
    await town.perform(tokuAs, withdrawGroup, { id, reason: '役目を終えました。' });
    expect(await town.refusal(tokuAs, withdrawGroup, { id })).toBe('withdrawn');
    expect(await town.refusal(tokuAs, changeDeclaration, typedGroup({ id, of: '2' }))).toBe('withdrawn');
    expect(await town.refusal(tokuAs, withdrawGroup, { id: randomId() })).toBe('not-found');
    const group = await shown();
    expect(group.contacts).toEqual({});
    expect(await town.read((db) => versionsOf(db, id))).toHaveLength(2);
    expect(await found({ state: 'withdrawn' })).toEqual(['川辺の会']);
  });
});

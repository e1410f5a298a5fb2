import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupRules } from '#commons/hubs/index.ts';
import { moderatedKind } from '#commons/moderation/kinds.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { jobIn } from '../../registration/groups/groups-for-tests.ts';
import { beginDraft, discardDraft, draftOf, saveDraft, typedNow } from './drafts.ts';
import { typedCall, typedKnowHow } from './entries-for-tests.ts';
import { answerLetter, conversation, conversationsOf, writeLetter } from './letters.ts';
import { EVERYTHING } from './list-filter.ts';
import { changeEntry, publishEntry } from './publish.ts';
import { listedEntries, shownEntry, versionsOf } from './queries.ts';
import './reportable.ts';
import { askEntries, confirmEntry, endByDate, endEntry, reopenEntry, restEntries, withdrawEntry } from './standing.ts';

let town: TestTown;
let toku: Reader;
let tokuAs: Reader;
let other: Reader;
let id: string;

const today = '2026-10-10';
const listed = (more: Record<string, unknown> = {}, hub = town.hub) =>
  town.read((db) => listedEntries(db, { ...EVERYTHING, ...more }, today), hub).then(({ entries }) => entries);
const titles = async (more: Record<string, unknown> = {}) => (await listed(more)).map(({ title }) => title);
const shown = (of = id) => town.read((db) => shownEntry(db, of));

beforeAll(async () => {
  town = await openTestTown();
  town.today(today);
  [toku, other] = [await town.person('とくさん'), await town.person('みずの')];
  const group = await town.organisation('group', '川辺の会', [[toku, 'representative']]);
  tokuAs = town.as(toku, group);
  ({ id } = await town.perform(tokuAs, publishEntry, typedCall()));
});
afterAll(() => town.close());

describe('F1.1 posting', () => {
  test('is public at once, with what its kind asks alone', async () => {
    const entry = await shown();
    expect(entry).toMatchObject({
      kind: 'call',
      actor_name: '川辺の会',
      fields: [3, 7],
      districts: ['本町', '川沿い'],
      starts_on: null,
      ends_on: '2026-11-30',
      audience: ['everyone', 'teens'],
      fee: 0,
      accessibility: ['toilet'],
      tags: ['川', 'はじめて歓迎'],
      facts: { tasks: '草を集めて袋に入れる', people: '5人ほど' },
    });
    const known = await town.perform(
      toku,
      publishEntry,
      typedKnowHow({ fee: '500', endsOn: '2026-12-01', size: '8畳' }),
    );
    expect(await shown(known.id)).toMatchObject({ fee: null, ends_on: null, facts: {}, actor_name: 'とくさん' });
  });

  test('is refused with days the wrong way round, in the past, without a document, in another place, for others', async () => {
    const refused = (more: Record<string, string>, by = toku) => town.refusal(by, publishEntry, typedCall(more));
    const activity = { kind: 'activity', startsOn: '2026-12-02' };
    expect(await refused({ ...activity, endsOn: '2026-12-01' })).toBe('endsOn:ends-before-start');
    expect(await refused({ endsOn: '2026-10-09' })).toBe('endsOn:ends-in-the-past');
    expect(await refused({ endsOn: '2026-02-30' })).toBe('endsOn:not-a-date');
    expect(await refused({ fee: 'たくさん' })).toBe('fee:not-a-number');
    expect(await refused({ kind: 'document' })).toBe('url:no-document');
    expect(await refused({ url: 'javascript:alert(1)' })).toBe('url:not-a-choice');
    expect(await refused({ lat: '36.1' })).toBe('lng:not-a-place');
    expect(await refused({ title: ' ' })).toBe('title:required');
    expect(await refused({ body: 'あ'.repeat(2001) })).toBe('body:too-long');
    const visitor = await town.person('はじめて', 0);
    expect(await refused({}, visitor)).toBe('level');
    const group = tokuAs.acting;
    expect(await refused({}, { ...other, acting: group })).toBe('not-yours');
  });

  test('X13 somebody known to be under 18 makes neither contact nor school public, and gets no letters', async () => {
    const young = await town.person('ひばり');
    await town.hubwise.write(town.hub.id, async (db) => {
      await run(
        db,
        `insert into auth.users (id, name, email, email_confirmed, lang, created_at, updated_at)
         values ($1, 'x', 'hibari@hinata.example', true, 'ja', $2, $2)`,
        [young.accountId, town.now()],
      );
      await run(db, 'insert into auth.minors (account_id, declared_at, waits) values ($1, $2, false)', [
        young.accountId,
        town.now(),
      ]);
    });
    const refused = (more: Record<string, string>) => town.refusal(young, publishEntry, typedKnowHow(more));
    expect(await refused({ kind: 'skill', contact: '000-0000-0000' })).toBe('contact:tells-who');
    expect(await refused({ body: '本町小学校の3年2組です。' })).toBe('body:tells-who');
    const mine = await town.perform(young, publishEntry, typedKnowHow());
    expect(await town.refusal(other, writeLetter, { id: mine.id, body: '会いませんか' })).toBe('no-letters');
  });

  test('is found by kind, field, district, tag; not when over; nobody finds it next door', async () => {
    expect(await titles({ kind: 'call', field: 7, district: '本町', tag: '川' })).toEqual(['川の草刈りを手伝う人']);
    expect(await titles({ field: 8 })).toEqual([]);
    const { entries } = await town.read((db) => listedEntries(db, { ...EVERYTHING, kind: 'call' }, '2026-12-01'));
    expect(entries).toEqual([]);
    expect(await listed({}, town.neighbour)).toEqual([]);
    expect(await town.refusal(toku, endEntry, { id }, { hub: town.neighbour })).toBe('not-found');
  });
});

describe('F1.1 drafts', () => {
  test('are kept step by step for their writer alone, not overwritten by an older form', async () => {
    const draft = await town.perform(tokuAs, beginDraft, { kind: 'place' });
    await town.perform(tokuAs, saveDraft, { ...draft, version: 1, fields: { title: '縁側' } });
    expect(await town.refusal(tokuAs, saveDraft, { ...draft, version: 1, fields: {} })).toBe('changed-meanwhile');
    expect(await town.refusal(other, saveDraft, { ...draft, version: 2, fields: {} })).toBe('not-found');
    expect(await town.refusal(other, discardDraft, draft)).toBe('not-found');
    const { fields } = await town.read((db) => draftOf(db, toku.person.id, draft.id));
    const input = { ...fields, kind: 'place', body: '10人ほど座れます。', draft: draft.id };
    const made = await town.perform(toku, publishEntry, input);
    expect(await shown(made.id)).toMatchObject({ title: '縁側', actor_name: '川辺の会' });
    expect(await town.refusal(toku, publishEntry, input)).toBe('not-found');
  });
});

describe('F1.1 versions', () => {
  test('a change is a new version; a form from before it is told so; others may not', async () => {
    const typed = await town.read((db) => typedNow(db, id));
    const changed = { ...typed, kind: 'call', id, people: '8人ほど', changed: '人数' };
    expect(await town.refusal(other, changeEntry, changed)).toBe('not-yours');
    await town.perform(tokuAs, changeEntry, changed);
    expect(await town.refusal(tokuAs, changeEntry, changed)).toBe('changed-meanwhile');
    const versions = await town.read((db) => versionsOf(db, id));
    expect(versions.map(({ version, changed: what, content }) => [version, what, content.facts.people])).toEqual([
      [2, '人数', '8人ほど'],
      [1, '', '5人ほど'],
    ]);
    expect(await town.refusal(other, beginDraft, { entryId: id })).toBe('not-yours');
  });
});

describe('F1.1 話を聞きたい', () => {
  test('letters are read by their two sides alone, and told', async () => {
    const body = '鎌を持っていませんが、行ってもいいですか。';
    expect(await town.refusal(tokuAs, writeLetter, { id, body })).toBe('own-entry');
    const { asker } = await town.perform(other, writeLetter, { id, body });
    const third = await town.person('よそのひと');
    expect(await town.refusal(third, answerLetter, { id, asker, body })).toBe('not-yours');
    expect(await town.refusal(tokuAs, answerLetter, { id, asker: third.person.id, body })).toBe('not-found');
    expect(await town.refusal(third, writeLetter, { id, asker, body })).toBe('not-yours');
    await town.perform(tokuAs, answerLetter, { id, asker, body: 'お貸しします。' });
    const read = (reader: Reader) => town.read((db) => conversation(db, reader, id, asker));
    expect((await read(other)).letters.map(({ actor_name }) => actor_name)).toEqual(['川辺の会', 'みずの']);
    expect((await read(tokuAs)).isPoster).toBe(true);
    await expect(read(third)).rejects.toThrow();
    expect(await town.read((db) => conversationsOf(db, [third.person.id]))).toEqual([]);
    expect(await town.read((db) => conversationsOf(db, [tokuAs.acting.id]))).toHaveLength(1);
    const told = await town.rows<{ kind: string; person_id: string }>(
      `select kind, person_id from notices where kind like 'entries.letter%' order by kind`,
    );
    expect(told).toEqual([
      { kind: 'entries.letter', person_id: toku.person.id },
      { kind: 'entries.letter-answered', person_id: other.person.id },
    ]);
    const said = await town.rows(`select 1 from event_parts where content::text like '%鎌を持って%'`);
    expect(said).toEqual([]);
    for (let n = 0; n < 19; n += 1) await town.perform(other, writeLetter, { id, body });
    expect(await town.refusal(other, writeLetter, { id, body })).toBe('too-many-letters');
  });
});

describe('F1.1 ending, asking, resting', () => {
  test('the poster ends it once and posts it again; at its last day it ends by itself', async () => {
    expect(await town.refusal(other, endEntry, { id })).toBe('not-yours');
    const ended = await Promise.all([1, 2].map(() => town.refusal(tokuAs, endEntry, { id })));
    expect(ended.sort()).toEqual(['done', 'ended']);
    expect(await town.refusal(other, writeLetter, { id, body: 'まだですか' })).toBe('ended');
    await town.perform(tokuAs, reopenEntry, { id });
    expect(await town.refusal(tokuAs, reopenEntry, { id })).toBe('not-ended');
    town.today('2026-12-01');
    await endByDate(jobIn(town));
    await endByDate(jobIn(town));
    expect(await shown()).toMatchObject({ ended_at: town.now() });
    const events = await town.rows<{ n: number }>(
      `select count(*)::int as n from events where verb = 'entries.ended' and object_id = $1`,
      [id],
    );
    expect(events).toEqual([{ n: 2 }]);
    expect(await town.refusal(tokuAs, reopenEntry, { id })).toBe('ends-in-the-past');
    const typed = await town.read((db) => typedNow(db, id));
    await town.perform(tokuAs, changeEntry, { ...typed, kind: 'call', id, tasks: '袋を運ぶ' });
    expect((await shown()).ended_at).not.toBeNull();
    await town.perform(tokuAs, changeEntry, { ...typed, of: '3', kind: 'call', id, endsOn: '2027-01-31' });
    expect((await shown()).ended_at).toBeNull();
  });

  test('is asked once a year, rests without an answer, and goes on with one press', async () => {
    const { confirmDays, restDays } = groupRules(town.hub);
    const { id: own } = await town.perform(toku, publishEntry, typedKnowHow({ title: '聞き書きのこつ' }));
    const posted = '2026-12-01';
    town.today(addDays(posted, confirmDays + 1));
    await askEntries(jobIn(town));
    await askEntries(jobIn(town));
    const told = await town.rows(`select 1 from notices where kind = 'entries.confirmation-asked' and about_id = $1`, [
      own,
    ]);
    expect(told).toHaveLength(1);
    town.today(addDays(posted, confirmDays + restDays + 2));
    await restEntries(jobIn(town));
    expect((await shown(own)).resting_at).not.toBeNull();
    expect(await town.refusal(other, confirmEntry, { id: own })).toBe('not-yours');
    await town.perform(toku, confirmEntry, { id: own });
    expect(await shown(own)).toMatchObject({ resting_at: null, asked_at: null, confirmed_at: town.now() });
  });
});

describe('F1.1 hiding and taking back', () => {
  test('what is hidden or taken back says nothing any more', async () => {
    const kind = moderatedKind('entry')!;
    const hide = (at: Date | null) => town.hubwise.write(town.hub.id, (db) => kind.setHidden(db, town.hub.id, id, at));
    await hide(town.now());
    expect(await titles({ over: true, kind: 'call' })).toEqual([]);
    expect(await shown()).toMatchObject({ body: '', facts: {} });
    expect(await town.read((db) => versionsOf(db, id))).toEqual([]);
    expect(await town.refusal(other, writeLetter, { id, body: 'はい' })).toBe('hidden');
    await hide(null);
    expect((await shown()).body).not.toBe('');
    expect(await town.refusal(other, withdrawEntry, { id })).toBe('not-yours');
    await town.perform(tokuAs, withdrawEntry, { id, reason: '' });
    expect(await town.refusal(tokuAs, withdrawEntry, { id })).toBe('withdrawn');
    expect((await shown()).body).toBe('');
  });
});

describe('P8 what a place has to offer', () => {
  test('places and skills stand beside calls, each in a list of its own', async () => {
    await town.perform(
      other,
      publishEntry,
      typedKnowHow({ kind: 'skill', title: '着物の着付け', available: '日曜の朝' }),
    );
    expect(await titles({ kind: 'skill' })).toContain('着物の着付け');
    expect(await titles({ kind: 'place' })).toEqual(['縁側']);
  });
});

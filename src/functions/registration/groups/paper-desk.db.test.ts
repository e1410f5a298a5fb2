import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { sentTwice } from '#test/support/sent-twice.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { declareGroup } from './declare.ts';
import { beginDraft } from './drafts.ts';
import { jobIn, typedGroup } from './groups-for-tests.ts';
import { askGroups, confirmDeclaration, withdrawGroup } from './keep-alive.ts';
import { newDeskCode, readDeskCode } from './keys.ts';
import { enterGroup, paperGroups, renewDeskCode, takeOverByCode } from './paper-desk.ts';
import { questionsOf, shownGroup, versionsOf } from './queries.ts';
import { answerGroupQuestion, askGroupQuestion } from './questions.ts';

let town: TestTown;
let volunteer: Reader;
let asHerself: Reader;
let toku: Reader;
let fresh: Reader;

beforeAll(async () => {
  town = await openTestTown();
  asHerself = await town.person('当番');
  toku = await town.person('とくさん');
  fresh = await town.person('はじめて', 0);
  const centre = await town.organisation('body', '市民活動センター', [
    [asHerself, 'member'],
    [await town.person('緒方'), 'editor'],
  ]);
  town.hub.secretariatId = centre.id;
  volunteer = town.as(asHerself, centre, 'member');
});
afterAll(() => town.close());

const paper = (more: Record<string, string> = {}) => ({
  ...typedGroup({ name: '編み物の会', reading: 'あみもののかい', email: '', emailPublic: '' }),
  representative: '山下 ふみ',
  receivedOn: '2026-10-01',
  entry: randomId(),
  ...more,
});
const shown = (id: string) => town.read((db) => shownGroup(db, id, town.now()));
const verbs = (id: string) =>
  town.rows<{ verb: string; name: string; public: Record<string, unknown> }>(
    `select e.verb, a.name, e.public from events e join actors a on a.hub_id = e.hub_id and a.id = e.actor_id
     where e.object_id = '${id}' and e.is_public order by e.id`,
  );

describe('F7.1, X9, X13 a group without e-mail', () => {
  test('is entered at the counter in one act, public at once; its words are its own, the desk is named beside them', async () => {
    const sent = paper();
    const { first: made, again, kept } = await sentTwice(town, volunteer, enterGroup, sent);
    expect(again).toEqual({ ...made, code: '' });
    expect(kept).not.toContain(made.code);
    expect(made.code).toMatch(/^(?:[2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    expect(await town.perform(volunteer, enterGroup, sent)).toEqual({ id: made.id, name: '編み物の会', code: '' });
    const group = await shown(made.id);
    expect(group).toMatchObject({ actor_id: made.id, known_by: null, representatives: [], desk_since: town.now() });
    expect(JSON.stringify(group)).not.toContain('山下');
    expect(await verbs(made.id)).toMatchObject([
      { verb: 'groups.declared', name: '編み物の会' },
      { verb: 'groups.entered-at-desk', name: '市民活動センター', public: { what: 'declared' } },
    ]);
    expect(JSON.stringify(await town.rows('select * from group_keys'))).not.toContain(made.code);
    const [listed] = await town.read(paperGroups);
    expect(listed).toMatchObject({ received_on: '2026-10-01', contacts: { representative: '山下 ふみ' } });
  });

  test('is refused to everybody who doesn’t sit at the counter, and where nobody could be reached', async () => {
    for (const reader of [toku, asHerself]) expect(await town.refusal(reader, enterGroup, paper())).toBe('desk-acting');
    expect(await town.refusal(volunteer, enterGroup, paper({ name: '編み物の会' }))).toBe('name:name-taken');
    const other = { name: '別の会', reading: 'べつのかい' };
    const refusal = (more: Record<string, string>) => town.refusal(volunteer, enterGroup, paper({ ...other, ...more }));
    expect(await refusal({ representative: '' })).toBe('representative:no-way');
    expect(await refusal({ phone: '', address: '' })).toBe('phone:no-way');
    expect(await refusal({ receivedOn: '2099-01-01' })).toBe('receivedOn:in-the-future');
    expect(await refusal({ receivedOn: '2026-02-30' })).toBe('receivedOn:not-a-date');
    expect(await refusal({ number: '1234567890123' })).toBe('number:wrong-digits');
    expect(await town.refusal(volunteer, enterGroup, paper(other), { hub: town.neighbour })).toBe('desk-acting');
    expect(await town.rows(`select 1 from actors where name = '別の会'`)).toEqual([]);
  });

  test('the same paper sent twice at once comes once', async () => {
    const sent = paper({ name: '同じ会' });
    const said = await Promise.all([1, 2].map(() => town.refusal(volunteer, enterGroup, sent).catch(() => 'held')));
    expect(said).toContain('done');
    expect(await town.rows(`select 1 from groups where name = '同じ会'`)).toHaveLength(1);
  });

  test('is asked by the desk, which writes for it until it is taken over with the code, once', async () => {
    const made = await town.perform(volunteer, enterGroup, paper({ name: '将棋の会', seen: 'yes' }));
    expect((await shown(made.id)).known_by).toBe('desk');
    const own = await town.perform(toku, declareGroup, typedGroup());
    for (const act of [renewDeskCode, confirmDeclaration])
      expect(await town.refusal(toku, act, { id: made.id })).not.toBe('done');
    expect(await town.refusal(volunteer, confirmDeclaration, { id: own.id })).toBe('not-of-the-group');
    expect(await town.refusal(volunteer, renewDeskCode, { id: own.id })).toBe('not-at-the-desk');
    await town.perform(toku, askGroupQuestion, { id: made.id, body: 'どこで指していますか。' });
    const [question] = await town.read((db) => questionsOf(db, made.id));
    await town.perform(volunteer, answerGroupQuestion, { id: question!.id, answer: '公民館です。' });
    expect(await town.refusal(volunteer, beginDraft, { groupId: made.id })).toBe('done');

    town.today('2027-11-01');
    await askGroups(jobIn(town));
    const asked = await town.read(paperGroups);
    expect(asked.find(({ id }) => id === made.id)?.asked_at).toEqual(town.now());
    const told = await town.rows<{ kind: string }>(`select kind from notices where about_id = '${made.id}'`);
    expect(told.map(({ kind }) => kind)).toContain('groups.desk-due');
    await town.perform(volunteer, confirmDeclaration, { id: made.id });
    expect((await shown(made.id)).asked_at).toBeNull();

    const renewed = await sentTwice(town, volunteer, renewDeskCode, { id: made.id });
    const { code } = renewed.first;
    expect([renewed.again.code, renewed.kept.includes(code)]).toEqual(['', false]);
    expect(await town.refusal(toku, takeOverByCode, { code: made.code })).toBe('code:code-over');
    expect(await town.refusal(fresh, takeOverByCode, { code })).toBe('level');
    expect(await town.refusal(toku, takeOverByCode, { code }, { hub: town.neighbour })).toBe('code:code-over');
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    await town.perform(toku, takeOverByCode, { code: typed });
    expect(await town.refusal(asHerself, takeOverByCode, { code })).toBe('code:code-over');
    expect((await shown(made.id)).representatives).toMatchObject([{ name: 'とくさん' }]);
    for (const act of [confirmDeclaration, withdrawGroup])
      expect(await town.refusal(volunteer, act, { id: made.id })).toMatch(/^not-/);
    expect((await verbs(made.id)).at(-1)).toMatchObject({ verb: 'groups.taken-from-desk', name: '将棋の会' });
    expect(await town.read((db) => versionsOf(db, made.id))).toHaveLength(1);
  });

  test('a code is read however it is written, and nothing else is one', () => {
    const code = newDeskCode();
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', '－'), ` ${code} `])
      expect(readDeskCode(typed)).toBe(code);
    for (const typed of ['', 'ABCD', `${code}2`, code.replace(/^./, '0')]) expect(readDeskCode(typed)).toBeNull();
  });
});

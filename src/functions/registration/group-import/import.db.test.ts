import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { askByLetter, askDesk, openClaims, settleClaim, takeOverByKey } from '../groups/claims.ts';
import { jobIn, typedGroup } from '../groups/groups-for-tests.ts';
import { declareGroup } from '../groups/index.ts';
import { listedGroups, shownGroup } from '../groups/queries.ts';
import { askGroupQuestion } from '../groups/questions.ts';
import { beginList, bringList, chooseDoubles, inviteListed, mapList, takeListBack } from './acts.ts';
import { bringListIn, inviteListedGroups, lookThroughList, takeListBackOut } from './jobs.ts';
import { importById } from './queries.ts';

let town: TestTown;
let desk: Reader;
let toku: Reader;

const all = { q: '', field: null, kind: '', area: '', state: '', exchange: '', before: null, limit: 50 } as const;
const groups = async () => (await town.read((db) => listedGroups(db, all))).groups;
const named = async (name: string) => (await groups()).find((group) => group.name === name)!;
const shown = (id: string) => town.read((db) => importById(db, id));
const isFound = async (id: string) =>
  (await town.rows(`select number from search_entries where kind = 'group' and object_id = '${id}'`)).length > 0;
const run = (job: typeof bringListIn, id: string) => job(jobIn(town), { id });

async function sent(text: string): Promise<string> {
  const id = randomId();
  await town.hubwise.write(town.hub.id, async (db) => {
    const row = { hub_id: town.hub.id, id, person_id: desk.person.id, begun_at: town.now() };
    await db.insertInto('group_imports').values(row).execute();
    const bytes = Buffer.from(text);
    const pieces = [bytes.subarray(0, 10), bytes.subarray(10)].map((piece, n) => ({
      hub_id: town.hub.id,
      import_id: id,
      n,
      bytes: piece,
    }));
    await db.insertInto('group_import_pieces').values(pieces).execute();
  });
  await town.perform(desk, beginList, { id, fileName: '名簿.csv' });
  await run(lookThroughList, id);
  return id;
}

const LIST = `団体名,フリガナ,活動分野,メール,人数
川辺の会,かわべのかい,環境,a@list.example,12
おはなしの会,おはなしのかい,社会教育,ohanashi@list.example,8
おはなしの 会,,社会教育,,8
将棋の会,しょうぎのかい,文化,,20人
`;

beforeAll(async () => {
  town = await openTestTown();
  toku = await town.person('とくさん');
  const officer = await town.person('事務局');
  const center = await town.organisation('body', '市民活動センター', [[officer, 'editor']]);
  town.hub.secretariatId = center.id;
  desk = town.as(officer, center, 'editor');
  await town.perform(toku, declareGroup, typedGroup());
});
afterAll(() => town.close());

describe('F7.5 a list is looked through', () => {
  test('nothing comes of it; doubles by name, number and reading are found, in the town and in the list', async () => {
    const id = await sent(LIST);
    const { state, counts, sight, mapping } = await shown(id);
    expect(state).toBe('looked');
    expect(counts).toEqual({ rows: 4, coming: 2, doubles: 2, problems: 0, emptied: 0, passed: 0 });
    expect(sight?.doubles.map(({ line, by, id: here }) => [line, by, here !== null])).toEqual([
      [2, 'name', true],
      [4, 'name', false],
    ]);
    expect(mapping?.columns).toEqual({ name: 0, reading: 1, fields: 2, email: 3, memberCount: 4 });
    expect(await groups()).toHaveLength(1);
    expect((await town.perform(desk, takeListBack, { id })).isGone).toBe(true);
  });

  test('mistakes stop it until the file or the columns are mended', async () => {
    const id = await sent('名前,会員\n川の会,たくさん\n山の会,5\n');
    const columns = { name: 0, memberCount: 1 };
    const mapping = { id, columns, open: [], double: 'skip', isLenient: false };
    await town.perform(desk, mapList, mapping);
    await run(lookThroughList, id);
    expect((await shown(id)).problems).toMatchObject([{ line: 2, column: '会員', code: 'bad-count' }]);
    expect(await town.refusal(desk, bringList, { id })).toBe('has-problems');
    await town.perform(desk, mapList, { ...mapping, isLenient: true });
    expect(await town.refusal(desk, bringList, { id })).toBe('not-looked');
    await run(lookThroughList, id);
    expect((await shown(id)).counts).toMatchObject({ coming: 2, problems: 0 });
    await town.perform(desk, takeListBack, { id });
  });

  test('what looks like another one comes where the desk says that it is another; numbers of their own make two', async () => {
    const id = await sent(
      '団体名,よみ,法人番号\n明日の会,あすのかい,\n明日の会,あしたのかい,\n明日の会,あすのかい,\nNPO法人 光,,7000012050002\nNPO法人 光,,8000012050001\n',
    );
    const { sight, counts } = await shown(id);
    expect(counts).toMatchObject({ coming: 3, doubles: 2, problems: 0 });
    expect(sight?.doubles.map(({ line, by, comes }) => [line, by, comes])).toEqual([
      [3, 'name-only', false],
      [4, 'name', false],
    ]);
    expect(await town.refusal(toku, chooseDoubles, { id, lines: [3] })).toBe('not-found');
    await town.perform(desk, chooseDoubles, { id, lines: [3, 99] });
    expect(await town.refusal(desk, chooseDoubles, { id, lines: [] })).toBe('not-looked');
    await run(lookThroughList, id);
    const again = await shown(id);
    expect(again.counts).toMatchObject({ coming: 4, doubles: 2 });
    expect(again.mapping?.also).toEqual([3]);
    await town.perform(desk, takeListBack, { id });
  });

  test('a title above is passed over; the row of the columns can be chosen, and they are guessed anew', async () => {
    const id = await sent('名簿,,\n\n団体名,よみ,代表者\n名称,かな,人数\n川の会,かわ,3\n');
    const looked = await shown(id);
    expect(looked.format?.head).toEqual({ row: 3, rows: 1 });
    expect(looked.counts).toMatchObject({ rows: 2, coming: 2, passed: 0 });
    const mapping = { id, columns: looked.mapping!.columns, open: [], double: 'skip', isLenient: false };
    expect(await town.refusal(desk, mapList, { ...mapping, headRow: 'x' })).toBe('headRow:not-a-number');
    await town.perform(desk, mapList, { ...mapping, headRow: 4 });
    await run(lookThroughList, id);
    const moved = await shown(id);
    expect(moved.mapping).toMatchObject({ columns: { name: 0, reading: 1, memberCount: 2 }, headRow: 4 });
    expect(moved.counts).toMatchObject({ rows: 1, coming: 1 });
    await town.perform(desk, mapList, { ...mapping, headRow: 2 });
    await run(lookThroughList, id);
    expect((await shown(id)).problems).toMatchObject([{ line: 2, code: 'no-such-row' }]);
    await town.perform(desk, takeListBack, { id });
  });

  test('a workbook, or a file of which nothing can be kept, is said to be none instead of waiting for ever', async () => {
    for (const [text, code] of [
      ['PK\u0003\u0004\0\0', 'is-workbook'],
      ['\u0001\0\0', 'no-text'],
    ] as const) {
      const id = await sent(text);
      const { state, problems } = await shown(id);
      expect(state).toBe('looked');
      expect(problems).toMatchObject([{ line: 1, code }]);
      await town.perform(desk, takeListBack, { id });
    }
    const late = await sent(`団体名,よみ\n${'川の会,かわ\n'.repeat(3)}`.replace(/かわ\n川の会,かわ\n$/, 'か\0わ\n'));
    expect((await shown(late)).problems).toMatchObject([{ code: 'broken-text', cell: 'か\ufffdわ' }]);
    await town.perform(desk, takeListBack, { id: late });
  });

  test('is the desk’s alone, of its own town', async () => {
    const id = await sent(LIST);
    for (const act of [bringList, takeListBack, inviteListed]) {
      expect(await town.refusal(toku, act, { id })).toBe('not-found');
      expect(await town.refusal(desk, act, { id }, { hub: town.neighbour })).toBe('not-found');
    }
    await town.perform(desk, takeListBack, { id });
  });
});

describe('F7.5 a list comes whole, and goes again', () => {
  let id: string;

  test('all or nothing, once, as entries nobody has taken over; contacts are kept', async () => {
    id = await sent(LIST);
    await town.perform(desk, bringList, { id });
    await run(bringListIn, id);
    await run(bringListIn, id);
    const { state, counts } = await shown(id);
    expect([state, counts?.coming]).toEqual(['done', 2]);
    const entry = await named('おはなしの会');
    expect(await isFound(entry.id)).toBe(true);
    expect(entry).toMatchObject({ actor_id: null, fields: [2], member_count: 8, contacts: {} });
    expect(await town.rows('select n from group_import_pieces')).toEqual([]);
    const [event] = await town.rows<{ n: number }>(
      `select count(*)::int as n from events where verb = 'group-imports.brought-in' and is_public`,
    );
    expect(event?.n).toBe(1);
  });

  test('its groups are written to once', async () => {
    await town.perform(desk, inviteListed, { id });
    expect(await town.refusal(desk, inviteListed, { id })).toBe('invited-already');
    await run(inviteListedGroups, id);
    await run(inviteListedGroups, id);
    const mails = await town.hubwise.deployment((db) =>
      db
        .selectFrom('mails')
        .select(['recipient', 'body_text'])
        .where('recipient', '=', 'ohanashi@list.example')
        .execute(),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body_text).toContain('/claim');
  });

  test('somebody of the group takes its entry over with the key from its own letter box', async () => {
    const entry = await named('おはなしの会');
    const shogi = await named('将棋の会');
    expect(await town.refusal(toku, askByLetter, { id: shogi.id })).toBe('nothing-to-confirm');
    await town.perform(toku, askByLetter, { id: entry.id });
    expect(await town.refusal(toku, askByLetter, { id: entry.id })).toBe('asked-already');
    const [mail] = await town.hubwise.deployment((db) =>
      db.selectFrom('mails').select('body_text').where('body_text', 'like', '%/group-claims/%').execute(),
    );
    const key = /group-claims\/([\w-]+)/.exec(mail!.body_text)![1]!;
    const other = await town.person('みずの');
    expect(await town.refusal(other, takeOverByKey, { key })).toBe('key-over');
    await town.perform(toku, takeOverByKey, { key });
    expect(await town.refusal(toku, takeOverByKey, { key })).toBe('key-over');
    const taken = await town.read((db) => shownGroup(db, entry.id, town.now()));
    expect(taken.actor_id).toBe(entry.id);
    expect(taken.representatives.map(({ name }) => name)).toEqual(['とくさん']);
  });

  test('or asks the desk, which answers once', async () => {
    const { id: groupId } = await named('将棋の会');
    const asking = { id: groupId, word: '会計をしています。', contact: '000-0000-0002' };
    await town.perform(toku, askDesk, asking);
    expect(await town.refusal(toku, askDesk, asking)).toBe('asked-already');
    const [claim] = await town.read(openClaims);
    expect(await town.refusal(toku, settleClaim, { id: claim!.id, granted: 'yes' })).toBe('desk-only');
    await town.perform(desk, settleClaim, { id: claim!.id, granted: 'no', reason: '会に電話で確かめました。' });
    expect(await town.refusal(desk, settleClaim, { id: claim!.id, granted: 'yes' })).toBe('settled-already');
    expect(await town.rows(`select contact from group_claims where contact <> ''`)).toEqual([]);
  });

  test('taking the list back leaves what somebody took over, claimed or asked about', async () => {
    const more = await sent('団体名\n朝の体操の会\n夜の合唱の会\n');
    await town.perform(desk, bringList, { id: more });
    await run(bringListIn, more);
    const gone = (await named('朝の体操の会')).id;
    expect(await isFound(gone)).toBe(true);
    await town.perform(toku, askGroupQuestion, { id: (await named('夜の合唱の会')).id, body: 'どこで歌いますか。' });
    await town.perform(desk, takeListBack, { id: more });
    await run(takeListBackOut, more);
    const { state, counts } = await shown(more);
    expect([state, counts?.removed, counts?.kept]).toEqual(['undone', 1, 1]);
    const names = (await groups()).map(({ name }) => name);
    expect(names).not.toContain('朝の体操の会');
    expect(await isFound(gone)).toBe(false);
    expect(names).toContain('夜の合唱の会');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDebate, say } from '#commons/discussion/debate-for-tests.ts';
import { setHidden } from '#commons/discussion/hiding.ts';
import { withdrawOpinion } from '#commons/discussion/withdraw-opinion.ts';
import '../../happenings.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { gramsVector } from '#kernel/grams.ts';
import { randomId } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { mendKind } from './mend.ts';
import { rebuildIndex } from './rebuild.ts';
import { ask, followAll, titles } from './search-for-tests.ts';

let town: TestTown;
let fumi: Reader;
let debate: string;

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  fumi = await town.person('ふみさん');
  debate = await openDebate(town);
});
afterAll(() => town.close());

const opinion = async (body: string) => (await say(town, fumi, debate, body)).id;

/** Without the round's dates. */
async function proposal(title: string, body: string, publishedAt = town.now()): Promise<void> {
  const [hub, id, by] = [town.hub.id, randomId(), fumi.person.id];
  await town.hubwise.write(hub, async (db) => {
    await run(
      db,
      `insert into proposals (hub_id, id, round_id, kind, actor_id, title, grams, published_at)
       values ($1, $2, $3, 'project', $4, $5, $6::tsvector, $7)`,
      [hub, id, town.roundId, by, title, gramsVector(title), publishedAt],
    );
    await run(
      db,
      `insert into proposal_versions (hub_id, proposal_id, version, title, problem, proposal, effect, roles, cost, area, person_id, written_at)
       values ($1, $2, 1, $3, '', $4, '', '', '', '', $5, $6)`,
      [hub, id, title, body, by, publishedAt],
    );
    await mendKind(db, hub, 'proposal');
  });
}

describe('X7 search', () => {
  test('finds what was said, whatever the width and the kana, and says nothing of the rest', async () => {
    await opinion('コミュニティバスの停留所に屋根がほしいです。');
    await opinion('ｳｪﾌﾞ会議の設備を公民館に置いてください。');
    await followAll(town);
    expect(await titles(town, 'こみゅにてぃばす')).toEqual(['コミュニティバスの停留所に屋根がほしいです。']);
    expect(await titles(town, 'ウェブ会議')).toHaveLength(1);
    expect(await titles(town, 'バス　屋根')).toHaveLength(1);
    expect(await titles(town, 'バス 公民館')).toEqual([]);
    expect(await titles(town, '屋')).toHaveLength(1);
    expect(await titles(town, '%')).toEqual([]);
    expect(await titles(town, '屋ね')).toEqual([]);
    for (const marked of ['「停留所」', '停留所。', '"停留所に屋根"', '（屋根？）'])
      expect([marked, await titles(town, marked)]).toEqual([marked, ['コミュニティバスの停留所に屋根がほしいです。']]);
    expect(await titles(town, '「停留所 屋根」')).toEqual([]);
  });

  test('puts the title that is the question first, then titles that hold it, then texts, the newer ones first', async () => {
    await proposal('図書館', 'あたらしい建物を');
    await opinion('図書館に通っています。');
    await proposal('図書館の夜間開館', '仕事の後に行けるように', new Date('2026-10-20T12:00:00+09:00'));
    await proposal('夜間に開ける図書館', '仕事の後に行けるように', new Date('2026-10-21T12:00:00+09:00'));
    await followAll(town);
    expect(await titles(town, '図書館')).toEqual([
      '図書館',
      '夜間に開ける図書館',
      '図書館の夜間開館',
      '図書館に通っています。',
    ]);
    expect(await titles(town, '夜間 図書館')).toEqual(['夜間に開ける図書館', '図書館の夜間開館']);
  });

  test('narrows by kind and day, and counts every kind', async () => {
    await proposal('消防団の詰所', '古くなった', new Date('2026-03-31T20:00:00+09:00'));
    await proposal('消防車の更新', '古くなった', new Date('2026-04-01T08:00:00+09:00'));
    await opinion('消防団に入りたい人はいます。');
    await followAll(town);
    const all = await ask(town, '消防');
    expect([...all.counts].sort()).toEqual([
      ['opinion', 1],
      ['proposal', 2],
    ]);
    expect(all).toMatchObject({ count: 3, isExact: true, next: null });
    const opinions = await ask(town, '消防', { kind: 'opinion' });
    expect(opinions).toMatchObject({ count: 1 });
    expect(opinions.counts.get('proposal')).toBe(2);
    expect(await titles(town, '消防', { to: '2026-03-31' })).toEqual(['消防団の詰所']);
    expect(await titles(town, '消防', { from: '2026-04-01', to: '2026-04-01' })).toEqual(['消防車の更新']);
    expect(await titles(town, '消防', { from: '2026-04-01' })).toHaveLength(2);
    expect(await titles(town, '消防', { from: '2026-05-01', to: '2026-04-01' })).toEqual([]);
    await proposal('消防組の結成', '昔の話', new Date('1926-04-01T08:00:00+09:00'));
    await proposal('消防署の移転', '先の話', new Date('2031-04-01T08:00:00+09:00'));
    expect(await titles(town, '消防', { to: '1999-12-31' })).toEqual(['消防組の結成']);
    expect(await titles(town, '消防', { from: '2030-01-01' })).toEqual(['消防署の移転']);
  });

  test('what is hidden or withdrawn is gone at once, and what is shown again comes back', async () => {
    const id = await opinion('水琴窟を駅前に置きましょう。');
    const other = await opinion('水琴窟は要りません。');
    await followAll(town);
    expect((await ask(town, '水琴窟')).count).toBe(2);
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, id, town.now()));
    await town.perform(fumi, withdrawOpinion, { id: other, reason: '考えが変わりました' });
    expect(await ask(town, '水琴窟')).toMatchObject({ hits: [], count: 0 });
    await followAll(town);
    await town.hubwise.write(town.hub.id, (db) => mendKind(db, town.hub.id, 'opinion'));
    expect(await town.rows("select 1 from search_entries where folded like '%水琴窟%'")).toEqual([]);
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, id, null));
    await town.hubwise.write(town.hub.id, (db) => mendKind(db, town.hub.id, 'opinion'));
    expect(await titles(town, '水琴窟')).toEqual(['水琴窟を駅前に置きましょう。']);
  });

  test('pages go on where the last one ended, each entry once', async () => {
    for (let n = 1; n <= 7; n += 1) {
      await opinion(`風車は${n}基でよい。`);
      await followAll(town);
    }
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { hits, next } = await ask(town, '風車', { limit: 2, after });
      seen.push(...hits.map(({ body }) => body));
      after = next ?? '';
      expect(next === null).toBe(page === 3);
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `風車は${n}基でよい。`));
  });

  test('another town finds nothing of it', async () => {
    await opinion('銀杏並木を残したい。');
    await followAll(town);
    expect(await titles(town, '銀杏並木')).toHaveLength(1);
    expect((await ask(town, '銀杏並木', {}, town.neighbour)).hits).toEqual([]);
  });

  test('is made anew beside the old one, and nothing of the old one is left', async () => {
    await opinion('砂丘の松を植えなおす。');
    await followAll(town);
    const before = await ask(town, 'の', { limit: 100 });
    const told: number[] = [];
    await town.hubwise.write(town.hub.id, (db) => run(db, 'update search_states set leaf = -1'));
    const entries = await rebuildIndex(town.hubwise, town.hub.id, ({ entries }) => told.push(entries));
    expect(told.at(-1)).toBe(entries);
    expect(await titles(town, '砂丘')).toHaveLength(1);
    const after = await ask(town, 'の', { limit: 100 });
    expect(new Set(after.hits.map(({ id }) => id))).toEqual(new Set(before.hits.map(({ id }) => id)));
    expect(await town.rows('select distinct generation from search_postings')).toHaveLength(1);
    const [far] = await town.rows<{ is: boolean }>(
      'select leaf = (select max(n) from journal_leaves) as is from search_states',
    );
    expect(far!.is, 'what the journal named before is not looked at again').toBe(true);
    const late = await opinion('砂丘に木道を。');
    await followAll(town);
    expect((await ask(town, '砂丘')).hits[0]?.id).toBe(late);
  });

  test('an entry that nothing has changed keeps its number, and a damaged row is not passed over', async () => {
    await followAll(town);
    const numbers = await town.rows('select number from search_entries order by number');
    await town.hubwise.write(town.hub.id, (db) => run(db, 'update search_states set leaf = -1'));
    await followAll(town);
    expect(await town.rows('select number from search_entries order by number')).toEqual(numbers);
    await town.hubwise.write(town.hub.id, (db) =>
      run(db, "update search_postings set entries = '\\x09' where gram = '砂丘'"),
    );
    await expect(ask(town, '砂丘')).rejects.toThrow('search rebuild');
  });
});

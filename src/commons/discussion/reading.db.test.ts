import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Reader } from '#kernel/context.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { amendOpinion } from './amend-opinion.ts';
import { insertVotes, type OpinionRow, recountDebate } from './bulk-insert.ts';
import { bring, countAll, openDebate, say, vote } from './debate-for-tests.ts';
import { debateById, listedDebates } from './debates.ts';
import { setHidden } from './hiding.ts';
import { type OpinionFilter, opinionById, opinionsPage, type ShownOpinion } from './queries.ts';
import { replyTo } from './reply.ts';
import { takePosition } from './take-position.ts';
import { threadOf } from './thread-queries.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

let town: TestTown;
let fumi: Reader;
let iwao: Reader;
let club: Actor;

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  [fumi, iwao] = await Promise.all([town.person('ふみ'), town.person('いわお')]);
  club = await town.organisation('group', '東地区まちづくりの会', [[iwao, 'representative']]);
});
afterAll(() => town.close());

const EVERYTHING = { personId: null, order: 'newest', kind: '', q: '', after: null, limit: 50 } as const;
const listed = (debateId: string, more: Partial<OpinionFilter> = {}) =>
  town.read((db) => opinionsPage(db, { ...EVERYTHING, debateId, ...more }));

function opinion(debateId: string, body: string, more: Partial<OpinionRow> = {}): OpinionRow {
  const saidAt = new Date('2026-11-02T09:00:00+09:00');
  return {
    id: uuidv7(saidAt),
    debateId,
    kind: 'opinion',
    actorId: fumi.person.id,
    personId: fumi.person.id,
    body,
    saidAt,
    ...more,
  };
}

describe('F9.2 the list of opinions', () => {
  test('shows everything beside an opinion in one read', async () => {
    const debateId = await openDebate(town);
    const said = await say(town, fumi, debateId, '9時台に1本ほしい。');
    for (const body of ['一', '二', '三', '四']) await town.perform(iwao, replyTo, { toId: said.id, body });
    await town.perform(town.as(iwao, club), takePosition, {
      on: 'opinion',
      id: said.id,
      stance: 'agree',
      reason: '賛成です。',
    });
    await vote(town, iwao, said.id, 'disagree');
    await town.perform(fumi, amendOpinion, { id: said.id, amendment: '土曜はいりません。' });
    await countAll(town);
    const { opinions, more, found } = await listed(debateId, { personId: iwao.person.id });
    expect({ more, found }).toEqual({ more: false, found: null });
    expect(opinions).toMatchObject([
      {
        id: said.id,
        number: 1,
        actor_name: 'ふみ',
        actor_kind: 'person',
        my_stance: -1,
        disagree: 1,
        seen: 1,
        reply_count: 4,
        amendment: '土曜はいりません。',
        positions: [{ organisation_name: '東地区まちづくりの会', stance: 1 }],
        replies: [{ body: '一' }, { body: '二' }, { body: '三' }],
      },
    ]);
    expect((await listed(debateId)).opinions[0]?.my_stance).toBeNull();
    expect(await town.read((db) => opinionsPage(db, { ...EVERYTHING, debateId }), town.neighbour)).toMatchObject({
      opinions: [],
    });
  });

  test('walks by key through every opinion once, in either order', async () => {
    const debateId = await openDebate(town);
    const rows = Array.from({ length: 23 }, (_, n) => opinion(debateId, `意見 ${n}`));
    await bring(town, debateId, rows);
    await town.hubwise.write(town.hub.id, async (db) => {
      await insertVotes(
        db,
        town.hub.id,
        rows.flatMap((row, n) =>
          n % 3 === 0 ? [{ opinionId: row.id, personId: iwao.person.id, stance: 1 as const, at: row.saidAt }] : [],
        ),
      );
      await recountDebate(db, town.hub.id, debateId);
    });
    for (const order of ['newest', 'least-seen'] as const) {
      const walked: ShownOpinion[] = [];
      let after: { id: string; seen: number } | null = null;
      for (;;) {
        const page = await listed(debateId, { order, after, limit: 5 });
        walked.push(...page.opinions);
        after = page.opinions.at(-1) ?? null;
        if (!page.more) break;
      }
      expect(new Set(walked.map((one) => one.id)).size).toBe(23);
      expect(walked).toHaveLength(23);
      const expected = [...walked].sort((a, b) =>
        order === 'newest' ? (a.id < b.id ? 1 : -1) : a.seen - b.seen || (a.id < b.id ? -1 : 1),
      );
      expect(walked.map((one) => one.id)).toEqual(expected.map((one) => one.id));
    }
  });

  test('is narrowed by kind and by words, whatever their width and kana', async () => {
    const debateId = await openDebate(town);
    await bring(town, debateId, [
      opinion(debateId, 'バスを９時台に。'),
      opinion(debateId, '電車の話', { reason: 'ばすより速い' }),
      opinion(debateId, '費用は100%市ですか。', { kind: 'question' }),
    ]);
    const bodies = async (more: Partial<OpinionFilter>) => {
      const page = await listed(debateId, more);
      return [page.found, ...page.opinions.map((one) => one.body).sort()];
    };
    expect(await bodies({ q: 'ﾊﾞｽ' })).toEqual([2, 'バスを９時台に。', '電車の話']);
    expect(await bodies({ q: 'バス 9時' })).toEqual([1, 'バスを９時台に。']);
    expect(await bodies({ q: '100%' })).toEqual([1, '費用は100%市ですか。']);
    expect(await bodies({ q: '%' })).toEqual([1, '費用は100%市ですか。']);
    expect(await bodies({ kind: 'question' })).toEqual([1, '費用は100%市ですか。']);
    expect(await bodies({ order: 'least-seen' })).toEqual([2, 'バスを９時台に。', '電車の話']);
    expect(await bodies({ q: '船' })).toEqual([0]);
  });

  test('shows tombstones without their words, and never finds them by words', async () => {
    const debateId = await openDebate(town);
    const gone = await say(town, fumi, debateId, 'ひみつの数字。');
    const hidden = await say(town, fumi, debateId, 'ひみつの名前。');
    const below = await town.perform(iwao, replyTo, { toId: gone.id, body: 'ひみつの返信。' });
    await town.perform(fumi, withdrawOpinion, { id: gone.id, reason: 'まちがえた' });
    await town.hubwise.write(town.hub.id, async (db) => {
      await setHidden(db, town.hub.id, hidden.id, town.now());
      await setHidden(db, town.hub.id, below.id, town.now());
    });
    const { opinions } = await listed(debateId);
    expect(opinions).toMatchObject([
      { id: hidden.id, body: '', withdrawal_reason: null },
      { id: gone.id, body: '', withdrawal_reason: 'まちがえた', replies: [{ body: '', hidden_at: town.now() }] },
    ]);
    expect(JSON.stringify([opinions, await town.read((db) => opinionById(db, gone.id, null))])).not.toContain('ひみつ');
    expect(JSON.stringify(await town.read((db) => threadOf(db, gone.id)))).not.toContain('ひみつ');
    expect((await listed(debateId, { q: 'ひみつ' })).opinions).toEqual([]);
    expect((await listed(debateId, { order: 'least-seen' })).opinions).toEqual([]);
  });

  test('a thread is read page by page', async () => {
    const debateId = await openDebate(town);
    const said = opinion(debateId, '話の始まり');
    const replies = Array.from({ length: 7 }, (_, n) =>
      opinion(debateId, `返信 ${n}`, { kind: 'reply', parentId: said.id }),
    );
    await bring(town, debateId, [...replies, said]);
    const first = await town.read((db) => threadOf(db, said.id, null, 4));
    const second = await town.read((db) => threadOf(db, said.id, first.replies.at(-1)!.id, 4));
    expect([first.more, second.more]).toEqual([true, false]);
    expect([...first.replies, ...second.replies].map((one) => one.body)).toEqual(replies.map((one) => one.body));
    expect((await listed(debateId)).opinions[0]).toMatchObject({ reply_count: 7, number: 1 });
  });
});

describe('F9.2 bringing many in', () => {
  test('numbers, counts, voters and history are as the acts themselves would have left them', async () => {
    const debateId = await openDebate(town);
    const first = opinion(debateId, '一', { number: 5, amendment: '足した', amendedAt: town.now() });
    const second = opinion(debateId, '二', { withdrawal: { reason: 'やめた', at: town.now() } });
    const question = opinion(debateId, '三', { kind: 'question' });
    const answer = opinion(debateId, '答', { kind: 'answer', parentId: question.id });
    await bring(town, debateId, [answer, first, second, question]);
    await town.hubwise.write(town.hub.id, async (db) => {
      const votes = [fumi, iwao].map((reader) => ({
        opinionId: first.id,
        personId: reader.person.id,
        stance: -1 as const,
        at: town.now(),
      }));
      await insertVotes(db, town.hub.id, votes);
      await insertVotes(db, town.hub.id, [{ ...votes[0]!, stance: 0 }]);
      await recountDebate(db, town.hub.id, debateId);
    });
    expect(await town.read((db) => debateById(db, debateId))).toMatchObject({
      opinion_count: 7,
      votable_count: 1,
      vote_count: 2,
      voter_count: 2,
    });
    expect(
      (await listed(debateId)).opinions.map((one) => [one.body, one.number, one.disagree, one.pass, one.version]),
    ).toEqual([
      ['三', 7, 0, 0, 1],
      ['', 6, 0, 0, 1],
      ['一', 5, 1, 1, 2],
    ]);
    expect((await listed(debateId)).opinions[0]).toMatchObject({ reply_count: 1, answered_at: answer.saidAt });
    expect((await town.read((db) => opinionById(db, first.id, null)))?.history).toMatchObject([
      { version: 2, amendment: '足した' },
      { version: 1, amendment: null },
    ]);
    await vote(town, iwao, first.id, null);
    await countAll(town);
    expect(await town.read((db) => debateById(db, debateId))).toMatchObject({ vote_count: 1, voter_count: 1 });
  });

  test('debates are listed by kind and key, each once', async () => {
    for (let n = 0; n < 5; n += 1) await openDebate(town, { kind: 'imported', title: `記録 ${n}` });
    const walk = async (order: 'newest' | 'oldest') => {
      const ids: string[] = [];
      let after: string | null = null;
      for (;;) {
        const page = await town.read((db) => listedDebates(db, { kind: 'imported', order, after, limit: 2 }));
        expect(page.count).toBe(5);
        ids.push(...page.debates.map((debate) => debate.id));
        after = ids.at(-1) ?? null;
        if (!page.more) return ids;
      }
    };
    expect(await walk('oldest')).toEqual((await walk('newest')).reverse());
  });
});

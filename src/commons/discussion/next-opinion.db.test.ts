import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reader } from '#kernel/context.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { keepExtremities, type OpinionRow } from './bulk-insert.ts';
import { bring, countAll, openDebate, say, vote } from './debate-for-tests.ts';
import { myProgress } from './debates.ts';
import { setHidden } from './hiding.ts';
import { nextOpinion } from './queries.ts';

let town: TestTown;
let fumi: Reader;
let iwao: Reader;

beforeAll(async () => {
  town = await openTestTown();
  town.today('2026-11-10');
  [fumi, iwao] = await Promise.all([town.person('ふみ'), town.person('いわお')]);
});
afterAll(() => town.close());

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

describe('F9.2 the next opinion', () => {
  test('shows each that is neither one’s own nor chosen on, once, and then none', async () => {
    const debateId = await openDebate(town);
    const visitor = await town.person('読む人');
    const rows = Array.from({ length: 9 }, (_, n) => opinion(debateId, `意見 ${n}`));
    const own = opinion(debateId, '自分の意見', { actorId: visitor.person.id, personId: visitor.person.id });
    const hidden = opinion(debateId, 'かくれた意見', { hiddenAt: town.now() });
    await bring(town, debateId, [...rows, own, hidden]);
    for (const row of rows.slice(0, 4)) await vote(town, iwao, row.id, 'agree');
    await countAll(town);
    const met = new Set<string>();
    for (;;) {
      expect(await town.read((db) => myProgress(db, debateId, visitor.person.id))).toEqual({
        voted: met.size,
        votable: 9,
      });
      const next = await town.read((db) => nextOpinion(db, debateId, visitor.person.id, `seed ${met.size}`));
      if (!next) break;
      expect(met.has(next.id)).toBe(false);
      met.add(next.id);
      await vote(town, visitor, next.id, 'pass');
    }
    expect([...met].sort()).toEqual(rows.map((row) => row.id).sort());
  });

  test('is drawn in proportion to its weight: what parts people and what few have seen comes more often', async () => {
    const debateId = await openDebate(town);
    const rows = [opinion(debateId, '見られている'), opinion(debateId, '新しい'), opinion(debateId, '分かれる')];
    await bring(town, debateId, rows);
    for (const voter of await Promise.all(Array.from({ length: 5 }, (_, n) => town.person(`人 ${n}`)))) {
      await vote(town, voter, rows[0]!.id, 'agree');
    }
    await countAll(town);
    await town.hubwise.write(town.hub.id, (db) => keepExtremities(db, town.hub.id, new Map([[rows[2]!.id, 1]])));
    const drawn = new Map<string, number>();
    for (let turn = 0; turn < 400; turn += 1) {
      const next = await town.read((db) => nextOpinion(db, debateId, iwao.person.id, `turn ${turn}`));
      drawn.set(next!.id, (drawn.get(next!.id) ?? 0) + 1);
    }
    // ((1 − 1/7)·6/7·5)², (½·½·9)², (½·2·½·9)²
    const weights = [((6 / 7) * (6 / 7) * 5) ** 2, 2.25 ** 2, 4.5 ** 2];
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, weight] of weights.entries()) {
      expect(Math.abs((drawn.get(rows[at]!.id) ?? 0) / 400 - weight / total)).toBeLessThan(0.08);
    }
  });

  test('spreads a crowd among equals by its seed, and repeats itself for the same one', async () => {
    const debateId = await openDebate(town);
    await bring(
      town,
      debateId,
      Array.from({ length: 12 }, (_, n) => opinion(debateId, `意見 ${n}`)),
    );
    const draw = (seed: string, skip: string | null = null) =>
      town.read((db) => nextOpinion(db, debateId, iwao.person.id, seed, skip));
    const drawn = await Promise.all(Array.from({ length: 40 }, (_, n) => draw(`seed ${n}`)));
    expect(new Set(drawn.map((one) => one?.id)).size).toBeGreaterThan(5);
    const again = await draw('seed 0');
    expect(again?.id).toBe(drawn[0]?.id);
    expect((await draw('seed 0', again!.id))?.id).not.toBe(again?.id);
  });

  test('a vote on what is hidden later no longer counts as progress, and one’s own choice on one’s own words never does', async () => {
    const debateId = await openDebate(town);
    const [one, two] = [await say(town, fumi, debateId, '一'), await say(town, fumi, debateId, '二')];
    const mine = await say(town, iwao, debateId, '三');
    for (const { id } of [one, two, mine]) await vote(town, iwao, id, 'agree');
    await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, two.id, town.now()));
    expect(await town.read((db) => myProgress(db, debateId, iwao.person.id))).toEqual({ voted: 1, votable: 1 });
  });
});

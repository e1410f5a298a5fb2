import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '#kernel/ids.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { findDueAlike, keepAlike } from './alike-find.ts';
import { alikePage } from './alike-queries.ts';
import { type ExampleStatement, exampleStatement } from './example-statement.ts';
import { markupMistakes, openStatementSite, type StatementSite } from './site-for-tests.ts';

const TEXT = '駅前の横断歩道は夜になるととても暗いので、照明を増やしてください。';

let example: ExampleStatement;
let site: StatementSite;
let opinions: string[];
beforeAll(async () => {
  example = await exampleStatement();
  site = await openStatementSite(example.town);
  opinions = [];
  for (const body of [TEXT, 'ここは昔から事故の多い交差点だと聞いています。', `${TEXT}ね`, TEXT])
    opinions.push(await example.say(example.debateId, { body }));
});
afterAll(async () => {
  await site.close();
  await example.close();
});

const find = () => {
  const { town, debateId } = example;
  return town.hubwise.write(town.hub.id, (db) => keepAlike(db, town.hub.id, debateId, town.now()));
};

describe('F9.5 opinions of the same purport', () => {
  test('stand beside each other, with how many there are, and nobody is hidden', async () => {
    const { town, debateId, roundId } = example;
    await find();
    await find();
    const families = await town.read((db) => alikePage(db, debateId, null, 10));
    expect(families.map(({ id, size }) => [id, size])).toEqual([[opinions[0], 3]]);
    expect(families[0]!.opinions.map(({ id, copied }) => [id, copied])).toEqual([
      [opinions[0], true],
      [opinions[2], true],
      [opinions[3], true],
    ]);
    const at = `/rounds/${shortId(roundId)}/statement/${shortId(debateId)}`;
    expect((await site.get(at)).body).toContain('よく似た意見 3件（ひとつの文の写しとみられるもの 3件）');
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const page = await site.get(`${at}/alike`, null, lang);
      expect(page.status).toBe(200);
      expect(await markupMistakes(page.body)).toEqual([]);
    }
    expect((await site.get(`${at}/opinions`)).body).toContain('4件');
    expect(site.faults).toEqual([]);
  });

  test('what is hidden or withdrawn is no longer shown, and no longer counted after the next search', async () => {
    const { town, debateId } = example;
    await example.hide(opinions[3]!);
    const [family] = await town.read((db) => alikePage(db, debateId, null, 10));
    expect(family!.opinions.map(({ id }) => id)).toEqual([opinions[0], opinions[2]]);
    await example.withdraw(opinions[2]!);
    await find();
    expect(await town.read((db) => alikePage(db, debateId, null, 10))).toEqual([]);
    expect(await town.rows('select alike, copies from alike_debates where debate_id = $1', [debateId])).toEqual([
      { alike: 0, copies: 0 },
    ]);
  });

  test('another town sees nothing of it, and finding is asked for only where something changed', async () => {
    const { town, debateId } = example;
    const due = async () => {
      const { hub, hubwise } = town;
      await findDueAlike({ hub, hubwise, now: town.now() } as JobContext);
      const jobs = await town.rows<{ key: string }>(
        "select key from graphile_worker.jobs where key like 'statement-alike:%'",
      );
      return jobs.map(({ key }) => key);
    };
    expect(await due()).toEqual([]);
    await example.say(debateId, { body: TEXT });
    expect(await due()).toEqual([`statement-alike:${debateId}`]);
    await find();
    const shown = await town.read((db) => alikePage(db, debateId, null, 10));
    expect(shown.map(({ size }) => size)).toEqual([2]);
    expect(await town.read((db) => alikePage(db, debateId, null, 10), town.neighbour)).toEqual([]);
  });
});

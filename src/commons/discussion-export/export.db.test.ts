import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLines } from '#channels/open-data/csv.ts';
import { countAll, openDebate, say, vote } from '#commons/discussion/debate-for-tests.ts';
import { setHidden } from '#commons/discussion/index.ts';
import { bringIn } from '#commons/discussion-import/import-for-tests.ts';
import { folderFiles } from '#commons/discussion-import/index.ts';
import { defaultRules } from '#commons/hubs/index.ts';
import { analyse, matrixUntil, votesOfDebate } from '#commons/opinion-map/index.ts';
import { adjustedRandIndex, chanceOf } from '#commons/opinion-map/planted-for-tests.ts';
import type { Reader } from '#kernel/context.ts';
import { shortId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openSite, type TestSite } from '#test/support/site.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { conversationOf } from './conversation.ts';

let town: TestTown;
let site: TestSite;
let people: Reader[];
let debateId: string;
let opinions: string[];
let folder: string;

/** Eighteen people in two camps and twelve opinions, one of them hidden; the first two people wrote them all. */
beforeAll(async () => {
  town = await openTestTown();
  site = await openSite(town);
  folder = await mkdtemp(join(tmpdir(), 'minna-export-'));
  town.today('2026-11-10');
  people = await Promise.all(Array.from({ length: 18 }, (_, at) => town.person(`ひと${at}`)));
  debateId = await openDebate(town);
  opinions = [];
  for (let at = 0; at < 12; at += 1)
    opinions.push((await say(town, people[at % 2]!, debateId, `意見、その"${at}"`)).id);
  const chance = chanceOf(5);
  for (const [who, reader] of people.entries()) {
    for (const [what, id] of opinions.entries()) {
      if (chance() < 0.15) continue;
      await vote(town, reader, id, chance() < 0.1 ? 'pass' : who < 9 === what < 6 ? 'agree' : 'disagree');
    }
  }
  await countAll(town);
  await town.hubwise.write(town.hub.id, (db) => setHidden(db, town.hub.id, opinions[4]!, town.now()));
}, 60_000);
afterAll(async () => {
  await site.close();
  await town.close();
  await rm(folder, { recursive: true });
  expect(site.faults).toEqual([]);
});

function chance(seed: number): (below: number) => number {
  const next = chanceOf(seed);
  return (below) => Math.floor(next() * below);
}

async function exported(seed = 1, id = debateId): Promise<Map<string, string>> {
  const { files } = await town.read((db) => conversationOf(db, town.hub, id, chance(seed)));
  return new Map([...files].map(([name, rows]) => [name, [...csvLines(rows())].join('')]));
}

async function write(files: ReadonlyMap<string, string>): Promise<string> {
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return folder;
}

describe('F9.2 a debate as files', () => {
  test('holds every choice, by day, under fresh numbers, and no link from authors to voters', async () => {
    const files = await exported();
    const votes = parse(files.get('votes.csv')!, { columns: true }) as Record<string, string>[];
    const comments = parse(files.get('comments.csv')!, { columns: true }) as Record<string, string>[];
    const [{ n }] = (await town.rows<{ n: number }>('select count(*)::int as n from votes where debate_id = $1', [
      debateId,
    ])) as [{ n: number }];
    expect(votes).toHaveLength(n);
    expect(new Set(votes.map((one) => one.datetime))).toEqual(new Set(['2026-11-10']));
    const voters = new Set(votes.map((one) => one['voter-id']));
    expect(comments.every((one) => !voters.has(one['author-id']!))).toBe(true);
    expect(new Set(comments.map((one) => one['author-id'])).size).toBe(2);
    const everything = [...files.values()].join();
    for (const { person } of people) expect(everything).not.toMatch(new RegExp(`${person.id}|${person.name}(?!\\d)`));
    expect(comments[4]).toMatchObject({ moderated: '-1', 'comment-body': '' });
    expect((await exported(2)).get('votes.csv')).not.toBe(files.get('votes.csv'));
  });

  test('brought in again it gives the same map', async () => {
    const mapOf = async (id: string) => {
      const votes = await town.read((db) => votesOfDebate(db, id));
      return { votes, map: analyse(matrixUntil(votes), votes.hidden) };
    };
    const before = await mapOf(debateId);
    const imported = await bringIn(town, await folderFiles(await write(await exported())), { title: 'もう一度' });
    const after = await mapOf(imported.debate.id);
    expect([...after.votes.hidden]).toEqual([...before.votes.hidden]);
    expect(after.map.groupCount).toBe(before.map.groupCount);
    expect(adjustedRandIndex(after.map.groupOf, before.map.groupOf)).toBe(1);
    expect([...after.map.people]).toEqual([...before.map.people]);
    expect([...after.map.figures.groupInformedConsensus]).toEqual([...before.map.figures.groupInformedConsensus]);
  });

  test('with fewer voters than the hub’s rules say there is none, also by page', async () => {
    const few = await openDebate(town);
    const { id } = await say(town, people[0]!, few, 'ひとこと。');
    for (const reader of people.slice(1, 10)) await vote(town, reader, id, 'agree');
    await expect(exported(1, few)).rejects.toThrow(Refusal);
    const page = await site.get(`/debates/${shortId(few)}/conversation.zip`);
    expect(page.status).toBe(409);
    expect(page.body).toContain('10人より少ない');
    const strict = { ...town.hub, rules: { ...defaultRules, exports: { leastVoters: 19 } } };
    await expect(town.read((db) => conversationOf(db, strict, debateId, chance(1)))).rejects.toThrow(Refusal);
    await vote(town, people[10]!, id, 'agree');
    expect((await exported(1, few)).get('participants-votes.csv')!.split('\r\n')).toHaveLength(12);
  });

  test('another hub has none of it', async () => {
    await expect(
      town.read((db) => conversationOf(db, town.neighbour, debateId, chance(1)), town.neighbour),
    ).rejects.toThrow(Refusal);
  });
});

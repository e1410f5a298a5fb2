import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  analyse,
  matrixUntil,
  readFolder,
  readGroups,
  type VoteMatrix,
  votesOfDebate,
} from '#commons/opinion-map/index.ts';
import { adjustedRandIndex } from '#commons/opinion-map/planted-for-tests.ts';
import { openTestTown, type TestTown } from '#test/support/town.ts';
import { type Sources, sourcesOf } from './conversation.ts';
import {
  type Conversation,
  commentsCsv,
  naiveCounts,
  PLAIN,
  participantsCsv,
  votesCsv,
} from './conversation-for-tests.ts';
import { digestOf } from './digest.ts';
import { folderFiles } from './folder.ts';
import { bringIn } from './import-for-tests.ts';

/** Beside the checkout, where somebody has put them; they belong to others and are not kept in it. */
const BESIDE = '../shared/data/polis';
const ROOT = join(import.meta.dirname, '..', '..', '..');
const published = existsSync(join(ROOT, BESIDE))
  ? readdirSync(join(ROOT, BESIDE)).filter((name) => existsSync(join(ROOT, BESIDE, name, 'comments.csv')))
  : [];

let town: TestTown;
let made: string;
beforeAll(async () => {
  town = await openTestTown();
  made = await mkdtemp(join(tmpdir(), 'minna-conversation-'));
  await writeConversation(join(made, 'generated'));
});
afterAll(async () => {
  await town.close();
  await rm(made, { recursive: true });
});

/** As large as published ones are: 120 opinions, 500 people, 20,000 lines of votes. The same each time. */
async function writeConversation(folder: string): Promise<void> {
  let state = 1;
  const dice = (sides: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
  const start = Date.UTC(2016, 0, 1);
  const talk: Conversation = {
    comments: Array.from({ length: 120 }, (_, id) => ({
      id: 119 - id,
      author: dice(600),
      time: start + dice(1e9),
      moderated: dice(3) - 1,
      body: `意見 ${id}, "とくに"${'\n'.repeat(dice(3))}${dice(5)}`,
    })),
    votes: Array.from({ length: 20_000 }, () => {
      const [comment, voter] = [dice(120), dice(500)];
      // Three camps, each with a leaning of its own on every opinion.
      const leaning = (comment * 40_503 + (voter % 3) * 7_919) % 5 < 2 ? 1 : -1;
      return { comment, voter, time: start + dice(1e9), vote: dice(10) < 8 ? leaning : dice(3) - 1 };
    }),
  };
  await mkdir(folder);
  await writeFile(join(folder, 'comments.csv'), commentsCsv(talk, { ...PLAIN, bom: true, crlf: true }));
  await writeFile(join(folder, 'votes.csv'), votesCsv(talk));
  await writeFile(join(folder, 'participants-votes.csv'), participantsCsv(talk));
}

function votesCount({ rowStart }: VoteMatrix, person: number): number {
  return rowStart[person + 1]! - rowStart[person]!;
}

type Line = Record<string, string>;

function linesOf(folder: string, file: string): Line[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true }) as Line[];
}

/** The same files, read by another reader and counted by hand. */
function readWhole(folder: string): Conversation {
  return {
    comments: linesOf(folder, 'comments.csv').map((line) => ({
      id: Number(line['comment-id']),
      author: Number(line['author-id']),
      time: Number(line.timestamp),
      moderated: Number(line.moderated),
      body: line['comment-body']!,
    })),
    votes: linesOf(folder, 'votes.csv').map((line) => ({
      comment: Number(line['comment-id']),
      voter: Number(line['voter-id']),
      time: Number(line.timestamp),
      vote: Number(line.vote),
    })),
  };
}

const where =
  published.length > 0 ? `${published.length} in ${BESIDE}` : `none in ${BESIDE}: a generated one stands for them`;

describe(`F9.2 published conversations (${where})`, () => {
  const folders: [string, string][] = [
    ...published.map((name): [string, string] => [name, join(ROOT, BESIDE, name)]),
    ['generated', ''],
  ];

  test.each(folders)('%s: every number is that of its files', { timeout: 120_000 }, async (_, folder) => {
    const place = folder || join(made, 'generated');
    const expected = naiveCounts(readWhole(place));
    const { counts, debate } = await bringIn(town, await folderFiles(place));
    expect(counts).toMatchObject(expected);
    const [sums] = await town.rows<Record<string, number>>(
      `select (select count(*) from votes v join opinions o on o.hub_id = v.hub_id and o.id = v.opinion_id
           where o.debate_id = $1)::int as votes,
         (select count(*) from opinions where debate_id = $1)::int as opinions,
         (select count(*) from actors where imported_from = $1)::int as people`,
      [debate.id],
    );
    expect(sums).toEqual({ votes: expected.votes, opinions: expected.opinions, people: expected.people });
  });

  test.each(folders)(
    '%s: the town draws the groups that the command finds in the files',
    { timeout: 120_000 },
    async (_, folder) => {
      const place = folder || join(made, 'generated');
      const digested = await folderFiles(place);
      const [here] = await town.rows<{ id: string }>('select id from debates where source_digest = $1', [
        await digestOf(sourcesOf(digested) as Sources),
      ]);
      const votes = await town.read((db) => votesOfDebate(db, here!.id));
      const drawn = analyse(matrixUntil(votes), votes.hidden);
      const files = await readFolder(place);
      const found = analyse(files.matrix, files.hidden);
      expect(drawn.groupCount).toBe(found.groupCount);
      // In the files everybody is listed, in the town whoever chose.
      const chose = [...files.participants.keys()].filter((person) => votesCount(files.matrix, person) > 0);
      expect(votes.people).toHaveLength(chose.length);
      expect(
        adjustedRandIndex(
          Int32Array.from(chose, (person) => found.groupOf[person]!),
          drawn.groupOf,
        ),
      ).toBeGreaterThan(0.98);
      const given = await readGroups(digested.find(({ name }) => name === 'participants-votes.csv')!);
      const known = chose.flatMap((person, at) => (given.has(files.participants[person]!) ? [{ person, at }] : []));
      if (folder === '') return;
      const published = Int32Array.from(known, ({ person }) => Number(given.get(files.participants[person]!)));
      expect(
        adjustedRandIndex(
          published,
          Int32Array.from(known, ({ at }) => drawn.groupOf[at]!),
        ),
      ).toBeGreaterThan(0.8);
    },
  );

  // One published and the generated one: what differs is the form, not the conversation.
  const both = folders.filter((_, index) => index === 0 || index === folders.length - 1);

  test.each(both)('%s: the form without times gives the same', { timeout: 120_000 }, async (_, folder) => {
    const place = folder || join(made, 'generated');
    const files = await folderFiles(place);
    const { counts } = await bringIn(
      town,
      files.filter(({ name }) => name !== 'votes.csv'),
    );
    const { votes, agree, disagree, pass, opinions } = naiveCounts(readWhole(place));
    expect(counts).toMatchObject({ votes, agree, disagree, pass, opinions, replaced: 0 });
  });
});

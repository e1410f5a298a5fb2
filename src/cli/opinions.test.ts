import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MapReport, readGroups } from '#commons/opinion-map/index.ts';
import { adjustedRandIndex, planted } from '#commons/opinion-map/planted-for-tests.ts';
import { run } from './opinions.ts';

/** Beside the checkout, where somebody has put them; they belong to others and are not kept in it. */
const BESIDE = '../shared/data/polis';
const ROOT = join(import.meta.dirname, '..', '..');
const published = existsSync(join(ROOT, BESIDE))
  ? readdirSync(join(ROOT, BESIDE)).filter((name) => existsSync(join(ROOT, BESIDE, name, 'participants-votes.csv')))
  : [];
/** How well the published groups, which were reached step by step, are met from the beginning. */
const LEAST: Record<string, number> = { 'scoop-hivemind.biodiversity': 0.9, 'vtaiwan.uberx': 0.8 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-map-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function analysed(...args: string[]): Promise<{ code: number; text: string; report: MapReport; said: string[] }> {
  let text = '';
  const said: string[] = [];
  const code = await run(['analyse', ...args], {
    out: (more) => {
      text += more;
    },
    err: (line) => said.push(line),
    isPerson: false,
  });
  return { code, text, report: text ? JSON.parse(text) : null, said };
}

function givenGroups(file: string): Promise<Map<string, string>> {
  return readGroups({ name: 'participants-votes.csv', bytes: 0, open: () => createReadStream(file) });
}

function agreement(report: MapReport, given: ReadonlyMap<string, string>): number {
  const both = [...given].filter(([name]) => report.membership[name] !== undefined);
  return adjustedRandIndex(
    both.map(([name]) => Number(report.membership[name])),
    both.map(([, group]) => Number(group)),
  );
}

/** A planted conversation as the two files say it; every group of opinions has a moderated one. */
async function writePlanted(): Promise<string[]> {
  const { matrix, group } = planted({ people: 90, opinions: 25, groups: 2, seen: 0.6, loyalty: 0.9, seed: 3 });
  const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];
  const rows = Array.from({ length: matrix.people }, (_, person) => {
    const cells = Array.from({ length: matrix.opinions }, () => '');
    const [from, to] = [matrix.rowStart[person]!, matrix.rowStart[person + 1]!];
    for (let at = from; at < to; at += 1) cells[matrix.column[at]!] = String(matrix.stance[at]);
    return [person, to - from >= 7 ? group[person] : '', 0, to - from, 0, 0, ...cells].join(',');
  });
  await writeFile(
    join(folder, 'participants-votes.csv'),
    [[...head, ...Array.from({ length: 25 }, (_, at) => at)].join(','), ...rows].join('\n'),
  );
  const comments = Array.from(
    { length: 25 },
    (_, at) => `1500000000000,x,${at},0,0,0,${at % 10 === 3 ? -1 : 1},"a, b\nc"`,
  );
  await writeFile(
    join(folder, 'comments.csv'),
    ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body', ...comments].join('\n'),
  );
  return rows;
}

describe('F9.3 opinions analyse', () => {
  test.each(published)('%s: the published number of groups, and the published groups', async (name) => {
    const { code, report } = await analysed(join(ROOT, BESIDE, name));
    const given = await givenGroups(join(ROOT, BESIDE, name, 'participants-votes.csv'));
    expect(code).toBe(0);
    expect(report.k).toBe(new Set(given.values()).size);
    expect(agreement(report, given)).toBeGreaterThanOrEqual(LEAST[name] ?? 0.7);
  });

  test('a generated conversation gives its groups, the same text twice, and what was hidden stands nowhere', async () => {
    await writePlanted();
    const first = await analysed(folder);
    expect(first.code).toBe(0);
    expect((await analysed(folder, '--json')).text).toBe(first.text);
    expect(first.report).toMatchObject({ participants: 90, opinions: 25, k: 2 });
    expect(agreement(first.report, await givenGroups(join(folder, 'participants-votes.csv')))).toBeGreaterThan(0.9);
    const shown = first.report.groups.flatMap(({ representative }) =>
      representative.map(({ opinion }) => Number(opinion) % 10),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).not.toContain(3);
  });

  test('with given groups, group-informed consensus is Π (A + 1)/(S + 2), counted again from the lines', async () => {
    const rows = await writePlanted();
    const { report } = await analysed(folder, '--groups-from', join(folder, 'participants-votes.csv'));
    for (let opinion = 0; opinion < 25; opinion += 1) {
      const product = ['0', '1'].reduce((sofar, group) => {
        const cells = rows
          .map((row) => row.split(','))
          .filter((row) => row[1] === group)
          .map((row) => row[6 + opinion]!);
        const saw = cells.filter((cell) => cell !== '');
        return (sofar * (saw.filter((cell) => cell === '1').length + 1)) / (saw.length + 2);
      }, 1);
      expect(Math.abs(report.groupInformedConsensus[opinion]! - product)).toBeLessThan(1e-12);
    }
    expect(report.groups.map(({ id }) => id)).toEqual([0, 1]);
  });

  test('bad lines are named and left out; without votes, without groups or without sense it says what is missing', async () => {
    const rows = await writePlanted();
    const people = join(folder, 'participants-votes.csv');
    const head = `participant,group-id,n-comments,n-votes,n-agree,n-disagree,${Array.from({ length: 25 }, (_, at) => at)}`;
    await writeFile(
      people,
      [head, ...rows.slice(0, 40), '900,0,0,1', ...rows.slice(40).map((row) => row.replace(/,[^,]*$/, ',7'))].join(
        '\n',
      ),
    );
    const { code, said, report } = await analysed(folder);
    expect(code).toBe(0);
    expect(report.participants).toBe(90);
    expect(said.join('\n')).toMatch(/participants-votes\.csv: 51 line\(s\).*first is line 42/);
    expect((await analysed(tmpdir(), '--seed', '-1')).code).toBe(2);
    expect((await analysed(join(folder, 'nothing'))).said.join()).toMatch(/nothing at/);
    expect((await analysed(folder, '--groups-from', join(folder, 'comments.csv'))).said.join()).toMatch(
      /names no groups/,
    );
    await rm(people);
    expect((await analysed(folder)).said.join()).toMatch(/neither participants-votes.csv nor votes.csv/);
  });
});

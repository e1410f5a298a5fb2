import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Conversation, commentsCsv, votesCsv } from '#commons/discussion-import/conversation-for-tests.ts';
import { discardEmbedded, startEmbedded } from '#db/embedded/index.ts';
import { run } from './import-discussion.ts';

let folder: string;
let data: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-folder-'));
  data = await mkdtemp(join(tmpdir(), 'minna-data-'));
});
afterAll(async () => {
  await discardEmbedded(data);
  await rm(folder, { recursive: true });
});

const time = Date.UTC(2019, 8, 1);
const TALK: Conversation = {
  comments: [
    { id: 0, author: 1, time, moderated: 1, body: '川をきれいに' },
    { id: 1, author: 2, time, moderated: -1, body: '見えない' },
  ],
  votes: [
    { comment: 0, voter: 2, time, vote: 1 },
    { comment: 0, voter: 3, time, vote: -1 },
    { comment: 0, voter: 3, time: time + 1, vote: 0 },
  ],
};

async function put(votes: string): Promise<void> {
  await writeFile(join(folder, 'comments.csv'), commentsCsv(TALK));
  await writeFile(join(folder, 'votes.csv'), votes);
}

async function minna(args: string[], signal = new AbortController().signal) {
  const lines: string[] = [];
  const progress: (string | null)[] = [];
  const write = (line: string) => void lines.push(line);
  const code = await run([folder, '--data', data, ...args], {
    environment: {},
    out: write,
    err: write,
    progress: (line) => progress.push(line),
    signal,
  });
  return { code, said: lines.join('\n'), progress };
}

describe('F9.2 the command', { timeout: 60_000 }, () => {
  test('says which lines need mending, and keeps nothing: 1', async () => {
    await put(`${votesCsv(TALK)}${time},x,7,2,1\n`);
    const { code, said } = await minna(['--title', '川の話']);
    expect(said).toContain(
      'Nothing was brought in. These lines need mending:\nvotes.csv line 5: There is no comment 7',
    );
    expect(code).toBe(1);
  });

  test('without a title anywhere: 2', async () => {
    await put(votesCsv(TALK));
    expect(await minna([])).toMatchObject({ code: 2, said: expect.stringContaining('give one with --title') });
  });

  test('stopped: nothing is kept', async () => {
    const stopped = AbortSignal.abort(new Error('SIGINT'));
    expect(await minna(['--title', 'x'], stopped)).toMatchObject({
      code: 130,
      said: expect.stringContaining('Stopped'),
    });
  });

  test('a hub that there is not: 2', async () => {
    expect(await minna(['--title', 'x', '--hub', 'nowhere'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--hub'),
    });
  });

  test('without a town running: brings it in, tells how far it is, the counts and the address: 0', async () => {
    const { code, said, progress } = await minna(['--title', '川の話', '--source', 'https://pol.is/3x']);
    const lines = said.split('\n');
    expect(lines[0]).toMatch(/^Brought in "川の話" \(\d+\.\d s\)\.$/);
    expect(lines.slice(1, -1)).toEqual([
      '  people    3',
      '  opinions  2 (of these hidden by its moderators 1)',
      '  votes     2 (agree 1, disagree 0, pass 1)',
      '  votes changed later: 1 (only the last one counts)',
    ]);
    expect(lines.at(-1)).toMatch(/^\/debates\/\w{22}-川の話$/);
    expect(progress).toContain('Bringing it in… 100%');
    expect(progress.at(-1)).toBeNull();
    expect(code).toBe(0);
  });

  test('beside a running town: the same again is told with its address: 1', async () => {
    const town = await startEmbedded({ dataDir: data, log: () => {} });
    try {
      const { code, said } = await minna(['--title', '別の題名']);
      expect(said).toMatch(/brought in before, as "川の話"\.\n\/debates\/\w{22}-川の話$/);
      expect(code).toBe(1);
      const client = new pg.Client(town.superuser);
      await client.connect();
      const { rows } = await client.query('select kind, vote_count, source from debates');
      await client.end();
      expect(rows).toEqual([{ kind: 'imported', vote_count: 2, source: expect.stringContaining('https://pol.is/3x') }]);
    } finally {
      await town.stop();
    }
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './import-discussion.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minna-folder-'));
  await writeFile(join(folder, 'comments.csv'), 'x');
});
afterAll(() => rm(folder, { recursive: true }));

async function minna(
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const code = await run(
    args.map((arg) => arg.replace('FOLDER', folder)),
    {
      environment,
      out: write,
      err: write,
      progress: () => {},
      signal: new AbortController().signal,
    },
  );
  return { code, said: lines.join('\n') };
}

describe('F9.2 a wrong call: 2, and one sentence', () => {
  test.each<[string, string[], string]>([
    ['no folder', ['--title', 'x'], 'Name the one folder'],
    ['two folders', ['a', 'b', '--title', 'x'], 'Name the one folder'],
    ['an option that there is not', ['FOLDER', '--titel', 'x'], "Unknown option '--titel'"],
    ['an option without its value', ['FOLDER', '--title'], 'argument missing'],
    ['a folder that is not there', ['FOLDER/nowhere', '--title', 'x'], 'cannot be read'],
    ['a folder without votes', ['FOLDER', '--title', 'x'], 'There is neither votes.csv nor participants-votes.csv'],
    ['a source that is no address', ['FOLDER', '--source', 'pol.is'], '--source takes an address'],
    ['a title that is too long', ['FOLDER', '--title', 'x'.repeat(201)], '--title takes up to 200'],
  ])('%s', async (_, args, sentence) => {
    const { code, said } = await minna(args);
    expect(said).toContain(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('in Japanese for a Japanese terminal', async () => {
    expect((await minna(['FOLDER'], { LANG: 'ja_JP.UTF-8' })).said).toContain(
      'votes.csv も participants-votes.csv もありません',
    );
  });
});

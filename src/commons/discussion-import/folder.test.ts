import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { sourcesOf } from './conversation.ts';
import { folderFiles } from './folder.ts';

let folder: string;
afterEach(() => rm(folder, { recursive: true }));

async function found(...names: string[]): Promise<string[]> {
  folder = await mkdtemp(join(tmpdir(), 'minna-folder-'));
  for (const name of names) await writeFile(join(folder, name), name);
  const files = await folderFiles(folder);
  const contents = files.map(async (file) => {
    const bytes = await buffer(file.open());
    expect(bytes).toHaveLength(file.bytes);
    return `${file.name} ${bytes}`;
  });
  return Promise.all(contents);
}

describe('F9.2 a folder', () => {
  test('has the files by their names; others are passed over', async () => {
    const names = ['comments.csv', 'participants-votes.csv', 'votes.csv', 'summary.csv', 'stats-history.csv', 'README'];
    expect(await found(...names)).toEqual([
      'comments.csv comments.csv',
      'votes.csv votes.csv',
      'participants-votes.csv participants-votes.csv',
      'summary.csv summary.csv',
    ]);
  });

  test('may name them with a date, in capitals, in the singular', async () => {
    expect(await found('2019-09-22-Comments.csv', 'x_participant-votes.csv')).toEqual([
      'comments.csv 2019-09-22-Comments.csv',
      'participants-votes.csv x_participant-votes.csv',
    ]);
  });

  test('does not choose between two that might be meant', async () => {
    expect(await found('a-votes.csv', 'b-votes.csv', 'my comments.csv')).toEqual(['comments.csv my comments.csv']);
  });

  test('a folder of that name is no file', async () => {
    await found();
    await mkdir(join(folder, 'comments.csv'));
    expect(sourcesOf(await folderFiles(folder))).toBe('comments.csv');
  });
});

describe('F9.2 the sources', () => {
  test('are the opinions, and the votes with their times where there are both forms', async () => {
    await found('comments.csv', 'votes.csv', 'participants-votes.csv');
    expect(sourcesOf(await folderFiles(folder))).toMatchObject({ votes: { name: 'votes.csv' }, summary: null });
  });

  test('say what is missing', async () => {
    await found('comments.csv', 'summary.csv');
    const files = await folderFiles(folder);
    expect(sourcesOf(files)).toBe('votes.csv');
    expect(sourcesOf(files.slice(1))).toBe('comments.csv');
  });
});

import { describe, expect, test } from 'vitest';
import { UnreadableList } from './list.ts';
import { linesOf } from './read-list.ts';

const BAD = 4321;

/** Five thousand lines of which one is as given. */
const listWith = (line: string) =>
  async function* () {
    const lines = Array.from({ length: 5000 }, (_, at) => (at + 1 === BAD ? line : `会${at + 1},かい,`));
    yield Buffer.from(['団体名,読み,法人番号', ...lines.slice(1)].join('\r\n'));
  };

async function problemWith(line: string) {
  try {
    for await (const _ of linesOf(listWith(line), 'utf-8', ','));
    return null;
  } catch (error) {
    if (error instanceof UnreadableList) return error.problem;
    throw error;
  }
}

describe('F7.5 a broken line', () => {
  test('is named by its own line and column, however a quotation mark went wrong', async () => {
    for (const line of ['"会,かい,', '会"x"い,かい,', '"会"x,かい,'])
      expect(await problemWith(line), line).toEqual({ line: BAD, column: '団体名', code: 'stray-quote', cell: '' });
    expect(await problemWith('会,"か"い,')).toMatchObject({ line: BAD, column: '読み' });
  });

  test('lines with too few cells, or with a line break in quotation marks, are none', async () => {
    for (const line of ['会', '会,"か\nい",', '会,"か""い",']) expect(await problemWith(line), line).toBeNull();
  });
});

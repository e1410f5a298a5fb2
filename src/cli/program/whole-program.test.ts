// X12: what a town runs is built from the files as they stand, once, and never half.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stateOf, wholeProgram } from './whole-program.ts';

let root: string;
const shelf = () => join(root, '.minna', 'program');
const write = (path: string, text: string) => writeFileSync(join(root, 'src', path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minna-program-'));
  mkdirSync(join(root, 'src', 'cli'), { recursive: true });
  write('cli/start.ts', `import { beside } from '../town.ts';\nexport const run = (): string => beside + ' open';\n`);
  write('town.ts', `export const beside: string = import.meta.dirname;\nexport const at = import.meta.url;\n`);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the program in one piece', () => {
  test('is built, and files look beside themselves for what they read', async () => {
    const path = await wholeProgram(root, {});
    const { run } = (await import(pathToFileURL(path!).href)) as { run(): string };
    expect(run()).toBe(`${join(root, 'src')} open`);
    expect(readdirSync(shelf())).toEqual([stateOf(root)]);
  });

  test('is built again only when a file has changed, come or gone; tests are no part of it', async () => {
    const first = await wholeProgram(root, {});
    utimesSync(join(root, 'src', 'town.ts'), 1, 1);
    const second = await wholeProgram(root, {});
    write('cli/start.test.ts', '');
    const third = await wholeProgram(root, {});
    write('more.ts', '');
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    expect(await wholeProgram(root, {})).not.toBe(second);
  });

  test('two starts at once end with one whole program', async () => {
    const [one, other] = await Promise.all([wholeProgram(root, {}), wholeProgram(root, {})]);
    expect(one).toBe(other);
    expect(readdirSync(shelf())).toEqual([stateOf(root)]);
  });

  test('keeps twelve states, for towns that still run an earlier one', async () => {
    for (let lines = 1; lines <= 13; lines += 1) {
      write('more.ts', 'export {};\n'.repeat(lines));
      await wholeProgram(root, {});
    }
    expect(readdirSync(shelf())).toHaveLength(12);
    expect(readdirSync(shelf())).toContain(stateOf(root));
  });

  test('a file that does not fit is told, and nothing half stays', async () => {
    write('town.ts', 'export const = ;');
    await expect(wholeProgram(root, {})).rejects.toThrow('town.ts');
    expect(readdirSync(shelf())).toEqual([]);
  });

  test('is left out where nothing can be written, and when the files themselves are asked for', async () => {
    expect(await wholeProgram(root, { MINNA_PROGRAM: 'files' })).toBeNull();
    writeFileSync(join(root, '.minna'), 'a file, so that no folder can be made');
    expect(await wholeProgram(root, {})).toBeNull();
  });
});

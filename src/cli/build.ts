/** `./minna build`: the program in one piece, for a folder that whoever runs the town can't write. `start` does it by itself. */
import { join } from 'node:path';
import { wholeProgram } from './program/whole-program.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export async function run(): Promise<number> {
  const program = await wholeProgram(ROOT, {});
  if (program !== null) return 0;
  console.error(`${join(ROOT, '.minna')} can't be written by this user: run ./minna build as the folder's owner.`);
  return 1;
}

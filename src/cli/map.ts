/** `./minna map`: writes docs/map.md and docs/third-party.md from what they describe; with `--check` only says whether they are current. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modules } from '../modules.ts';
import { houseMap, readHouse } from './house-map.ts';
import { readPackages, thirdParty } from './third-party.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Resolves with the exit code: 1 when `--check` finds one of the files out of date. */
export async function run(args: string[]): Promise<number> {
  const written = [
    { path: 'docs/map.md', text: houseMap(modules, readHouse(ROOT)) },
    { path: 'docs/third-party.md', text: thirdParty(readPackages(ROOT)) },
  ];
  const stale = written.filter(({ path, text }) => textOf(path) !== text);
  if (args.includes('--check')) {
    for (const { path } of stale) console.error(`${path} does not show what is there. Run ./minna map`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  console.log(
    stale.length > 0
      ? `Written: ${stale.map(({ path }) => path).join(', ')}`
      : 'docs/map.md and docs/third-party.md are current.',
  );
  return 0;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

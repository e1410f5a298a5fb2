/**
 * The clock of the machine that runs web and worker is two hours fast while people act, and right again after a restart. Only their clock: the
 * database's server has its own. The processes are shown the false time by libfaketime, if that is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchTown } from '../town.ts';
import { type BadDay, letAct, look, type Seen, startBeside, until } from './stage.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const PLACES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/local/lib', '/usr/lib64'];
const FAST = '+2h';
const BACK_MS = 60_000;

const library = () =>
  PLACES.map((place) => join(place, 'faketime', 'libfaketimeMT.so.1')).find((path) => existsSync(path));

function needs(): string | null {
  return library() === undefined ? 'libfaketime is not installed' : null;
}

async function play(town: BenchTown): Promise<Seen> {
  const falseTime = { LD_PRELOAD: library()!, FAKETIME: FAST, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  const placed = () =>
    until(async () => {
      const [row] = await town.rows<{ waiting: boolean }>(
        'select exists (select from events where is_public and leaf is null) as waiting',
      );
      return !row!.waiting;
    }, BACK_MS);
  let minna = await startBeside(town, falseTime);
  const acting = await letAct(town, () => minna.port);
  try {
    const fast = await until(() => acting.ledger.total > 200, BACK_MS);
    const page = await look(minna.port, '/proposals');
    const found = /✗ Clock/.test(doctor(town, falseTime));
    await minna.stop();
    minna = await startBeside(town);
    const before = acting.ledger.total;
    const acts = fast && (await until(() => acting.ledger.total > before + 100, BACK_MS));
    const { whole, told } = await acting.intact();
    const inJournal = await placed();
    const report = doctor(town, {});
    const [right, holds] = [/✓ Clock/.test(report), /✓ Journal/.test(report)];
    return {
      seen: `with the false clock a page: ${page?.status}, the doctor found it: ${found}; after a start with the right one the doctor calls it right: ${right}; every act has its place in the journal, which holds: ${inJournal && holds}; ${told}`,
      passed: acts && page?.status === 200 && found && right && inJournal && holds && whole,
    };
  } finally {
    await acting.writers.stop();
    if (!minna.ended()) await minna.stop();
  }
}

function doctor(town: BenchTown, environment: Record<string, string>): string {
  const { stdout } = spawnSync(process.execPath, [MAIN, 'doctor', '--data', town.dataDir, '--port', '9'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'C', ...town.environment, ...environment },
  });
  return stdout;
}

export const falseClock: BadDay = {
  name: 'false-clock',
  done: 'the clock of web and worker is two hours fast while people act, and right after a restart',
  needs,
  play,
};

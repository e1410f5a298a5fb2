/** `./minna bench bad-days`: X12, what happens to a town on days on which something is wrong: what was done, what was seen, and whether that is well. */
import { OptionMistake } from '../options.ts';
import { openBenchTown } from '../town.ts';
import { databaseGone, databaseLongGone } from './database-gone.ts';
import { diskFull } from './disk-full.ts';
import { falseClock } from './false-clock.ts';
import { largeOne, slowOnes } from './hostile-clients.ts';
import { memoryShort, workerKilled } from './killed.ts';
import { mailDown } from './mail-down.ts';
import { outOfMemory } from './out-of-memory.ts';
import { poolerRestarted } from './pooler.ts';
import { rollingRestart } from './rolling-restart.ts';
import type { BadDay } from './stage.ts';

export const BAD_DAYS: readonly BadDay[] = [
  rollingRestart,
  workerKilled,
  memoryShort,
  outOfMemory,
  mailDown,
  largeOne,
  slowOnes,
  diskFull,
  falseClock,
  poolerRestarted,
  databaseGone,
  databaseLongGone,
];

/** Resolves with the exit code: 1 when a day went badly. `only`: names; all but the long ones when empty. */
export async function playBadDays(only: readonly string[], keep: string | null): Promise<number> {
  const unknown = only.find((one) => !BAD_DAYS.some(({ name }) => name === one));
  if (unknown !== undefined)
    throw new OptionMistake(`--only takes one of ${BAD_DAYS.map(({ name }) => name).join(', ')}, not ${unknown}`);
  const days = BAD_DAYS.filter(({ name, long }) => (only.length > 0 ? only.includes(name) : !long));
  let failed = 0;
  let played = 0;
  for (const day of days) {
    const missing = day.needs?.() ?? null;
    if (missing !== null) {
      console.log(`${day.name}: not played, ${missing}`);
      continue;
    }
    played += 1;
    // Each day has its town, as the one before left nobody's server running.
    const town = await openBenchTown({ size: 'quick', keep, log: () => {} });
    try {
      console.log(`${day.name}: ${day.done}`);
      const { seen, passed } = await day.play(town);
      console.log(`  ${passed ? '✓' : '✗'} ${seen}`);
      if (!passed) failed += 1;
    } finally {
      await town.close();
    }
  }
  console.log(`${played - failed} of ${played} bad days went well.`);
  return failed === 0 ? 0 : 1;
}

/**
 * Memory of all of Minna's processes after everything else was measured; PostgreSQL has its own. Web and worker run the same program:
 * what both have in common is in memory once, and counted once.
 */
import { memoryOf, peakMemoryOf } from '../machine.ts';
import type { Figure, Stage } from './figure.ts';

const MOST_MB = 350;
/** For each further web process. */
const MOST_MB_MORE = 230;
const MB = 1024 * 1024;

export function memory({ minna, others }: Stage): Figure {
  const most = MOST_MB + others.length * MOST_MB_MORE;
  const all = [minna, ...others].flatMap(({ pid }) => memoryOf(pid));
  const processes = all.map(({ pid, name, rssBytes, shareBytes }) => ({
    name,
    mb: Math.round((shareBytes ?? rssBytes) / MB),
    residentMb: Math.round(rssBytes / MB),
    peakMb: Math.round((peakMemoryOf(pid) ?? rssBytes) / MB),
  }));
  const total = processes.reduce((sum, { mb }) => sum + mb, 0);
  const resident = processes.reduce((sum, { residentMb }) => sum + residentMb, 0);
  return {
    name: 'memory',
    title: 'Memory of web and worker',
    measured: `${total} MB (${processes.map(({ name, mb, peakMb }) => `${name} ${mb}, at most ${peakMb} resident`).join('; ')}; ${resident} MB when the program is counted twice)`,
    floor: `≤ ${most} MB`,
    ok: total > 0 && total <= most,
    margin: most / total,
    facts: { totalMb: total, residentMb: resident, processes },
  };
}

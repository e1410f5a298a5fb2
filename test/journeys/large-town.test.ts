/**
 * X12: what every page asks of the database in a town whose tables hold twenty thousand rows: by the bench's own command, which grows the
 * demo town, walks it as nobody, as a citizen, as a group, as officers and as the secretariat, and has each statement explained.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const LONGEST_MS = 20 * 60_000;

interface Ended {
  code: number;
  lines: string[];
}

function measured(): Promise<Ended> {
  return new Promise((resolve) => {
    const args = [MAIN, 'bench', 'plans', '--quick'];
    execFile(process.execPath, args, { maxBuffer: 1 << 24 }, (error, out, complaints) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, lines: `${out}${complaints}`.split('\n') });
    });
  });
}

test(
  'X12 however large the town: ten statements a page, no more rows than it shows, no large table from one end to the other',
  async () => {
    const { code, lines } = await measured();
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
    const [, routes] = /^(\d+) routes, \d+ addresses, 0 findings$/m.exec(lines.join('\n')) ?? [];
    expect([code, lines.slice(-5), Number(routes)]).toEqual([0, expect.anything(), expect.any(Number)]);
    expect(Number(routes)).toBeGreaterThan(220);
  },
  LONGEST_MS,
);

/** The deployment's secret: from the environment, or a file beside the data that only its owner can read. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function secretFor(dataDir: string, env: Record<string, string | undefined>): string {
  if (env.MINNA_SECRET) {
    if (env.MINNA_SECRET.length < 32) throw new Error('MINNA_SECRET must have at least 32 characters');
    return env.MINNA_SECRET;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

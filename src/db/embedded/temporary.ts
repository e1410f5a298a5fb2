/** A server for the moment: in a temporary folder, gone afterwards. For tests and for looking at the migrated tables. */
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from './cluster.ts';
import { discardEmbedded, type Embedded, startEmbedded } from './index.ts';
import { isAlive } from './unfinished.ts';

const PREFIX = 'minna-moment-';

/** What is thrown away need not outlive a power cut. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

/**
 * Starts one. `discard` stops it and removes every trace. Servers of killed processes are removed on the way. `settings`: over the usual
 * ones; `prepare`: what has to lie in the data folder before.
 */
export async function temporaryServer(
  settings: Settings = {},
  prepare: (dataDir: string) => Promise<void> = async () => {},
): Promise<{ server: Embedded; discard(): Promise<void> }> {
  await discardLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await prepare(dataDir);
  const server = await startEmbedded({
    dataDir,
    settings: { ...SETTINGS, ...settings },
    reserve: false,
    log: () => {},
  });
  const discard = async () => {
    await server.stop();
    await discardEmbedded(dataDir);
  };
  return { server, discard };
}

async function discardLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    if (!pid || isAlive(pid) || statSync(folder, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    // Another run may be clearing the same folder away; what is left is the next run's to clear.
    await discardEmbedded(folder).catch(() => {});
  }
}

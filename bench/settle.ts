/** A town that was seeded at once has no journal and no index yet; one in daily work has both. They are made before anything is measured. */
import { setTimeout as pause } from 'node:timers/promises';
import '../src/happenings.ts';
import { journalKey } from '#commons/journal/opened.ts';
import { currentOrigin } from '#commons/journal/restart.ts';
import { sequence } from '#commons/journal/sequencer.ts';
import { sqlOf } from '#commons/journal/storage.ts';
import { rebuildIndex } from '#commons/search/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { openTownJournal } from '../src/town-journal.ts';
import { startMinna } from './minna-process.ts';
import { HUB_ID, NOW } from './seed/plan.ts';
import type { BenchTown } from './town.ts';

const PATIENCE_MINUTES = 10;
/** Events: what the worker follows in a minute or two. */
const FOLLOWED = 10_000;
/** Leaves in one signed turn. */
const AT_ONCE = 10_000;

/**
 * What a worker beside web processes would need most of an hour for is written at once, by the same code. Then Minna runs once before it
 * is measured: its worker does the rest, and node keeps the compiled program.
 */
export async function settle(town: BenchTown, log: (line: string) => void): Promise<void> {
  if (await isSo(town, JOURNAL_FAR_BEHIND)) await writeJournal(town, log);
  if (await isSo(town, INDEX_FAR_BEHIND)) await makeIndex(town, log);
  const minna = await startMinna({ dataDir: town.dataDir, environment: town.environment });
  try {
    const give = performance.now() + PATIENCE_MINUTES * 60_000;
    await until(town, JOURNAL_BEHIND, { give, tell: () => log('Waiting for the worker to write the journal') });
    await until(town, INDEX_BEHIND, { give, tell: () => log('Waiting for the worker to bring the index up to date') });
  } finally {
    await minna.stop();
  }
}

const BEHIND = `(select max(n) from journal_leaves where hub_id = ${HUB_ID})
  - coalesce((select leaf from search_states where hub_id = ${HUB_ID}), -1)`;
const WAITING = 'select from events where is_public and leaf is null';
const JOURNAL_BEHIND = `exists (${WAITING})`;
const JOURNAL_FAR_BEHIND = `exists (${WAITING} offset ${FOLLOWED})`;
const INDEX_BEHIND = `${BEHIND} > 0`;
const INDEX_FAR_BEHIND = `${BEHIND} > ${FOLLOWED}`;

async function isSo(town: BenchTown, condition: string): Promise<boolean> {
  const [row] = await town.rows<{ so: boolean }>(`select coalesce(${condition}, false) as so`);
  return row?.so === true;
}

async function until(town: BenchTown, behind: string, { give, tell }: { give: number; tell: () => void }) {
  for (let told = false; await isSo(town, behind); told = true) {
    if (performance.now() > give) throw new Error('The worker did not write the journal and the index in time.');
    if (!told) tell();
    await pause(1000);
  }
}

async function writeJournal(town: BenchTown, log: (line: string) => void): Promise<void> {
  log('Writing the journal');
  const began = performance.now();
  await openTownJournal(town.server.app, town.dataDir, {});
  const [hub] = await town.rows<{ host: string }>(`select host from hubs where id = ${HUB_ID}`);
  const { host } = new URL(hub!.host);
  const leaves = await connected(town, log, async (hubwise) => {
    let written = 0;
    for (let now = AT_ONCE; now === AT_ONCE; written += now) {
      now = await hubwise.write(HUB_ID, async (db) => {
        const sql = sqlOf(db);
        const origin = await currentOrigin(sql, HUB_ID, host);
        return sequence(sql, HUB_ID, { now: NOW, key: journalKey(), origin, limit: AT_ONCE });
      });
    }
    return written;
  });
  await town.rows('vacuum (analyze) events, journal_leaves, journal_tiles');
  log(`  ${leaves.toLocaleString('en')} leaves (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

async function makeIndex(town: BenchTown, log: (line: string) => void): Promise<void> {
  log('Making the index of the search');
  const began = performance.now();
  const entries = await connected(town, log, (hubwise) => rebuildIndex(hubwise, HUB_ID, () => {}));
  await town.rows('vacuum (analyze) search_entries, search_postings, search_dates');
  log(`  ${entries.toLocaleString('en')} entries (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

async function connected<T>(
  { server }: BenchTown,
  log: (line: string) => void,
  work: (hubwise: Hubwise) => Promise<T>,
): Promise<T> {
  const hubwise = new Hubwise({
    connection: server.app,
    max: 4,
    applicationName: 'minna bench',
    onError: (error) => log(`a database connection was lost: ${error.message}`),
  });
  try {
    return await work(hubwise);
  } finally {
    await hubwise.close();
  }
}

/** A town that was seeded at once has no journal and no index yet; one in daily work has both. They are made before anything is measured. */
import { setTimeout as pause } from 'node:timers/promises';
import '../src/happenings.ts';
import { rebuildIndex } from '#commons/search/index.ts';
import { Hubwise } from '#kernel/database/database.ts';
import { startMinna } from './minna-process.ts';
import { HUB_ID } from './seed/plan.ts';
import type { BenchTown } from './town.ts';

/** For each 100,000 opinions. */
const JOURNAL_MINUTES = 5;
/** Events: what the worker follows in a minute or two. Beyond, `./minna search rebuild` is what an operator would run. */
const FOLLOWED = 10_000;

/** Minna runs once before it is measured: its worker writes the journal, and node keeps the compiled program. */
export async function settle(town: BenchTown, log: (line: string) => void): Promise<void> {
  const minna = await startMinna({ dataDir: town.dataDir, environment: town.environment });
  try {
    const give = performance.now() + JOURNAL_MINUTES * Math.max(1, town.size.opinions / 100_000) * 60_000;
    await until(town, JOURNAL_BEHIND, { give, tell: () => log('Waiting for the worker to write the journal') });
    if (await isSo(town, INDEX_FAR_BEHIND)) await makeIndex(town, log);
    await until(town, INDEX_BEHIND, { give, tell: () => log('Waiting for the worker to bring the index up to date') });
  } finally {
    await minna.stop();
  }
}

const BEHIND = `(select max(n) from journal_leaves where hub_id = ${HUB_ID})
  - coalesce((select leaf from search_states where hub_id = ${HUB_ID}), -1)`;
const JOURNAL_BEHIND = 'exists (select from events where is_public and leaf is null)';
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

async function makeIndex(town: BenchTown, log: (line: string) => void): Promise<void> {
  log('Making the index of the search');
  const began = performance.now();
  const hubwise = new Hubwise({
    connection: town.server.app,
    max: 4,
    applicationName: 'minna bench',
    onError: (error) => log(`a database connection was lost: ${error.message}`),
  });
  try {
    const entries = await rebuildIndex(hubwise, HUB_ID, () => {});
    await town.rows('vacuum (analyze) search_entries, search_postings, search_dates');
    log(`  ${entries.toLocaleString('en')} entries (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } finally {
    await hubwise.close();
  }
}

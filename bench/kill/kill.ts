/**
 * P6, X12: nothing that Minna said yes to may be lost. People act while Minna is killed twenty times, and its database server with
 * all of its processes twenty times; after each fall everything acknowledged must be there.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningMinna, startMinna } from '../minna-process.ts';
import type { BenchOptions } from '../options.ts';
import { between, chanceFrom } from '../seed/chance.ts';
import { NOW } from '../seed/plan.ts';
import { type BenchTown, openBenchTown } from '../town.ts';
import { disagreements, Ledger, type Lost } from './ledger.ts';
import { killMinna, killPostmaster } from './processes.ts';
import { type Scene, startWriters } from './writers.ts';

const KILLS = 20;
const QUICK_KILLS = 3;
/** Acts that must be acknowledged before the next blow falls. */
const ACTS_BETWEEN = 100;
const RECOVERY_MS = 60_000;
const SETTLING_MS = 120_000;

/** Resolves with the exit code: 1 when anything was lost, doubled or refused, or the journal or a count doesn't hold. */
export async function kill({ quick, keep }: BenchOptions): Promise<number> {
  const log = (line: string) => console.log(line);
  const kills = quick ? QUICK_KILLS : KILLS;
  const town = await openBenchTown({ size: 'quick', keep, log });
  try {
    // From here on the server is Minna's own: it starts it, and starts it again.
    await town.pause();
    return await killing(town, kills, log);
  } finally {
    await town.close();
  }
}

async function killing(town: BenchTown, kills: number, log: (line: string) => void): Promise<number> {
  let minna = await startMinna({ dataDir: town.dataDir, detached: true });
  const ledger = new Ledger();
  const writers = startWriters(await sceneOf(town, ledger, () => minna.port));
  const chance = chanceFrom(3);
  const lost: Lost[] = [];
  let slowest = 0;
  try {
    for (let turn = 1; turn <= kills; turn += 1) {
      await untilWritten(ledger, minna, chance);
      // Every second time the worker is left behind: it must end by itself and not disturb the next one.
      const killed = killMinna(minna.pid, turn % 2 === 0);
      await minna.exit;
      minna = await startMinna({ dataDir: town.dataDir, detached: true });
      slowest = Math.max(slowest, minna.readyAfterMs);
      lost.push(
        await look(
          town,
          ledger,
          log,
          `Minna killed (${killed} processes), ${turn} of ${kills}, back after ${Math.round(minna.readyAfterMs)} ms`,
        ),
      );
    }
    for (let turn = 1; turn <= kills; turn += 1) {
      await untilWritten(ledger, minna, chance);
      const killed = killPostmaster(town.server.socketFolder);
      const began = performance.now();
      await untilBack(town);
      await untilWritten(ledger, minna, chance, 1);
      const after = performance.now() - began;
      slowest = Math.max(slowest, after);
      lost.push(
        await look(
          town,
          ledger,
          log,
          `Database server killed (${killed} processes), ${turn} of ${kills}, acts again after ${Math.round(after)} ms`,
        ),
      );
    }
    await writers.stop();
    return await conclude({ town, minna, ledger, lost, slowest, refused: writers.refused() }, log);
  } finally {
    await writers.stop();
    if (!minna.ended()) await minna.stop();
  }
}

export async function sceneOf(town: BenchTown, ledger: Ledger, port: () => number): Promise<Scene> {
  const debates = await town.rows<{ id: string }>(
    `select id from debates where kind = 'proposal' and opens_at <= $1 and closes_at > $1 order by id`,
    [NOW],
  );
  const opinions = await town.rows<{ id: string }>(
    `select o.id from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
     where o.kind = 'opinion' and d.opens_at <= $1 and d.closes_at > $1 order by o.id`,
    [NOW],
  );
  const persons = await town.rows<{ id: string }>(
    `select a.id from actors a join auth.users u on u.id = a.account_id
     order by substring(u.email from 'person-([0-9]+)@')::int`,
  );
  return { port, debates: debates.map(({ id }) => id), opinions, persons: persons.map(({ id }) => id), ledger };
}

/** Waits until so many acts were acknowledged since now, and then a moment more, so that the blow falls anywhere. */
async function untilWritten(
  ledger: Ledger,
  minna: RunningMinna,
  chance: () => number,
  acts = ACTS_BETWEEN,
): Promise<void> {
  const goal = ledger.total + acts;
  const until = performance.now() + RECOVERY_MS;
  while (ledger.total < goal) {
    if (minna.ended()) throw new Error(`Minna ended by itself; see ${minna.logFile}`);
    if (performance.now() > until) throw new Error(`Nothing was acknowledged for a minute; see ${minna.logFile}`);
    await pause(10);
  }
  await pause(between(chance, 0, 400));
}

/** Waits until the database server takes connections again. */
async function untilBack(town: BenchTown): Promise<void> {
  const until = performance.now() + RECOVERY_MS;
  for (;;) {
    try {
      await town.rows('select 1');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(20);
    }
  }
}

async function look(town: BenchTown, ledger: Ledger, log: (line: string) => void, what: string): Promise<Lost> {
  const acknowledged = ledger.total;
  const lost = await ledger.missing(town);
  log(`${what}: ${acknowledged} acknowledged, ${lost.votes + lost.opinions + lost.drafts} lost, ${lost.doubled} twice`);
  return lost;
}

interface End {
  town: BenchTown;
  minna: RunningMinna;
  ledger: Ledger;
  lost: Lost[];
  slowest: number;
  refused: { count: number; first: string };
}

async function conclude(
  { town, minna, ledger, lost, slowest, refused }: End,
  log: (line: string) => void,
): Promise<number> {
  lost.push(await look(town, ledger, log, 'At the end'));
  const apart = await untilAgreed(town);
  const journal = verifyJournal(minna.port);
  const { votes, opinions, drafts } = ledger.acknowledged;
  const worst = (pick: (one: Lost) => number) => Math.max(...lost.map(pick));
  log(
    `\nAcknowledged: ${votes} votes, ${opinions} opinions, ${drafts} saved drafts. Lost: ${worst((one) => one.votes)} votes, ${worst((one) => one.opinions)} opinions, ${worst((one) => one.drafts)} drafts. Twice: ${worst((one) => one.doubled)}.`,
  );
  log(
    `Longest absence: ${Math.round(slowest)} ms. Refused: ${refused.count}${refused.first ? ` (${refused.first})` : ''}.`,
  );
  for (const [sentence, rows] of Object.entries(apart))
    log(`${rows === 0 ? '✓' : '✗'} ${sentence}${rows === 0 ? '' : `: ${rows} don't agree`}`);
  log(`${journal.holds ? '✓' : '✗'} journal verify\n${journal.said}`);
  const nothingLost = lost.every((one) => one.votes + one.opinions + one.drafts + one.doubled === 0);
  return nothingLost && refused.count === 0 && journal.holds && Object.values(apart).every((rows) => rows === 0)
    ? 0
    : 1;
}

/** The worker has up to two minutes to count and to write the journal: after so many falls it is started again with long pauses. */
async function untilAgreed(town: BenchTown): Promise<Record<string, number>> {
  const until = performance.now() + SETTLING_MS;
  for (;;) {
    const apart = await disagreements(town);
    if (Object.values(apart).every((rows) => rows === 0) || performance.now() > until) return apart;
    await pause(1000);
  }
}

function verifyJournal(port: number): { holds: boolean; said: string } {
  const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, 'journal', 'verify', `http://127.0.0.1:${port}/journal`],
    {
      encoding: 'utf8',
      timeout: 120_000,
    },
  );
  return { holds: status === 0, said: `${stdout}${stderr}`.trim() };
}

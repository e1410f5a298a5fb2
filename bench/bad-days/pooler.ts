/**
 * Two web processes and a worker behind PgBouncer in transaction mode; it is ended and started again while people read and act. What needs a
 * connection of its own (LISTEN, the lock of the worker's turn, the job queue) goes past it, as docs/operating.md says.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ref, shortId } from '#kernel/ids.ts';
import { asked } from '../figures/asking.ts';
import { act, page } from '../figures/requests.ts';
import { startMinna } from '../minna-process.ts';
import { sessionToken } from '../seed/people.ts';
import { NOW } from '../seed/plan.ts';
import type { BenchTown } from '../town.ts';
import { installedPooler, poolerFor } from './pgbouncer.ts';
import { type BadDay, letAct, look, type Seen, startBeside, until } from './stage.ts';

const BACK_MS = 60_000;
const AWAY_MS = 3_000;
const READERS = 4;
/** A page that another process changed is dropped by what is heard, not by its age: at once. */
const HEARD_MS = 3_000;

async function play(town: BenchTown): Promise<Seen> {
  const pooler = await poolerFor(town);
  const stops: (() => Promise<unknown>)[] = [() => pooler.discard()];
  try {
    // The limits of time that the pooler ignores belong to the role.
    await town.rows(`alter role minna_app set statement_timeout = '15s'`);
    await town.rows(`alter role minna_app set idle_in_transaction_session_timeout = '30s'`);
    await pooler.start();
    const environment = {
      ...town.environment,
      MINNA_DATABASE_APP_URL: pooler.url,
      ...(pooler.keepsPrepared ? {} : { MINNA_DATABASE_PREPARE: 'no' }),
    };
    const first = await startBeside(town, environment);
    stops.push(() => first.stop());
    const second = await startMinna({ dataDir: town.dataDir, environment, role: 'web', detached: true });
    stops.push(() => second.stop());
    const ports = [first.port, second.port];
    let turn = 0;
    const acting = await letAct(town, () => {
      turn += 1;
      return ports[turn % ports.length]!;
    });
    stops.push(() => acting.writers.stop());
    const reading = startReaders(ports);
    stops.push(() => reading.stop());

    const before = await until(() => acting.ledger.total > 300, BACK_MS);
    const passed = await pooler.transactions();
    await pooler.stop();
    await pause(AWAY_MS);
    const ready = await look(first.port, '/readyz');
    await pooler.start();
    const began = performance.now();
    const known = acting.ledger.total;
    const acts = await until(() => acting.ledger.total > known, BACK_MS);
    const after = Math.round(performance.now() - began);
    const more = await until(() => acting.ledger.total > known + 300, BACK_MS);
    const heard = await isHeard(town, first.port, second.port);
    const readers = await reading.stop();
    const { whole, told } = await acting.intact();
    const placed = await until(async () => {
      const late = 'select count(*)::int as count from events where is_public and leaf is null and hub_id = 1';
      return (await town.rows<{ count: number }>(late))[0]!.count === 0;
    }, BACK_MS);
    const prepared = pooler.keepsPrepared ? 'with' : 'without';
    return {
      seen: `PgBouncer ${pooler.version}, ${prepared} prepared statements, ${passed} transactions through it before; meanwhile /readyz ${ready?.status}, acts again ${after} ms after it was back; ${readers.answered} pages for people signed in, ${readers.away} of them 503, ${readers.other} anything else; ${told}; what one web process changes the other shows at once: ${heard}; every act has its place in the journal: ${placed}`,
      passed:
        before &&
        passed > 0 &&
        ready?.status === 503 &&
        acts &&
        more &&
        heard &&
        placed &&
        whole &&
        readers.other === 0,
    };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

/** People who are signed in, so that every page asks the database. */
function startReaders(ports: readonly number[]) {
  const seen = { answered: 0, away: 0, other: 0 };
  let going = true;
  const lanes = Array.from({ length: READERS }, async (_, lane) => {
    for (let turn = lane; going; turn += 1) {
      const port = ports[turn % ports.length]!;
      const answer = await asked(page('/proposals', port, sessionToken(lane)), port).catch(() => null);
      seen.answered += 1;
      if (answer?.status === 503) seen.away += 1;
      else if (answer?.status !== 200) seen.other += 1;
      await pause(20);
    }
  });
  return {
    async stop() {
      going = false;
      await Promise.all(lanes);
      return seen;
    },
  };
}

/** LISTEN: the second process keeps a page; what is said at the first makes it forget that page. */
async function isHeard(town: BenchTown, first: number, second: number): Promise<boolean> {
  const [debate] = await town.rows<{ id: string; title: string }>(
    `select id, title from debates where kind = 'proposal' and opens_at <= $1 and closes_at > $1 order by id limit 1`,
    [NOW],
  );
  const { id, title } = debate!;
  const at = encodeURI(`/proposals/${ref(id, title)}`);
  await look(second, at);
  const body = `プーラーの向こうからも聞こえます。（${randomUUID()}）`;
  const fields = { kind: 'opinion', body, once: randomUUID() };
  const said = await asked(act(`/debates/${shortId(id)}/opinions`, first, sessionToken(1), fields), first);
  return (
    said.status === 200 && (await until(async () => (await look(second, at))?.text.includes(body) ?? false, HEARD_MS))
  );
}

export const poolerRestarted: BadDay = {
  name: 'pooler',
  done: 'two web processes and a worker behind PgBouncer in transaction mode, which is ended and 3 seconds later started again while people act',
  needs: () => (installedPooler() === null ? 'PgBouncer is not installed' : null),
  play,
};

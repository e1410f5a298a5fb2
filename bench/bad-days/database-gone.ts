/** The database server is stopped and comes back: Minna stays up, says so, and nobody has to start anything again. */
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '#db/embedded/index.ts';
import type { BenchTown } from '../town.ts';
import { type BadDay, letAct, look, type Seen, startBeside, until } from './stage.ts';

const BACK_MS = 60_000;

async function play(town: BenchTown, seconds: number): Promise<Seen> {
  const minna = await startBeside(town);
  const acting = await letAct(town, () => minna.port);
  try {
    await until(() => acting.ledger.total > 100, BACK_MS);
    await town.pause();
    await pause((seconds * 1000) / 2);
    const [alive, ready, page] = [
      await look(minna.port, '/healthz'),
      await look(minna.port, '/readyz'),
      await look(minna.port, '/'),
    ];
    await pause((seconds * 1000) / 2);
    const again = await startEmbedded({ dataDir: town.dataDir, log: () => {} });
    try {
      const before = acting.ledger.total;
      const began = performance.now();
      const acts = await until(() => acting.ledger.total > before, BACK_MS);
      const after = Math.round(performance.now() - began);
      const isReady = await until(async () => (await look(minna.port, '/readyz'))?.status === 200, BACK_MS);
      const { whole, told } = await acting.intact();
      const meanwhile = `meanwhile /healthz ${alive?.status}, /readyz ${ready?.status}, / ${page?.status} after ${page?.ms} ms`;
      const passed =
        alive?.status === 200 && ready?.status === 503 && page !== null && acts && isReady && whole && !minna.ended();
      return { seen: `${meanwhile}; acts again ${after} ms after it was back; ${told}`, passed };
    } finally {
      await acting.writers.stop();
      await minna.stop();
      await again.stop();
    }
  } finally {
    await acting.writers.stop();
    if (!minna.ended()) await minna.stop();
  }
}

export const databaseGone: BadDay = {
  name: 'database-gone',
  done: 'the database server is stopped for 10 seconds while people act',
  play: (town) => play(town, 10),
};

export const databaseLongGone: BadDay = {
  name: 'database-long-gone',
  done: 'the database server is stopped for 10 minutes while people act',
  long: true,
  play: (town) => play(town, 600),
};

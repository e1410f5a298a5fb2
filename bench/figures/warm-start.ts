/**
 * From `node src/main.ts start` to the moment /readyz answers 200, with the data there and node's compile cache filled: with the
 * database server that Minna brings, which starts with it, and with an operator's that runs already.
 */
import { median } from '../load/alternate.ts';
import { startMinna } from '../minna-process.ts';
import type { BenchTown } from '../town.ts';
import { asked } from './asking.ts';
import type { Figure } from './figure.ts';
import { page } from './requests.ts';

const MOST_SECONDS = 2;
const STARTS = 5;

async function started(town: BenchTown, environment: Record<string, string>): Promise<number> {
  const minna = await startMinna({ dataDir: town.dataDir, environment });
  try {
    const { status } = await asked(page('/readyz', minna.port), minna.port);
    if (status !== 200) throw new Error(`Minna said where it is before it was ready (${status}).`);
    return minna.readyAfterMs / 1000;
  } finally {
    await minna.stop();
  }
}

async function several(town: BenchTown, environment: Record<string, string>): Promise<number[]> {
  const seconds: number[] = [];
  // The first one fills the caches and doesn't count.
  for (let turn = 0; turn <= STARTS; turn += 1) seconds.push(await started(town, environment));
  return seconds.slice(1);
}

/** To be called when no Minna runs on the town; ends with its server stopped. */
export async function warmStart(town: BenchTown): Promise<Figure> {
  const beside = await several(town, town.environment);
  await town.pause();
  const packaged = await several(town, {});
  const [middleBeside, middlePackaged] = [median(beside), median(packaged)];
  return {
    name: 'start',
    title: 'Warm start until /readyz',
    measured: `${middlePackaged.toFixed(2)} s with its own database server, ${middleBeside.toFixed(2)} s beside a running one (medians of ${STARTS})`,
    floor: `< ${MOST_SECONDS} s`,
    ok: middlePackaged < MOST_SECONDS && middleBeside < MOST_SECONDS,
    margin: MOST_SECONDS / Math.max(middlePackaged, middleBeside),
    facts: { packagedSeconds: packaged, besideSeconds: beside },
  };
}

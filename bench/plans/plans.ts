/** X12: that no page asks more of the database the larger the town is: every address, in a demo town whose tables were filled to 100,000 rows, plan by plan; or in the town of the standard size. */
import pg from 'pg';
import { type AddressCost, costliest, isFile, LARGE_TABLE, tooMuch } from './bounds.ts';
import { type Examined, examine } from './examine.ts';
import { HUB_ID, openGrownTown } from './grown-town.ts';
import { type Asked, listenToStatements } from './listening.ts';
import { keepPlans } from './report.ts';
import type { ServedTown } from './serving.ts';
import { openStandardTown } from './standard-town.ts';
import { FIXED_PAGES, type Visited, type Walker, walk } from './walk.ts';

const GROWTH = { times: 4000, most: 100_000, actors: 40 };
const QUICK = { times: 800, most: 20_000, actors: 8 };
/** Portions of a file are asked for alike, by the thousand: so many of them are examined, and stand for the others. */
const ALIKE = 20;

export interface PlansWish {
  quick: boolean;
  /** the town of the standard size in place of the demo town */
  standard: boolean;
  /** where that town lies or is to stay */
  keep: string | null;
}

/** Resolves with the exit code: 1 when a page asks too much, or one could not be shown. */
export async function measurePlans({ quick, standard, keep }: PlansWish): Promise<number> {
  const town: ServedTown & { starts?: readonly string[] } = standard
    ? await openStandardTown(keep, console.log)
    : await openGrownTown(quick ? QUICK : GROWTH, console.log);
  try {
    const began = performance.now();
    const starts = [...(town.starts ?? []), '/', ...FIXED_PAGES];
    const visited = await visitEverything(town, quick ? { starts, skips: isFile } : { starts });
    const costs = await examineEverything(town, quick ? oneOfEach(visited) : visited);
    const routes = costliest(costs);
    console.log(`Walked and examined in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const broken = visited.filter(({ status }) => status >= 500).map(({ path, status }) => `${path}: ${status}`);
    const findings = routes.flatMap((cost) => tooMuch(cost).map((what) => `${cost.route} (${cost.path}): ${what}`));
    for (const cost of routes.filter(({ route }) => !isFile(route)).slice(0, 15)) console.log(line(cost));
    for (const finding of [...findings, ...broken]) console.log(`✗ ${finding}`);
    console.log(`${routes.length} routes, ${visited.length} addresses, ${findings.length + broken.length} findings`);
    if (!quick) keepPlans({ tables: town.tables, routes, findings }, standard ? 'plans-standard' : 'plans');
    return findings.length + broken.length === 0 ? 0 : 1;
  } finally {
    await town.close();
  }
}

async function visitEverything(town: ServedTown, way: Pick<Walker, 'starts' | 'skips'>): Promise<Visited[]> {
  const listening = listenToStatements();
  try {
    const visited: Visited[] = [];
    for (const reader of town.readers) visited.push(...(await walk(town.base, { ...reader, ...way }, listening)));
    return visited;
  } finally {
    listening.end();
  }
}

/** Of each page the visit that asked most. */
function oneOfEach(visited: readonly Visited[]): Visited[] {
  return [...Map.groupBy(visited, ({ route }) => route).values()].map((alike) =>
    alike.reduce((most, one) => (one.asked.length > most.asked.length ? one : most)),
  );
}

async function examineEverything(town: ServedTown, visited: readonly Visited[]): Promise<AddressCost[]> {
  const client = new pg.Client(town.app);
  await client.connect();
  await client.query('set statement_timeout = 60000');
  const known = new Map<string, Examined>();
  const once = async (asked: Asked) => {
    const key = `${asked.text} ${JSON.stringify(asked.values)}`;
    const examined = known.get(key) ?? (await examine(client, HUB_ID, asked));
    known.set(key, examined);
    return examined;
  };
  try {
    const costs: AddressCost[] = [];
    for (const { asked, route, path, as, bytes } of visited) {
      const plans: { plan: Examined; times: number }[] = [];
      for (const alike of Map.groupBy(asked, ({ text }) => text).values()) {
        const some = alike.slice(0, ALIKE);
        for (const one of some) plans.push({ plan: await once(one), times: alike.length / some.length });
      }
      const sum = (pick: (plan: Examined) => number) =>
        Math.round(plans.reduce((all, { plan, times }) => all + times * pick(plan), 0));
      const whole = plans.flatMap(({ plan }) => plan.whole.filter(({ rows }) => rows > LARGE_TABLE));
      costs.push({
        route,
        path,
        as,
        bytes,
        queries: asked.length,
        rowsRead: sum(({ rowsRead }) => rowsRead),
        milliseconds: sum(({ milliseconds }) => milliseconds),
        whole: [...new Set(whole.map(({ table }) => table))],
      });
    }
    return costs;
  } finally {
    await client.end();
  }
}

function line({ route, queries, rowsRead, milliseconds }: AddressCost): string {
  return `  ${route.padEnd(48)}${String(queries).padStart(4)} queries ${rowsRead.toLocaleString('en').padStart(9)} rows ${milliseconds} ms`;
}

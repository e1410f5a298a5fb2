/** X12: that no page asks more of the database the larger the town is: every address, in a town grown fortyfold, plan by plan; or in the town of the standard size. */
import pg from 'pg';
import { type AddressCost, costliest, isFile, LARGE_TABLE, SUMS, tooMuch } from './bounds.ts';
import { type Examined, examine } from './examine.ts';
import { HUB_ID, openGrownTown } from './grown-town.ts';
import { type Asked, listenToStatements } from './listening.ts';
import { keepPlans } from './report.ts';
import type { ServedTown } from './serving.ts';
import { openStandardTown } from './standard-town.ts';
import { type Visited, walk } from './walk.ts';

const GROWTH = { times: 40, most: 200_000, actors: 4 };
const QUICK = { times: 10, most: 50_000, actors: 2 };
/** Portions of a file are asked for alike, by the thousand: so many of them are examined, and stand for the others. */
const ALIKE = 20;
const STARTS = ['/', '/account', '/sign-in', '/sign-up'];

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
    const visited = await visitEverything(town, [...(town.starts ?? []), ...STARTS]);
    const costs = await examineEverything(town, visited);
    const routes = costliest(costs);
    const broken = visited.filter(({ status }) => status >= 500).map(({ path, status }) => `${path}: ${status}`);
    const findings = routes.flatMap((cost) =>
      tooMuch(cost, standard ? SUMS : undefined).map((what) => `${cost.route} (${cost.path}): ${what}`),
    );
    for (const cost of routes.filter(({ route }) => !isFile(route)).slice(0, 15)) console.log(line(cost));
    for (const finding of [...findings, ...broken]) console.log(`✗ ${finding}`);
    console.log(`${routes.length} routes, ${visited.length} addresses, ${findings.length + broken.length} findings`);
    if (!quick) keepPlans({ tables: town.tables, routes, findings }, standard ? 'plans-standard' : 'plans');
    return findings.length + broken.length === 0 ? 0 : 1;
  } finally {
    await town.close();
  }
}

async function visitEverything(town: ServedTown, starts: readonly string[]): Promise<Visited[]> {
  const listening = listenToStatements();
  try {
    const visited: Visited[] = [];
    for (const reader of town.readers) visited.push(...(await walk(town.base, { ...reader, starts }, listening, 1)));
    return visited;
  } finally {
    listening.end();
  }
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

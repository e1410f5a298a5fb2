/** X11: two towns in one deployment, both full: nothing of one is shown, found, or touched from the other; without a policy that would be seen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseShortId, shortId } from '#kernel/ids.ts';
import { operationsOf, routesOf } from '#kernel/module.ts';
import { Routes } from '#kernel/web/router.ts';
import { modules } from '../../src/modules.ts';
import { fingerprint, MARK, TWIN_ID, twinIds } from '../support/twin-town.ts';
import { type Answer, HINATA, openTwoTowns, type TwoTowns } from '../support/two-towns.ts';

const AT_ONCE = 8;
const WORDS = /[1-9A-HJ-NP-Za-km-z]{22}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const routes = new Routes(routesOf(modules));
let towns: TwoTowns;
/** of the neighbour, by table */
let idsOf: Map<string, string[]>;
let foreign: Set<string>;
/** the secretariat's session in the first town */
let cookie: string;

beforeAll(async () => {
  towns = await openTwoTowns({ neighbour: true });
  idsOf = await twinIds(towns.superuser);
  foreign = new Set([...idsOf.values()].flat());
  cookie = await towns.signIn('緒方 まさえ', HINATA);
}, 300_000);
afterAll(() => towns?.close());

async function atOnce<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(work));
}

/** What of the neighbour stands in an answer of this town; ids that were asked for are no finding. */
function leaksIn({ body, headers }: Answer, asked: string): string[] {
  // Packed bytes hold any letter by chance.
  if (headers['content-type'] === 'application/zip') return [];
  const text = `${body} ${headers.location ?? ''} ${headers.link ?? ''}`;
  const ids = [...new Set(text.match(WORDS) ?? [])]
    .map((word) => (word.length === 22 ? parseShortId(word) : word))
    .filter((id) => id !== null && foreign.has(id) && !asked.includes(id) && !asked.includes(shortId(id)));
  // What was asked with letters of the neighbour may be said back.
  const marked = MARK.test(asked) || /%EA%8/i.test(asked) ? null : MARK.exec(body);
  return [...ids.map(String), ...(marked ? [body.slice(Math.max(0, marked.index - 40), marked.index + 20)] : [])];
}

/** Addresses of the neighbour's things: those its pages link to, and ids of whatever the module keeps, put into the pattern. */
function foreignPaths(method: 'GET' | 'POST'): string[] {
  return modules.flatMap((module) => {
    const ids = module.tables.flatMap((table) => (idsOf.get(table) ?? []).slice(0, 1)).slice(0, 4);
    const patterns = [
      ...module.routes,
      ...operationsOf([module]).map((operation) => ({ method: operation.method, path: `/api/v1${operation.path}` })),
    ];
    return patterns
      .filter((one) => one.method === method && one.path.includes(':'))
      .flatMap(({ path }) => ids.map((id) => path.replace(/:\w+/g, shortId(id)).replace('*', '0')));
  });
}

/** Pages, lists, files and feeds that need no id. */
function plainPaths(): string[] {
  return routes.all.filter(({ method, path }) => method === 'GET' && !/[:*]/.test(path)).map(({ path }) => path);
}

describe('X11 two full towns', () => {
  test('no page, list, file or feed of one shows an id or a word of the other', async () => {
    expect(foreign.size).toBeGreaterThan(5_000);
    const paths = plainPaths();
    const wrong: string[] = [];
    const statuses: number[] = [];
    for (const headers of [{}, { cookie }] as Record<string, string>[])
      await atOnce(paths, async (path) => {
        const answer = await towns.ask(path, { headers });
        statuses.push(answer.status);
        wrong.push(...leaksIn(answer, path).map((leak) => `${path}: ${leak}`));
      });
    expect(wrong).toEqual([]);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(100);
  });

  test('no route and no operation answers with a thing whose id is the other town’s', async () => {
    const wrong: string[] = [];
    const paths = foreignPaths('GET');
    expect(paths.length).toBeGreaterThan(200);
    await atOnce(paths, async (path) => {
      const answer = await towns.ask(path, { headers: { cookie } });
      wrong.push(...leaksIn(answer, path).map((leak) => `${path}: ${leak}`));
      if (answer.status >= 500) wrong.push(`${answer.status} ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  test('no act with ids of the other town touches anything there', async () => {
    const before = await fingerprint(towns.superuser, TWIN_ID);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie };
    const wrong: string[] = [];
    await atOnce(foreignPaths('POST'), async (path) => {
      const answer = await towns.ask(path, { method: 'POST', body: 'reason=x&choice=agree&body=x', headers });
      wrong.push(...leaksIn(answer, path).map((leak) => `${path}: ${leak}`));
    });
    expect(wrong).toEqual([]);
    expect(await fingerprint(towns.superuser, TWIN_ID)).toEqual(before);
  });

  test('without policies the same walk finds leaks all over: it would see one', async () => {
    const { rows } = await towns.superuser.query<{ name: string }>(
      `select tablename as name from pg_policies where policyname = 'hub' and schemaname = 'public'`,
    );
    const ruleOfAll = (rule: string) =>
      towns.superuser.query(rows.map(({ name }) => `alter policy hub on ${name} using (${rule})`).join(';'));
    const leaking: string[] = [];
    await ruleOfAll('true');
    // With a session and a question of its own: no page that was kept before.
    await atOnce(plainPaths(), async (path) => {
      const answer = await towns.ask(`${path}?without=policies`, { headers: { cookie } });
      if (leaksIn(answer, path).length > 0) leaking.push(path);
    });
    await ruleOfAll(`hub_id = current_setting('minna.hub')::int`);
    expect(rows.length).toBeGreaterThan(100);
    expect(leaking.length).toBeGreaterThan(50);
    expect(leaking).toEqual(expect.arrayContaining(['/rules', '/groups.atom', '/group-network']));
  });
});

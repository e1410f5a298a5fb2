/** X8: every read that needs no token, asked in the demo town: what is answered is what is described, and as much as the pages give. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOperations } from '#channels/api/registry.ts';
import type { ApiOperation } from '#kernel/api.ts';
import { shortId } from '#kernel/ids.ts';
import { openTwoTowns, type TwoTowns } from '#test/support/two-towns.ts';

/** What stands in an address → where it is found; the newest are the ones still in work, so some of both ends. */
const FOUND: Readonly<Record<string, string>> = {
  'actors/:ref': 'select id from actors where hub_id = 1 and imported_from is null',
  'decisions/:ref': 'select id from moderation_decisions where hub_id = 1',
  'debates/:ref': 'select id from debates where hub_id = 1',
  'opinions/:ref': 'select id from opinions where hub_id = 1 and parent_id is null and hidden_at is null',
  'rounds/:ref': 'select round_id as id from documents where hub_id = 1',
  'rounds/:ref statement/:debate': 'select distinct round_id as id, debate_id as inner_id from points where hub_id = 1',
  'proposals/:ref':
    'select proposal_id as id from answers where hub_id = 1 and proposal_id is not null union select id from proposals where hub_id = 1',
  'points/:ref': 'select id from points where hub_id = 1 and removed_at is null',
  'objections/:ref': 'select id from objections where hub_id = 1',
  'answers/:ref': 'select id from answers where hub_id = 1',
  'follow-ups/:ref': 'select id from follow_ups where hub_id = 1',
  'divisions/:ref': `select id from actors where hub_id = 1 and kind = 'division' and imported_from is null`,
  'plans/:ref': 'select id from plans where hub_id = 1',
  'plan-stages/:ref': 'select stage_id as id from plan_answers where hub_id = 1',
  'plan-answers/:ref': 'select id from plan_answers where hub_id = 1',
  'panels/:ref': 'select id from panels where hub_id = 1 and drawn_at is not null',
  'committees/:ref': 'select id from committees where hub_id = 1',
  'committee-calls/:ref': 'select id from committee_calls where hub_id = 1',
  'sittings/:ref': 'select id from sittings where hub_id = 1',
  'meetings/:ref': 'select meeting_id as id from hall_sayings where hub_id = 1',
  'entries/:ref': 'select id from entries where hub_id = 1 and withdrawn_at is null and hidden_at is null',
  'events/:ref': 'select id from town_events where hub_id = 1',
  'sites/:key': 'select key as id from sites where hub_id = 1 and closed_at is null and hidden_at is null',
  'sites/:key pages/:page': `select s.key as id, p.slug as inner_id from sites s join site_pages p on p.hub_id = s.hub_id and p.site_id = s.id
     where s.hub_id = 1 and p.kind = 'page' and p.withdrawn_at is null and s.closed_at is null and s.hidden_at is null
       and exists (select from site_page_versions v where v.hub_id = p.hub_id and v.page_id = p.id)`,
  'showcases/:ref': 'select id from showcases where hub_id = 1',
  'showcase-slots/:id': 'select id from showcase_slots where hub_id = 1',
  'groups/:ref': 'select id from groups where hub_id = 1 and hidden_at is null',
  'circles/:ref': 'select id from circles where hub_id = 1',
  'requirements/:ref': 'select id from requirement_sets where hub_id = 1',
  'group-reports/:ref': 'select id from year_reports where hub_id = 1',
};
const EACH = 6;

/** What the demo town has nothing of; each says why. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  'committees:draw-record': 'its committees choose their citizens',
  'search:find': 'what is found stands in an index, which the worker writes',
  'activities:find': 'the same',
};

let towns: TwoTowns;
beforeAll(async () => {
  towns = await openTwoTowns({ neighbour: false });
});
afterAll(() => towns.close());

const reads = () => apiOperations().filter(({ method, access }) => method === 'GET' && access === 'public');

/** The last addresses of an operation that stand for something, and its first. */
async function pathsOf({ path }: Pick<ApiOperation, 'path'>): Promise<string[]> {
  const named = [...path.matchAll(/[^/]+\/:\w+/g)].map(([found]) => found);
  if (named.length === 0) return [path];
  const sql = FOUND[named.join(' ')];
  if (sql === undefined) throw new Error(`where ${named.join(' ')} is found is not said`);
  const { rows } = await towns.superuser.query<{ id: string; inner_id?: string }>(sql);
  const some = [...rows.slice(0, EACH), ...rows.slice(-EACH)];
  return [...new Set(some.map(({ id, inner_id: inner }) => filled(path, [id, inner ?? ''])))];
}

const filled = (path: string, values: readonly string[]) => {
  let at = -1;
  return path.replace(/:\w+/g, () => {
    at += 1;
    return encodeURIComponent(values[at] ?? '');
  });
};

describe('X8 what programs read of the demo town', () => {
  test('is what is described, and none of it fails', async () => {
    const silent: string[] = [];
    for (const operation of reads()) {
      const answers = await Promise.all(
        (await pathsOf(operation)).map(async (path) => ({ path, ...(await towns.ask(`/api/v1${path}`)) })),
      );
      // Not everything has everything: an answer that isn't given yet is not found.
      expect(answers.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
      const given = answers.filter(({ status }) => status === 200).map(({ body }) => JSON.parse(body));
      if (!given.some((answer) => operation.kind !== 'list' || answer.items.length > 0)) silent.push(operation.name);
    }
    expect(silent.filter((name) => !(name in NOT_TOLD))).toEqual([]);
    expect(Object.keys(NOT_TOLD).filter((name) => !silent.includes(name))).toEqual([]);
  });

  test('is no less than what the pages give as JSON', async () => {
    const copies = reads().filter(({ copies }) => copies !== undefined);
    expect(copies.length).toBeGreaterThan(14);
    for (const { name, path, copies: page, kind } of copies) {
      let compared = 0;
      for (const from of await pathsOf({ path })) {
        const values = from.split('/').filter((_, at) => path.split('/')[at]?.startsWith(':'));
        const [given, whole] = await Promise.all([
          towns.ask(`/api/v1${from}${kind === 'list' ? '?limit=200' : ''}`),
          towns.ask(filled(page!, values.map(shortId))),
        ]);
        expect(given.status, from).toBe(whole.status);
        if (given.status !== 200) continue;
        const [answer, all] = [JSON.parse(given.body), JSON.parse(whole.body)];
        expect(kind === 'list' ? answer.items : answer, from).toEqual(kind === 'list' ? all.items.slice(0, 200) : all);
        compared += 1;
      }
      expect(compared > 0 || name in NOT_TOLD, name).toBe(true);
    }
  });
});

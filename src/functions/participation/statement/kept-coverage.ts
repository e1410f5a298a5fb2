/**
 * F9.5, P10: how far the statement has come on each debate is kept, in the transaction of the act that changes it: counting it for each page read
 * every opinion of a round. Whoever changes something holds the figures first (after the rows of opinions and the debate, which are held before
 * them everywhere) and reads in a later statement, so that what others did meanwhile is seen, and nothing is counted twice.
 */
import { addKeeper, type ChangedEntry, type Visibility } from '#commons/discussion/index.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { inTurns } from '#kernel/in-turns.ts';
import { COVERED_KINDS } from './coverage.ts';
import { COUNTED, IS_ANNEXED, IS_CITED, WITHOUT_CITATION } from './coverage-queries.ts';

/** Of debates of rounds; others have no statement. In the order of their ids, so that two acts wait for one another and not for ever. */
async function hold(db: Db, hubId: number, debateIds: readonly string[]): Promise<void> {
  await run(
    db,
    `insert into coverage_figures (hub_id, debate_id)
     select d.hub_id, d.id from debates d where d.id = any($1::uuid[]) and d.hub_id = $2 and d.round_id is not null
     order by d.id on conflict do nothing`,
    [debateIds, hubId],
  );
  await run(
    db,
    'select debate_id from coverage_figures where debate_id = any($1::uuid[]) order by debate_id for no key update',
    [debateIds],
  );
}

interface Dealt {
  debate_id: string;
  total: number;
  cited: number;
  annexed: number;
  hidden: number;
}

/** SQL: how opinions are dealt with, debate by debate; `where` names `o`. */
const dealtWith = (where: string) => `
  select debate_id, count(*) filter (where visible)::int as total, count(*) filter (where visible and cited)::int as cited,
    count(*) filter (where visible and annexed and not cited)::int as annexed, count(*) filter (where not visible)::int as hidden
  from (
    select o.debate_id, o.hidden_at is null as visible, ${IS_CITED} as cited, ${IS_ANNEXED} as annexed
    from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
    where d.round_id is not null and ${where} and ${COUNTED}
  ) as entries group by debate_id`;

const DEALT_WITH = dealtWith('o.id = any($1::uuid[])');

async function add(db: Db, hubId: number, sums: readonly Dealt[], sign: 1 | -1): Promise<void> {
  if (sums.length === 0) return;
  await run(
    db,
    `update coverage_figures f set total = f.total + $3 * s.total, cited = f.cited + $3 * s.cited,
       annexed = f.annexed + $3 * s.annexed, hidden = f.hidden + $3 * s.hidden
     from json_to_recordset($2::json) as s (debate_id uuid, total int, cited int, annexed int, hidden int)
     where f.hub_id = $1 and f.debate_id = s.debate_id`,
    [hubId, JSON.stringify(sums), sign],
  );
}

/** Points are few beside opinions: those of a debate are counted each time. The caller holds the figures. */
async function countPoints(db: Db, hubId: number, debateIds: readonly string[]): Promise<void> {
  await run(
    db,
    `update coverage_figures f set points = c.points, points_without_citation = c.without, unconfirmed_points = c.unconfirmed
     from (
       select d.id, count(p.id)::int as points, count(p.id) filter (where ${WITHOUT_CITATION})::int as without,
         count(p.id) filter (where exists (
           select from drafted_points t where t.hub_id = p.hub_id and t.point_id = p.id and t.confirmed_at is null))::int as unconfirmed
       from debates d left join points p
         on p.hub_id = d.hub_id and p.round_id = d.round_id and p.debate_id = d.id and p.removed_at is null
       where d.id = any($2::uuid[]) group by d.id
     ) c where f.hub_id = $1 and f.debate_id = c.id and (f.points, f.points_without_citation, f.unconfirmed_points)
       is distinct from (c.points, c.without, c.unconfirmed)`,
    [hubId, debateIds],
  );
}

export interface Touched {
  debateId: string;
  /** what may be cited, annexed, or neither afterwards; held by the caller where something new will refer to them */
  opinions: readonly string[];
}

/** Carries out an act on the statement, and keeps what it changed of these opinions and of the points of the debate. */
export async function keepingCoverage<T>(
  { db, hub }: { db: Db; hub: { id: number } },
  { debateId, opinions }: Touched,
  act: () => Promise<T>,
): Promise<T> {
  // Of a proposal that went into another, opinions stand in a debate of their own.
  const said = await run<{ id: string }>(
    db,
    'select distinct debate_id as id from opinions where id = any($1::uuid[])',
    [opinions],
  );
  await hold(db, hub.id, [...new Set([debateId, ...said.map(({ id }) => id)])]);
  const dealt = () => (opinions.length === 0 ? [] : run<Dealt>(db, DEALT_WITH, [opinions]));
  const before = await dealt();
  const result = await act();
  await add(db, hub.id, before, -1);
  await add(db, hub.id, await dealt(), 1);
  await countPoints(db, hub.id, [debateId]);
  return result;
}

/** What an act changed of the points of a debate, without citing anything. */
export async function keepPoints({ db, hub }: { db: Db; hub: { id: number } }, debateId: string): Promise<void> {
  await hold(db, hub.id, [debateId]);
  await countPoints(db, hub.id, [debateId]);
}

/** Counts these debates anew, after whoever changes something of them. */
export async function recountCoverage(db: Db, hubId: number, debateIds: readonly string[]): Promise<void> {
  await hold(db, hubId, debateIds);
  await run(
    db,
    `update coverage_figures f set total = coalesce(c.total, 0), cited = coalesce(c.cited, 0),
       annexed = coalesce(c.annexed, 0), hidden = coalesce(c.hidden, 0)
     from unnest($2::uuid[]) as named (id) left join (${dealtWith('o.debate_id = any($2::uuid[])')}) c on c.debate_id = named.id
     where f.hub_id = $1 and f.debate_id = named.id and (f.total, f.cited, f.annexed, f.hidden)
       is distinct from (coalesce(c.total, 0), coalesce(c.cited, 0), coalesce(c.annexed, 0), coalesce(c.hidden, 0))`,
    [hubId, debateIds],
  );
  await countPoints(db, hubId, debateIds);
}

/** What becomes of an entry that is hidden, shown again or taken back: cited and annexed it stays. */
async function keepSeen(db: Db, hubId: number, entry: ChangedEntry, was: Visibility, is: Visibility): Promise<void> {
  if (!isCounted(entry)) return;
  const points = await run<{ id: string }>(
    db,
    `select distinct p.debate_id as id from citations c join points p on p.hub_id = c.hub_id and p.id = c.point_id
     where c.opinion_id = $1 and p.removed_at is null`,
    [entry.id],
  );
  const cited = points.map(({ id }) => id);
  await hold(db, hubId, [...new Set([entry.debate_id, ...cited])]);
  const [facts] = await run<{ cited: boolean; annexed: boolean }>(
    db,
    `select ${IS_CITED} as cited, ${IS_ANNEXED} as annexed
     from opinions o join debates d on d.hub_id = o.hub_id and d.id = o.debate_id where o.id = $1 and d.round_id is not null`,
    [entry.id],
  );
  if (!facts) return;
  const as = (visibility: Visibility): Dealt => ({
    debate_id: entry.debate_id,
    total: Number(visibility === 'visible'),
    cited: Number(visibility === 'visible' && facts.cited),
    annexed: Number(visibility === 'visible' && facts.annexed && !facts.cited),
    hidden: Number(visibility === 'hidden'),
  });
  await add(db, hubId, [as(was)], -1);
  await add(db, hubId, [as(is)], 1);
  if (cited.length > 0) await countPoints(db, hubId, cited);
}

function isCounted({ kind, parent_id }: Pick<ChangedEntry, 'kind' | 'parent_id'>): boolean {
  return parent_id === null && (COVERED_KINDS as readonly string[]).includes(kind);
}

addKeeper({
  async said(db, hubId, { debate_id, kind }) {
    if (!isCounted({ kind, parent_id: null })) return;
    await run(
      db,
      `insert into coverage_figures as f (hub_id, debate_id, total)
       select d.hub_id, d.id, 1 from debates d where d.hub_id = $1 and d.id = $2 and d.round_id is not null
       on conflict (hub_id, debate_id) do update set total = f.total + 1`,
      [hubId, debate_id],
    );
  },
  seen: keepSeen,
  recounted: (db, hubId, debateId) => recountCoverage(db, hubId, [debateId]),
});

const AT_ONCE = 50;

/** Piece by piece, so that whoever writes beside it waits for fifty debates at most; gives how many each piece was. */
async function* pieces(hubwise: Hubwise, hubId: number): AsyncGenerator<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const debates = await hubwise.read(hubId, (db) =>
      run<{ id: string }>(db, 'select id from debates where round_id is not null and id > $1 order by id limit $2', [
        after,
        AT_ONCE,
      ]),
    );
    const ids = debates.map(({ id }) => id);
    if (ids.length === 0) return;
    await hubwise.write(hubId, (db) => recountCoverage(db, hubId, ids));
    after = ids.at(-1)!;
    yield ids.length;
  }
}

/** Once a day, and when a worker starts: what a version before didn't raise, or a restored copy left behind, is right again. */
export const recount = inTurns({
  everyMs: 24 * 3_600_000,
  aTurn: 500,
  pieces: ({ hub, hubwise }) => pieces(hubwise, hub.id),
});

/** All at once. */
export async function recountTown(hubwise: Hubwise, hubId: number): Promise<void> {
  for await (const _ of pieces(hubwise, hubId));
}

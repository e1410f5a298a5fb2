/**
 * F9.2 Counting votes. The worker takes the noted changes, counts those opinions anew from the votes themselves, and tells the
 * pages once a batch. Taking and counting are one transaction: whenever a process dies, either both happened or neither.
 */
import { followByVoting } from '#commons/notices/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { TALLY_LOCK } from './discussion.ts';

const BATCH = 5000;
/** A turn of the ticker ends even while votes pour in; the next one goes on. */
const MOST_BATCHES = 20;

interface Change {
  opinion_id: string;
  debate_id: string;
  person_id: string;
}

/**
 * Only one counts at a time in a hub. Two at once could each be right about what they saw, and the one that writes last would
 * undo what only the other had seen.
 */
async function tryHold(db: Db, hubId: number): Promise<boolean> {
  const [row] = await run<{ held: boolean }>(db, 'select pg_try_advisory_xact_lock($1, $2) as held', [
    TALLY_LOCK,
    hubId,
  ]);
  return row?.held === true;
}

export async function holdTally(db: Db, hubId: number): Promise<void> {
  await run(db, 'select pg_advisory_xact_lock($1, $2)', [TALLY_LOCK, hubId]);
}

/** Counts the votes on these opinions from scratch. */
export async function countVotes(db: Db, hubId: number, opinionIds: readonly string[]): Promise<void> {
  await run(
    db,
    `update opinions o set agree = c.agree, disagree = c.disagree, pass = c.pass
     from (
       select t.id, count(*) filter (where v.stance = 1)::int as agree, count(*) filter (where v.stance = -1)::int as disagree,
         count(*) filter (where v.stance = 0)::int as pass
       from unnest($2::uuid[]) as t (id) left join votes v on v.hub_id = $1 and v.opinion_id = t.id
       group by t.id
     ) c
     where o.hub_id = $1 and o.id = c.id
       and (o.agree <> c.agree or o.disagree <> c.disagree or o.pass <> c.pass)`,
    [hubId, opinionIds],
  );
}

interface Came {
  debate_id: string;
  kind: string;
  title: string;
  person_id: string;
  at: Date;
}

/**
 * Who has a vote standing in a debate, looked at for these pairs only; then the debates' sums, and by as much as they changed the
 * hub's. Gives who is new there.
 */
async function countVoters(db: Db, hubId: number, changes: readonly Change[]): Promise<Came[]> {
  const pairs = new Map(changes.map((change) => [`${change.debate_id} ${change.person_id}`, change]));
  const debates = [...new Set(changes.map((change) => change.debate_id))];
  return run<Came>(
    db,
    `with state as (
       select t.debate_id, t.person_id, exists (
         select from votes v where v.hub_id = $1 and v.person_id = t.person_id and v.debate_id = t.debate_id) as votes
       from unnest($2::uuid[], $3::uuid[]) as t (debate_id, person_id)
     ), came as (
       insert into debate_voters (hub_id, debate_id, person_id) select $1, s.debate_id, s.person_id from state s where s.votes
       on conflict (hub_id, debate_id, person_id) do nothing returning debate_id, person_id
     ), went as (
       delete from debate_voters w using state s
       where not s.votes and w.hub_id = $1 and w.debate_id = s.debate_id and w.person_id = s.person_id returning w.debate_id
     ), sums as (
       select d.id, d.vote_count as before, (select coalesce(sum(o.seen), 0)::int from opinions o
         where o.hub_id = $1 and o.debate_id = d.id and o.parent_id is null) as after
       from debates d where d.hub_id = $1 and d.id = any($4::uuid[])
     ), counted as (
     update debates d set
       voter_count = d.voter_count + (select count(*) from came c where c.debate_id = d.id)::int
         - (select count(*) from went w where w.debate_id = d.id)::int,
       vote_count = s.after,
       map_changes = coalesce(d.map_changes, 0) + 1
     from sums s where d.hub_id = $1 and d.id = s.id
     ), raised as (
       insert into vote_tallies as t (hub_id, turns, votes) select $1, 1, coalesce(sum(after - before), 0) from sums
       on conflict (hub_id) do update set turns = t.turns + 1, votes = t.votes + excluded.votes
     )
     select c.debate_id, c.person_id, d.kind, d.title,
       (select max(v.at) from votes v where v.hub_id = $1 and v.person_id = c.person_id and v.debate_id = c.debate_id) as at
     from came c join debates d on d.hub_id = $1 and d.id = c.debate_id`,
    [
      hubId,
      [...pairs.values()].map((pair) => pair.debate_id),
      [...pairs.values()].map((pair) => pair.person_id),
      debates,
    ],
  );
}

/** Takes a batch of changes and counts what they touched. Gives the tags of the pages that show it, or null when all is counted. */
export async function tallyBatch(db: Db, hubId: number, limit = BATCH): Promise<string[] | null> {
  if (!(await tryHold(db, hubId))) return null;
  const changes = await run<Change>(
    db,
    `delete from vote_changes where hub_id = $1 and id in (
       select id from vote_changes where hub_id = $1 order by id limit $2)
     returning opinion_id, debate_id, person_id`,
    [hubId, limit],
  );
  if (changes.length === 0) return null;
  const opinions = [...new Set(changes.map((change) => change.opinion_id))];
  await countVotes(db, hubId, opinions);
  const came = await countVoters(db, hubId, changes);
  await followByVoting(
    db,
    hubId,
    came.map(({ debate_id: id, kind, title, person_id: person, at: since }) => ({
      id,
      kind: kind === 'imported' ? 'debate' : kind,
      title,
      person,
      since,
    })),
  );
  return [...new Set(changes.map((change) => `debate:${change.debate_id}`)), ...opinions.map((id) => `opinion:${id}`)];
}

/**
 * Counts the hub's sum anew from its debates. Also where it was right a turn is noted: whoever counted before may have been a version that
 * noted none.
 */
export async function recountTally(db: Db, hubId: number): Promise<void> {
  await holdTally(db, hubId);
  await run(
    db,
    `insert into vote_tallies as t (hub_id, turns, votes) select $1, 1, coalesce(sum(vote_count), 0) from debates where hub_id = $1
     on conflict (hub_id) do update set turns = t.turns + 1, votes = excluded.votes`,
    [hubId],
  );
}

/** Hubs, by their database, whose pages this process has told of what an earlier one may have counted and then died before telling. */
const toldAtStart = new WeakMap<JobContext['hubwise'], Set<number>>();

export async function tally(job: JobContext): Promise<void> {
  const { hub, hubwise } = job;
  const told = toldAtStart.get(hubwise) ?? new Set();
  toldAtStart.set(hubwise, told);
  if (!told.has(hub.id)) {
    await hubwise.write(hub.id, (db) => recountTally(db, hub.id));
    const live = await hubwise.read(hub.id, (db) =>
      run<{ id: string }>(db, 'select id from debates where closes_at > $1 order by id desc limit 1000', [
        new Date(job.now.getTime() - 3_600_000),
      ]),
    );
    await job.invalidate(live.map((debate) => `debate:${debate.id}`));
    told.add(hub.id);
  }
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const tags = await hubwise.write(hub.id, (db) => tallyBatch(db, hub.id));
    if (!tags) return;
    await job.invalidate(tags);
  }
}

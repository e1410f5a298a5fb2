/** F9.2 Many opinions and votes at once: the demo town, and debates brought in from elsewhere. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { OpinionKind, Stance } from './discussion.ts';
import { tellKeepers } from './keepers.ts';
import { countVotes, holdTally } from './tally.ts';

/** Rows of one statement; more are sent in several. */
const CHUNK = 20_000;

export interface OpinionRow {
  id: string;
  debateId: string;
  kind: OpinionKind;
  actorId: string;
  personId: string;
  body: string;
  saidAt: Date;
  /** entries without a number get one, in the order they were said, from `recountDebate` */
  number?: number;
  parentId?: string;
  quotedId?: string;
  reason?: string;
  amendment?: string;
  amendedAt?: Date;
  hiddenAt?: Date;
  withdrawal?: { reason: string; at: Date };
}

/** Inserts opinions and replies (a reply's entry among the rows or there already). Run `recountDebate` afterwards. */
export async function insertOpinions(db: Db, hubId: number, rows: readonly OpinionRow[]): Promise<void> {
  // A reply may be listed before its entry: entries go first, so that it is there in whichever chunk.
  const ordered = [...rows.filter((row) => !row.parentId), ...rows.filter((row) => row.parentId)];
  for (const part of chunks(ordered)) {
    const column = <T>(pick: (row: OpinionRow) => T) => part.map(pick);
    await run(
      db,
      `insert into opinions (hub_id, id, debate_id, kind, actor_id, person_id, body, said_at, number, parent_id, quoted_id, reason,
         amendment, amended_at, hidden_at, withdrawn_at, version)
       select $1, t.*, case when t.amendment is null then 1 else 2 end
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::int[], $10::uuid[],
         $11::uuid[], $12::text[], $13::text[], $14::timestamptz[], $15::timestamptz[], $16::timestamptz[])
         as t (id, debate_id, kind, actor_id, person_id, body, said_at, number, parent_id, quoted_id, reason, amendment, amended_at,
           hidden_at, withdrawn_at)`,
      [
        hubId,
        column((row) => row.id),
        column((row) => row.debateId),
        column((row) => row.kind),
        column((row) => row.actorId),
        column((row) => row.personId),
        column((row) => row.body),
        column((row) => row.saidAt),
        column((row) => row.number ?? null),
        column((row) => row.parentId ?? null),
        column((row) => row.quotedId ?? null),
        column((row) => row.reason ?? ''),
        column((row) => row.amendment ?? null),
        column((row) => (row.amendment === undefined ? null : (row.amendedAt ?? row.saidAt))),
        column((row) => row.hiddenAt ?? null),
        column((row) => row.withdrawal?.at ?? null),
      ],
    );
    await keepBulkHistory(db, hubId, part);
  }
}

/** The first words beside the addition, and the reasons of tombstones, as the acts themselves would have left them. */
async function keepBulkHistory(db: Db, hubId: number, part: readonly OpinionRow[]): Promise<void> {
  const amended = part.filter((row) => row.amendment !== undefined).map((row) => row.id);
  if (amended.length > 0) {
    await run(
      db,
      `insert into opinion_versions (hub_id, opinion_id, version, body, reason, amendment, written_at)
       select $1, o.id, n.version, o.body, o.reason, case n.version when 2 then o.amendment end,
         case n.version when 1 then o.said_at else o.amended_at end
       from opinions o cross join (values (1), (2)) as n (version) where o.id = any($2::uuid[])`,
      [hubId, amended],
    );
  }
  const withdrawn = part.flatMap((row) => (row.withdrawal ? [{ row, ...row.withdrawal }] : []));
  if (withdrawn.length > 0) {
    await run(
      db,
      `insert into opinion_withdrawals (hub_id, opinion_id, person_id, reason, at)
       select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[]) as t`,
      [
        hubId,
        withdrawn.map(({ row }) => row.id),
        withdrawn.map(({ row }) => row.personId),
        withdrawn.map(({ reason }) => reason),
        withdrawn.map(({ at }) => at),
      ],
    );
  }
}

export interface VoteRow {
  opinionId: string;
  personId: string;
  stance: Stance;
  at: Date;
}

/**
 * Inserts votes; one that is there already takes the new stance. Run `recountDebate` afterwards.
 * @throws RangeError when a row is not a person's vote on an opinion of this hub, or votes twice (P1); roll back then
 */
export async function insertVotes(db: Db, hubId: number, rows: readonly VoteRow[]): Promise<void> {
  if (new Set(rows.map((row) => `${row.opinionId} ${row.personId}`)).size < rows.length) {
    throw new RangeError('one person votes once on an opinion');
  }
  for (const part of chunks(rows)) {
    // The limit keeps it one look into the index a vote, where the opinions are as new as the votes and the planner has no figures of them.
    const [done] = await run<{ n: number }>(
      db,
      `with kept as (
         insert into votes (hub_id, opinion_id, person_id, debate_id, stance, at)
         select $1, t.opinion_id, t.person_id, o.debate_id, t.stance, t.at
         from unnest($2::uuid[], $3::uuid[], $4::smallint[], $5::timestamptz[]) as t (opinion_id, person_id, stance, at)
         cross join lateral (select debate_id from opinions where hub_id = $1 and id = t.opinion_id and kind = 'opinion' limit 1) o
         join actors a on a.hub_id = $1 and a.id = t.person_id and a.kind = 'person'
         on conflict (hub_id, opinion_id, person_id) do update set stance = excluded.stance, at = excluded.at
         returning 1)
       select count(*)::int as n from kept`,
      [
        hubId,
        part.map((row) => row.opinionId),
        part.map((row) => row.personId),
        part.map((row) => row.stance),
        part.map((row) => row.at),
      ],
    );
    if (done?.n !== part.length) throw new RangeError('votes belong to persons, on opinions of this hub');
  }
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}

/** Numbers, counts and sums of one debate from scratch; the hub's sum goes along. */
export async function recountDebate(db: Db, hubId: number, debateId: string): Promise<void> {
  await holdTally(db, hubId);
  await run(
    db,
    `update opinions o set number = n.number
     from (
       select id, (select coalesce(max(number), 0) from opinions where debate_id = $2) + row_number() over (order by said_at, id) as number
       from opinions where debate_id = $2 and parent_id is null and number is null
     ) n
     where o.hub_id = $1 and o.id = n.id`,
    [hubId, debateId],
  );
  const entries = await run<{ id: string }>(
    db,
    'select id from opinions where debate_id = $1 and parent_id is null order by id',
    [debateId],
  );
  const ids = entries.map((entry) => entry.id);
  for (const part of chunks(ids)) await countVotes(db, hubId, part);
  await run(
    db,
    `update opinions o set reply_count = r.replies, answered_at = r.answered_at
     from (
       select e.id, count(a.id)::int as replies,
         min(a.said_at) filter (where a.kind = 'answer' and a.withdrawn_at is null and a.hidden_at is null) as answered_at
       from opinions e left join opinions a on a.hub_id = $1 and a.parent_id = e.id
       where e.debate_id = $2 and e.parent_id is null group by e.id
     ) r
     where o.hub_id = $1 and o.id = r.id and (o.reply_count, o.answered_at) is distinct from (r.replies, r.answered_at)`,
    [hubId, debateId],
  );
  await run(db, 'delete from debate_voters where hub_id = $1 and debate_id = $2', [hubId, debateId]);
  await run(
    db,
    `insert into debate_voters (hub_id, debate_id, person_id)
     select distinct $1::int, $2::uuid, v.person_id from votes v
     where v.opinion_id in (select id from opinions where debate_id = $2 and parent_id is null)`,
    [hubId, debateId],
  );
  await run(
    db,
    `with c as (
       select max(number) as numbered, coalesce(sum(seen), 0)::int as votes,
         count(*) filter (where kind = 'opinion' and withdrawn_at is null and hidden_at is null)::int as votable
       from opinions where debate_id = $2 and parent_id is null
     ), raised as (
       insert into vote_tallies as t (hub_id, turns, votes)
       select $1, 1, c.votes - d.vote_count from c cross join debates d where d.id = $2
       on conflict (hub_id) do update set turns = t.turns + 1, votes = t.votes + excluded.votes
     )
     update debates d set
       opinion_count = coalesce(c.numbered, 0), votable_count = c.votable, vote_count = c.votes,
       voter_count = (select count(*) from debate_voters w where w.debate_id = $2)::int,
       map_changes = coalesce(d.map_changes, 0) + 1
     from c where d.hub_id = $1 and d.id = $2`,
    [hubId, debateId],
  );
  await tellKeepers((keeper) => keeper.recounted(db, hubId, debateId));
}

/** Keeps how much each opinion parts people, as the map found it; weighs in what is shown next. */
export async function keepExtremities(db: Db, hubId: number, found: ReadonlyMap<string, number>): Promise<void> {
  await run(
    db,
    `update opinions o set extremity = t.extremity from unnest($2::uuid[], $3::real[]) as t (id, extremity)
     where o.hub_id = $1 and o.id = t.id and abs(o.extremity - t.extremity) > 0.01`,
    [hubId, [...found.keys()], [...found.values()]],
  );
}

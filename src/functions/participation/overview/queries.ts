/** What the front page and the list of events show. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export interface HappenedEvent {
  id: string;
  at: Date;
  verb: string;
  object_kind: string;
  object_id: string;
  public: Readonly<Record<string, unknown>>;
  actor_id: string | null;
  actor_name: string | null;
  actor_kind: ActorKind | null;
}

/**
 * X4: of a thing that is hidden now, what its event told in public is not told again; why it was hidden is. It looks for a row where
 * exists() would do: for that one the planner reads everything hidden in the town at once.
 */
const SEEN = `case when e.verb not like 'moderation.%' and (
    select true from hidings h where h.hub_id = e.hub_id and h.kind = e.object_kind and h.object_id = e.object_id and h.until is null limit 1)
  then e.public - 'title' - 'excerpt' else e.public end`;

/** Public events, newest first, before the event `before`. */
export function happened(db: Db, before: string | null, limit: number): Promise<HappenedEvent[]> {
  return run<HappenedEvent>(
    db,
    `select e.id, e.at, e.verb, e.object_kind, e.object_id, ${SEEN} as public, e.actor_id, a.name as actor_name, a.kind as actor_kind
     from events e left join actors a on a.hub_id = e.hub_id and a.id = e.actor_id
     where e.is_public and ($1::uuid is null or e.id < $1) order by e.id desc limit $2`,
    [before, limit],
  );
}

export interface OpenDebate {
  id: string;
  title: string;
  closes_at: Date;
  opinion_count: number;
  vote_count: number;
  excerpt: string;
  actor_id: string;
  actor_name: string;
  actor_kind: ActorKind;
}

/** Proposals of a round that are open to debate, those with the fewest opinions first: every voice gets its turn. */
export function openDebates(db: Db, now: Date, limit: number): Promise<OpenDebate[]> {
  return run<OpenDebate>(
    db,
    `select d.id, d.title, d.closes_at, d.opinion_count, d.vote_count, d.excerpt,
       a.id as actor_id, a.name as actor_name, a.kind as actor_kind
     from rounds r
     cross join lateral (
       select p.hub_id, p.id, p.title, p.actor_id, d.closes_at, d.opinion_count, d.vote_count, left(v.problem, 90) as excerpt
       from debates d
       join proposals p on p.hub_id = d.hub_id and p.id = d.id
       join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
       where d.hub_id = r.hub_id and d.round_id = r.id and d.closed_because is null and p.withdrawn_at is null and p.hidden_at is null
       order by d.opinion_count, d.id limit $2
     ) as d
     join actors a on a.hub_id = d.hub_id and a.id = d.actor_id
     where r.debating_at <= $1 and r.drafting_at > $1
     order by d.opinion_count, d.id limit $2`,
    [now, limit],
  );
}

export interface FrontFigures {
  debating: number;
  editors: number;
  waiting: number;
}

/** Three numbers for the doors; each counts rows of the rounds under way only. */
export async function frontFigures(db: Db, now: Date): Promise<FrontFigures> {
  const [figures] = await run<FrontFigures>(
    db,
    `select
       coalesce((select sum(proposal_count) from rounds where debating_at <= $1 and drafting_at > $1), 0)::int as debating,
       (select count(*) from editors e join rounds r on r.hub_id = e.hub_id and r.id = e.round_id
        where e.lowered_at is null and r.published_at is null and r.debating_at <= $1)::int as editors,
       (select count(*) from (select 1 from proposals p join rounds r on r.hub_id = p.hub_id and r.id = p.round_id
          where r.published_at is not null and r.closing_at > $1 and p.answer_kind is null and p.withdrawn_at is null
          limit 1001) as bounded)::int as waiting`,
    [now],
  );
  return figures ?? { debating: 0, editors: 0, waiting: 0 };
}

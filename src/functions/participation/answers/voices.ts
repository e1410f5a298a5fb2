/** F9.8 Backwards: from an answer to the voices behind it. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

/** An opinion that a point cites, short; only what can still be read. */
export interface Voice {
  id: string;
  number: number | null;
  body: string;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
}

const SHOWN = 6;

/**
 * SQL: a JSON array of the first Voices behind the answer `a` of the query around it: what its point cites, or, for a proposal,
 * what the points on it cite.
 */
export const VOICES_JSON = `coalesce((select json_agg(voice) from (
    select o.id, o.number, left(o.body, 200) as body, va.id as actor_id, va.kind as actor_kind, va.name as actor_name
    from (
      select distinct c.opinion_id from points q
      join citations c on c.hub_id = q.hub_id and c.point_id = q.id
      where q.hub_id = a.hub_id and q.removed_at is null
        and (q.id = a.point_id or (q.round_id = a.round_id and q.debate_id = a.proposal_id))
    ) as cited
    join opinions o on o.hub_id = a.hub_id and o.id = cited.opinion_id
    join actors va on va.hub_id = o.hub_id and va.id = o.actor_id
    where o.withdrawn_at is null and o.hidden_at is null
    order by o.number nulls last, o.id limit ${SHOWN}) as voice), '[]'::json)`;

/** The voices behind one answer (its present version). */
export async function voicesBehind(db: Db, answerId: string): Promise<Voice[]> {
  const [row] = await run<{ voices: Voice[] }>(db, `select ${VOICES_JSON} as voices from answers a where a.id = $1`, [
    answerId,
  ]);
  return row?.voices ?? [];
}

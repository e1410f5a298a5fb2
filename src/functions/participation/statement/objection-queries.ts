/** F9.5 Reads of objections: who was misunderstood where, and how it was settled. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Resolution } from './statement.ts';
import type { Dated } from './statement-queries.ts';

export interface ShownObjection {
  id: string;
  debate_id: string;
  debate_title: string;
  point_id: string | null;
  /** of the point, or of the annex entry, that was objected to */
  version: number;
  opinion_id: string;
  opinion_number: number | null;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  body: string;
  raised_at: Date;
  resolution: Resolution | null;
  reply: string;
  /** null where the secretariat stood in for editors */
  resolved_by: string | null;
  resolved_at: Date | null;
}

const SHOWN = `select b.id, b.debate_id, t.title as debate_title, b.point_id, b.version, b.opinion_id, o.number as opinion_number,
    b.actor_id, a.kind as actor_kind, a.name as actor_name, b.body, b.raised_at, b.resolution, b.reply, b.resolved_at,
    case when b.resolution = 'taken-back' then a.name else w.name end as resolved_by
  from objections b
  join debates t on t.hub_id = b.hub_id and t.id = b.debate_id
  join opinions o on o.hub_id = b.hub_id and o.id = b.opinion_id
  join actors a on a.hub_id = b.hub_id and a.id = b.actor_id
  left join editors e on e.hub_id = b.hub_id and e.round_id = b.round_id and e.person_id = b.resolved_by
  left join actors w on w.hub_id = e.hub_id and w.id = e.person_id`;

/** Objections as JSON, for a larger query: `where` names `b`, and may name `d`, `p` and `r` of the query around. */
export function objectionsJson(where: string, limit: number): string {
  return `coalesce((select json_agg(x) from (${SHOWN} where ${where} order by b.raised_at, b.id limit ${limit}) as x), '[]')`;
}

/** Objections out of JSON. */
export function revived(objections: readonly Dated<ShownObjection>[]): ShownObjection[] {
  return objections.map((objection) => ({
    ...objection,
    raised_at: new Date(objection.raised_at),
    resolved_at: objection.resolved_at === null ? null : new Date(objection.resolved_at),
  }));
}

export async function shownObjection(db: Db, id: string): Promise<ShownObjection | null> {
  const [row] = await run<ShownObjection>(db, `${SHOWN} where b.id = $1`, [id]);
  return row ?? null;
}

/** F9.5 Objections that an edit settles: said so by the editor, or because what was objected to is gone. */
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type DebateDesk, type PointDesk, tagsOf } from './desk.ts';
import { type Resolution, refuse } from './statement.ts';

interface Settled {
  id: string;
  opinion_id: string;
}

const RESOLVED = `update objections set resolution = $3, reply = $4, resolved_by = $5, resolved_at = $6
  where hub_id = $1 and resolution is null`;

/**
 * The objections to this point that its editor says are met by `version`; others are left as they are.
 * @throws Refusal not-edited when one of them was made to this very version
 */
export async function settleByEdit(
  ctx: ActionContext,
  desk: PointDesk,
  version: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const settled = await run<Settled>(
    ctx.db,
    `${RESOLVED} and point_id = $2 and id = any($7::uuid[]) and version < $8 returning id, opinion_id`,
    [ctx.hub.id, desk.point.id, 'edited', '', ctx.person.id, ctx.now, ids, version],
  );
  const left = await run(
    ctx.db,
    'select 1 from objections where point_id = $1 and id = any($2::uuid[]) and resolution is null limit 1',
    [desk.point.id, ids],
  );
  if (left.length > 0) throw refuse('not-edited', { field: 'settles' });
  for (const objection of settled) await recordSettled(ctx, desk, objection, 'edited', '');
}

/** A point, or entries in the annex, are no longer there, and with them what was said against them. */
export async function settleRemoved(
  ctx: ActionContext,
  desk: DebateDesk,
  removed: { pointId: string } | { annexed: readonly string[] },
): Promise<void> {
  const [where, id] =
    'pointId' in removed
      ? ['point_id = $2', removed.pointId]
      : ['point_id is null and opinion_id = any($2::uuid[])', removed.annexed];
  const values = [ctx.hub.id, id, 'edited', '', ctx.person.id, ctx.now];
  const settled = await run<Settled>(ctx.db, `${RESOLVED} and ${where} returning id, opinion_id`, values);
  for (const objection of settled) await recordSettled(ctx, desk, objection, 'edited', '');
}

export function recordSettled(
  ctx: ActionContext,
  desk: DebateDesk,
  objection: Settled,
  resolution: Resolution,
  reply: string,
): Promise<void> {
  return ctx.record({
    verb: 'statement.objection-resolved',
    object: { kind: 'objection', id: objection.id },
    public: { title: desk.debate.title, roundId: desk.round.id, debateId: desk.debate.id, resolution },
    parts: [{ part: 'resolution', actorId: ctx.actor.id, content: { resolution, reply } }],
    tags: tagsOf(desk, [objection.opinion_id]),
  });
}

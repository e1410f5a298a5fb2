/** F9.5 "The statement cannot be published with an open objection, it is answered by an edit or a recorded reply." */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type DebateDesk, debateDesk } from './desk.ts';
import { maySettle } from './rules.ts';
import { recordSettled } from './settle-objections.ts';
import { checkLength, insist, optionalText, type Resolution, refuse } from './statement.ts';

export interface HeldObjection {
  id: string;
  debate_id: string;
  round_id: string;
  point_id: string | null;
  version: number;
  opinion_id: string;
  actor_id: string;
  resolution: Resolution | null;
}

/** An objection with its desk, held against being settled twice. */
export async function heldObjection(
  ctx: ActionContext,
  id: string,
): Promise<{ objection: HeldObjection; desk: DebateDesk }> {
  const [objection] = await run<HeldObjection>(
    ctx.db,
    `select id, debate_id, round_id, point_id, version, opinion_id, actor_id, resolution from objections where id = $1 for update`,
    [id],
  );
  if (!objection) throw refuseKernel('not-found', { status: 404 });
  return { objection, desk: await debateDesk(ctx.db, ctx.reader, objection.debate_id, true) };
}

/** By a reply in words; or by an edit made since the objection, with words if wished. */
export const resolveObjection = action({
  name: 'statement.resolve-objection',
  input: z.object({
    objectionId: z.uuid(),
    resolution: z.enum(['edited', 'replied'], { error: 'not-a-choice' }),
    reply: optionalText,
  }),
  async run(ctx, { objectionId, resolution, reply }): Promise<{ debateId: string }> {
    const { objection, desk } = await heldObjection(ctx, objectionId);
    insist(maySettle(ctx.hub, ctx.reader, desk.round, desk, ctx.now), desk.round, ctx.lang);
    if (objection.resolution) throw refuse('resolved', { status: 409 });
    checkLength('reply', reply, rulesOf(ctx.hub, desk.round.rules_version).limits.reply);
    if (resolution === 'replied' && reply === '') throw refuseKernel('required', { field: 'reply' });
    if (resolution === 'edited' && !(await editedSince(ctx, objection)))
      throw refuse('not-edited', { field: 'resolution' });
    await run(
      ctx.db,
      'update objections set resolution = $3, reply = $4, resolved_by = $5, resolved_at = $6 where hub_id = $1 and id = $2',
      [ctx.hub.id, objectionId, resolution, reply, ctx.person.id, ctx.now],
    );
    await recordSettled(ctx, desk, objection, resolution, reply);
    return { debateId: desk.debate.id };
  },
});

async function editedSince(ctx: ActionContext, objection: HeldObjection): Promise<boolean> {
  const [present] = objection.point_id
    ? await run<{ version: number }>(ctx.db, 'select version from points where id = $1 and removed_at is null', [
        objection.point_id,
      ])
    : await run<{ version: number }>(
        ctx.db,
        'select version from annex_entries where round_id = $1 and opinion_id = $2',
        [objection.round_id, objection.opinion_id],
      );
  return !present || present.version > objection.version;
}

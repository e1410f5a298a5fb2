/** X4: hiding and showing again. A dated row says who, why and since when; the owner of the thing hides it; the journal has both. */
import { hush, unhush } from '#commons/notices/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { isPrivate, moderatedKind } from './kinds.ts';
import type { Ground } from './moderation.ts';
import type { ActingModerator } from './moderators.ts';

export interface HidingAct {
  kind: string;
  id: string;
  version: number;
  decisionId: string;
  appealId: string | null;
  ground: Ground;
  /** as the public reads it */
  reason: string;
}

/** Hides a thing. What is hidden already stays so, under its first reason. */
export async function hide(ctx: ActionContext, moderator: ActingModerator, act: HidingAct): Promise<void> {
  const tags = (await moderatedKind(act.kind)?.setHidden(ctx.db, ctx.hub.id, act.id, ctx.now, ctx.hub)) ?? [];
  if (isPrivate(act.kind)) return record(ctx, 'moderation.hidden', moderator, act, tags);
  await run(
    ctx.db,
    `insert into hidings (hub_id, id, kind, object_id, decision_id, appeal_id, moderator_id, ground, reason, since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (hub_id, kind, object_id) where until is null do nothing`,
    [
      ctx.hub.id,
      ctx.newId(),
      act.kind,
      act.id,
      act.decisionId,
      act.appealId,
      moderator.id,
      act.ground,
      act.reason,
      ctx.now,
    ],
  );
  await hush(ctx, { kind: act.kind, id: act.id });
  await record(ctx, 'moderation.hidden', moderator, act, tags);
}

/** Shows a thing again. */
export async function show(ctx: ActionContext, moderator: ActingModerator, act: HidingAct): Promise<void> {
  const tags = (await moderatedKind(act.kind)?.setHidden(ctx.db, ctx.hub.id, act.id, null)) ?? [];
  if (isPrivate(act.kind)) return record(ctx, 'moderation.shown', moderator, act, tags);
  await run(
    ctx.db,
    'update hidings set until = $4 where hub_id = $1 and kind = $2 and object_id = $3 and until is null',
    [ctx.hub.id, act.kind, act.id, ctx.now],
  );
  await unhush(ctx, { id: act.id });
  await record(ctx, 'moderation.shown', moderator, act, tags);
}

function record(
  ctx: ActionContext,
  verb: 'moderation.hidden' | 'moderation.shown',
  moderator: ActingModerator,
  act: HidingAct,
  tags: readonly string[],
): Promise<void> {
  const { ground, reason, decisionId } = act;
  const isLetter = isPrivate(act.kind);
  const facts = { ground, reason, decisionId, moderator: moderator.number, ...(isLetter ? { about: act.kind } : {}) };
  return ctx.record({
    verb,
    // The public learns of the decision, not of the letter.
    object: isLetter ? { kind: 'decision', id: decisionId } : { kind: act.kind, id: act.id, version: act.version },
    public: facts,
    parts: [{ part: 'decision', actorId: moderator.officeId, content: facts }],
    tags: [...tags, 'moderation', `decision:${decisionId}`],
    as: moderator.officeId,
  });
}

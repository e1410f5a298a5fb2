/** X4: an appeal is decided by another moderator than who decided first, with reason; reversing undoes what was done. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { type Appeal, appealById, lockedDecision, type WholeDecision } from './decision-queries.ts';
import { recountMonth } from './figures.ts';
import { hide, show } from './hide.ts';
import { isPrivate, moderatedKind } from './kinds.ts';
import { tellSettled } from './letters.ts';
import { APPEAL_OUTCOMES, type AppealOutcome, REASON_MAX, refuse } from './moderation.ts';
import { type ActingModerator, actingModerator } from './moderators.ts';
import { maySettle } from './rules.ts';

export const settleAppeal = action({
  name: 'moderation.settle-appeal',
  input: z.object({
    id: z.uuid(),
    outcome: z.enum(APPEAL_OUTCOMES, { error: 'not-a-choice' }),
    answer: prose({ max: REASON_MAX }),
  }),
  async run(ctx, { id, outcome, answer }): Promise<{ decisionId: string }> {
    const moderator = await actingModerator(ctx);
    const named = await appealById(ctx.db, id);
    const decision = named && (await lockedDecision(ctx.db, named.decision_id));
    // Read again under the decision's lock: somebody may have settled it a moment ago.
    const appeal = decision && (await appealById(ctx.db, id));
    if (!decision || !appeal) throw refuseKernel('not-found', { status: 404 });
    const no = maySettle(ctx.reader, decision, { personId: appeal.person_id ?? '', outcome: appeal.outcome });
    if (no) throw refuse(no, { status: no === 'settled-already' ? 409 : 403 });
    if (outcome === 'reversed' && isReversedForOther(decision, appeal))
      throw refuse('reversed-for-other', { status: 409 });
    await run(
      ctx.db,
      `update moderation_appeals set outcome = $3, answer = $4, moderator_id = $5, decider_id = $6, settled_at = $7
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, outcome, answer, moderator.id, ctx.person.id, ctx.now],
    );
    if (outcome === 'reversed' && !decision.reversedAt) await reverse(ctx, moderator, decision, appeal, answer);
    await recordSettled(ctx, moderator, decision, outcome, answer);
    await recountMonth(ctx.db, ctx.hub, decision.decidedAt);
    const { person_id: personId, by_report: byReport } = appeal;
    await tellSettled(
      ctx,
      { decisionId: decision.id, side: appeal.side, personId, byReport, outcome, answer },
      { ...decision, isPrivate: isPrivate(decision.kind) },
      { authorMail: (await moderatedKind(decision.kind)?.find(ctx.db, decision.objectId))?.authorMail ?? '' },
    );
    return { decisionId: decision.id };
  },
});

/** A warning can be too much for its author and too little for who reported it: what was decided for one isn't undone for the other. */
function isReversedForOther(decision: WholeDecision, { side }: Appeal): boolean {
  return decision.appeals.some((other) => other.outcome === 'reversed' && other.side !== side);
}

async function reverse(
  ctx: ActionContext,
  moderator: ActingModerator,
  decision: WholeDecision,
  appeal: Appeal,
  answer: string,
): Promise<void> {
  await run(ctx.db, 'update moderation_decisions set reversed_at = $3 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    decision.id,
    ctx.now,
  ]);
  const { kind, objectId, ground } = decision;
  const thing = await moderatedKind(kind)?.find(ctx.db, objectId);
  const act = {
    kind,
    id: objectId,
    version: thing?.version ?? decision.version,
    decisionId: decision.id,
    appealId: appeal.id,
    ground,
    reason: answer,
  };
  if (decision.outcome === 'hidden') await show(ctx, moderator, act);
  // A warning that was appealed against by whom it was given to is gone with that; taken back meanwhile, there is nothing left to hide.
  else if (appeal.side === 'reporter' && thing && !thing.isWithdrawn) await hide(ctx, moderator, act);
}

function recordSettled(
  ctx: ActionContext,
  moderator: ActingModerator,
  decision: WholeDecision,
  outcome: AppealOutcome,
  answer: string,
): Promise<void> {
  const facts = { outcome, reason: answer, ground: decision.ground, moderator: moderator.number };
  return ctx.record({
    verb: 'moderation.appeal-settled',
    object: { kind: 'decision', id: decision.id },
    public: facts,
    parts: [{ part: 'decision', actorId: moderator.officeId, content: facts }],
    tags: ['moderation', `decision:${decision.id}`],
    as: moderator.officeId,
  });
}

/** X4: whoever a decision went against asks somebody else to look again (異議申立て). */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { lockedDecision } from './decision-queries.ts';
import { recountMonth } from './figures.ts';
import { tellModerators } from './letters.ts';
import { REASON_MAX, refuse } from './moderation.ts';
import { mayAppeal, sideOf } from './rules.ts';

export const appealDecision = action({
  name: 'moderation.appeal',
  input: z.object({ decisionId: z.uuid(), reason: prose({ max: REASON_MAX }) }),
  async run(ctx, { decisionId, reason }): Promise<{ id: string }> {
    const decision = await lockedDecision(ctx.db, decisionId);
    if (!decision) throw refuseKernel('not-found', { status: 404 });
    const state = {
      appealed: decision.appellantIds.includes(ctx.person.id),
      days: rulesOf(ctx.hub).moderation.appealDays,
    };
    const no = mayAppeal(ctx.reader, decision, state, ctx.now);
    if (no) throw refuse(no, { status: no === 'not-concerned' ? 403 : 409 });
    const id = ctx.newId();
    await ctx.db
      .insertInto('moderation_appeals')
      .values({
        hub_id: ctx.hub.id,
        id,
        decision_id: decisionId,
        first_decider_id: decision.personId,
        side: sideOf(ctx.reader, decision)!,
        person_id: ctx.person.id,
        reason,
        filed_at: ctx.now,
      })
      .execute();
    await recountMonth(ctx.db, ctx.hub, decision.decidedAt);
    await ctx.record({
      verb: 'moderation.appealed',
      object: { kind: 'decision', id: decisionId },
      tags: ['moderation', `decision:${decisionId}`],
    });
    await tellModerators(ctx, 'appeal', id, decision.personId);
    return { id };
  },
});

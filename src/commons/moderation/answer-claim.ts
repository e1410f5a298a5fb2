/** X4: the sender of the words a rights claim is about says whether it agrees that they are hidden, and why not. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { lockedCase } from './case-queries.ts';
import { tellModerators } from './letters.ts';
import { REASON_MAX, refuse } from './moderation.ts';
import { isAuthor } from './rules.ts';

export const answerClaim = action({
  name: 'moderation.answer-claim',
  input: z.object({
    caseId: z.uuid(),
    consent: z.enum(['agreed', 'refused'], { error: 'not-a-choice' }),
    reason: prose({ min: 0, max: REASON_MAX }).optional().default(''),
  }),
  async run(ctx, { caseId, consent, reason }): Promise<{ caseId: string }> {
    const found = await lockedCase(ctx.db, caseId);
    if (found?.way !== 'claim' || !isAuthor(ctx.reader, found)) throw refuseKernel('not-found', { status: 404 });
    if (found.decidedAt) throw refuse('decided-already', { status: 409 });
    // Silence until the last day is not an answer; one that comes late still counts as long as nothing is decided.
    if (found.consent === 'agreed' || found.consent === 'refused') throw refuse('answered-already', { status: 409 });
    await run(
      ctx.db,
      'update rights_claims set consent = $3, consent_reason = $4, consented_at = $5 where hub_id = $1 and case_id = $2',
      [ctx.hub.id, caseId, consent, reason, ctx.now],
    );
    await ctx.record({ verb: 'moderation.claim-answered', object: { kind: found.kind, id: found.objectId }, tags: [] });
    await tellModerators(ctx, 'claim', caseId, ctx.person.id);
    return { caseId };
  },
});

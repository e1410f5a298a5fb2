/** F9.7 A draft becomes the city's answer, by the same checks as one that is given at once. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { inputRefusal } from '#kernel/input.ts';
import { refuse } from './answer.ts';
import { answerInput } from './answer-input.ts';
import { type Answered, giveAnswer } from './give-answer.ts';
import { heldDraft } from './note-draft.ts';

export const publishDraft = action({
  name: 'answers.publish-draft',
  input: z.object({
    draftId: z.uuid(),
    draftVersion: z.coerce.number().int().min(1),
    /** of the answer that stood when the draft was read; 0: there was none */
    version: z.coerce.number().int().min(0).optional().default(0),
  }),
  async run(ctx, { draftId, draftVersion, version }): Promise<Answered> {
    const draft = await heldDraft(ctx, draftId);
    if (draft.version !== draftVersion) throw refuse('draft-meanwhile', { status: 409 });
    if (draft.division_id !== ctx.actor.id) throw refuse('not-a-division', { status: 403 });
    const approvals = await run(
      ctx.db,
      'select id from answer_draft_notes where draft_id = $1 and version = $2 and approves limit 1',
      [draftId, draftVersion],
    );
    const parsed = answerInput.safeParse({
      ...draft.fields,
      proposalId: draft.proposal_id ?? undefined,
      pointId: draft.point_id ?? undefined,
      version,
    });
    if (!parsed.success) throw inputRefusal(parsed.error);
    await run(ctx.db, 'update answer_drafts set published_at = $2 where id = $1', [draftId, ctx.now]);
    return giveAnswer(ctx, parsed.data, approvals.length > 0);
  },
});

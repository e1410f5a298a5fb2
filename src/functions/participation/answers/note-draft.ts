/** F9.7 Members of the division comment on a draft; another one than its writer approves it (決裁) where the hub's rules ask for that. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { refuse } from './answer.ts';
import { mayApprove, mayNote } from './rules.ts';

export interface HeldDraft {
  id: string;
  proposal_id: string | null;
  point_id: string | null;
  division_id: string;
  version: number;
  person_id: string;
  fields: Record<string, string>;
}

const input = z.object({
  draftId: z.uuid(),
  /** the version that was read */
  draftVersion: z.coerce.number().int().min(1),
});

/** An open draft, held against a second act at the same moment; 404 for whoever is not of its division. @throws Refusal */
export async function heldDraft(ctx: ActionContext, draftId: string): Promise<HeldDraft> {
  const [draft] = await run<HeldDraft>(
    ctx.db,
    `select id, proposal_id, point_id, division_id, version, person_id, fields from answer_drafts
     where id = $1 and published_at is null for update`,
    [draftId],
  );
  if (!draft || mayNote(ctx.reader, draft) !== null) throw refuseKernel('not-found', { status: 404 });
  return draft;
}

export const commentDraft = action({
  name: 'answers.comment-draft',
  input: input.extend({ body: prose({ max: 2000 }) }),
  async run(ctx, { draftId, body }): Promise<{ subjectId: string }> {
    const draft = await heldDraft(ctx, draftId);
    return note(ctx, draft, body, false);
  },
});

export const approveDraft = action({
  name: 'answers.approve-draft',
  input: input.extend({ body: prose({ min: 0, max: 2000 }).optional().default('') }),
  async run(ctx, { draftId, draftVersion, body }): Promise<{ subjectId: string }> {
    const draft = await heldDraft(ctx, draftId);
    if (draft.version !== draftVersion) throw refuse('draft-meanwhile', { status: 409 });
    const no = mayApprove(ctx.reader, draft);
    if (no) throw refuse(no, { status: 403 });
    return note(ctx, draft, body, true);
  },
});

async function note(
  ctx: ActionContext,
  draft: HeldDraft,
  body: string,
  approves: boolean,
): Promise<{ subjectId: string }> {
  await ctx.db
    .insertInto('answer_draft_notes')
    .values({
      hub_id: ctx.hub.id,
      id: ctx.newId(),
      draft_id: draft.id,
      version: draft.version,
      approves,
      body,
      division_id: draft.division_id,
      person_id: ctx.person.id,
      written_at: ctx.now,
    })
    .execute();
  const object = { kind: 'answer-draft', id: draft.id, version: draft.version };
  if (approves) await ctx.record({ verb: 'answers.draft-approved', object, tags: [] });
  else await ctx.record({ verb: 'answers.draft-commented', object, tags: [] });
  return { subjectId: draft.proposal_id ?? draft.point_id ?? '' };
}

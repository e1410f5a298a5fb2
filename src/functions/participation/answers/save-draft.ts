/** F9.7 An answer is drafted inside its division: nobody else sees it. What is typed is kept as it is; it is checked when it is published. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { refuse } from './answer.ts';
import { named } from './assign-lead.ts';
import { mayAnswer } from './rules.ts';

const short = line({ min: 0, max: 200 }).optional().default('');

export const draftFields = z.object({
  kind: short,
  reason: prose({ min: 0, max: 40_000 }).optional().default(''),
  decidedOn: short,
  policyId: short,
  nextOn: short,
  passedTo: short,
  passedOn: short,
  onBudget: short,
  changeReason: prose({ min: 0, max: 20_000 }).optional().default(''),
});
export type DraftFields = z.infer<typeof draftFields>;

export const saveDraft = action({
  name: 'answers.save-draft',
  input: draftFields.extend({
    proposalId: z.uuid().optional(),
    pointId: z.uuid().optional(),
    /** of the draft the form was shown with; 0: there was none */
    draftVersion: z.coerce.number().int().min(0).optional().default(0),
  }),
  async run(
    ctx,
    { proposalId, pointId, draftVersion, ...fields },
  ): Promise<{ subject: 'proposal' | 'point'; id: string }> {
    const subject = await named(ctx, { proposalId, pointId });
    const no = mayAnswer(ctx.reader, subject);
    if (no) throw refuse(no, no === 'not-published' || no === 'withdrawn' ? {} : { status: 403 });
    const [open] = await run<{ id: string; version: number }>(
      ctx.db,
      'select id, version from answer_drafts where subject_id = $1 and division_id = $2 and published_at is null for update',
      [subject.id, ctx.actor.id],
    );
    if ((open?.version ?? 0) !== draftVersion) throw refuse('draft-meanwhile', { status: 409 });
    if (open) {
      await run(
        ctx.db,
        'update answer_drafts set fields = $2, version = version + 1, person_id = $3, saved_at = $4 where id = $1',
        [open.id, JSON.stringify(fields), ctx.person.id, ctx.now],
      );
    } else {
      await ctx.db
        .insertInto('answer_drafts')
        .values({
          hub_id: ctx.hub.id,
          id: ctx.newId(),
          [subject.subject === 'proposal' ? 'proposal_id' : 'point_id']: subject.id,
          division_id: ctx.actor.id,
          fields: JSON.stringify(fields),
          person_id: ctx.person.id,
          saved_at: ctx.now,
        })
        .execute();
    }
    await ctx.record({ verb: 'answers.draft-saved', object: { kind: subject.subject, id: subject.id }, tags: [] });
    return { subject: subject.subject, id: subject.id };
  },
});

/** F9.7 担当課: who leads the answer. Assigned by the secretariat, handed on by whoever leads, each time for a reason that is public. */
import { z } from 'zod';
import { actsAsSecretariat, rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, prose } from '#kernel/text.ts';
import { deskHref } from './addresses.ts';
import { refuse } from './answer.ts';
import { itemTags } from './give-answer.ts';
import { recountFigures } from './kept-figures.ts';
import { mayAssign } from './rules.ts';
import { type AnswerSubject, subjectOf } from './subject.ts';

const item = { proposalId: z.uuid().optional(), pointId: z.uuid().optional() };

export const assignLead = action({
  name: 'answers.assign-lead',
  input: z.object({
    ...item,
    divisionId: z.uuid({ error: 'not-a-choice' }),
    reason: prose({ min: 0, max: 20_000 }).optional().default(''),
    /** how many assignments the form was shown with */
    assignments: z.coerce.number().int().min(0).optional().default(0),
  }),
  async run(ctx, input): Promise<{ subject: 'proposal' | 'point'; id: string }> {
    const subject = await named(ctx, input);
    const no = mayAssign(ctx.hub, ctx.reader, subject);
    if (no) throw refuse(no, no === 'not-secretariat' ? { status: 403 } : {});
    if (subject.assignments !== input.assignments) throw refuse('assigned-meanwhile', { status: 409 });
    if (subject.assigned_id === input.divisionId) throw refuse('leads-already', { field: 'divisionId' });
    const isHandover = subject.assigned_id !== null || !actsAsSecretariat(ctx);
    if (isHandover && input.reason === '') throw refuse('handover-reason-needed', { field: 'reason' });
    const limit = rulesOf(ctx.hub, subject.round.rules_version).limits.reason;
    if (lengthOf(input.reason) > limit) throw refuseKernel('too-long', { field: 'reason', facts: { max: limit } });
    const division = await divisionNamed(ctx, input.divisionId);
    await write(ctx, subject, input.divisionId, input.reason);
    await recountFigures(ctx.db, ctx.hub.id, subject.round.id);
    await ctx.record({
      verb: isHandover && subject.assigned_id !== null ? 'answers.handed-over' : 'answers.assigned',
      object: { kind: subject.subject, id: subject.id },
      public: { title: subject.title, roundId: subject.round.id, division: division.name },
      parts: [
        {
          part: 'lead',
          actorId: ctx.actor.id,
          content: { subject: subject.subject, subjectId: subject.id, divisionId: division.id, reason: input.reason },
        },
      ],
      tags: [...itemTags(subject), `actor:${division.id}`],
    });
    await tell(ctx, {
      people: [division.id],
      kind: 'answers.lead',
      about: { kind: subject.subject, id: subject.id },
      href: deskHref(subject),
      facts: { title: subject.title, division: division.name },
    });
    return { subject: subject.subject, id: subject.id };
  },
});

/** The item an act is about, held against a second act at the same moment. @throws Refusal */
export async function named(
  ctx: ActionContext,
  { proposalId, pointId }: { proposalId?: string; pointId?: string },
): Promise<AnswerSubject> {
  const of = proposalId ? { proposalId } : pointId ? { pointId } : null;
  const subject = of && (await subjectOf(ctx.db, of, true));
  if (!subject) throw refuseKernel('not-found', { status: 404 });
  return subject;
}

export async function divisionNamed(ctx: ActionContext, id: string): Promise<{ id: string; name: string }> {
  const [division] = await run<{ id: string; name: string }>(
    ctx.db,
    `select id, name from actors where id = $1 and kind = 'division' and imported_from is null`,
    [id],
  );
  if (!division) throw refuse('no-division', { field: 'divisionId' });
  return division;
}

/** A proposal takes along those of its points that have had no lead of their own. */
async function write(ctx: ActionContext, subject: AnswerSubject, divisionId: string, reason: string): Promise<void> {
  const column = subject.subject === 'proposal' ? 'proposal_id' : 'point_id';
  await ctx.db
    .insertInto('answer_leads')
    .values({
      hub_id: ctx.hub.id,
      id: ctx.newId(),
      [column]: subject.id,
      number: subject.assignments + 1,
      division_id: divisionId,
      reason,
      actor_id: ctx.actor.id,
      person_id: ctx.person.id,
      assigned_at: ctx.now,
    })
    .execute();
  if (subject.subject === 'point') {
    await run(ctx.db, 'update points set lead_id = $2 where id = $1', [subject.id, divisionId]);
    return;
  }
  await run(ctx.db, 'update proposals set lead_id = $2 where id = $1', [subject.id, divisionId]);
  await run(
    ctx.db,
    `update points t set lead_id = $2 where t.debate_id = $1 and t.round_id = $3
       and not exists (select from answer_leads n where n.hub_id = t.hub_id and n.point_id = t.id)`,
    [subject.id, divisionId, subject.round.id],
  );
}

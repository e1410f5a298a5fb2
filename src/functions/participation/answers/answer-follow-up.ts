/** F9.7 The division answers a follow-up question, or puts its answer right: every version stays, a later one says why it was changed. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, prose } from '#kernel/text.ts';
import { followUpHref } from './addresses.ts';
import { refuse } from './answer.ts';
import { followUpTags } from './ask-follow-up.ts';
import { mayAnswerFollowUp } from './rules.ts';

export interface HeldFollowUp {
  id: string;
  number: number;
  answer_id: string;
  subject: 'proposal' | 'point';
  subject_id: string;
  round_id: string;
  debate_id: string;
  division_id: string;
  lead_id: string | null;
  actor_id: string;
  person_id: string;
  title: string;
  /** of the rules under which its round began */
  rules_version: number | null;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  answered_at: Date | null;
  /** of its present answer; 0 while there is none */
  version: number;
}

/** @throws Refusal 404 */
export async function heldFollowUp(ctx: ActionContext, id: string): Promise<HeldFollowUp> {
  const [question] = await run<HeldFollowUp>(
    ctx.db,
    `select f.id, f.number, f.answer_id, case when t.id is null then 'proposal' else 'point' end as subject, f.subject_id, f.round_id,
       f.debate_id, f.division_id, coalesce(t.lead_id, p.lead_id) as lead_id, f.actor_id, f.person_id, d.title, d.rules_version, f.withdrawn_at, f.hidden_at,
       f.answered_at, (select coalesce(max(w.version), 0) from follow_up_answers w where w.hub_id = f.hub_id and w.follow_up_id = f.id)::int as version
     from follow_ups f
     join debates d on d.hub_id = f.hub_id and d.id = f.debate_id
     left join points t on t.hub_id = f.hub_id and t.id = f.subject_id
     left join proposals p on p.hub_id = f.hub_id and p.id = f.subject_id
     where f.id = $1 for no key update of f`,
    [id],
  );
  if (!question) throw refuseKernel('not-found', { status: 404 });
  return question;
}

export const answerFollowUp = action({
  name: 'answers.answer-follow-up',
  input: z.object({
    followUpId: z.uuid(),
    /** of the answer the form was shown with; 0: there was none */
    version: z.coerce.number().int().min(0).optional().default(0),
    body: prose({ max: 40_000 }),
    changeReason: prose({ min: 0, max: 20_000 }).optional().default(''),
  }),
  async run(ctx, { followUpId, version, body, changeReason }): Promise<{ id: string; version: number }> {
    const question = await heldFollowUp(ctx, followUpId);
    const no = mayAnswerFollowUp(ctx.reader, question);
    if (no) throw refuse(no, { status: no === 'follow-up-closed' ? 422 : 403 });
    if (question.version !== version) throw refuse('answered-meanwhile', { status: 409 });
    const limit = rulesOf(ctx.hub, question.rules_version).limits.answer;
    if (lengthOf(body) > limit) throw refuseKernel('too-long', { field: 'body', facts: { max: limit } });
    if (version > 0 && changeReason === '') throw refuse('change-reason-needed', { field: 'changeReason' });
    const next = version + 1;
    await ctx.db
      .insertInto('follow_up_answers')
      .values({
        hub_id: ctx.hub.id,
        follow_up_id: followUpId,
        version: next,
        body,
        change_reason: version === 0 ? '' : changeReason,
        division_id: ctx.actor.id,
        person_id: ctx.person.id,
        answered_at: ctx.now,
      })
      .execute();
    if (version === 0) await run(ctx.db, 'update follow_ups set answered_at = $2 where id = $1', [followUpId, ctx.now]);
    await record(ctx, question, next, body, changeReason);
    await tell(ctx, {
      people: [question.actor_id],
      kind: 'answers.follow-up-answered',
      about: { kind: 'follow-up', id: followUpId },
      href: followUpHref(followUpId),
      facts: { title: question.title, division: ctx.actor.name },
    });
    return { id: followUpId, version: next };
  },
});

function record(
  ctx: ActionContext,
  question: HeldFollowUp,
  version: number,
  body: string,
  changeReason: string,
): Promise<void> {
  return ctx.record({
    verb: version === 1 ? 'answers.follow-up-answered' : 'answers.follow-up-revised',
    object: { kind: 'follow-up', id: question.id, version },
    public: {
      title: question.title,
      answerId: question.answer_id,
      roundId: question.round_id,
      number: question.number,
    },
    parts: [
      { part: 'answer', actorId: ctx.actor.id, content: { followUpId: question.id, version, body, changeReason } },
    ],
    tags: followUpTags(question),
  });
}

/** Whoever asked takes the question back; its place and number stay, so that nothing that was said is silently lost. */
export const withdrawFollowUp = action({
  name: 'answers.withdraw-follow-up',
  input: z.object({ followUpId: z.uuid() }),
  async run(ctx, { followUpId }): Promise<{ id: string }> {
    const question = await heldFollowUp(ctx, followUpId);
    if (question.person_id !== ctx.person.id) throw refuseKernel('not-found', { status: 404 });
    if (question.withdrawn_at || question.answered_at) throw refuse('follow-up-closed', { status: 409 });
    await run(ctx.db, 'update follow_ups set withdrawn_at = $2 where id = $1', [followUpId, ctx.now]);
    await ctx.record({
      verb: 'answers.follow-up-withdrawn',
      object: { kind: 'follow-up', id: followUpId },
      public: { title: question.title, answerId: question.answer_id, number: question.number },
      tags: followUpTags(question),
    });
    return { id: followUpId };
  },
});

/** F9.7 A division answers a proposal or a point, or revises its answer. Every version stays; the clock keeps when the first was given. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, line, prose } from '#kernel/text.ts';
import { civicDay, optionalDay } from '../reflection/index.ts';
import { ANSWER_KINDS, refuse } from './answer.ts';
import { answerProblem, mayAnswer } from './rules.ts';
import { type AnswerSubject, subjectOf } from './subject.ts';

export const answerInput = z.object({
  proposalId: z.uuid().optional(),
  pointId: z.uuid().optional(),
  /** of the answer the form was shown with; 0: there was none */
  version: z.coerce.number().int().min(0).optional().default(0),
  kind: z.enum(ANSWER_KINDS, { error: 'not-a-choice' }),
  reason: prose({ max: 40_000 }),
  decidedOn: civicDay,
  policyId: z
    .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
    .optional()
    .default(''),
  nextOn: optionalDay,
  passedTo: line({ min: 0, max: 200 }).optional().default(''),
});
type AnswerInput = z.infer<typeof answerInput>;

export interface Answered {
  id: string;
  title: string;
  version: number;
}

export const answerItem = action({
  name: 'answers.answer-item',
  input: answerInput,
  async run(ctx, input): Promise<Answered> {
    const subject = await subjectNamed(ctx, input);
    if (!subject) throw refuseKernel('not-found', { status: 404 });
    const no = mayAnswer(ctx.reader, subject);
    if (no) throw refuse(no, no === 'not-a-division' || no === 'not-in-charge' ? { status: 403 } : {});
    if (subject.version !== input.version) throw refuse('answered-meanwhile', { status: 409 });
    await check(ctx, subject, input);
    const answer = await write(ctx, subject, input);
    await record(ctx, subject, input, answer);
    return { ...answer, title: subject.title };
  },
});

async function subjectNamed(ctx: ActionContext, input: AnswerInput): Promise<AnswerSubject | null> {
  if (input.proposalId) return subjectOf(ctx.db, { proposalId: input.proposalId }, true);
  return input.pointId ? subjectOf(ctx.db, { pointId: input.pointId }, true) : null;
}

async function check(ctx: ActionContext, subject: AnswerSubject, input: AnswerInput): Promise<void> {
  const limit = rulesOf(ctx.hub).limits.answer;
  if (lengthOf(input.reason) > limit) throw refuseKernel('too-long', { field: 'reason', facts: { max: limit } });
  const wrong = answerProblem(input, subject.round.published_at ?? ctx.now, ctx.now);
  if (wrong) throw refuse(wrong.code, { field: wrong.field });
  if (input.policyId === '') return;
  const found = await run(ctx.db, 'select id from policies where id = $1', [input.policyId]);
  if (found.length === 0) throw refuse('no-policy', { field: 'policyId' });
}

async function write(
  ctx: ActionContext,
  subject: AnswerSubject,
  input: AnswerInput,
): Promise<{ id: string; version: number }> {
  const id = ctx.newId();
  const version = subject.version + 1;
  const [table, column] =
    subject.subject === 'proposal' ? (['proposals', 'proposal_id'] as const) : (['points', 'point_id'] as const);
  await run(ctx.db, `update answers set is_current = false where ${column} = $1 and is_current`, [subject.id]);
  await ctx.db
    .insertInto('answers')
    .values({
      hub_id: ctx.hub.id,
      id,
      round_id: subject.round.id,
      [column]: subject.id,
      debate_id: subject.debate_id,
      version,
      is_current: true,
      kind: input.kind,
      reason: input.reason,
      decided_on: input.decidedOn,
      division_id: ctx.actor.id,
      person_id: ctx.person.id,
      policy_id: input.policyId || null,
      next_on: input.nextOn,
      passed_to: input.passedTo || null,
      answered_at: ctx.now,
      first_at: subject.first_at ?? ctx.now,
      final_at: subject.final_at ?? (input.kind === 'under-study' ? null : ctx.now),
    })
    .execute();
  await run(ctx.db, `update ${table} set answer_kind = $2 where id = $1`, [subject.id, input.kind]);
  return { id, version };
}

async function record(
  ctx: ActionContext,
  subject: AnswerSubject,
  input: AnswerInput,
  answer: { id: string; version: number },
): Promise<void> {
  const { kind, reason, decidedOn, nextOn, passedTo, policyId } = input;
  const policies = new Set([policyId, subject.policy_id, subject.answer_policy_id].filter((id) => id));
  await ctx.record({
    verb: answer.version === 1 ? 'answers.given' : 'answers.revised',
    object: { kind: 'answer', id: answer.id, version: answer.version },
    public: {
      title: subject.title,
      kind,
      subject: subject.subject,
      subjectId: subject.id,
      roundId: subject.round.id,
      division: ctx.actor.name,
    },
    parts: [
      {
        part: 'answer',
        actorId: ctx.actor.id,
        content: {
          subject: subject.subject,
          subjectId: subject.id,
          kind,
          reason,
          decidedOn,
          nextOn,
          passedTo,
          policyId,
        },
      },
    ],
    tags: [
      'answers',
      'proposals',
      `round:${subject.round.id}`,
      `proposal:${subject.debate_id}`,
      `debate:${subject.debate_id}`,
      ...(subject.subject === 'point' ? [`point:${subject.id}`] : []),
      ...[...policies].map((id) => `policy:${id}`),
      `actor:${ctx.actor.id}`,
    ],
  });
}

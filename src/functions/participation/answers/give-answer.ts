/** F9.7 What giving an answer means, whether it comes from the form or from a draft: a new version stands, the old ones stay. */
import { rulesOf } from '#commons/hubs/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf } from '#kernel/text.ts';
import { tieToPolicy } from '../policies/index.ts';
import { isFollowed } from '../reflection/index.ts';
import { refuse } from './answer.ts';
import type { AnswerInput } from './answer-input.ts';
import { recountFigures } from './kept-figures.ts';
import { answerProblem, mayAnswer } from './rules.ts';
import { type AnswerSubject, subjectOf } from './subject.ts';

export interface Answered {
  id: string;
  title: string;
  version: number;
}

/**
 * Gives or revises the answer in the act's transaction, by the rules under which its round began (P9). `approved`: another member of the
 * division has approved these words.
 * @throws Refusal
 */
export async function giveAnswer(ctx: ActionContext, input: AnswerInput, approved: boolean): Promise<Answered> {
  const subject = await subjectNamed(ctx, input);
  if (!subject) throw refuseKernel('not-found', { status: 404 });
  const no = mayAnswer(ctx.reader, subject);
  if (no) throw refuse(no, no === 'not-published' || no === 'withdrawn' ? {} : { status: 403 });
  // Where approval is asked for, only a draft can have been approved.
  if (!approved && rulesOf(ctx.hub, subject.round.rules_version).answers.approval) throw refuse('approval-needed');
  if (subject.version !== input.version) throw refuse('answered-meanwhile', { status: 409 });
  await check(ctx, subject, input);
  const answer = await write(ctx, subject, input);
  await recountFigures(ctx.db, ctx.hub.id, subject.round.id);
  const tied = { from: subject.answer_policy_id, to: input.policyId || null };
  await tieToPolicy(ctx.db, ctx.hub.id, 'answers', tied);
  await record(ctx, subject, input, answer);
  return { ...answer, title: subject.title };
}

async function subjectNamed(ctx: ActionContext, input: AnswerInput): Promise<AnswerSubject | null> {
  if (input.proposalId) return subjectOf(ctx.db, { proposalId: input.proposalId }, true);
  return input.pointId ? subjectOf(ctx.db, { pointId: input.pointId }, true) : null;
}

async function check(ctx: ActionContext, subject: AnswerSubject, input: AnswerInput): Promise<void> {
  const { answer, reason } = rulesOf(ctx.hub, subject.round.rules_version).limits;
  if (lengthOf(input.reason) > answer) throw refuseKernel('too-long', { field: 'reason', facts: { max: answer } });
  if (lengthOf(input.changeReason) > reason)
    throw refuseKernel('too-long', { field: 'changeReason', facts: { max: reason } });
  const wrong = answerProblem(input, subject.round.published_at ?? ctx.now, ctx.now, subject.kind);
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
      passed_on: input.kind === 'not-ours' ? input.passedOn : null,
      on_budget: input.onBudget && isFollowed(input.kind),
      change_reason: version === 1 ? '' : input.changeReason,
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
  const { kind, reason, decidedOn, nextOn, passedTo, passedOn, onBudget, changeReason, policyId } = input;
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
          passedOn,
          onBudget,
          changeReason,
          policyId,
        },
      },
    ],
    tags: [...itemTags(subject), 'proposals', ...[...policies].map((id) => `policy:${id}`), `actor:${ctx.actor.id}`],
  });
}

/** Pages on which the answer to a proposal or point can be seen. */
export function itemTags(subject: Pick<AnswerSubject, 'subject' | 'id' | 'debate_id' | 'round'>): string[] {
  return [
    'answers',
    `round:${subject.round.id}`,
    `proposal:${subject.debate_id}`,
    `debate:${subject.debate_id}`,
    ...(subject.subject === 'point' ? [`point:${subject.id}`] : []),
  ];
}

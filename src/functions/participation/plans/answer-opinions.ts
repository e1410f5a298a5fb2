/** F9.9, F9.7 A division answers opinions and formal comments of a stage: one by one, or those that say the same together. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { daysBetween, tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { ANSWER_KINDS } from '../answers/index.ts';
import { civicDay, optionalDay } from '../reflection/index.ts';
import { planAnswerHref } from './addresses.ts';
import { planAnswer } from './answer-queries.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { tagsOf } from './opening.ts';
import { lockedPlanOfStage, type ShownPlan, type ShownStage } from './queries.ts';
import { commentsArePublic, mayAnswer } from './rules.ts';

const answerText = {
  gist: line({ min: 0, max: 400 }).optional().default(''),
  kind: z.enum(ANSWER_KINDS, { error: 'not-a-choice' }),
  reason: prose({ max: 40_000 }),
  decidedOn: civicDay,
  nextOn: optionalDay,
  passedTo: line({ min: 0, max: 200 }).optional().default(''),
};

export const answerInput = z.object({
  stageId: z.uuid(),
  items: z
    .union([z.uuid(), z.array(z.uuid())])
    .optional()
    .transform((items) => [...new Set(items === undefined ? [] : [items].flat())]),
  ...answerText,
});
type AnswerText = Pick<z.infer<typeof answerInput>, keyof typeof answerText>;

export interface PlanAnswered {
  id: string;
  version: number;
  stageId: string;
  title: string;
}

export const answerOpinions = action({
  name: 'plans.answer-opinions',
  input: answerInput,
  async run(ctx, { stageId, items, ...text }): Promise<PlanAnswered> {
    const plan = await lockedPlanOfStage(ctx.db, stageId);
    const stage = plan?.stages.find((one) => one.id === stageId);
    if (!plan || !stage) throw notFound();
    const no = mayAnswer(ctx.reader, plan);
    if (no) throw refusalFor(no);
    if (items.length === 0) throw refusalFor('nothing-chosen', 'items');
    checkAnswer(ctx, stage, text);
    if (items.length > 1 && text.gist === '') throw refuseKernel('required', { field: 'gist' });
    const found = await chosen(ctx, stage, items);
    const id = ctx.newId();
    const row = rowOf(text);
    await ctx.db
      .insertInto('plan_answers')
      .values({
        hub_id: ctx.hub.id,
        id,
        plan_id: plan.id,
        stage_id: stageId,
        ...row,
        division_id: ctx.actor.id,
        answered_at: ctx.now,
        first_at: ctx.now,
        final_at: text.kind === 'under-study' ? null : ctx.now,
      })
      .execute();
    await keepVersion(ctx, id, 1, row);
    await ctx.db
      .insertInto('plan_answered_items')
      .values(
        found.map(({ id: item, kind }) => ({
          hub_id: ctx.hub.id,
          answer_id: id,
          stage_id: stageId,
          opinion_id: kind === 'opinion' ? item : null,
          comment_id: kind === 'comment' ? item : null,
        })),
      )
      .execute();
    await record(ctx, 'plans.answered', plan, stage, { id, version: 1 }, text, found);
    await tellSenders(ctx, plan, id, found);
    return { id, version: 1, stageId, title: plan.title };
  },
});

export const reviseAnswer = action({
  name: 'plans.revise-answer',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int().min(1), ...answerText }),
  async run(ctx, { id, version: shown, ...text }): Promise<PlanAnswered> {
    const before = await planAnswer(ctx.db, id);
    const plan = before && (await lockedPlanOfStage(ctx.db, before.stage_id));
    const stage = plan?.stages.find((one) => one.id === before?.stage_id);
    const present = await planAnswer(ctx.db, id);
    if (!plan || !stage || !present) throw notFound();
    const no = mayAnswer(ctx.reader, plan);
    if (no) throw refusalFor(no);
    if (present.version !== shown) throw refusalFor('answered-meanwhile');
    checkAnswer(ctx, stage, text);
    if (present.items.length > 1 && text.gist === '') throw refuseKernel('required', { field: 'gist' });
    const version = shown + 1;
    const row = rowOf(text);
    await ctx.db
      .updateTable('plan_answers')
      .set({
        ...row,
        version,
        answered_at: ctx.now,
        final_at: present.final_at ?? (text.kind === 'under-study' ? null : ctx.now),
      })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    await keepVersion(ctx, id, version, row);
    await record(ctx, 'plans.answer-revised', plan, stage, { id, version }, text, present.items);
    await tellSenders(ctx, plan, id, present.items);
    return { id, version, stageId: stage.id, title: plan.title };
  },
});

function checkAnswer(ctx: ActionContext, stage: ShownStage, text: AnswerText): void {
  const { limits } = rulesOf(ctx.hub);
  within({ reason: [text.reason, limits.answer], gist: [text.gist, limits.opinion] });
  if (text.decidedOn > tokyoDate(ctx.now)) throw refusalFor('in-the-future', 'decidedOn');
  if (!stage.began_on || text.decidedOn < stage.began_on) throw refusalFor('before-stage', 'decidedOn');
  if (text.kind === 'under-study' && text.nextOn === null) throw refusalFor('next-needed', 'nextOn');
  if (text.nextOn !== null && daysBetween(text.decidedOn, text.nextOn) <= 0)
    throw refusalFor('next-not-after', 'nextOn');
  if (text.kind === 'not-ours' && text.passedTo === '') throw refusalFor('passed-to-needed', 'passedTo');
}

function rowOf(text: AnswerText) {
  return {
    gist: text.gist,
    kind: text.kind,
    reason: text.reason,
    decided_on: text.decidedOn,
    next_on: text.nextOn,
    passed_to: text.passedTo || null,
  };
}

interface Chosen {
  id: string;
  kind: 'opinion' | 'comment';
  number: number;
}

/** What was chosen, all of it of this stage and without an answer; the plan's row is held, so nobody else answers meanwhile. */
async function chosen(ctx: ActionContext, stage: ShownStage, items: readonly string[]): Promise<Chosen[]> {
  const [found, answered] = await Promise.all([
    run<Chosen>(
      ctx.db,
      `select id, 'opinion' as kind, number from opinions where id = any($2::uuid[]) and debate_id = $1 and kind = 'opinion'
       union all
       select id, 'comment' as kind, number from plan_comments where id = any($2::uuid[]) and stage_id = $1
       order by kind desc, number`,
      [stage.id, items],
    ),
    run(ctx.db, 'select item_id from plan_answered_items where item_id = any($1::uuid[])', [items]),
  ]);
  if (found.length !== items.length) throw refusalFor('not-of-this-stage', 'items');
  if (answered.length > 0) throw refusalFor('answered-meanwhile');
  const early = found.some((one) => one.kind === 'comment') && !commentsArePublic(stage, ctx.now);
  if (early) throw refusalFor('still-open', 'items');
  return found;
}

function keepVersion(
  ctx: ActionContext,
  answer_id: string,
  version: number,
  row: ReturnType<typeof rowOf>,
): Promise<unknown> {
  return ctx.db
    .insertInto('plan_answer_versions')
    .values({ hub_id: ctx.hub.id, answer_id, version, ...row, person_id: ctx.person.id, written_at: ctx.now })
    .execute();
}

/** Who sent a formal comment follows nothing that others could see: the answer is told to them alone. Paper has no account behind it. */
async function tellSenders(ctx: ActionContext, plan: ShownPlan, id: string, items: readonly Chosen[]): Promise<void> {
  const comments = items.filter(({ kind }) => kind === 'comment').map((item) => item.id);
  if (comments.length === 0) return;
  const senders = await run<{ person_id: string }>(
    ctx.db,
    'select distinct person_id from plan_comments where id = any($1::uuid[]) and person_id is not null and withdrawn_at is null',
    [comments],
  );
  await tell(ctx, {
    people: senders.map((one) => one.person_id),
    kind: 'plans.comment-answered',
    about: { kind: 'plan-answer', id },
    href: planAnswerHref(id),
    facts: { title: plan.title, division: plan.actor_name },
  });
}

function record(
  ctx: ActionContext,
  verb: 'plans.answered' | 'plans.answer-revised',
  plan: ShownPlan,
  stage: ShownStage,
  answer: { id: string; version: number },
  text: AnswerText,
  items: readonly Chosen[],
): Promise<void> {
  return ctx.record({
    verb,
    object: { kind: 'plan-answer', ...answer },
    public: {
      title: plan.title,
      planId: plan.id,
      stage: stage.stage,
      kind: text.kind,
      answered: items.length,
      division: plan.actor_name,
    },
    parts: [
      {
        part: 'answer',
        actorId: plan.actor_id,
        content: { ...text, plan: plan.id, stage: stage.id, items: items.map(({ id, kind }) => ({ id, kind })) },
      },
    ],
    tags: tagsOf(
      plan,
      `debate:${stage.id}`,
      ...items.filter((item) => item.kind === 'opinion').map((item) => `opinion:${item.id}`),
    ),
  });
}

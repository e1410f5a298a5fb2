/** F9.9 A division opens a plan it prepares, at whatever stage it is: the earlier, the more can still change. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { gramsVector } from '#kernel/grams.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { civicDay, optionalDay } from '../reflection/index.ts';
import { refusalFor, within } from './limits.ts';
import { checkPeriod, checkPolicy, debateTitle, openDebate, periodOf, tagsOf } from './opening.ts';
import { PLAN_KINDS, PLAN_STAGES, type PlanStage } from './plan.ts';
import { mayPost } from './rules.ts';
import { words } from './words.ts';

const text = prose({ max: 20_000 });
const textOrNone = prose({ min: 0, max: 20_000 }).optional().default('');

export const planInput = z.object({
  kind: z.enum(PLAN_KINDS, { error: 'not-a-choice' }),
  title: line({ max: 400 }),
  about: text,
  why: text,
  policyId: z
    .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
    .optional()
    .default(''),
  stage: z.enum(['concept', 'draft', 'comment'], { error: 'not-a-choice' }),
  workBeganOn: civicDay,
  workBeganWith: line({ max: 200 }),
  conceptOn: optionalDay,
  draftOn: optionalDay,
  commentOn: optionalDay,
  decisionOn: civicDay,
  openPoints: text,
  fixedPoints: textOrNone,
  untilOn: optionalDay,
  shortReason: textOrNone,
});
type PlanInput = z.infer<typeof planInput>;

interface Day {
  stage: PlanStage;
  on: string;
  field: string;
}

export const postPlan = action({
  name: 'plans.post',
  input: planInput,
  async run(ctx, input): Promise<{ id: string; title: string; stageId: string }> {
    const no = mayPost(ctx.reader);
    if (no) throw refusalFor(no);
    const { limits } = rulesOf(ctx.hub);
    within({
      title: [input.title, limits.title],
      about: [input.about, limits.proposal],
      why: [input.why, limits.problem],
      openPoints: [input.openPoints, limits.problem],
      fixedPoints: [input.fixedPoints, limits.problem],
      shortReason: [input.shortReason, limits.reason],
    });
    const today = tokyoDate(ctx.now);
    const days = stageDays(input, today);
    const present = days.findIndex((day) => day.stage === input.stage);
    const opening = {
      stage: input.stage,
      untilOn: input.untilOn,
      shortReason: input.shortReason,
      nextOn: days[present + 1]!.on,
    };
    checkPeriod(ctx, opening, today);
    await checkPolicy(ctx, input.policyId);
    return write(ctx, input, days, today);
  },
});

/**
 * The days of all stages: of those before the present one the real days, of the present one today, then as planned.
 * @throws Refusal at the first day that is missing or doesn't follow the one before
 */
function stageDays(input: PlanInput, today: string): Day[] {
  const given = {
    concept: input.conceptOn,
    draft: input.draftOn,
    comment: input.commentOn,
    decision: input.decisionOn,
  };
  const at = PLAN_STAGES.indexOf(input.stage);
  if (input.workBeganOn > today) throw refusalFor('in-the-future', 'workBeganOn');
  const days: Day[] = [];
  for (const [place, stage] of PLAN_STAGES.entries()) {
    const field = `${stage}On`;
    const on = place === at ? today : given[stage];
    if (on === null && (stage === 'comment' || (stage === 'concept' && place < at))) continue;
    if (on === null) throw refuseKernel('required', { field });
    if (place < at && on >= today) throw refusalFor('in-the-future', field);
    if (place > at && on <= today) throw refusalFor('before-today', field);
    if (days.length > 0 && on <= days.at(-1)!.on) throw refusalFor('out-of-order', field);
    if (on < input.workBeganOn) throw refusalFor('opened-before-work', 'workBeganOn');
    days.push({ stage, on, field });
  }
  return days;
}

async function write(ctx: ActionContext, input: PlanInput, days: readonly Day[], today: string) {
  const hub_id = ctx.hub.id;
  const id = ctx.newId();
  const period = periodOf(ctx, input.untilOn ?? today);
  const row = {
    id,
    actor_id: ctx.actor.id,
    policy_id: input.policyId || null,
  };
  await ctx.db
    .insertInto('plans')
    .values({
      hub_id,
      ...row,
      kind: input.kind,
      rules_version: ctx.hub.rulesVersion,
      title: input.title,
      grams: gramsVector(searchable(input)),
      stage: input.stage,
      opened_stage: input.stage,
      work_began_on: input.workBeganOn,
      work_began_with: input.workBeganWith,
      draft_on: days.find((day) => day.stage === 'draft')!.on,
      decision_on: input.decisionOn,
      open_until: endOfTokyoDay(period.until_on),
      posted_at: ctx.now,
    })
    .execute();
  await ctx.db
    .insertInto('plan_versions')
    .values({
      hub_id,
      plan_id: id,
      version: 1,
      title: input.title,
      about: input.about,
      why: input.why,
      stage: input.stage,
      open_points: input.openPoints,
      fixed_points: input.fixedPoints,
      person_id: ctx.person.id,
      written_at: ctx.now,
    })
    .execute();
  const stages = days.map((day) => ({ ...day, id: ctx.newId() }));
  const present = stages.find((one) => one.stage === input.stage)!;
  await ctx.db
    .insertInto('plan_stages')
    .values(
      stages.map((one) => {
        const isPresent = one === present;
        return {
          hub_id,
          id: one.id,
          plan_id: id,
          stage: one.stage,
          place: PLAN_STAGES.indexOf(one.stage) + 1,
          planned_on: one.on,
          began_on: one.on <= today ? one.on : null,
          began_at: isPresent ? ctx.now : null,
          until_on: isPresent ? period.until_on : null,
          closes_at: isPresent ? period.closes_at : null,
          interim_answer_at: isPresent ? period.interim_answer_at : null,
          final_answer_at: isPresent ? period.final_answer_at : null,
          open_points: isPresent ? input.openPoints : '',
          fixed_points: isPresent ? input.fixedPoints : '',
          short_reason: isPresent ? input.shortReason : '',
        };
      }),
    )
    .execute();
  const name = words('ja').stages[input.stage];
  await openDebate(ctx, {
    id: present.id,
    closesAt: period.closes_at,
    title: debateTitle(input.title, name),
    hostId: ctx.actor.id,
  });
  const { policyId, ...content } = input;
  await ctx.record({
    verb: 'plans.posted',
    object: { kind: 'plan', id },
    public: { title: input.title, stage: input.stage, division: ctx.actor.name },
    parts: [
      {
        part: 'plan',
        actorId: ctx.actor.id,
        content: { ...content, policyId, days: Object.fromEntries(days.map((day) => [day.stage, day.on])) },
      },
    ],
    tags: tagsOf(row),
  });
  return { id, title: input.title, stageId: present.id };
}

/** What the search finds a plan by. */
export function searchable(plan: { title: string; about: string; why: string }): string {
  return `${plan.title}\n${plan.about}\n${plan.why}`;
}

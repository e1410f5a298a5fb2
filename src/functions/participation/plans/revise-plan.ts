/** F9.9 The text of a plan is put right, or what is open and what is fixed at the present stage. Every version stays. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { gramsVector } from '#kernel/grams.ts';
import { line, prose } from '#kernel/text.ts';
import { notFound, refusalFor, within } from './limits.ts';
import { checkPolicy, tagsOf } from './opening.ts';
import { searchable } from './post-plan.ts';
import { lockedPlan } from './queries.ts';
import { mayAnswer } from './rules.ts';

const text = prose({ max: 20_000 });
const textOrNone = prose({ min: 0, max: 20_000 }).optional().default('');

export const revisePlan = action({
  name: 'plans.revise',
  input: z.object({
    id: z.uuid(),
    /** of the text that the form showed */
    version: z.coerce.number().int().min(1),
    title: line({ max: 400 }),
    about: text,
    why: text,
    policyId: z
      .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
      .optional()
      .default(''),
    openPoints: textOrNone,
    fixedPoints: textOrNone,
    changed: text,
  }),
  async run(ctx, input): Promise<{ id: string; title: string; version: number }> {
    const plan = await lockedPlan(ctx.db, input.id);
    if (!plan) throw notFound();
    const no = mayAnswer(ctx.reader, plan) ?? (plan.ended_at ? 'ended' : null);
    if (no) throw refusalFor(no);
    if (plan.version !== input.version) throw refusalFor('edited-elsewhere');
    const { limits } = rulesOf(ctx.hub);
    within({
      title: [input.title, limits.title],
      about: [input.about, limits.proposal],
      why: [input.why, limits.problem],
      openPoints: [input.openPoints, limits.problem],
      fixedPoints: [input.fixedPoints, limits.problem],
      changed: [input.changed, limits.detail],
    });
    await checkPolicy(ctx, input.policyId);
    const version = plan.version + 1;
    const { title, about, why, changed } = input;
    const points = { open_points: input.openPoints, fixed_points: input.fixedPoints };
    await ctx.db
      .insertInto('plan_versions')
      .values({
        hub_id: ctx.hub.id,
        plan_id: plan.id,
        version,
        title,
        about,
        why,
        changed,
        ...points,
        stage: plan.stage,
        person_id: ctx.person.id,
        written_at: ctx.now,
      })
      .execute();
    await ctx.db
      .updateTable('plans')
      .set({ version, title, policy_id: input.policyId || null, grams: gramsVector(searchable(input)) })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', plan.id)
      .execute();
    await ctx.db
      .updateTable('plan_stages')
      .set(points)
      .where('hub_id', '=', ctx.hub.id)
      .where('plan_id', '=', plan.id)
      .where('stage', '=', plan.stage)
      .execute();
    const { id: _, version: __, ...content } = input;
    await ctx.record({
      verb: 'plans.revised',
      object: { kind: 'plan', id: plan.id, version },
      public: { title, stage: plan.stage, division: plan.actor_name },
      parts: [{ part: 'plan', actorId: plan.actor_id, content }],
      tags: tagsOf(plan, ...(input.policyId ? [`policy:${input.policyId}`] : [])),
    });
    return { id: plan.id, title, version };
  },
});

/** X4, P5: an accountable person decides, with ground and reason; several like cases at once. Whoever it concerns is told. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { type LockedCase, lockedCase } from './case-queries.ts';
import { checkGround } from './cases.ts';
import { recountMonth } from './figures.ts';
import { hide } from './hide.ts';
import { isPrivate, moderatedKind } from './kinds.ts';
import { type ToldDecision, tellAuthor, tellReporters } from './letters.ts';
import { AT_ONCE, GROUNDS, OUTCOMES, REASON_MAX, refuse } from './moderation.ts';
import { type ActingModerator, actingModerator } from './moderators.ts';
import { mayDecide } from './rules.ts';

const STATUS: Record<string, number> = { 'decided-already': 409, 'own-case': 403, 'still-asking': 409 };

/** `version`: of the words as whoever decides has read them. */
const chosen = z.object({ id: z.uuid(), version: z.number().int().min(1) });

export const decisionInput = z.object({
  cases: z.array(chosen).max(AT_ONCE),
  outcome: z.enum(OUTCOMES, { error: 'not-a-choice' }),
  ground: z.enum(GROUNDS, { error: 'not-a-choice' }),
  reason: prose({ max: REASON_MAX }),
});
type DecisionInput = z.infer<typeof decisionInput>;

export const decideCases = action({
  name: 'moderation.decide',
  input: decisionInput,
  async run(ctx, input): Promise<{ decisions: string[] }> {
    const moderator = await actingModerator(ctx);
    checkGround(ctx.hub, input.ground);
    if (input.cases.length === 0) throw refuse('nothing-chosen', { field: 'cases' });
    const decisions: string[] = [];
    // In one order, so that two who decide on the same cases wait for each other instead of both failing.
    for (const one of [...input.cases].sort((a, b) => (a.id < b.id ? -1 : 1)))
      decisions.push(await decide(ctx, moderator, one, input));
    await recountMonth(ctx.db, ctx.hub, ctx.now);
    return { decisions };
  },
});

async function decide(
  ctx: ActionContext,
  moderator: ActingModerator,
  { id, version }: DecisionInput['cases'][number],
  input: DecisionInput,
): Promise<string> {
  const found = await lockedCase(ctx.db, id);
  if (!found) throw refuseKernel('not-found', { status: 404 });
  const no = mayDecide(ctx.reader, found, ctx.now);
  if (no) throw refuse(no, { status: STATUS[no] ?? 422 });
  const thing = await moderatedKind(found.kind)?.find(ctx.db, found.objectId);
  if (input.outcome === 'hidden' && (!thing || thing.isWithdrawn)) throw refuse('not-there', { status: 409 });
  if (thing && thing.version !== version) throw refuse('changed-meanwhile', { status: 409 });
  const decision = { ...input, id: ctx.newId(), version: thing?.version ?? version };
  await keep(ctx, moderator, found, decision);
  const told: ToldDecision = {
    id: decision.id,
    outcome: input.outcome,
    ground: input.ground,
    reason: input.reason,
    authorId: found.authorId,
    authorPersonId: found.authorPersonId,
    isPrivate: isPrivate(found.kind),
  };
  const act = { kind: found.kind, id: found.objectId, version: decision.version, decisionId: decision.id };
  if (input.outcome === 'hidden')
    await hide(ctx, moderator, { ...act, appealId: null, ground: input.ground, reason: input.reason });
  else await recordKept(ctx, moderator, found, told);
  const { appealDays } = rulesOf(ctx.hub).moderation;
  await tellAuthor(ctx, told, thing ?? found, appealDays);
  await tellReporters(ctx, found.id, told, appealDays);
  return decision.id;
}

async function keep(
  ctx: ActionContext,
  moderator: ActingModerator,
  found: LockedCase,
  decision: DecisionInput & { id: string; version: number },
): Promise<void> {
  await ctx.db
    .insertInto('moderation_decisions')
    .values({
      hub_id: ctx.hub.id,
      id: decision.id,
      case_id: found.id,
      way: found.way,
      kind: found.kind,
      object_id: found.objectId,
      object_version: decision.version,
      author_id: found.authorId,
      author_person_id: found.authorPersonId,
      ground: decision.ground,
      outcome: decision.outcome,
      reason: decision.reason,
      path: found.path,
      moderator_id: moderator.id,
      person_id: ctx.person.id,
      opened_at: found.openedAt,
      decided_at: ctx.now,
    })
    .execute();
  await run(ctx.db, 'update moderation_cases set decided_at = $3 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    found.id,
    ctx.now,
  ]);
}

/** A decision that hides nothing is public without naming what it was about: nobody is pointed at for having been reported. */
function recordKept(
  ctx: ActionContext,
  moderator: ActingModerator,
  found: LockedCase,
  decision: ToldDecision,
): Promise<void> {
  const { id, ground, reason, outcome } = decision;
  const facts = { ground, reason, outcome, about: found.kind, moderator: moderator.number };
  return ctx.record({
    verb: outcome === 'left' ? 'moderation.left' : 'moderation.asked',
    object: { kind: 'decision', id },
    public: facts,
    parts: [{ part: 'decision', actorId: moderator.officeId, content: facts }],
    tags: ['moderation', `decision:${id}`],
    as: moderator.officeId,
  });
}

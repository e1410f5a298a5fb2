/** F9.9 What the demo town prepares: plans with their stages, opinions, formal comments and answers, each at its moment. */
import { answerQuestion } from '#commons/discussion/answer-question.ts';
import { sayOpinion } from '#commons/discussion/say-opinion.ts';
import { answerOpinions } from '#functions/participation/plans/answer-opinions.ts';
import { beginStage } from '#functions/participation/plans/begin-stage.ts';
import { closedPeriods } from '#functions/participation/plans/clock-work.ts';
import { enterPaper, sendComment } from '#functions/participation/plans/comments.ts';
import { addDocument } from '#functions/participation/plans/documents.ts';
import { moveDate } from '#functions/participation/plans/move-date.ts';
import { postPlan } from '#functions/participation/plans/post-plan.ts';
import { revisePlan } from '#functions/participation/plans/revise-plan.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays } from '#kernel/dates.ts';
import type { DemoPlan, DemoStage } from './content/plan-types.ts';
import { plans } from './content/plans.ts';
import { chance, idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { keptTable } from './tell-attachments.ts';
import { moment } from './timeline.ts';

interface Deed {
  at: Date;
  tell: () => Promise<void>;
}

/** Tells all plans, day by day, so that what happened later was also told later. Gives how many. */
export async function tellPlans(story: Story): Promise<number> {
  const deeds = plans.flatMap((plan) => deedsOf(story, plan));
  deeds.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const deed of deeds) if (deed.at < story.now) await deed.tell();
  return plans.length;
}

function deedsOf(story: Story, plan: DemoPlan): Deed[] {
  const day = (n: number) => addDays(story.today, n);
  const deeds: Deed[] = [];
  const on = (n: number, hours: number, tell: (at: Date) => Promise<unknown>) => {
    const at = moment(day(n), hours);
    deeds.push({ at, tell: async () => void (await tell(at)) });
  };
  const division = story.speaker(plan.division);
  const known = { planId: '', stageIds: new Map<string, string>() };
  for (const [index, stage] of plan.stages.entries()) {
    on(stage.day, 9, async (at) => {
      const opened =
        index === 0
          ? await story.tell(at, division, postPlan, posted(plan, stage, day))
          : await story.tell(at, division, beginStage, { planId: known.planId, ...begun(stage, day) });
      known.planId = opened.id;
      known.stageIds.set(stage.stage, opened.stageId);
    });
    deeds.push(...deedsAt(story, plan, stage, () => known.stageIds.get(stage.stage)!));
  }
  const { move, revision } = plan;
  if (revision)
    on(revision.day, 11, async (at) => {
      const [standing] = await run<{ version: number; openPoints: string; fixedPoints: string }>(
        story.db,
        `select version, open_points as "openPoints", fixed_points as "fixedPoints" from plan_versions
         where plan_id = $1 order by version desc limit 1`,
        [known.planId],
      );
      const { title, about, policy } = plan;
      const { why, changed } = revision;
      const text = { title, about, why, changed, policyId: idFor(`policy:${policy}`) };
      await story.tell(at, division, revisePlan, { id: known.planId, ...standing!, ...text });
    });
  if (move)
    on(move.day, 10, async (at) => {
      const [stage] = await run<{ id: string; planned_on: string }>(
        story.db,
        'select id, planned_on from plan_stages where plan_id = $1 and stage = $2',
        [known.planId, move.stage],
      );
      await story.tell(at, division, moveDate, {
        stageId: stage!.id,
        which: 'start',
        fromOn: stage!.planned_on,
        toOn: day(move.to),
        reason: move.reason,
      });
    });
  return deeds;
}

function posted(plan: DemoPlan, stage: DemoStage, day: (n: number) => string): Record<string, unknown> {
  const { planned, before } = plan;
  const when = (n: number | undefined) => (n === undefined ? '' : day(n));
  return {
    kind: plan.kind,
    title: plan.title,
    about: plan.about,
    why: plan.why,
    policyId: idFor(`policy:${plan.policy}`),
    stage: stage.stage,
    workBeganOn: day(plan.workBegan.day),
    workBeganWith: plan.workBegan.with,
    conceptOn: when(before?.concept),
    draftOn: when(before?.draft ?? planned.draft),
    commentOn: when(planned.comment),
    decisionOn: day(planned.decision),
    openPoints: stage.open,
    fixedPoints: stage.fixed,
    untilOn: when(stage.until),
    shortReason: stage.shortReason ?? '',
  };
}

function begun(stage: DemoStage, day: (n: number) => string): Record<string, unknown> {
  return {
    stage: stage.stage,
    openPoints: stage.open,
    fixedPoints: stage.fixed,
    changes: stage.changes ?? '',
    untilOn: stage.until === undefined ? '' : day(stage.until),
    shortReason: stage.shortReason ?? '',
    aheadReason: stage.aheadReason ?? '',
  };
}

/** What happened within a stage; its id is known when the stage has been told. */
function deedsAt(story: Story, plan: DemoPlan, stage: DemoStage, stageId: () => string): Deed[] {
  const division = story.speaker(plan.division);
  const day = (n: number) => addDays(story.today, n);
  const hour = (name: string) => 10 + 10 * chance(`${plan.key}:${stage.stage}:${name}`);
  const opinionIds: string[] = [];
  const commentIds: string[] = [];
  const deeds: Deed[] = [];
  const at = (n: number, hours: number, tell: (at: Date) => Promise<void>) => {
    const moved = moment(day(n), hours);
    deeds.push({ at: moved, tell: () => tell(moved) });
  };
  for (const paper of stage.documents ?? [])
    at(stage.day, 9.5, async (now) => {
      const { title } = paper;
      const what =
        'link' in paper ? { link: paper.link } : { fileId: await keptTable(story, now, division, title, paper.table) };
      await story.tell(now, division, addDocument, { stageId: stageId(), title, ...what });
    });
  for (const [index, said] of (stage.opinions ?? []).entries()) {
    at(said.day, hour(`opinion:${index}`), async (now) => {
      const kind = said.kind ?? 'opinion';
      const input = { debateId: stageId(), kind, body: said.text, reason: said.reason ?? '' };
      opinionIds[index] = (await story.tell(now, story.speaker(said.by), sayOpinion, input)).id;
    });
    const { reply } = said;
    if (reply)
      at(said.day + 2, 15, async (now) => {
        await story.tell(now, division, answerQuestion, { questionId: opinionIds[index]!, body: reply });
      });
  }
  for (const [index, comment] of (stage.comments ?? []).entries())
    at(comment.day, hour(`comment:${index}`), async (now) => {
      const { name, address, text: body } = comment;
      const sent = { stageId: stageId(), name, address, body };
      const told = comment.by
        ? await story.tell(now, story.speaker(comment.by), sendComment, sent)
        : await story.tell(now, division, enterPaper, { ...sent, receivedOn: day(comment.day) });
      commentIds[index] = told.id;
    });
  if (stage.stage === 'comment' && stage.until !== undefined)
    at(stage.until + 1, 0.01, async (now) => {
      for (const event of await closedPeriods(story.db, now)) await story.tellClock(now, event);
    });
  for (const [index, answer] of (stage.answers ?? []).entries())
    at(answer.day, 14 + index / 4, async (now) => {
      await story.tell(now, division, answerOpinions, {
        stageId: stageId(),
        items: [
          ...(answer.opinions ?? []).map((one) => opinionIds[one]!),
          ...(answer.comments ?? []).map((one) => commentIds[one]!),
        ],
        gist: answer.gist ?? '',
        kind: answer.kind,
        reason: answer.reason,
        decidedOn: day(answer.day),
        nextOn: answer.nextDay === undefined ? '' : day(answer.nextDay),
        passedTo: answer.passedTo ?? '',
      });
    });
  return deeds;
}

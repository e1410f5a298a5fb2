/** A plan of the test town at whatever stage a test needs. For tests. */
import type { Actor, Reader } from '#kernel/context.ts';
import { addDays } from '#kernel/dates.ts';
import type { TestTown } from '#test/support/town.ts';
import { beginStage } from './begin-stage.ts';
import { postPlan } from './post-plan.ts';
import { type ShownPlan, type ShownStage, shownPlan } from './queries.ts';

export const POSTED_ON = '2026-10-10';
/** last day of opinions on the concept, and the days on which the later stages are planned */
export const CONCEPT_UNTIL = '2026-11-09';
export const DRAFT_ON = '2026-12-01';
export const DRAFT_UNTIL = '2026-12-31';
export const COMMENT_ON = '2027-01-15';
export const COMMENT_UNTIL = '2027-02-13';
export const DECISION_ON = '2027-03-15';

export interface Preparing {
  division: Actor;
  other: Actor;
  /** acting for the division, as its representative */
  officer: Reader;
  /** a member of the division without a voice for it */
  clerk: Reader;
  citizen: Reader;
}

export async function preparing(town: TestTown): Promise<Preparing> {
  town.today(POSTED_ON);
  const [officer, clerk, citizen] = await Promise.all([
    town.person('原 徹'),
    town.person('臨時職員'),
    town.person('はるママ'),
  ]);
  const division = await town.organisation('division', '公園緑地課', [
    [officer, 'representative'],
    [clerk, 'member'],
  ]);
  const other = await town.organisation('division', '交通政策課', [[officer, 'editor']]);
  return { division, other, officer: town.as(officer, division), clerk, citizen };
}

/** What a division writes when it opens a plan at its concept. */
export function written(more: Record<string, unknown> = {}) {
  return {
    kind: 'plan',
    title: '緑の基本計画',
    about: '街路樹と公園の、これから10年の方針です。',
    why: '木の3割が植えて50年をこえました。',
    stage: 'concept',
    workBeganOn: '2026-09-01',
    workBeganWith: '庁内の検討会',
    draftOn: DRAFT_ON,
    commentOn: COMMENT_ON,
    decisionOn: DECISION_ON,
    openPoints: '植える木の種類\n順番',
    fixedPoints: '予算は今の額まで',
    untilOn: CONCEPT_UNTIL,
    ...more,
  };
}

export async function postedPlan(
  town: TestTown,
  people: Preparing,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await town.perform(people.officer, postPlan, written(more));
  return id;
}

export async function planNow(town: TestTown, id: string): Promise<ShownPlan> {
  return (await town.read((db) => shownPlan(db, id)))!;
}

export async function stageNow(town: TestTown, id: string, stage: ShownStage['stage']): Promise<ShownStage> {
  return (await planNow(town, id)).stages.find((one) => one.stage === stage)!;
}

/** Leads a fresh plan, on which nobody has said anything, into its formal comments on the planned day. */
export async function inComment(town: TestTown, people: Preparing): Promise<{ planId: string; stageId: string }> {
  const planId = await postedPlan(town, people);
  town.today(DRAFT_ON);
  await town.perform(people.officer, beginStage, {
    planId,
    stage: 'draft',
    openPoints: '植えかえの順番',
    fixedPoints: '木の種類',
    untilOn: DRAFT_UNTIL,
  });
  town.today(COMMENT_ON);
  const { stageId } = await town.perform(people.officer, beginStage, {
    planId,
    stage: 'comment',
    openPoints: '書きぶり',
    fixedPoints: '順番',
    untilOn: COMMENT_UNTIL,
  });
  town.today(addDays(COMMENT_ON, 1));
  return { planId, stageId };
}

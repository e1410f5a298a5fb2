/** F9.9 The dates of which the figures are made: columns kept on the plan, no counting. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { EarlyFacts } from './early.ts';
import type { PlanStage } from './plan.ts';

export interface FiguredPlan extends EarlyFacts {
  id: string;
  title: string;
  actor_id: string;
  actor_name: string;
  posted_at: Date;
  decided_at: Date | null;
  opened_stage: PlanStage;
}

/** The newest plans that were not given up; a town opens some dozens a year. */
export async function figuredPlans(db: Db, limit = 500): Promise<FiguredPlan[]> {
  const plans = await run<Omit<FiguredPlan, 'opened_on'>>(
    db,
    `select p.id, p.title, p.actor_id, a.name as actor_name, p.posted_at, p.decided_at, p.opened_stage, p.work_began_on, p.draft_on,
       p.decision_on
     from plans p join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     where p.ended_at is null order by p.id desc limit $1`,
    [limit],
  );
  return plans.map((plan) => ({ ...plan, opened_on: tokyoDate(plan.posted_at) }));
}

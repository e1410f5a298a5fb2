/** F9.9, P9: what a hub's rules say of plans; a hub whose rules say nothing goes by these. */
import { rulesOf, undecidedRules } from '#commons/hubs/index.ts';

export interface PlanRules {
  /** days for which formal comments are taken at least, unless a public reason says otherwise */
  commentDays: number;
  /** days after the decision on which names and addresses of formal comments are erased */
  eraseDays: number;
}

export function planRulesOf(hub: { rules: unknown }): PlanRules {
  return rulesOf(hub).plans ?? undecidedRules.plans;
}

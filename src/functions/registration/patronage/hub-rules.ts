/** F7.7, P9: what a hub's rules say of requests for patronage; a hub whose rules say nothing goes by these. */
import { rulesOf, undecidedRules } from '#commons/hubs/index.ts';

export interface PatronageRules {
  /** days within which a request is decided */
  dueDays: number;
  /** days after the decision on which its papers are erased */
  paperDays: number;
}

export function patronageRulesOf(hub: { rules: unknown }): PatronageRules {
  return rulesOf(hub).patronage ?? undecidedRules.patronage;
}

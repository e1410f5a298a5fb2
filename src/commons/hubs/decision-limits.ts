/** Longest texts of a recorded decision, in characters. */
export const DECISION_LIMITS = { reason: 2000, decision: 200, decidedBy: 120, link: 500 } as const;

/** F9.9 What a plan in preparation consists of, its stages, and the words that may be said against an act. */
import { refuser } from '#kernel/refusal.ts';

export const PLAN_KINDS = ['plan', 'ordinance', 'measure'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** 構想 → 素案 → パブリックコメント → 決定. A plan may go without formal comments, never without a draft. */
export const PLAN_STAGES = ['concept', 'draft', 'comment', 'decision'] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];

export function isPlanStage(text: string): text is PlanStage {
  return (PLAN_STAGES as readonly string[]).includes(text);
}

export function isPlanKind(text: string): text is PlanKind {
  return (PLAN_KINDS as readonly string[]).includes(text);
}

export type PlanRefusal =
  | 'city-only'
  | 'member-only'
  | 'not-in-charge'
  | 'decided'
  | 'ended'
  | 'edited-elsewhere'
  | 'moved-meanwhile'
  | 'no-policy'
  | 'out-of-order'
  | 'before-today'
  | 'in-the-future'
  | 'opened-before-work'
  | 'still-open'
  | 'answers-missing'
  | 'stage-begun'
  | 'last-stage'
  | 'period-short'
  | 'period-over'
  | 'period-ahead'
  | 'not-formal'
  | 'unmoved'
  | 'said-already'
  | 'withdrawn'
  | 'not-yours'
  | 'nothing-chosen'
  | 'not-of-this-stage'
  | 'answered-meanwhile'
  | 'next-needed'
  | 'next-not-after'
  | 'passed-to-needed'
  | 'before-stage'
  | 'names-erased'
  | 'link-broken'
  | 'too-many-documents';

export const refuse = refuser<PlanRefusal>('plans');

/** 409: true a moment ago, or elsewhere; 403: not this reader. Anything else is 422. */
export const STATUS: Readonly<Partial<Record<PlanRefusal, number>>> = {
  'city-only': 403,
  'member-only': 403,
  'not-in-charge': 403,
  'not-yours': 403,
  'edited-elsewhere': 409,
  'moved-meanwhile': 409,
  'answered-meanwhile': 409,
  'stage-begun': 409,
  'period-over': 409,
  'period-ahead': 409,
  withdrawn: 409,
  ended: 409,
  decided: 409,
};

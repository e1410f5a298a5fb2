/** F9.8 What a step of reflection (反映結果) consists of, and the words that may be said against one. */
import { z } from 'zod';
import { DAY, MOMENT } from '#kernel/described.ts';
import { refuser } from '#kernel/refusal.ts';

/** 要求 → 予算案 → 議決 → 実施中 → 完了, or 取りやめ. */
export const STEPS = ['requested', 'draft-budget', 'voted', 'under-way', 'done', 'dropped'] as const;
export type StepName = (typeof STEPS)[number];

/** A recorded step as pages show it; whoever typed it in is not told, the division answers for it. */
export interface ShownStep {
  id: string;
  step: StepName;
  /** YYYY-MM-DD */
  happened_on: string;
  note: string;
  document: string;
  page: string;
  budget_line: string;
  /** fiscal year of the budget, and the line's own page; null where no line was named */
  budget_year: number | null;
  budget_line_id: string | null;
  amount_yen: number | null;
  link: string;
  division_id: string;
  division_name: string;
  /** ISO 8601 */
  recorded_at: string;
  corrects_id: string | null;
}

/** X8: the same as programs are given it. */
export const STEP = z.object({
  id: z.uuid(),
  step: z.enum(STEPS),
  happenedOn: DAY,
  note: z.string(),
  document: z.string(),
  page: z.string(),
  budgetLine: z.string(),
  budgetYear: z.int().nullable().meta({ description: 'Fiscal year of the budget.' }),
  budgetLineId: z.uuid().nullable(),
  amountYen: z.int().nullable(),
  link: z.string(),
  divisionId: z.uuid(),
  divisionName: z.string(),
  recordedAt: MOMENT,
  correctsId: z.uuid().nullable().meta({ description: 'The step it puts right.' }),
});

export type ReflectionRefusal =
  | 'not-a-division'
  | 'not-in-charge'
  | 'not-followed'
  | 'vote-needs-request'
  | 'out-of-order'
  | 'in-the-future'
  | 'before-publication'
  | 'evidence-needed'
  | 'not-a-link'
  | 'corrected-already';

export const refuse = refuser<ReflectionRefusal>('reflection');

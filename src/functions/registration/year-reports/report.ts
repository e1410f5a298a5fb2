/** F7.7 活動報告・会計報告: what a group says of its year, and the words that may be said against it. */
import { z } from 'zod';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const LIMITS = { done: 4000, label: 60, note: 400, lines: 30, changed: 200 } as const;
/** Whole yen; sums of thirty lines stay exact. */
const MOST_YEN = 99_999_999_999;

export const REACHES = ['public', 'members', 'checkers'] as const;
export type Reach = (typeof REACHES)[number];

export interface Line {
  label: string;
  /** whole yen */
  amount: number;
}

/** 12,345 or １２，３４５円; a minus only where a deficit was carried on. */
function yenOf(typed: string): number | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s,円¥\\]/g, '')
    .replace(/^[-−△▲]/, '-');
  if (!/^-?\d{1,12}$/.test(digits)) return null;
  const value = Number(digits);
  return Math.abs(value) <= MOST_YEN ? value : null;
}

const yen = (least: number) =>
  z
    .string({ error: 'required' })
    .min(1, 'required')
    .transform((typed, ctx) => {
      const value = yenOf(typed);
      if (value === null || value < least) ctx.addIssue({ code: 'custom', message: 'not-a-number' });
      return value ?? 0;
    });

const lines = z.array(z.object({ label: line({ max: LIMITS.label }), amount: yen(0) })).max(LIMITS.lines, 'too-long');

const people = z
  .string()
  .optional()
  .default('')
  .transform((typed, ctx) => {
    const digits = typed.normalize('NFKC').replace(/[\s,人名]/g, '');
    if (digits !== '' && !/^\d{1,7}$/.test(digits)) ctx.addIssue({ code: 'custom', message: 'not-a-number' });
    return digits === '' ? null : Number(digits);
  });

export const reportInput = z.object({
  groupId: z.uuid(),
  year: z.coerce.number({ error: 'not-a-choice' }).int(),
  /** the version it was written from; 0 for the first */
  of: z.coerce.number().int().min(0).optional().default(0),
  reach: z.enum(REACHES, { error: 'not-a-choice' }),
  done: prose({ max: LIMITS.done }),
  people,
  brought: yen(-MOST_YEN),
  income: lines,
  expense: lines,
  carried: yen(-MOST_YEN),
  note: prose({ min: 0, max: LIMITS.note }).optional().default(''),
  changed: line({ min: 0, max: LIMITS.changed }).optional().default(''),
});
export type ReportInput = z.output<typeof reportInput>;

export interface Accounts {
  brought: number;
  income: readonly Line[];
  expense: readonly Line[];
  carried: number;
}

export type ReportRefusal =
  | 'not-of-the-group'
  | 'not-a-standing-group'
  | 'not-a-year'
  | 'changed-meanwhile'
  | 'sums-differ'
  | 'brought-differs';

export const refuse = refuser<ReportRefusal>('yearReports');

export function refusalFor(
  code: ReportRefusal,
  detail: { field?: string; facts?: Record<string, string | number> } = {},
): Refusal {
  const typed = ['not-a-year', 'sums-differ', 'brought-differs'].includes(code);
  return refuse(code, { status: code === 'not-of-the-group' ? 403 : typed ? 422 : 409, ...detail });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

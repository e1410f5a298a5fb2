/** F7.6 What a place or a call requires of a group: items that whoever requires publishes, and the words that may be said against an act. */
import { z } from 'zod';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const LIMITS = { name: 80, about: 800, other: 200, word: 400, reason: 600 } as const;

/** What may be required: papers to be seen, numbers to be reached, words to be given, and one thing in its own words. */
export const ITEM_KINDS = [
  'rules',
  'roster',
  'accounts',
  'members',
  'local',
  'pledge',
  'no-campaign',
  'other',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export const PAPER_KINDS: readonly ItemKind[] = ['rules', 'roster', 'accounts'];
export const GIVEN_KINDS: readonly ItemKind[] = ['pledge', 'no-campaign'];

export interface RequiredItem {
  kind: ItemKind;
  /** of `other`: what is required */
  text: string;
  /** of `members` people, of `local` per cent; null for the others */
  least: number | null;
  /** a paper is to be handed in with it */
  paper: boolean;
}

export const FACT_STATES = ['handed-in', 'confirmed', 'refused', 'taken-back'] as const;
export type FactState = (typeof FACT_STATES)[number];

/** A whole number as people type it, full-width too; null for nothing. */
export function wholeNumber(max: number) {
  return z
    .string()
    .optional()
    .default('')
    .transform((typed, ctx) => {
      const digits = typed.normalize('NFKC').replace(/[\s,]/g, '');
      if (digits === '') return null;
      const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
      if (!(value <= max)) ctx.addIssue({ code: 'custom', message: 'not-a-number' });
      return value;
    });
}

const within = (least: number, most: number, usual: number) =>
  wholeNumber(most)
    .transform((value) => value ?? usual)
    .refine((value) => value >= least, 'not-a-number');

/** The form of a set; `kinds` with commas between. */
export const setInput = z.object({
  own: z.uuid({ error: 'not-a-choice' }),
  name: line({ max: LIMITS.name }),
  about: prose({ min: 0, max: LIMITS.about }).optional().default(''),
  kinds: z
    .string()
    .optional()
    .default('')
    .transform((typed) => ITEM_KINDS.filter((kind) => typed.split(',').includes(kind))),
  leastMembers: wholeNumber(99_999),
  leastLocal: wholeNumber(100),
  other: line({ min: 0, max: LIMITS.other }).optional().default(''),
  otherPaper: z.string().optional().default(''),
  validMonths: within(1, 60, 12),
  papersDays: within(1, 400, 30),
});
export type SetInput = z.output<typeof setInput>;

/** The items in their order. A kind that needs a number or words is left out of `kinds` by nobody: the act asks for them. */
export function itemsOf({ kinds, leastMembers, leastLocal, other, otherPaper }: SetInput): RequiredItem[] {
  const least = { members: leastMembers, local: leastLocal } as Partial<Record<ItemKind, number | null>>;
  return kinds.map((kind) => ({
    kind,
    text: kind === 'other' ? other : '',
    least: least[kind] ?? null,
    paper: kind === 'other' ? otherPaper === 'yes' : PAPER_KINDS.includes(kind),
  }));
}

export type EligibilityRefusal =
  | 'not-of-the-group'
  | 'not-a-standing-group'
  | 'office-only'
  | 'not-checker'
  | 'nothing-required'
  | 'number-missing'
  | 'words-missing'
  | 'set-closed'
  | 'no-such-item'
  | 'waiting-already'
  | 'paper-missing'
  | 'figure-missing'
  | 'too-little'
  | 'not-given'
  | 'not-waiting'
  | 'nothing-to-appeal'
  | 'appealed-already'
  | 'own-refusal';

export const refuse = refuser<EligibilityRefusal>('eligibility');

const NOT_YOURS: readonly string[] = ['not-of-the-group', 'office-only', 'not-checker', 'own-refusal'];
const TYPED: readonly string[] = [
  'nothing-required',
  'number-missing',
  'words-missing',
  'paper-missing',
  'figure-missing',
  'too-little',
  'not-given',
];

export function refusalFor(
  code: EligibilityRefusal,
  detail: { field?: string; facts?: Record<string, number> } = {},
): Refusal {
  return refuse(code, { status: NOT_YOURS.includes(code) ? 403 : TYPED.includes(code) ? 422 : 409, ...detail });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

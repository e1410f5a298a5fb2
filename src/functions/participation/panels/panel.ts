/** F9.9 A panel drawn by lot: what it consists of, and the words that may be said against an act on one. */
import { z } from 'zod';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const SOURCES = ['journal', 'event'] as const;
export type Source = (typeof SOURCES)[number];
export const REPLIES = ['accepted', 'declined'] as const;
export type CandidateState = 'listed' | 'invited' | 'accepted' | 'declined';

export const MOST_CANDIDATES = 5000;
export const MOST_STRATA = 3;

const columns = line({ max: 100 }).transform((text) =>
  text
    .split(/[、,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== ''),
);

const wholeNumber = z
  .string({ error: 'required' })
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\d{1,3}$/, 'not-a-number'),
  )
  .transform(Number);

export const panelInput = z.object({
  title: line({ max: 80 }),
  about: prose({ max: 2000 }),
  heldText: line({ max: 200 }),
  contact: line({ max: 200 }),
  size: wholeNumber.pipe(z.number().min(1, 'not-a-number').max(500, 'not-a-number')),
  strata: columns,
  source: z.enum(SOURCES, { error: 'not-a-choice' }),
  sourceText: prose({ max: 400 }),
  /** the day of the public chance; it counts from its beginning */
  sourceOn: z
    .string({ error: 'required' })
    .min(1, 'required')
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not-a-date'),
});

export interface PanelFacts {
  division_id: string;
  source_at: Date;
  committed_at: Date | null;
  drawn_at: Date | null;
}

export type PanelRefusal =
  | 'city-only'
  | 'member-only'
  | 'not-in-charge'
  | 'too-many-strata'
  | 'source-not-ahead'
  | 'listed-already'
  | 'not-listed'
  | 'chance-known'
  | 'too-early'
  | 'no-chance-yet'
  | 'drawn-already'
  | 'list-empty'
  | 'list-head'
  | 'list-quotes'
  | 'list-too-long'
  | 'list-too-short'
  | 'lines-short'
  | 'lines-number'
  | 'lines-twice'
  | 'lines-stratum'
  | 'lines-contact'
  | 'nobody-invited'
  | 'not-drawn';

export const refuse = refuser<PanelRefusal>('panels');
export type Reason = PanelRefusal | 'sign-in';

/** 403: not this reader; 409: true a moment ago. Anything else is 422. */
const STATUS: Readonly<Partial<Record<PanelRefusal, number>>> = {
  'city-only': 403,
  'member-only': 403,
  'not-in-charge': 403,
  'listed-already': 409,
  'not-listed': 409,
  'chance-known': 409,
  'too-early': 409,
  'no-chance-yet': 409,
  'drawn-already': 409,
  'nobody-invited': 409,
  'not-drawn': 409,
};

export function refusalFor(reason: Reason, field?: string): Refusal {
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const status = STATUS[reason];
  return refuse(reason, { ...(field ? { field } : {}), ...(status === undefined ? {} : { status }) });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** F9.9 Committees (審議会): what they, their seats, calls and sittings consist of, and the words that may be said against an act. */
import { z } from 'zod';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { civicDay, optionalDay } from '../reflection/index.ts';

export const SEAT_KINDS = ['citizen', 'expert', 'group', 'other'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];
export const CALL_METHODS = ['chosen', 'lot'] as const;
export type CallMethod = (typeof CALL_METHODS)[number];
export const OBSERVER_METHODS = ['first', 'lot'] as const;
export type ObserverMethod = (typeof OBSERVER_METHODS)[number];

const number = (most: number) =>
  z
    .string({ error: 'required' })
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(
      z
        .string()
        .min(1, 'required')
        .regex(/^\d{1,4}$/, 'not-a-number')
        .refine((text) => Number(text) <= most, 'not-a-number'),
    )
    .transform(Number);

const optionalText = (max: number) => prose({ min: 0, max }).optional().default('');

export const committeeInput = z.object({
  name: line({ max: 80 }),
  about: prose({ max: 1000 }),
  basis: line({ max: 200 }),
  contact: line({ max: 200 }),
  minutesDays: number(365),
});

export const seatInput = z.object({
  id: z.uuid(),
  kind: z.enum(SEAT_KINDS, { error: 'not-a-choice' }),
  holder: line({ min: 0, max: 80 }).optional().default(''),
  termFrom: optionalDay,
  termUntil: optionalDay,
});

export const sharesInput = z.object({ id: z.uuid(), women: number(999), underForty: number(999), countedOn: civicDay });

export const callInput = z.object({
  id: z.uuid(),
  seats: number(50),
  method: z.enum(CALL_METHODS, { error: 'not-a-choice' }),
  criteria: prose({ max: 1000 }),
  closesOn: civicDay,
});

export const applicationInput = z.object({
  id: z.uuid(),
  name: line({ max: 80 }),
  contact: line({ max: 200 }),
  body: prose({ max: 2000 }),
});

const clock = line({ max: 5 });

export const sittingInput = z.object({
  id: z.uuid(),
  date: civicDay,
  /** times by the clock of Tokyo, 19:05 */
  from: clock,
  to: clock,
  place: line({ max: 200 }),
  agenda: prose({ max: 2000 }).transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
  closedReason: optionalText(400),
  observerPlaces: number(1000),
  observerMethod: z.enum(OBSERVER_METHODS, { error: 'not-a-choice' }),
  observersUntilOn: optionalDay,
});

/** Another day, another room, other points to talk about: said as a whole, with a reason that is public. */
export const movedSittingInput = sittingInput
  .pick({ id: true, date: true, from: true, to: true, place: true, agenda: true, observersUntilOn: true })
  .extend({
    /** the one the form was shown with */
    version: z.coerce.number().int().min(1),
    reason: prose({ max: 400 }),
  });

export type CommitteeRefusal =
  | 'city-only'
  | 'member-only'
  | 'not-in-charge'
  | 'term-order'
  | 'no-such-seat'
  | 'in-the-past'
  | 'call-open'
  | 'call-over'
  | 'call-not-over'
  | 'call-settled'
  | 'applied-already'
  | 'not-applied'
  | 'choose-so-many'
  | 'too-few-applied'
  | 'no-chance-yet'
  | 'shares-too-high'
  | 'not-a-time'
  | 'ends-before-start'
  | 'closed-takes-none'
  | 'lot-needs-day'
  | 'cancelled'
  | 'over'
  | 'not-begun'
  | 'closed'
  | 'asking-over'
  | 'asked-already'
  | 'no-place'
  | 'not-by-lot'
  | 'drawn-already'
  | 'asking-open'
  | 'nobody-asked'
  | 'minutes-changed'
  | 'minutes-empty'
  | 'say-what-changed'
  | 'changed-meanwhile'
  | 'nothing-changed';

export const refuse = refuser<CommitteeRefusal>('committees');
export type Reason = CommitteeRefusal | 'sign-in';

/** 403: not this reader. */
const NOT_YOURS: readonly string[] = ['city-only', 'member-only', 'not-in-charge'];
/** 422: something that was typed. Anything else was true a moment ago: 409. */
const TYPED: readonly string[] = [
  'term-order',
  'in-the-past',
  'choose-so-many',
  'shares-too-high',
  'not-a-time',
  'ends-before-start',
  'closed-takes-none',
  'lot-needs-day',
  'minutes-empty',
  'say-what-changed',
  'nothing-changed',
];

export function refusalFor(reason: Reason, field?: string, facts?: Record<string, string | number>): Refusal {
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const status = NOT_YOURS.includes(reason) ? 403 : TYPED.includes(reason) ? 422 : 409;
  return refuse(reason, { status, ...(field ? { field } : {}), ...(facts ? { facts } : {}) });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

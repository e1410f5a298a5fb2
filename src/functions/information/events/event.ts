/** F1.1 An event: what it consists of, and the words that may be said against an act. */
import { z } from 'zod';
import { isCivicDay, tokyoDate } from '#kernel/dates.ts';
import { ACCESS, AUDIENCES, FIELDS } from '#kernel/facets.ts';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const REPEATS = ['none', 'weekly', 'fortnightly', 'monthly-date', 'monthly-weekday', 'monthly-last'] as const;
export type Repeat = (typeof REPEATS)[number];

export const LIMITS = {
  title: 80,
  about: 4000,
  text: 400,
  place: 80,
  address: 200,
  link: 500,
  tags: 8,
  tag: 20,
} as const;
/** Days of one series. */
export const MOST_DAYS = 60;
export const MOST_COMPANIONS = 20;

export type Typed = Record<string, string>;

const plain = (text: string) => text.normalize('NFKC').trim();
const optional = (max: number) => prose({ min: 0, max }).optional().default('');
const given = z.string({ error: 'required' }).trim().min(1, 'required');
const yes = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

/** True for a day there is: 2026-02-29 is none. */
const day = given.refine((text) => text === '' || isCivicDay(text), { error: 'not-a-date' });
const maybeDay = z
  .string()
  .optional()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text === '' || isCivicDay(text), { error: 'not-a-date' });

/** A whole number up to `max`, as people type it; null where nothing is typed. */
const maybeNumber = (min: number, max: number) =>
  z
    .string()
    .optional()
    .default('')
    .transform((typed, ctx) => {
      const digits = plain(typed).replace(/[\s,円人名回]/g, '');
      if (digits === '') return null;
      const n = Number(digits);
      if (/^\d{1,7}$/.test(digits) && n >= min && n <= max) return n;
      ctx.addIssue({ code: 'custom', message: 'not-a-number', params: { min, max } });
      return z.NEVER;
    });

function chosen<T extends string | number>(all: readonly T[]) {
  return z
    .string()
    .optional()
    .default('')
    .transform((typed) => {
      const parts = new Set(typed.split(',').map((one) => one.trim()));
      return all.filter((one) => parts.has(String(one)));
    });
}

/** Words as people type them: 、 or commas or one a line, a # before each left out. */
export function tagsIn(typed: string): string[] {
  const tags = typed
    .normalize('NFKC')
    .split(/[、,，\n]/)
    .map((tag) => tag.replace(/^[\s#]+/, '').trim())
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}

/** Days left out, one a line or with 、 or commas between. */
function daysIn(typed: string): string[] {
  return plain(typed)
    .split(/[、,\s]+/)
    .filter((one) => one !== '');
}

export const eventInput = z.object({
  title: line({ max: LIMITS.title }),
  about: prose({ max: LIMITS.about }),
  date: day,
  /** times by the clock of Tokyo, 19:05 */
  from: given,
  to: given,
  /** the last day, where it isn't the first one */
  endDate: maybeDay,
  repeat: z.enum(REPEATS, { error: 'not-a-choice' }).optional().default('none'),
  /** 0 Sunday … 6 Saturday; none: the weekday of the first day */
  weekdays: chosen([0, 1, 2, 3, 4, 5, 6]),
  until: maybeDay,
  count: maybeNumber(1, MOST_DAYS),
  except: z
    .string()
    .optional()
    .default('')
    .transform(daysIn)
    .refine((days) => days.every(isCivicDay), { error: 'not-a-date' }),
  holidays: z.enum(['keep', 'skip'], { error: 'not-a-choice' }).optional().default('keep'),
  place: line({ min: 0, max: LIMITS.place }).optional().default(''),
  address: line({ min: 0, max: LIMITS.address }).optional().default(''),
  district: line({ min: 0, max: 60 }).optional().default(''),
  /** a name that isn't among the choices */
  otherDistrict: line({ min: 0, max: 60 }).optional().default(''),
  lat: z.string().max(40).optional().default(''),
  lng: z.string().max(40).optional().default(''),
  isOnline: yes,
  onlineLink: line({ min: 0, max: LIMITS.link }).optional().default(''),
  fee: maybeNumber(0, 1_000_000),
  feeNote: line({ min: 0, max: 120 }).optional().default(''),
  audience: chosen(AUDIENCES),
  audienceNote: line({ min: 0, max: 120 }).optional().default(''),
  fields: chosen(FIELDS),
  tags: z
    .string()
    .max(400)
    .optional()
    .default('')
    .transform(tagsIn)
    .refine((tags) => tags.length <= LIMITS.tags && tags.every((tag) => tag.length <= LIMITS.tag), 'too-long'),
  access: chosen(ACCESS),
  accessNote: optional(LIMITS.text),
  contact: line({ min: 0, max: 200 }).optional().default(''),
  takesRegistrations: yes,
  capacity: maybeNumber(1, 100_000),
  companions: maybeNumber(0, MOST_COMPANIONS),
  registrationFrom: maybeDay,
  registrationUntil: maybeDay,
});
export type EventInput = z.output<typeof eventInput>;

export const reason = prose({ max: LIMITS.text });

export interface EventFacts {
  id: string;
  host_id: string;
  starts_at: Date;
  ends_at: Date;
  cancelled_at: Date | null;
  hidden_at: Date | null;
}

export type EventRefusal =
  | 'member-only'
  | 'not-host'
  | 'not-a-time'
  | 'ends-before-start'
  | 'in-the-past'
  | 'too-far'
  | 'too-long-event'
  | 'no-place'
  | 'not-a-link'
  | 'repeat-without-end'
  | 'too-many-days'
  | 'no-days'
  | 'below-registered'
  | 'day-taken'
  | 'registration-ends-late'
  | 'registration-window'
  | 'place-half'
  | 'place-not-degrees'
  | 'place-outside'
  | 'reason-needed'
  | 'changed-meanwhile'
  | 'too-many-drafts'
  | 'cancelled'
  | 'over'
  | 'no-registration'
  | 'not-yet'
  | 'closed'
  | 'too-many-companions'
  | 'registered-already'
  | 'not-registered'
  | 'not-an-address'
  | 'full-for-desk'
  | 'not-admitted'
  | 'checked-in-already'
  | 'not-checked-in'
  | 'too-early'
  | 'not-over';
export type Reason = EventRefusal | 'sign-in' | 'level';

export const refuse = refuser<EventRefusal>('events');

const NOT_YOURS: readonly string[] = ['member-only', 'not-host'];
const NOW_NOT: readonly string[] = [
  'changed-meanwhile',
  'too-many-drafts',
  'cancelled',
  'over',
  'no-registration',
  'not-yet',
  'closed',
  'registered-already',
  'not-registered',
  'not-admitted',
  'checked-in-already',
  'not-checked-in',
  'too-early',
  'not-over',
];

export function refusalFor(
  code: Reason,
  detail: { field?: string; facts?: Record<string, string | number> } = {},
): Refusal {
  if (code === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  if (code === 'level') return refuseKernel('level', { status: 403 });
  const status = NOT_YOURS.includes(code) ? 403 : NOW_NOT.includes(code) ? 409 : 422;
  return refuse(code, { status, ...detail });
}

export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** An event on several days counts by each of its days. */
export function daysOf({ starts_at, ends_at }: Pick<EventFacts, 'starts_at' | 'ends_at'>): [string, string] {
  return [tokyoDate(starts_at), tokyoDate(new Date(ends_at.getTime() - 1))];
}

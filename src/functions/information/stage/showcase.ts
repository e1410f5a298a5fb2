/** F1.4 What a showcase consists of, and the words that may be said against an act on it. */
import { z } from 'zod';
import { isCivicDay } from '#kernel/dates.ts';
import { ACCESS, AUDIENCES, FIELDS } from '#kernel/facets.ts';
import { type Refusal, type RefusalItem, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const KINDS = ['presentation', 'exhibition', 'online'] as const;
export type ShowcaseKind = (typeof KINDS)[number];

/** How a slot is given for which several raise their hand: to the first, by choice with a reason, by lot. */
export const RULES = ['first', 'choice', 'lot'] as const;
export type GivingRule = (typeof RULES)[number];

/** What a place may have, and what a group may need. */
export const EQUIPMENT = [
  'projector',
  'power',
  'table',
  'panel',
  'microphone',
  'internet',
  'piano',
  'changing',
] as const;
export type Equipment = (typeof EQUIPMENT)[number];

export const HAND_STATES = ['raised', 'asked', 'holding', 'lowered', 'declined', 'given-back'] as const;
export type HandState = (typeof HAND_STATES)[number];

export const LIMITS = {
  title: 80,
  about: 1000,
  place: 80,
  address: 200,
  note: 300,
  label: 40,
  handTitle: 80,
  handAbout: 400,
  reason: 300,
  voice: 200,
  nickname: 20,
  report: 3000,
  district: 60,
} as const;

/** Of one showcase. */
export const MOST_SLOTS = 60;

const given = z.string({ error: 'required' }).trim().min(1, 'required');
const day = given.refine((text) => text === '' || isCivicDay(text), { error: 'not-a-date' });

export const webAddress = line({ min: 0, max: 400 }).optional().default('');

/** https:// alone; '' where there is none. @throws Refusal 'not-an-address' at the field */
export function soundAddress(text: string, field: string): string {
  if (text !== '' && !/^https:\/\/[^\s/]+\.[^\s/]+/.test(text)) throw refusalFor('not-an-address', { field });
  return text;
}

const wanted = z
  .string()
  .optional()
  .default('')
  .transform((text) => EQUIPMENT.filter((one) => text.split(',').includes(one)));

const optional = (max: number) => prose({ min: 0, max }).optional().default('');

/** Boxes as codes with commas between, in the order in which the codes stand. */
const chosen = <Code extends string | number>(known: readonly Code[]) =>
  z
    .string()
    .optional()
    .default('')
    .transform((text) => known.filter((code) => text.split(',').includes(String(code))));

/** Digits as typed, wide ones too; '' where nothing is said. */
const digits = (pattern: RegExp) =>
  z
    .string()
    .optional()
    .default('')
    .refine((text) => pattern.test(text.normalize('NFKC').trim()), { error: 'not-a-number' })
    .transform((text) => text.normalize('NFKC').trim());

const aLine = (max: number) => line({ min: 0, max }).optional().default('');

/** What an organiser writes into the form. Days and times by the clock of Tokyo. */
export const showcaseInput = z.object({
  kind: z.enum(KINDS, { error: 'not-a-choice' }),
  title: line({ max: LIMITS.title }),
  about: prose({ max: LIMITS.about }),
  place: line({ max: LIMITS.place }),
  address: optional(LIMITS.address),
  link: webAddress,
  equipment: wanted,
  contact: optional(LIMITS.address),
  date: day,
  from: given,
  lastDate: z
    .string()
    .optional()
    .default('')
    .refine((text) => text === '' || isCivicDay(text), { error: 'not-a-date' }),
  to: given,
  callUntil: day,
  rule: z.enum(RULES, { error: 'not-a-choice' }),
  ruleNote: optional(LIMITS.note),
  /** people the audience's registration takes; empty: no limit */
  capacity: digits(/^([1-9]\d{0,4})?$/),
  fields: chosen(FIELDS),
  district: aLine(LIMITS.district),
  /** a name that isn't among the choices */
  otherDistrict: aLine(LIMITS.district),
  audience: chosen(AUDIENCES),
  /** yen; empty: free */
  fee: digits(/^\d{0,6}$/),
  access: chosen(ACCESS),
});
export type ShowcaseInput = z.infer<typeof showcaseInput>;

/** Which draft an act is the end of; '' none. */
export const ofDraft = z
  .union([z.uuid(), z.literal('')])
  .optional()
  .default('');

/** What a group writes when it raises its hand. */
export const handInput = z.object({
  title: line({ max: LIMITS.handTitle }),
  about: prose({ max: LIMITS.handAbout }),
  needs: wanted,
  needsNote: optional(LIMITS.note),
});
export type HandInput = z.infer<typeof handInput>;

export type StageRefusal =
  | 'organisation-only'
  | 'not-host'
  | 'not-of-the-group'
  | 'not-a-standing-group'
  | 'not-presenter'
  | 'not-a-time'
  | 'ends-before-start'
  | 'in-the-past'
  | 'too-far'
  | 'call-after-start'
  | 'not-an-address'
  | 'changed-meanwhile'
  | 'cancelled'
  | 'over'
  | 'not-over'
  | 'outside'
  | 'too-many-slots'
  | 'too-short'
  | 'slot-taken'
  | 'slot-wanted'
  | 'call-over'
  | 'call-open'
  | 'hand-already'
  | 'hand-ended'
  | 'not-asked'
  | 'holds-nothing'
  | 'decided-by-rule'
  | 'drawn-already'
  | 'reason-needed'
  | 'too-many-drafts'
  | 'no-hands'
  | 'no-chance-yet'
  | 'not-live'
  | 'wrong-code'
  | 'take-a-seat'
  | 'not-a-question'
  | 'answered-already'
  | 'not-yours';

/** A reason as a rule gives it: the module's own, or one of all modules. */
export type Reason = StageRefusal | 'level' | 'sign-in';

export const refuse = refuser<StageRefusal>('stage');

const FORBIDDEN: readonly StageRefusal[] = [
  'organisation-only',
  'not-host',
  'not-of-the-group',
  'not-presenter',
  'take-a-seat',
  'not-yours',
];
const UNSOUND: readonly StageRefusal[] = [
  'not-a-time',
  'ends-before-start',
  'in-the-past',
  'too-far',
  'call-after-start',
  'not-an-address',
  'outside',
  'too-short',
  'too-many-slots',
  'reason-needed',
  'wrong-code',
];

/** 403: not this reader; 409: true a moment ago; 422: what was typed. */
export function refusalFor(reason: Reason, detail: Omit<RefusalItem, 'code'> = {}): Refusal {
  if (reason === 'level') return refuseKernel('level', { status: 403 });
  if (reason === 'sign-in') return refuseKernel('sign-in', { status: 401 });
  const status = FORBIDDEN.includes(reason) ? 403 : UNSOUND.includes(reason) ? 422 : 409;
  return refuse(reason, { ...detail, status });
}

/** Nothing of another hub and nothing that isn't there is told apart. */
export function notFound(): Refusal {
  return refuseKernel('not-found', { status: 404 });
}

/** Pages that show a showcase. */
export function showcaseTags(id: string, ...groups: readonly string[]): string[] {
  return ['showcases', `showcase:${id}`, ...groups.map((group) => `group:${group}`)];
}

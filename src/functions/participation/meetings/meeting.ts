/** F9.2 A meeting in a hall: what it consists of, and the words that may be said against one. */
import { z } from 'zod';
import { isCivicDay } from '#kernel/dates.ts';
import { type RefusalItem, refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const STEP_FREE = ['yes', 'partly', 'no', 'unknown'] as const;
export type StepFree = (typeof STEP_FREE)[number];

/** X6: what a meeting states about who can take part in it. */
export const AIDS = ['captions', 'signLanguage', 'noteTaking'] as const;
export type Aid = (typeof AIDS)[number];

export interface MeetingFacts {
  host_id: string;
  starts_at: Date;
  ends_at: Date;
  cancelled_at: Date | null;
}

export const MOST_AGENDA_ITEMS = 20;
export const AGENDA_LINE = 120;

const given = z.string({ error: 'required' }).trim().min(1, 'required');
const day = given.refine((text) => text === '' || isCivicDay(text), { error: 'not-a-date' });

const yes = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

/** One item a line; empty lines are left out. */
const agenda = prose({ min: 0, max: 10_000 })
  .optional()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

const optional = (max: number) => prose({ min: 0, max }).optional().default('');

/** What somebody writes into the form, whether for a new meeting or for one that changes. */
export const meetingInput = z.object({
  title: line({ max: 80 }),
  about: optional(1000),
  date: day,
  /** times by the clock of Tokyo, 19:05; `timesOf` reads them */
  from: given,
  to: given,
  place: line({ max: 80 }),
  address: optional(200),
  stepFree: z.enum(STEP_FREE, { error: 'not-a-choice' }),
  captions: yes,
  signLanguage: yes,
  noteTaking: yes,
  accessNote: optional(400),
  contact: optional(200),
  agenda,
});
export type MeetingInput = z.infer<typeof meetingInput>;

/** `round:<uuid>` or `debate:<uuid>`. */
export const topic = given.refine((text) => /^(round|debate):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text), {
  error: 'not-a-choice',
});

export const reason = prose({ max: 400 });

export type MeetingRefusal =
  | 'no-such-topic'
  | 'not-a-time'
  | 'ends-before-start'
  | 'in-the-past'
  | 'too-far'
  | 'agenda-too-long'
  | 'too-many-meetings'
  | 'member-only'
  | 'not-host'
  | 'cancelled'
  | 'over'
  | 'not-over'
  | 'reason-needed'
  | 'changed-meanwhile'
  | 'unchanged'
  | 'scribe-already'
  | 'scribe-gone'
  | 'too-many-scribes'
  | 'not-scribe'
  | 'scribing-later'
  | 'scribing-over'
  | 'not-on-this-meeting'
  | 'nobody-of-that-name'
  | 'several-of-that-name'
  | 'not-named'
  | 'settled-already'
  | 'minutes-changed'
  | 'minutes-empty'
  | 'say-what-changed';

/** A reason as a rule gives it: the module's own, or one of all modules. */
export type Reason = MeetingRefusal | 'level' | 'sign-in';

export const refuse = refuser<MeetingRefusal>('meetings');

/** 403: not this reader; 409: true a moment ago. Anything else is 422. */
export const STATUS: Readonly<Partial<Record<MeetingRefusal, number>>> = {
  'member-only': 403,
  'not-host': 403,
  'not-scribe': 403,
  'not-named': 403,
  cancelled: 409,
  over: 409,
  'not-over': 409,
  'changed-meanwhile': 409,
  'scribe-already': 409,
  'scribe-gone': 409,
  'scribing-later': 409,
  'scribing-over': 409,
  'settled-already': 409,
  'minutes-changed': 409,
};

export type Detail = Omit<RefusalItem, 'code'>;

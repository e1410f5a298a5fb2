/** P9, X4: the part of a hub's rules by which what people write is moderated: for which reasons, in which times, and when an election is on. */
import { z } from 'zod';

/** Reasons for which words may be hidden; a hub's rules name those in force there. What each means is in the words of moderation. */
export const GROUNDS = [
  'defamation',
  'personal-data',
  'discrimination',
  'threat',
  'impersonation',
  'advertising',
  'off-topic',
  'election',
  'rights',
  'other',
] as const;
export type Ground = (typeof GROUNDS)[number];

const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const days = z.number().int().min(1).max(3650);
const name = z.string().min(1).max(80);

export const moderationRules = z.object({
  grounds: z.array(z.enum(GROUNDS)).min(1),
  /** days a sender has to answer a rights claim; fewer where a candidate is concerned */
  consentDays: days,
  candidateConsentDays: days,
  /** days in which a decision can be appealed */
  appealDays: days,
  /** days records about a rights claim are kept after it came in; then the private part is erased */
  keepClaimDays: days,
  /** more links than this in one text are noticed */
  links: z.number().int().min(0).max(100),
  /** more texts of one person an hour than this are noticed */
  noticedHourly: z.number().int().min(1).max(1000),
  /** how many reports one person, or one network address, may send a day */
  reportsDaily: z.number().int().min(1).max(1000),
  /** Tokyo days, both included */
  elections: z.array(z.object({ name: z.object({ ja: name, easy: name, en: name }), from: day, until: day })).max(50),
});

export type ModerationRules = z.infer<typeof moderationRules>;

export const defaultModeration: ModerationRules = {
  grounds: [...GROUNDS],
  consentDays: 7,
  candidateConsentDays: 2,
  appealDays: 30,
  keepClaimDays: 180,
  links: 3,
  noticedHourly: 20,
  reportsDaily: 20,
  elections: [],
};

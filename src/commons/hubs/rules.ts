/** P9: the rules of a hub as data. Every version stays; what began under one stays under it. */
import { z } from 'zod';
import { defaultModeration, moderationRules } from './moderation-rules.ts';
import { undecided } from './undecided-rules.ts';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const days = z.number().int().min(1).max(400);
const characters = z.number().int().min(10).max(20_000);

export const hubRules = z.object({
  rounds: z.object({
    /** days of the year (MM-DD) on which a round begins to collect proposals */
    starts: z.array(monthDay).min(1).max(12),
    /** lengths in days: stage after stage; the answers are counted from the publication */
    days: z.object({
      collecting: days,
      debating: days,
      drafting: days,
      checking: days,
      interimAnswer: days,
      finalAnswer: days,
      reflecting: days,
    }),
  }),
  /** longest texts, in characters */
  limits: z.object({
    title: characters,
    problem: characters,
    proposal: characters,
    detail: characters,
    opinion: characters,
    reason: characters,
    reply: characters,
    point: characters,
    answer: characters,
  }),
  /** X2: the level an act needs: 1 confirmed contact, 2 confirmed 市民 */
  levels: z.object({
    proposal: z.number().int().min(1).max(2),
    opinion: z.number().int().min(1).max(2),
    vote: z.number().int().min(1).max(2),
    editing: z.number().int().min(1).max(2),
  }),
  /** how often one person may act, an hour */
  hourly: z.object({ opinions: z.number().int().min(1), votes: z.number().int().min(1) }),
  /** X10: size of one file in megabytes, and how many files one thing may carry */
  files: z.object({ megabytes: z.number().int().min(1).max(50), most: z.number().int().min(1).max(50) }).optional(),
  /** F9.7: how the city answers; hubs decided before there was such a rule keep to these */
  answers: z
    .object({
      /** 決裁: an answer is published only after another member of the division has approved it */
      approval: z.boolean(),
      /** days within which a follow-up question is answered */
      followUpDays: days,
    })
    .default({ approval: false, followUpDays: 14 }),
  /** X4; hubs decided before there was such a rule keep to these */
  moderation: moderationRules.default(defaultModeration),
  /** X1: whether the secretariat, divisions of the city and moderators act only once signed in with a second factor */
  offices: z.object({ secondFactor: z.boolean() }).default({ secondFactor: false }),
  /** functions that are open (P9); the others stay out of menus */
  open: z.array(z.string()),
  /** F9.9: days for formal comments on a plan, and days after the decision on which names and addresses are erased */
  plans: z.object({ commentDays: days, eraseDays: days }).optional(),
  /** F9: fewer voters, and a discussion isn't exported: its data could tell who they are; 10 where nothing was decided */
  exports: z.object({ leastVoters: z.number().int().min(3).max(10_000) }).optional(),
  /** F7.2: days after which a registered group is asked to confirm what it declared, and within which it answers before it is shown as resting */
  groups: z.object({ confirmDays: days, restDays: days }).optional(),
  /** F7.7: days within which a request for patronage is decided, and days after the decision on which its papers are erased */
  patronage: z.object({ dueDays: days, paperDays: days }).optional(),
  /** X4: days for which whoever wrote a letter that a moderator hid sends none */
  letters: z.object({ stopDays: z.number().int().min(7).max(365) }).optional(),
  /** X13: whether a guardian agrees before somebody under 18 writes; X1: days in which leaving can be called off. `peopleRules` where nothing was decided */
  people: z.object({ guardianConsent: z.boolean(), leavingDays: z.number().int().min(1).max(60) }).optional(),
});

export type HubRules = z.infer<typeof hubRules>;

/** The document's "about four times a year", by quarters of the fiscal year. */
export const defaultRules: HubRules = {
  rounds: {
    starts: ['04-01', '07-01', '10-01', '01-01'],
    days: {
      collecting: 31,
      debating: 34,
      drafting: 14,
      checking: 21,
      interimAnswer: 60,
      finalAnswer: 180,
      reflecting: 365,
    },
  },
  limits: {
    title: 80,
    problem: 2000,
    proposal: 4000,
    detail: 1000,
    opinion: 400,
    reason: 400,
    reply: 800,
    point: 800,
    answer: 4000,
  },
  levels: { proposal: 1, opinion: 1, vote: 1, editing: 1 },
  hourly: { opinions: 60, votes: 3000 },
  answers: { approval: false, followUpDays: 14 },
  moderation: defaultModeration,
  offices: { secondFactor: false },
  open: ['participation'],
};

/**
 * The rules of `hub`, as they were validated when they were decided: those in force, or the version under which something began
 * (P9: it stays under it, whatever is decided later).
 */
export function rulesOf(
  hub: { rules: unknown; rulesByVersion?: Readonly<Record<number, unknown>> },
  version?: number | null,
): HubRules {
  return ((version && hub.rulesByVersion?.[version]) || hub.rules) as HubRules;
}

/** X1, X13: how people come and go. */
export function peopleRules(hub: { rules: unknown }): NonNullable<HubRules['people']> {
  return rulesOf(hub).people ?? undecided.people;
}

/** F7.2: how registrations are kept alive. */
export function groupRules(hub: { rules: unknown }): NonNullable<HubRules['groups']> {
  return rulesOf(hub).groups ?? undecided.groups;
}

/** X4: how long letters are stopped. */
export function letterRules(hub: { rules: unknown }): NonNullable<HubRules['letters']> {
  return rulesOf(hub).letters ?? undecided.letters;
}

/** F9: voters it takes before a discussion is exported; with fewer, its data could tell who they are. */
export function leastVoters(hub: { rules: unknown }): number {
  return (rulesOf(hub).exports ?? undecided.exports).leastVoters;
}

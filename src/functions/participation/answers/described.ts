/** F9.7, F9.8, X8: answers, what is owed, and the figures of divisions as programs are given them. */
import { z } from 'zod';
import { DAY, LICENCE, MOMENT, NAMED } from '#kernel/described.ts';
import { STEP } from '../reflection/index.ts';
import { ANSWER_KINDS } from './answer.ts';
import { CLOCK_STATES } from './clock.ts';

export const CLOCK = z.object({
  state: z.enum(CLOCK_STATES),
  interimOn: DAY.meta({ description: 'Last day on which an answer for the time being is in time.' }),
  finalOn: DAY,
  dueOn: DAY.nullable().meta({ description: 'The day that counts now; null: all is answered.' }),
  daysLeft: z.int().nullable(),
  overdueDays: z.int(),
  lateDays: z.int(),
  beyondLimit: z.boolean().meta({ description: 'The date promised lies beyond the limit of the final answer.' }),
});

/** The present answer to a proposal or a point, whole. */
export const SHOWN_ANSWER = z.object({
  id: z.uuid(),
  version: z.int(),
  isCurrent: z.boolean(),
  kind: z.enum(ANSWER_KINDS),
  reason: z.string(),
  changeReason: z.string(),
  decidedOn: DAY,
  nextOn: DAY.nullable().meta({ description: 'Until when an answer under study promises the next one.' }),
  passedTo: z.string().nullable(),
  passedOn: DAY.nullable(),
  onBudget: z.boolean().meta({ description: 'On condition that the council votes the budget.' }),
  answeredAt: MOMENT,
  firstAt: MOMENT,
  finalAt: MOMENT.nullable(),
  subject: z.enum(['proposal', 'point']),
  subjectId: z.uuid(),
  debateId: z.uuid(),
  roundId: z.uuid(),
  title: z.string(),
  rulesVersion: z.int().nullable().meta({ description: 'Of the rules under which its round began.' }),
  body: z.string().nullable().meta({ description: 'The words of the point; null for a proposal.' }),
  divisionId: z.uuid(),
  divisionName: z.string(),
  policyId: z.uuid().nullable(),
  policyCode: z.string().nullable(),
  policyTitle: z.string().nullable(),
  leadId: z.uuid().nullable(),
  leadName: z.string().nullable(),
  assignedId: z.uuid().nullable(),
  partners: z.array(NAMED).meta({ description: 'Divisions concerned beside the lead.' }),
  // Answers and their steps know each other's modules: while these are loaded, the one may not be there yet.
  get steps() {
    return z.array(STEP);
  },
});

/** A proposal or a point of a round, with its clock, and its answer when there is one. */
export const OWED = z.object({
  subject: z.object({
    kind: z.enum(['proposal', 'point']),
    id: z.uuid(),
    proposalId: z.uuid(),
    title: z.string(),
    section: z.string().meta({ description: 'Of the statement; empty for a proposal, as is `text`.' }),
    text: z.string(),
  }),
  round: NAMED,
  division: z
    .object({ id: z.uuid(), name: z.string().nullable() })
    .nullable()
    .meta({ description: 'Null: nobody yet.' }),
  clock: CLOCK,
  answer: z
    .object({
      id: z.uuid(),
      version: z.int(),
      kind: z.enum(ANSWER_KINDS),
      reason: z.string(),
      decidedOn: DAY,
      answeredAt: MOMENT,
      nextOn: DAY.nullable(),
      passedTo: z.string().nullable(),
      passedOn: DAY.nullable(),
      onBudget: z.boolean(),
      changeReason: z.string(),
    })
    .nullable(),
  url: z.url(),
});

export const ROUND_ANSWERS = z.object({
  licence: LICENCE,
  kind: z.literal('round-answers'),
  roundId: z.uuid(),
  items: z.array(OWED),
});

const COUNTS = {
  total: z.int().meta({ description: 'Proposals and points; the five after this add up to it.' }),
  onTime: z.int(),
  late: z.int(),
  underStudy: z.int(),
  open: z.int(),
  overdue: z.int(),
  adopted: z.int().meta({ description: 'Of all: adopted, adopted in part, or answered with another way.' }),
  reflected: z.int().meta({ description: 'Of these: voted in a budget or done, and not dropped.' }),
};

export const FIGURES = z.object({
  licence: LICENCE,
  items: z.array(
    z.object({
      id: z.uuid().nullable().meta({ description: 'Null: no division is in charge, and nobody has answered.' }),
      name: z.string().nullable(),
      ...COUNTS,
    }),
  ),
});

export const DIVISION_FIGURES = z.object({
  licence: LICENCE,
  division: NAMED,
  all: z.object(COUNTS),
  rounds: z.array(z.object({ ...NAMED.shape, fiscalYear: z.int(), ...COUNTS })),
});

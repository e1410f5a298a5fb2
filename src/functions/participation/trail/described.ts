/** F9.8, X8: the trail of a proposal and the lines of a budget as programs are given them. */
import { z } from 'zod';
import { ACTOR_KINDS, DAY, LICENCE, MOMENT, NAMED } from '#kernel/described.ts';
import { ANSWER_KINDS, SHOWN_ANSWER } from '../answers/index.ts';
import { STEP, STEPS } from '../reflection/index.ts';

const OPINION = z.object({
  id: z.uuid(),
  number: z.int().nullable(),
  body: z.string().nullable().meta({ description: 'Its first 160 characters; null: withdrawn or hidden since.' }),
  actorId: z.uuid(),
  actorKind: z.enum(ACTOR_KINDS),
  actorName: z.string(),
});

const POINT = z.object({
  id: z.uuid(),
  section: z.string(),
  body: z.string(),
  opinions: z.array(OPINION).meta({ description: 'What it cites.' }),
  answer: z
    .object({
      id: z.uuid(),
      kind: z.enum(ANSWER_KINDS),
      reason: z.string(),
      decidedOn: DAY,
      nextOn: DAY.nullable(),
      firstAt: MOMENT,
      finalAt: MOMENT.nullable(),
      divisionName: z.string(),
      steps: z.array(STEP),
    })
    .nullable(),
});

export const TRAIL = z.object({
  licence: LICENCE,
  proposal: z.object({
    id: z.uuid(),
    title: z.string(),
    kind: z.enum(['plan', 'project']),
    version: z.int(),
    publishedAt: MOMENT,
    withdrawnAt: MOMENT.nullable(),
  }),
  round: z.object({ ...NAMED.shape, publishedAt: MOMENT.nullable() }),
  debate: z.object({ opensAt: MOMENT, closesAt: MOMENT, opinions: z.int(), votes: z.int() }),
  versions: z.array(z.object({ version: z.int(), changed: z.string(), writtenAt: MOMENT })),
  first: OPINION.extend({ saidAt: MOMENT }).nullable().meta({ description: 'The first opinion that can be read.' }),
  editors: z.int().meta({ description: 'People whose hand is up to write the statement.' }),
  voters: z.int().meta({ description: 'People whose vote stands on some opinion of the debate.' }),
  document: z.object({ id: z.uuid(), number: z.string(), sha256: z.string(), publishedAt: MOMENT }).nullable(),
  submission: z
    .object({ by: z.string(), receivedBy: z.string(), receivedOffice: z.string(), submittedAt: MOMENT })
    .nullable(),
  points: z.array(POINT),
  annex: z.array(OPINION.extend({ reason: z.string() })),
  answer: SHOWN_ANSWER.nullable().meta({ description: 'The answer of the city to the proposal itself.' }),
});

const LINE_STEP = z.object({
  id: z.uuid(),
  step: z.enum(STEPS),
  happenedOn: DAY,
  amountYen: z.int().nullable(),
  document: z.string(),
  page: z.string(),
  link: z.string(),
  note: z.string(),
  divisionName: z.string(),
  isCorrected: z.boolean().meta({ description: 'A later step put it right: it stands no more.' }),
  answerId: z.uuid(),
  kind: z.enum(ANSWER_KINDS),
  debateId: z.uuid(),
  title: z.string(),
  body: z.string().nullable().meta({ description: 'The words of the point; null for a proposal.' }),
  answerUrl: z.url(),
});

export const LINE = z.object({
  id: z.uuid(),
  fiscalYear: z.int(),
  title: z.string(),
  url: z.url(),
  steps: z.array(LINE_STEP).meta({ description: 'In the order in which they happened.' }),
});

/** F9.5, X8: the whole statement of a round as programs are given it. */
import { z } from 'zod';
import { ACTOR_KINDS, LICENCE, MOMENT, NAMED } from '#kernel/described.ts';
import { SECTIONS } from './statement.ts';

const BY = z.object({ id: z.uuid(), kind: z.enum(ACTOR_KINDS), name: z.string() });

const OPINION = z.object({
  id: z.uuid(),
  number: z.int().nullable(),
  kind: z.enum(['opinion', 'question']),
  text: z.string(),
  reason: z.string(),
  amendment: z.string().nullable(),
  author: BY.nullable().meta({ description: 'Null: withdrawn or hidden since it was cited; its text is empty.' }),
  counts: z.object({ agree: z.int(), disagree: z.int(), pass: z.int() }),
  withdrawn: z.boolean(),
  hidden: z.boolean(),
  saidIn: z
    .object({ id: z.uuid(), title: z.string() })
    .optional()
    .meta({ description: 'The merged proposal it was said about.' }),
});

const OBJECTION = z.object({
  id: z.uuid(),
  pointId: z.uuid().nullable(),
  opinionId: z.uuid(),
  opinionNumber: z.int().nullable(),
  by: BY,
  text: z.string(),
  raisedAt: MOMENT,
  resolution: z.enum(['edited', 'replied', 'taken-back']).nullable(),
  reply: z.string(),
  resolvedBy: z.string().nullable(),
  resolvedAt: MOMENT.nullable(),
});

const POINT = z.object({
  id: z.uuid(),
  section: z.enum(SECTIONS),
  version: z.int(),
  text: z.string(),
  draft: z
    .object({
      draftedBy: z.literal('machine'),
      draftedAt: MOMENT,
      confirmedBy: z.string().nullable(),
      confirmedAt: MOMENT.nullable(),
      how: z.enum(['as-it-stands', 'edited']).nullable(),
    })
    .nullable()
    .meta({ description: 'Null: a person wrote it from the start.' }),
  opinions: z.array(OPINION).meta({ description: 'What it cites.' }),
  objections: z.array(OBJECTION),
});

const DEBATE = z.object({
  id: z.uuid(),
  title: z.string(),
  withdrawn: z.boolean().meta({ description: 'The proposal was withdrawn; what was said about it stays.' }),
  sections: z.array(z.object({ section: z.enum(SECTIONS), points: z.array(POINT) })),
  annex: z.array(z.object({ opinion: OPINION, reason: z.string(), objections: z.array(OBJECTION) })),
  formerObjections: z.array(OBJECTION).meta({ description: 'Settled ones, to what is no longer there.' }),
  hidden: z.object({
    count: z.int(),
    reasons: z.array(z.object({ reason: z.string().nullable(), count: z.int() })),
  }),
});

const COVERAGE = z.object({
  total: z.int().meta({ description: 'Opinions and questions of the round that can be read.' }),
  cited: z.int(),
  annexed: z.int().meta({ description: 'In the annex and cited by no point.' }),
  uncovered: z
    .array(z.object({ id: z.uuid(), number: z.int().nullable(), debateId: z.uuid(), text: z.string() }))
    .meta({ description: 'The first 200.' }),
  uncoveredCount: z.int(),
  openObjections: z.int(),
  pointsWithoutCitation: z.int(),
  unconfirmedPoints: z.int().meta({ description: 'Points that stand as the machine drafted them.' }),
  hidden: z.int(),
});

export const STATEMENT = z.object({
  licence: LICENCE,
  kind: z.literal('statement'),
  round: NAMED,
  coverage: COVERAGE,
  debates: z.array(DEBATE),
  editors: z.array(
    z.object({
      ...NAMED.shape,
      why: z.string(),
      raisedAt: MOMENT,
      active: z.boolean().meta({ description: 'False: the hand was lowered.' }),
    }),
  ),
});

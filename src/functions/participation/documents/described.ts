/** F9.6, X8: the published document and its errata as programs are given them. */
import { z } from 'zod';
import { ACTOR_KINDS, DAY, LICENCE, MOMENT } from '#kernel/described.ts';
import { SECTIONS } from '../statement/index.ts';
import type { DocumentContent } from './document.ts';
import { ERRATUM_PARTS } from './erratum.ts';

const TITLED = z.object({ id: z.uuid(), title: z.string() });
const BY = z.object({ kind: z.enum(ACTOR_KINDS), name: z.string() });
const OPINION = z.object({
  id: z.uuid(),
  number: z.int().nullable(),
  kind: z.enum(['opinion', 'question']),
  text: z.string(),
  reason: z.string(),
  amendment: z.string().nullable(),
  by: BY.nullable().meta({ description: 'Null: withdrawn or hidden after it was cited; only its number is named.' }),
  counts: z.object({ agree: z.int(), disagree: z.int(), pass: z.int() }),
  sameText: z.int().optional().meta({ description: 'Opinions of the debate with this very text, itself among them.' }),
  saidIn: TITLED.optional().meta({ description: 'The merged proposal it was said about.' }),
});
const OBJECTION = z.object({
  opinionNumber: z.int().nullable(),
  by: BY,
  text: z.string(),
  resolution: z.enum(['edited', 'replied', 'taken-back']).nullable(),
  reply: z.string(),
});
const POINT = z.object({
  id: z.uuid(),
  version: z.int(),
  text: z.string(),
  drafted: z
    .object({
      by: z.literal('machine'),
      confirmedBy: z.string(),
      confirmedAt: MOMENT,
      how: z.enum(['as-it-stands', 'edited']),
    })
    .optional()
    .meta({ description: 'A machine wrote its first version, and this person made it theirs.' }),
  opinions: z.array(OPINION),
  objections: z.array(OBJECTION),
});
const DEBATE = z.object({
  ...TITLED.shape,
  sections: z.array(z.object({ section: z.enum(SECTIONS), points: z.array(POINT) })),
  annex: z.array(z.object({ opinion: OPINION, reason: z.string(), objections: z.array(OBJECTION) })),
  formerObjections: z.array(OBJECTION),
  hidden: z.object({
    count: z.int(),
    reasons: z.array(z.object({ reason: z.string().nullable(), count: z.int() })),
  }),
});
const PROPOSAL = z.object({
  id: z.uuid(),
  kind: z.enum(['plan', 'project']),
  version: z.int().meta({ description: 'The one that stood at the cut-off.' }),
  writtenAt: MOMENT,
  title: z.string(),
  by: BY,
  with: z.array(BY).readonly().optional().meta({ description: 'Co-proposers who consented to this version.' }),
  policy: z.object({ code: z.string(), title: z.string() }).nullable(),
  problem: z.string(),
  proposal: z.string(),
  effect: z.string(),
  roles: z.string(),
  cost: z.string(),
  area: z.string(),
  debate: z.object({ opinions: z.int(), votes: z.int(), voters: z.int() }),
  files: z
    .array(z.object({ title: z.string(), sha256: z.string(), bytes: z.int() }))
    .readonly()
    .optional(),
});

/** The content itself. Its bytes as they were hashed are at the address of its page, with .json. */
export const DOCUMENT = z.object({
  format: z.literal('minna-document-v1'),
  number: z.string(),
  hub: z.object({ key: z.string(), name: z.string() }),
  round: z.object({
    id: z.uuid(),
    fiscalYear: z.int(),
    number: z.int(),
    collectingOn: DAY,
    debatingOn: DAY,
    cutOff: MOMENT,
  }),
  publishedAt: MOMENT,
  proposals: z.array(PROPOSAL),
  withdrawn: z.array(
    z.object({ ...TITLED.shape, by: BY, withdrawnAt: MOMENT, reason: z.string(), mergedInto: TITLED.optional() }),
  ),
  statement: z.object({ debates: z.array(DEBATE), editors: z.array(z.object({ name: z.string() })) }),
  coverage: z.object({ opinions: z.int(), cited: z.int(), annexed: z.int(), hidden: z.int() }),
}) satisfies z.ZodType<DocumentContent>;

export const ERRATA = z.object({
  licence: LICENCE,
  document: z.object({ number: z.string(), sha256: z.string() }),
  items: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      part: z.enum(ERRATUM_PARTS),
      proposal: z.object({ id: z.uuid(), title: z.string().nullable() }).nullable(),
      place: z.string().meta({ description: 'Where in the document, in words.' }),
      wrong: z.string(),
      right: z.string().meta({ description: 'Empty: the wrong words are to be left out.' }),
      reason: z.string(),
      by: BY,
      recordedAt: MOMENT,
    }),
  ),
});

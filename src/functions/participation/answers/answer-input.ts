/** F9.7 What an answer is made of, as a form brings it. */
import { z } from 'zod';
import { line, prose } from '#kernel/text.ts';
import { civicDay, optionalDay } from '../reflection/index.ts';
import { ANSWER_KINDS } from './answer.ts';

export const answerInput = z.object({
  proposalId: z.uuid().optional(),
  pointId: z.uuid().optional(),
  /** of the answer the form was shown with; 0: there was none */
  version: z.coerce.number().int().min(0).optional().default(0),
  kind: z.enum(ANSWER_KINDS, { error: 'not-a-choice' }),
  reason: prose({ max: 40_000 }),
  decidedOn: civicDay,
  policyId: z
    .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
    .optional()
    .default(''),
  nextOn: optionalDay,
  passedTo: line({ min: 0, max: 200 }).optional().default(''),
  /** the day on which it was handed to passedTo */
  passedOn: optionalDay,
  /** adopted on condition that the council votes the budget; a box that is ticked or isn't there */
  onBudget: z
    .union([z.boolean(), z.string()])
    .optional()
    .default(false)
    .transform((value) => value === true || (typeof value === 'string' && value !== '')),
  /** why a final decision is changed */
  changeReason: prose({ min: 0, max: 20_000 }).optional().default(''),
});

export type AnswerInput = z.infer<typeof answerInput>;

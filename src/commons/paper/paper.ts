/** X9 紙と代理: an opinion that came on paper, and the words that may be said against entering one. */
import { z } from 'zod';
import { isCivicDay } from '#kernel/dates.ts';
import { refuser } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';

export const PAPER_KINDS = ['opinion', 'question'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const NAME_MAX = 40;

const day = z
  .string({ error: 'required' })
  .trim()
  .min(1, 'required')
  .refine((text) => text === '' || isCivicDay(text), { error: 'not-a-date' });

/** What the secretariat copies from the paper. */
export const paperInput = z.object({
  debateId: z.uuid(),
  /** chosen by whoever sends: sent twice, it is the same paper */
  entry: z.uuid(),
  kind: z.enum(PAPER_KINDS, { error: 'not-a-choice' }),
  body: prose({ max: 20_000 }),
  reason: prose({ min: 0, max: 20_000 }).optional().default(''),
  /** only where the paper says that it may be public; otherwise it isn't copied at all */
  name: line({ min: 0, max: NAME_MAX }).optional().default(''),
  receivedOn: day,
  /** the scan, which the secretariat alone sees; '' without one */
  fileId: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .default(''),
});

export type PaperRefusal = 'not-secretariat' | 'in-the-future' | 'before-debate' | 'entered-already';

export const refuse = refuser<PaperRefusal>('paper');

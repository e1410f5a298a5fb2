/** F9.9, X8: a drawn panel as programs are given it. */
import { z } from 'zod';
import { DAY, LICENCE } from '#kernel/described.ts';
import { LOT_ANSWER } from '#kernel/lot-answer.ts';
import { SOURCES } from './panel.ts';

const PANEL = z.object({
  id: z.string().meta({ description: 'As in the address of its page.' }),
  title: z.string(),
  about: z.string(),
  division: z.object({ id: z.string(), name: z.string() }),
  held: z.string(),
  size: z.int().meta({ description: 'People to be drawn.' }),
  strata: z.array(z.string()),
  source: z.object({ kind: z.enum(SOURCES), text: z.string(), notBefore: DAY }).meta({ description: 'Of the chance.' }),
  state: z.enum(['announced', 'fixed', 'drawn']),
  listHash: z.string().nullable(),
  candidateCount: z.int().nullable(),
  listFixedAt: z.string().nullable().meta({ description: 'In Tokyo.' }),
  chance: z.string().nullable(),
  evidence: z.string().nullable(),
  drawnAt: z.string().nullable().meta({ description: 'In Tokyo.' }),
  url: z.url(),
});

export const DRAW = z.object({ licence: LICENCE, panel: PANEL, ...LOT_ANSWER.shape });

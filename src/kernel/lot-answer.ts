/** F9.9, X8: a lot as programs are given it: everything that is needed to draw it again. Apart from `lot.ts`, which browsers run as it is. */
import { z } from 'zod';

export const LOT_ANSWER = z.object({
  method: z.string().meta({ description: 'The way of drawing, with its version: minna-lot-1.' }),
  listHash: z
    .string()
    .meta({ description: 'SHA-256 of the list in hexadecimal, published before the chance was known.' }),
  chance: z.string().meta({ description: 'The public chance that nobody chose.' }),
  size: z.int().meta({ description: 'Places that were drawn for.' }),
  candidates: z.array(z.object({ number: z.string(), strata: z.array(z.string()) })),
  drawn: z.array(z.string()).meta({ description: 'Numbers of those drawn.' }),
});

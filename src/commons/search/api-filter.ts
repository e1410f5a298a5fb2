/** F1.1, X8: what programs may ask of a search, by the names that stand in addresses. */
import { z } from 'zod';
import { ACCESS, AUDIENCES } from '#kernel/facets.ts';

/** What may be asked beside words, kind and day of publication; the same for every search. */
export const FILTER = {
  field: z.coerce
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'One of the twenty fields of activity.' }),
  district: z.string().optional(),
  function: z.string().optional().meta({ description: 'information, registration, participation and so on.' }),
  for: z.enum(AUDIENCES).optional(),
  cost: z.enum(['free', 'paid']).optional(),
  access: z.enum(ACCESS).optional(),
  since: z.iso.date().optional().meta({ description: 'Happens on this day or later, in Tokyo.' }),
  until: z.iso.date().optional().meta({ description: 'Happens on this day or earlier, in Tokyo.' }),
  near: z
    .string()
    .optional()
    .meta({ description: 'Latitude and longitude in degrees, separated by a comma; with km.' }),
  km: z.enum(['1', '3', '5', '10']).optional(),
  by: z.uuid().optional().meta({ description: 'Whose it is.' }),
};

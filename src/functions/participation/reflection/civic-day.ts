import { z } from 'zod';
import { addDays } from '#kernel/dates.ts';

/** True for a real day written YYYY-MM-DD. */
export function isCivicDay(text: string): boolean {
  try {
    return addDays(text, 0) === text;
  } catch {
    return false;
  }
}

/** A day as a form brings it (YYYY-MM-DD, full-width digits allowed). */
export const civicDay = z
  .string({ error: 'required' })
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(z.string().min(1, 'required').refine(isCivicDay, 'not-a-date'));

/** A day that may be left out: '' becomes null. */
export const optionalDay = z
  .string()
  .optional()
  .default('')
  .transform((text) => text.normalize('NFKC').trim() || null)
  .pipe(z.string().refine(isCivicDay, 'not-a-date').nullable());

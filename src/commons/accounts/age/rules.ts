/**
 * X13: under 18 or not, by the year of birth alone: the day is nobody's business. Somebody becomes 18 at some day of the year of birth + 18,
 * so in that year they say it themselves, and from the next year on it is certain. Pure.
 */
import { tokyoDate } from '#kernel/dates.ts';

const ADULT = 18;
/** So young nobody writes here by themselves. */
const YOUNGEST = 5;

const yearOf = (now: Date): number => Number(tokyoDate(now).slice(0, 4));

/** A year in which somebody under 18 may have been born. */
export function mayBeYoung(birthYear: number, now: Date): boolean {
  const age = yearOf(now) - birthYear;
  return Number.isInteger(birthYear) && age >= YOUNGEST && age <= ADULT;
}

/** The first year in which they may say that they are 18. */
export const comesOfAgeIn = (birthYear: number): number => birthYear + ADULT;

export function maySayAdult(birthYear: number | null, now: Date): boolean {
  return birthYear !== null && yearOf(now) >= comesOfAgeIn(birthYear);
}

/** Whoever was born in this year or before is 18 for certain. */
export const surelyAdultBefore = (now: Date): number => yearOf(now) - ADULT - 1;

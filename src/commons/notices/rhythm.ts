/** X3: how often letters come: at once, in the morning, once a week, or not at all. Pure. */
import { addDays, daysBetween, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';

export const RHYTHMS = ['at-once', 'daily', 'weekly', 'off'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What concerns a person alone; every other topic is the kind of the thing that is followed. */
export const OWN = 'own';
/** The setting for all topics that have none of their own. */
export const OVERALL = '';

/** Chosen for all topics: the defaults below, as before anything was chosen. */
export const USUAL = 'usual';

/** Where a person set nothing: what waits for an answer comes at once, news in the morning. */
export const DEFAULT_OWN: Rhythm = 'at-once';
export const DEFAULT_NEWS: Rhythm = 'daily';

/** Tokyo time at which the letters of a day leave. */
export const MORNING_HOUR = 7;
/** What happens within this time comes in one letter. */
const GATHER_MS = 60_000;
const HOUR = 3_600_000;
/** A Monday. */
const SOME_MONDAY = '2024-01-01';

/** The rhythm of a topic: its own setting, else the overall one, else the default. */
export function rhythmOf(settings: ReadonlyMap<string, Rhythm>, topic: string): Rhythm {
  return settings.get(topic) ?? settings.get(OVERALL) ?? (topic === OWN ? DEFAULT_OWN : DEFAULT_NEWS);
}

/** From when on something told now may leave by letter: in a minute, next morning, next Monday morning (strictly later than now). */
export function departures(now: Date): { soon: Date; daily: Date; weekly: Date } {
  const today = tokyoDate(now);
  const at = (date: string) => new Date(startOfTokyoDay(date).getTime() + MORNING_HOUR * HOUR);
  const next = (date: string, step: number) => (at(date) > now ? at(date) : at(addDays(date, step)));
  const sinceMonday = ((daysBetween(SOME_MONDAY, today) % 7) + 7) % 7;
  return {
    soon: new Date(now.getTime() + GATHER_MS),
    daily: next(today, 1),
    weekly: next(addDays(today, -sinceMonday), 7),
  };
}

/** The departure of a rhythm; null: by no letter. */
export function departure(rhythm: Rhythm, now: Date): Date | null {
  const { soon, daily, weekly } = departures(now);
  return { 'at-once': soon, daily, weekly, off: null }[rhythm];
}

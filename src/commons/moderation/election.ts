/** X4 An election that is under way, by the hub's rules (dates and name). */
import { rulesOf } from '#commons/hubs/index.ts';
import { addDays, endOfTokyoDay, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';

export interface ElectionPeriod {
  name: Record<Lang, string>;
  /** Tokyo days, both included */
  from: string;
  until: string;
}

/**
 * The election under way in `hub` at `now`, or null. While there is one: its rules stand on every writing page, digests carry
 * no campaign text, and reports on that ground come first.
 */
export function electionPeriod(hub: { rules: unknown }, now: Date): ElectionPeriod | null {
  const today = tokyoDate(now);
  return rulesOf(hub).moderation.elections.find((one) => one.from <= today && today <= one.until) ?? null;
}

/** Next moment at which an election period begins or ends; null: none is coming. */
export function nextElectionChange(hub: { rules: unknown }, now: Date): Date | null {
  const moments = rulesOf(hub)
    .moderation.elections.flatMap((one) => [startOfTokyoDay(one.from), endOfTokyoDay(one.until)])
    .filter((at) => at > now)
    .sort((a, b) => a.getTime() - b.getTime());
  return moments[0] ?? null;
}

/** End of the last of `days` days given from `now` on, the present one not counted: nobody loses the rest of a day. */
export function lastMoment(now: Date, days: number): Date {
  return endOfTokyoDay(addDays(tokyoDate(now), days));
}

/** F1.4 From days and times as they are typed to moments, by the clock of Tokyo. Pure. */
import { endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import { Refusal, type RefusalItem } from '#kernel/refusal.ts';
import { FURTHEST } from './rules.ts';
import type { ShowcaseInput, StageRefusal } from './showcase.ts';

const MINUTE = 60_000;
const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** The moment of that day's `clock` (19:05); null when it isn't a time. */
export function momentOf(date: string, clock: string): Date | null {
  const [, hours, minutes] = CLOCK.exec(clock.normalize('NFKC').trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return new Date(startOfTokyoDay(date).getTime() + (Number(hours) * 60 + Number(minutes)) * MINUTE);
}

export interface ShowcaseTimes {
  starts_at: Date;
  ends_at: Date;
  call_until: Date;
}

type Typed = Pick<ShowcaseInput, 'date' | 'from' | 'lastDate' | 'to' | 'callUntil'>;

/** Everything that speaks against these times, each at its field. */
export function timesOf(typed: Typed, now: Date): { times: ShowcaseTimes } | { problems: RefusalItem[] } {
  const starts_at = momentOf(typed.date, typed.from);
  const ends_at = momentOf(typed.lastDate || typed.date, typed.to);
  const call_until = endOfTokyoDay(typed.callUntil);
  const say = (code: StageRefusal, field: string): RefusalItem => ({ code, field });
  if (!starts_at || !ends_at)
    return {
      problems: [...(starts_at ? [] : [say('not-a-time', 'from')]), ...(ends_at ? [] : [say('not-a-time', 'to')])],
    };
  if (ends_at <= starts_at) return { problems: [say('ends-before-start', typed.lastDate ? 'lastDate' : 'to')] };
  if (ends_at <= now) return { problems: [say('in-the-past', 'date')] };
  if (starts_at.getTime() - now.getTime() > FURTHEST) return { problems: [say('too-far', 'date')] };
  if (call_until > starts_at) {
    // Until the morning of the day itself is possible: the call then ends as it begins.
    if (startOfTokyoDay(typed.callUntil) > starts_at) return { problems: [say('call-after-start', 'callUntil')] };
    return { times: { starts_at, ends_at, call_until: starts_at } };
  }
  return { times: { starts_at, ends_at, call_until } };
}

/** @throws Refusal with everything that is wrong */
export function checkedTimes(typed: Typed, now: Date): ShowcaseTimes {
  const read = timesOf(typed, now);
  if ('problems' in read) throw new Refusal('stage', read.problems);
  return read.times;
}

/**
 * Parts of `minutes` each, one after the other with `pause` minutes between, as many as fit from `from` to `to`, at most `most`.
 * None overlap, none ends after `to`.
 */
export function partsOf(
  from: Date,
  to: Date,
  { minutes, pause, most }: { minutes: number; pause: number; most: number },
): { starts_at: Date; ends_at: Date }[] {
  const parts: { starts_at: Date; ends_at: Date }[] = [];
  for (let at = from.getTime(); parts.length < most; at += (minutes + pause) * MINUTE) {
    const end = at + minutes * MINUTE;
    if (end > to.getTime()) break;
    parts.push({ starts_at: new Date(at), ends_at: new Date(end) });
  }
  return parts;
}

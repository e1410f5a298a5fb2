/** F1.1 When an event is, in words. */
import { formatDate, formatTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { daysOf } from './event.ts';
import { words } from './words.ts';

export interface Times {
  starts_at: Date;
  ends_at: Date;
}

/** 11月22日（日）19:00〜20:30; over several days 11月22日（日）10:00〜11月24日（火）16:00; Sun 22 November, 19:00–20:30. */
export function whenText(times: Times, lang: Lang, style: 'long' | 'short' = 'short'): string {
  const [first, last] = daysOf(times);
  const [from, to] = [formatTime(times.starts_at, lang), formatTime(times.ends_at, lang)];
  const w = words(lang);
  const end = first === last ? to : w.dayTime(formatDate(last, lang, 'short'), to);
  return w.period(formatDate(first, lang, style), from, end);
}

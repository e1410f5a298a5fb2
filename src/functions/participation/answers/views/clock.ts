/** F9.7, P10: the clock in words. Overdue is shown as overdue. */
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import type { Html } from '#ui/html.ts';
import type { AnswerClock } from '../clock.ts';
import { words } from '../words.ts';

/** One sentence: what is due until when, or how it was kept; '' before anything is published. */
export function clockSentence(clock: AnswerClock, lang: Lang): string {
  const w = words(lang).clock;
  switch (clock.state) {
    case 'not-begun':
      return w.planned;
    case 'overdue':
      return w.overdue(clock.overdueDays);
    case 'open':
    case 'under-study':
      return clock.daysLeft === null ? '' : w.left(clock.daysLeft);
    case 'late':
      return w.late(clock.lateDays);
    case 'on-time':
      return w.onTime;
  }
}

/** The clock as a chip beside the answer: red and heavy when overdue. */
export function clockChip(clock: AnswerClock, lang: Lang): Html {
  const text = clockSentence(clock, lang);
  if (clock.state === 'overdue') return chip('late', text);
  return chip(clock.state === 'open' || clock.state === 'under-study' ? 'on' : 'info', text, false);
}

/** Both limits and the date promised, as sentences. */
export function clockLimits(clock: AnswerClock, lang: Lang): string[] {
  const w = words(lang).clock;
  if (clock.state === 'not-begun') return [w.planned];
  const day = (date: string) => formatDate(date, lang);
  const promised = clock.dueOn !== null && clock.dueOn !== clock.interimOn ? [w.promise(day(clock.dueOn))] : [];
  return [
    w.interim(day(clock.interimOn)),
    w.final(day(clock.finalOn)),
    ...promised,
    ...(clock.beyondLimit ? [w.beyond] : []),
  ];
}

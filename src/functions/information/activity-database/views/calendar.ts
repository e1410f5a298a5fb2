/** F1.1 What was found, on the days of a month. */
import type { Occurrence } from '#commons/search/index.ts';
import { addDays, formatDate, formatNumber, formatTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { month as monthOfDays } from '#ui/month.ts';
import { pager } from '#ui/pager.ts';
import { monthLater, viewHref } from '../asked.ts';
import { words } from '../words.ts';
import { type FrameProps, frame } from './frame.ts';
import { shortItem } from './item.ts';

export interface CalendarProps extends FrameProps {
  /** YYYY-MM */
  month: string;
  occurrences: readonly Occurrence[];
  /** there are more than are shown */
  isCut: boolean;
  /** names of holidays by their day */
  holidays: ReadonlyMap<string, string>;
  /** day of the next occurrence after an empty month */
  nextDay: string | null;
}

export function monthName(month: string, lang: Lang): string {
  const [year = 0, one = 0] = month.split('-').map(Number);
  return words(lang).month(year, one);
}

function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

export function activityCalendar(props: CalendarProps): Html {
  const { lang, month, occurrences } = props;
  const w = words(lang);
  const name = monthName(month, lang);
  const around = (to: string) => viewHref('calendar', props.question, { month: to });
  const [before, after] = [monthLater(month, -1), monthLater(month, 1)];
  const now = tokyoDate(props.now).slice(0, 7);
  const body =
    occurrences.length === 0
      ? empty({
          title: w.monthNone,
          body: w.monthNoneTry,
          ...(props.nextDay
            ? {
                act: linkButton({
                  text: w.nextOne(formatDate(props.nextDay, lang, 'short')),
                  href: around(props.nextDay.slice(0, 7)),
                }),
              }
            : {}),
        })
      : html`<p class="meta">${w.monthCount(formatNumber(occurrences.length))}${props.isCut && html` ${w.monthMost}`}</p>${grid(props, name)}`;
  return frame(
    props,
    html`${section({
      title: name,
      ...(month === now ? {} : { more: { href: around(''), text: w.thisMonth } }),
      children: body,
    })}${pager({
      label: w.months,
      previous: { href: around(before), text: w.earlier(monthName(before, lang)) },
      next: { href: around(after), text: w.later(monthName(after, lang)) },
    })}`,
  );
}

function grid({ lang, month, occurrences, now, holidays }: CalendarProps, name: string): Html {
  const w = words(lang);
  const today = tokyoDate(now);
  return monthOfDays({
    label: w.monthTitle(name),
    weekdays: w.weekdays,
    days: daysOf(month).map((date) => {
      const holiday = holidays.get(date);
      return {
        date,
        label: formatDate(date, lang, 'short'),
        isToday: date === today,
        isRest: holiday !== undefined || new Date(`${date}T00:00:00Z`).getUTCDay() === 0,
        ...(holiday !== undefined && lang !== 'en' ? { note: holiday } : {}),
        items: occurrences.filter((one) => isOn(one, date)).map((one) => itemOn(one, date, lang)),
      };
    }),
  });
}

function isOn({ start, end }: Occurrence, date: string): boolean {
  return tokyoDate(start) <= date && date <= tokyoDate(end);
}

/** The hour stands on its first day. */
function itemOn({ start, hit }: Occurrence, date: string, lang: Lang): Html {
  const isTimed = hit.facets.isAllDay !== true && tokyoDate(start) === date;
  return shortItem(hit, isTimed ? formatTime(start, lang) : '', lang);
}

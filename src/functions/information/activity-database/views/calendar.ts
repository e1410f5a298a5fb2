/** F1.1 What was found, on the days of a month. */
import type { DayFound, Occurrence } from '#commons/search/index.ts';
import { formatDate, formatNumber, formatTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { month as monthOfDays } from '#ui/month.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import { monthLater, viewHref } from '../asked.ts';
import { words } from '../words.ts';
import { type FrameProps, frame } from './frame.ts';
import { shortItem } from './item.ts';

export interface CalendarProps extends FrameProps {
  /** YYYY-MM */
  month: string;
  /** every day of it, with the first that is found on it */
  days: readonly DayFound[];
  /** names of holidays by their day */
  holidays: ReadonlyMap<string, string>;
  /** day of the next occurrence after an empty month */
  nextDay: string | null;
}

export function monthName(month: string, lang: Lang): string {
  const [year = 0, one = 0] = month.split('-').map(Number);
  return words(lang).month(year, one);
}

export function activityCalendar(props: CalendarProps): Html {
  const { lang, month, days } = props;
  const w = words(lang);
  const isCut = days.some((day) => day.isCut);
  const shown = new Set(days.flatMap(({ all }) => all.map(({ hit, start }) => `${hit.number} ${start.getTime()}`)));
  const name = monthName(month, lang);
  const around = (to: string) => viewHref('calendar', props.question, { month: to });
  const [before, after] = [monthLater(month, -1), monthLater(month, 1)];
  const now = tokyoDate(props.now).slice(0, 7);
  const body =
    shown.size === 0
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
      : html`<p class="meta">${isCut ? w.monthMost : w.monthCount(formatNumber(shown.size))}</p>${grid(props, name)}`;
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

function grid({ lang, days, now, holidays, question }: CalendarProps, name: string): Html {
  const w = words(lang);
  const today = tokyoDate(now);
  return monthOfDays({
    label: w.monthTitle(name),
    weekdays: w.weekdays,
    days: days.map(({ date, all, isCut }) => {
      const holiday = holidays.get(date);
      const label = formatDate(date, lang, 'short');
      const whole = viewHref('list', { ...question, filter: { ...question.filter, since: date, until: date } });
      return {
        date,
        label,
        isToday: date === today,
        isRest: holiday !== undefined || new Date(`${date}T00:00:00Z`).getUTCDay() === 0,
        ...(holiday !== undefined && lang !== 'en' ? { note: holiday } : {}),
        items: [...all.map((one) => itemOn(one, date, lang)), ...(isCut ? [link(whole, w.wholeDay(label))] : [])],
      };
    }),
  });
}

/** The hour stands on its first day. */
function itemOn({ start, hit }: Occurrence, date: string, lang: Lang): Html {
  const isTimed = hit.facets.isAllDay !== true && tokyoDate(start) === date;
  return shortItem(hit, isTimed ? formatTime(start, lang) : '', lang);
}

/** F1.1 The events of a month as a sheet of days; on a phone a list of those days on which there is something. */
import { addDays, formatDate, formatTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { type MonthDay, month as monthOfDays } from '#ui/month.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import { eventPath } from '../addresses.ts';
import { daysOf } from '../event.ts';
import { formTexts } from '../form-words.ts';
import type { Holidays } from '../holidays.ts';
import type { ListedEvent } from '../queries.ts';
import { words } from '../words.ts';

const MOST_A_DAY = 6;

export interface MonthProps {
  lang: Lang;
  now: Date;
  /** 2026-11 */
  month: string;
  events: readonly ListedEvent[];
  holidays: Holidays;
  /** there are more than are shown */
  isCut: boolean;
}

export function monthOffset(month: string, by: number): string {
  const at = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1));
  return at.toISOString().slice(0, 7);
}

/** Every day of a month. */
export function daysIn(month: string): string[] {
  const first = `${month}-01`;
  const next = `${monthOffset(month, 1)}-01`;
  const days: string[] = [];
  for (let day = first; day < next; day = addDays(day, 1)) days.push(day);
  return days;
}

export function monthText(month: string, lang: Lang): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return words(lang).monthName(year, number);
}

export function monthView(props: MonthProps): Html {
  const { lang, now, month, events, isCut } = props;
  const w = words(lang);
  const title = w.month.title(monthText(month, lang));
  const to = (by: number) => `/events/calendar/${monthOffset(month, by)}`;
  const thisMonth = tokyoDate(now).slice(0, 7);
  return html`${pageHead({
    title,
    buttons: html`${linkButton({ href: '/events', text: w.month.list })}${thisMonth !== month && linkButton({ href: `/events/calendar/${thisMonth}`, text: w.month.today, icon: 'calendar' })}`,
  })}${isCut && html`<p>${w.month.full}</p>`}${
    events.length === 0
      ? empty({ title: w.month.none })
      : monthOfDays({ label: title, weekdays: weekdays(lang), days: sheetDays(props) })
  }${pager({ label: w.month.label, previous: { href: to(-1), text: w.month.before }, next: { href: to(1), text: w.month.after } })}`;
}

/** From Monday on. */
function weekdays(lang: Lang): readonly string[] {
  const names = lang === 'en' ? ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] : formTexts(lang).weekdayNames;
  return [...names.slice(1), names[0]!];
}

function sheetDays({ lang, now, month, events, holidays }: MonthProps): MonthDay[] {
  const today = tokyoDate(now);
  const spans = events.map((event) => ({ event, days: daysOf(event) }));
  return daysIn(month).map((day) => {
    const on = spans.filter(({ days: [first, last] }) => first <= day && day <= last);
    const holiday = holidays.nameOf(day, lang === 'en' ? 'en' : 'ja');
    const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    const more = on.length - MOST_A_DAY;
    const query = `/events?day=${day}${day < today ? '&when=past' : ''}`;
    return {
      date: day,
      label: formatDate(day, lang, 'short'),
      isToday: day === today,
      isRest: isSunday || holiday !== '',
      ...(holiday ? { note: holiday } : {}),
      items: [
        ...on.slice(0, MOST_A_DAY).map(({ event, days: [first] }) => {
          const time = first === day ? `${formatTime(event.starts_at, lang)} ` : '';
          const title = event.cancelled_at ? html`<s>${event.title}</s> ${words(lang).states.cancelled}` : event.title;
          return link(eventPath(event), html`${time}${title}`);
        }),
        ...(more > 0 ? [link(query, words(lang).month.more(more))] : []),
      ],
    };
  });
}

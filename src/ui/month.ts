// X5, X6: a month as a list of its days: below each other on a phone, where empty days are left out; in seven columns on a wide screen.

import { attrs, type Html, html, type Renderable } from './html.ts';

export type MonthDay = {
  /** YYYY-MM-DD */
  date: string;
  /** The day in words, for a phone and for those who hear it. */
  label: string;
  isToday?: boolean;
  /** Marks it as a day of rest: Sundays, holidays. */
  isRest?: boolean;
  /** Name of a holiday. */
  note?: string;
  items: readonly Renderable[];
};

export type MonthProps = {
  label: string;
  /** Seven short names, Monday first. */
  weekdays: readonly string[];
  days: readonly MonthDay[];
};

/** 0: Monday. */
function column(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function classOf(day: MonthDay, isFirst: boolean): string {
  return [
    'month-day',
    ...(isFirst ? [`month-from-${column(day.date) + 1}`] : []),
    ...(day.items.length === 0 ? ['month-empty'] : []),
    ...(day.isToday ? ['month-today'] : []),
    ...(day.isRest ? ['month-rest'] : []),
  ].join(' ');
}

/** The days of a month with what happens on them. */
export function month(props: MonthProps): Html {
  return html`<div class="month"><p class="month-week" aria-hidden="true">${props.weekdays.map((day) => html`<span>${day}</span>`)}</p><ol class="month-days"${attrs({ 'aria-label': props.label })}>${props.days.map(
    (day, index) =>
      html`<li${attrs({ class: classOf(day, index === 0), 'aria-current': day.isToday ? 'date' : undefined })}><p class="month-date"><time datetime="${day.date}"><span class="month-label">${day.label}</span><span class="month-number" aria-hidden="true">${Number(day.date.slice(8))}</span></time>${
        day.note !== undefined && html` <span class="month-note">${day.note}</span>`
      }</p>${day.items.length > 0 && html`<ul>${day.items.map((item) => html`<li>${item}</li>`)}</ul>`}</li>`,
  )}</ol></div>`;
}

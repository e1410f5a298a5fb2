/** F1.1 What the address of a view of the database asks: the question, the same for all views, and what belongs to one view alone. */
import { type Point, pointFrom, type Question, queryOf, questionFrom } from '#commons/search/index.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import type { Visit } from '#kernel/web/visit.ts';

export const VIEWS = ['list', 'map', 'calendar', 'timeline'] as const;
export type View = (typeof VIEWS)[number];

const PATHS: Readonly<Record<View, string>> = {
  list: '/activities',
  map: '/activities/map',
  calendar: '/activities/calendar',
  timeline: '/activities/timeline',
};

type Asked = Parameters<typeof queryOf>[0];

/** The address of a view of a question; `more`: what belongs to the view alone. */
export function viewHref(view: View, question: Asked, more: Readonly<Record<string, string>> = {}): string {
  return PATHS[view] + queryOf(question, more);
}

export function questionOf(visit: Pick<Visit, 'url' | 'hub'>, limit?: number): Question {
  return questionFrom(visit.url.searchParams, visit.hub, 'activities', limit);
}

/** '': the closest where words are asked for, else the newest. */
export type Sort = '' | 'soonest';

export function sortOf(visit: Pick<Visit, 'query'>): Sort {
  return visit.query('sort') === 'soonest' ? 'soonest' : '';
}

/** YYYY-MM, this month where the address says none. */
export function monthOf(visit: Pick<Visit, 'query' | 'now'>): string {
  const asked = visit.query('month');
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) && asked > '1900' && asked < '2900'
    ? asked
    : tokyoDate(visit.now).slice(0, 7);
}

/** Another month, so many later. */
export function monthLater(month: string, n: number): string {
  const [year = 0, one = 0] = month.split('-').map(Number);
  const at = year * 12 + (one - 1) + n;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** Where distances are counted from: the point of the question, or one chosen for the order alone. */
export function originOf(visit: Pick<Visit, 'query'>, question: Question): Point | null {
  return question.filter.near ?? pointFrom(visit.query('near'));
}

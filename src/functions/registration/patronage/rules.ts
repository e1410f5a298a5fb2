/** F7.7 The clock of a request, and who sees and decides it. Pure. */
import type { Reader } from '#kernel/context.ts';
import { addDays, daysBetween } from '#kernel/dates.ts';
import type { Kind, State } from './request.ts';

/** Within so many days before it is due, its office is told. */
export const NEAR_DAYS = 3;

export const isOpen = (state: State): boolean => state === 'received' || state === 'question';

/** While a question waits for its answer the office's time stands still. Days are Tokyo's. */
export function dueAfterAnswer(dueOn: string, askedOn: string, answeredOn: string): string {
  return addDays(dueOn, Math.max(0, daysBetween(askedOn, answeredOn)));
}

/** Days over the time; 0 while there is time, while the group is asked something, and after the decision. */
export function overdueDays(request: { state: State; due_on: string }, today: string): number {
  return request.state === 'received' ? Math.max(0, daysBetween(request.due_on, today)) : 0;
}

/** Days that are left of the time, while they are few; null: not yet, or no longer, or the group is asked something. */
export function daysLeft(request: { state: State; due_on: string }, today: string): number | null {
  const left = daysBetween(today, request.due_on);
  return request.state === 'received' && left >= 0 && left <= NEAR_DAYS ? left : null;
}

/** How often the office has been told when everything was told in time: shortly before, on the first day over, then each week. */
export function toldStep(dueOn: string, today: string): number {
  const late = daysBetween(dueOn, today);
  if (late < -NEAR_DAYS) return 0;
  return late <= 0 ? 1 : 2 + Math.floor((late - 1) / 7);
}

type Who = Pick<Reader, 'roles'> | null;

const roleIn = (reader: Who, id: string) =>
  reader?.roles.find(({ organisation }) => organisation.id === id)?.role ?? null;

/** Whoever speaks for the office decides; its members see what there is to decide. */
export function decides(reader: Who, askedId: string): boolean {
  const role = roleIn(reader, askedId);
  return role === 'representative' || role === 'editor';
}

/** Both sides see all of it. Of a granted 後援 everybody sees what was granted to whom, and nothing else of any other. */
export function sightOf(
  reader: Who,
  request: { group_id: string; asked_id: string; kind: Kind; state: State },
): 'all' | 'granted' | null {
  const role = roleIn(reader, request.group_id);
  if ((role !== null && role !== 'member') || roleIn(reader, request.asked_id) !== null) return 'all';
  return request.kind === 'patronage' && request.state === 'granted' ? 'granted' : null;
}

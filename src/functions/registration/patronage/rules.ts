/** F7.7 The clock of a request, and who sees and decides it. Pure. */
import type { Reader } from '#kernel/context.ts';
import { addDays, daysBetween } from '#kernel/dates.ts';
import type { Kind, State } from './request.ts';

/** A request is decided within so many days. */
export const DUE_DAYS = 21;
/** Papers go so many days after the decision. */
export const PAPER_DAYS = 90;

export const isOpen = (state: State): boolean => state === 'received' || state === 'question';

/** While a question waits for its answer the office's time stands still. Days are Tokyo's. */
export function dueAfterAnswer(dueOn: string, askedOn: string, answeredOn: string): string {
  return addDays(dueOn, Math.max(0, daysBetween(askedOn, answeredOn)));
}

/** Days over the time; 0 while there is time, while the group is asked something, and after the decision. */
export function overdueDays(request: { state: State; due_on: string }, today: string): number {
  return request.state === 'received' ? Math.max(0, daysBetween(request.due_on, today)) : 0;
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

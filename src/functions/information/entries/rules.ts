/** F1.1 Who may do what with an entry. Pure: null, or the reason why not. Nobody approves an entry (P5). */
import type { Reader } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import type { Reason } from './entry.ts';

export interface EntryFacts {
  actor_id: string;
  ends_on: string | null;
  asked_at: Date | null;
  resting_at: Date | null;
  ended_at: Date | null;
  withdrawn_at: Date | null;
}

type Who = Pick<Reader, 'roles' | 'level' | 'person'> | null;

/** True of a person for itself, and of whoever represents or edits for an organisation. */
export function speaksAs(reader: Pick<Reader, 'roles' | 'person'> | null, actorId: string): boolean {
  if (!reader) return false;
  if (reader.person.id === actorId) return true;
  return reader.roles.some(({ organisation, role }) => organisation.id === actorId && role !== 'member');
}

export function mayPost(reader: Who, actorId: string): Reason | null {
  if (!reader) return 'sign-in';
  if (reader.level < 1) return 'level';
  return speaksAs(reader, actorId) ? null : 'not-yours';
}

export function mayChange(reader: Who, entry: EntryFacts): Reason | null {
  if (!reader) return 'sign-in';
  if (!speaksAs(reader, entry.actor_id)) return 'not-yours';
  return entry.withdrawn_at ? 'withdrawn' : null;
}

/** Over by its poster's word, or because its last day is over; the day counts whether or not the clock has noted it. */
export function isOver(entry: Pick<EntryFacts, 'ended_at' | 'ends_on'>, now: Date): boolean {
  return entry.ended_at !== null || (entry.ends_on !== null && entry.ends_on < tokyoDate(now));
}

export function mayEnd(reader: Who, entry: EntryFacts, now: Date): Reason | null {
  return mayChange(reader, entry) ?? (isOver(entry, now) ? 'ended' : null);
}

/** Beginning again what one ended oneself: with a new day where the old one is over. */
export function mayConfirm(reader: Who, entry: EntryFacts, now: Date): Reason | null {
  return mayChange(reader, entry) ?? (isOver(entry, now) ? 'ended' : null);
}

/** A letter to the poster. `isYoung`: the poster is a person under 18 (X13: no private messages from people they have no tie with). */
export function mayWrite(
  reader: Who,
  entry: EntryFacts & { takes_letters: boolean },
  { isYoung, now }: { isYoung: boolean; now: Date },
): Reason | null {
  if (entry.withdrawn_at) return 'withdrawn';
  if (!entry.takes_letters || isYoung) return 'no-letters';
  if (isOver(entry, now)) return 'ended';
  if (!reader) return 'sign-in';
  if (reader.level < 1) return 'level';
  return speaksAs(reader, entry.actor_id) ? 'own-entry' : null;
}

export const ENTRY_STATES = ['standing', 'unconfirmed', 'resting', 'ended', 'withdrawn'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export function stateOf(entry: EntryFacts, now: Date): EntryState {
  if (entry.withdrawn_at) return 'withdrawn';
  if (isOver(entry, now)) return 'ended';
  if (entry.resting_at) return 'resting';
  return entry.asked_at ? 'unconfirmed' : 'standing';
}

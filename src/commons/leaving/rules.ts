/** X1: the decisions about leaving and about what is handed over, without page or database. */
import { refuser } from '#kernel/refusal.ts';

/** How long what was put together lies ready. */
export const KEPT_DAYS = 7;
const DAY = 24 * 3_600_000;

export type LeavingRefusal =
  | 'name-needed'
  | 'password-missing'
  | 'choose-withdrawal'
  | 'last-representative'
  | 'leaving-already'
  | 'not-leaving'
  | 'key-over'
  | 'export-under-way';

export const refuse = refuser<LeavingRefusal>('leaving');

export function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY);
}

export interface HeldOffice {
  organisationId: string;
  organisation: string;
  role: 'representative' | 'editor' | 'member';
  /** representatives besides this person */
  otherRepresentatives: number;
}

/** Organisations that would have nobody to speak for them: each needs another representative first. */
export function leftWithoutVoice(offices: readonly HeldOffice[]): HeldOffice[] {
  return offices.filter(({ role, otherRepresentatives }) => role === 'representative' && otherRepresentatives === 0);
}

/** F9.5 What the opinion statement consists of, and the words that may be said against an act on it. */
import { z } from 'zod';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Refusal, refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { lengthOf, prose } from '#kernel/text.ts';
import { lastDay, type RoundFacts } from '../rounds/index.ts';

/** The sections of each proposal's part, in the order in which they are read. Minority views have one of their own. */
export const SECTIONS = ['agreement', 'views', 'dissent', 'minority', 'questions', 'proposals'] as const;
export type Section = (typeof SECTIONS)[number];

export function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}

export type Resolution = 'edited' | 'replied' | 'taken-back';

export type StatementRefusal =
  | 'hands-later'
  | 'hands-closed'
  | 'as-person'
  | 'not-editor'
  | 'not-yet'
  | 'published'
  | 'edited-elsewhere'
  | 'removed'
  | 'not-citable'
  | 'cited'
  | 'choose-opinions'
  | 'choose-point'
  | 'not-in-annex'
  | 'reason-elsewhere'
  | 'has-editors'
  | 'not-secretariat'
  | 'editors-may-come'
  | 'not-checking'
  | 'not-author'
  | 'not-cited'
  | 'already-objected'
  | 'resolved'
  | 'not-edited'
  | 'nothing-to-draft'
  | 'draft-changed';

export const refuse = refuser<StatementRefusal>('statement');

/** Why somebody may not act; `level` and `sign-in` have words of the whole site. */
export type Reason = StatementRefusal | 'level' | 'sign-in';

export type StatementDates = { debating: string; drafting: string; lastHandDay: string };

/** The dates that the sentences of refusals name, in words. */
export function datesOf(round: RoundFacts, lang: Lang): StatementDates {
  const day = (date: string) => formatDate(date, lang, 'short');
  return {
    debating: day(tokyoDate(round.debating_at)),
    drafting: day(tokyoDate(round.drafting_at)),
    lastHandDay: day(lastDay(round.checking_at)),
  };
}

export function refusalFor(reason: Reason, round: RoundFacts, lang: Lang): Refusal {
  if (reason === 'sign-in') return refuseKernel(reason, { status: 401 });
  return reason === 'level' ? refuseKernel(reason) : refuse(reason, { facts: datesOf(round, lang) });
}

/** Throws when there is a reason. */
export function insist(reason: Reason | null, round: RoundFacts, lang: Lang): void {
  if (reason !== null) throw refusalFor(reason, round, lang);
}

export const section = z.enum(SECTIONS, { error: 'not-a-choice' });

/** Longest text of any hub; the hub's own limit is checked where the hub is known. */
const LONGEST = 20_000;
export const text = prose({ max: LONGEST });
export const optionalText = prose({ min: 0, max: LONGEST }).optional().default('');

/** Opinions chosen in a form: none, one or many values of the same name. No page shows more than these to choose from. */
const MOST_CHOSEN = 500;
export const chosen = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.uuid({ error: 'not-a-choice' })).max(MOST_CHOSEN),
  )
  .transform((ids) => [...new Set(ids)]);

/** @throws Refusal too-long when a text is longer than this hub allows */
export function checkLength(field: string, written: string, max: number): void {
  if (lengthOf(written) > max) throw refuseKernel('too-long', { field, facts: { max } });
}

/** F1.1, P8 A search that was saved: what it asks, how often its owner is told what is new. */
import { z } from 'zod';
import { type Question, queryOf, questionFrom } from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import { refuse as refuseKernel, refuser } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';

/** The two pages of one search: everything, and the activity database. */
export const PAGES = ['search', 'activities'] as const;
export type Page = (typeof PAGES)[number];

export const MOST_SEARCHES = 50;
export const NAME_MAX = 60;
const QUERY_MAX = 1500;

export const page = z.enum(PAGES, { error: 'not-a-choice' });
export const name = line({ max: NAME_MAX });
export const query = z.string().max(QUERY_MAX);

/** The question again, as its page would ask it. */
export function questionOf(saved: { page: Page; query: string }, hub: Hub): Question {
  const scope = saved.page === 'activities' ? 'activities' : 'all';
  return { ...questionFrom(new URLSearchParams(saved.query), hub, scope), after: '' };
}

/** As it is kept: what makes no sense is gone, the parts in one order. */
export function keptQuery(question: Question): string {
  return queryOf(question).slice(1);
}

/** Where what it finds is seen. */
export function resultsPath(saved: { page: Page; query: string }): string {
  return `/${saved.page}${saved.query ? `?${saved.query}` : ''}`;
}

export type SavedSearchRefusal = 'asks-nothing' | 'too-many' | 'saved-already';
export const refuse = refuser<SavedSearchRefusal>('saved-searches');

export function notFound() {
  return refuseKernel('not-found', { status: 404 });
}

/** F9.9 What the routes of committees have in common. */
import { page } from '#commons/hubs/index.ts';
import { parseRef } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import { committeePath } from './addresses.ts';
import { notFound, type Reason, refusalFor } from './committee.ts';
import type { Field, Typed } from './views/forms.ts';
import { words } from './words.ts';

export function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

/** @throws Refusal when the page makes no sense for this reader now */
export function demand(reason: Reason | null): void {
  if (reason) throw refusalFor(reason);
}

/** Why something is not possible now, as a sentence. Who isn't signed in may begin: what is typed is kept while signing in. */
export function sentenceOf(visit: Visit, reason: Reason | null): string | null {
  if (reason === null || reason === 'sign-in') return null;
  return visit.problem(refusalFor(reason)).items[0]?.message ?? '';
}

export function crumbs(visit: Visit, committee: { id: string; name: string } | null, last?: string) {
  return [
    { text: words(visit.lang).list.title, href: '/committees' },
    ...(committee ? [{ text: committee.name, ...(last ? { href: committeePath(committee) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}

/** Everything that was typed, by field. */
export async function typedIn(visit: Visit): Promise<Typed> {
  const form = await visit.form();
  return Object.fromEntries([...form.entries()].map(([name, values]) => [name, values.join(',')]));
}

export function namesOf(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, label }) => [name, label]));
}

interface OfficePage {
  committee: { id: string; name: string } | null;
  title: string;
  main: Html;
  problem?: Problem | undefined;
  fieldNames?: Record<string, string>;
}

export function officePage(visit: Visit, { committee, title, main, problem, fieldNames }: OfficePage): Reply {
  return page(visit, {
    title,
    main,
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, committee, title),
    islands: ['char-counter'],
    problem,
    ...(fieldNames ? { fieldNames } : {}),
  });
}

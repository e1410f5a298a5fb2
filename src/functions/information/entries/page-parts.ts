/** F1.1 What the pages of entries have in common: which entry an address names, the frame around it, why an act is refused. */
import { type PageProps, page } from '#commons/hubs/index.ts';
import { typedIn } from '#functions/registration/groups/index.ts';
import { parseRef, parseShortId } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { entryPath } from './addresses.ts';
import { notFound, type Reason, refusalFor } from './entry.ts';
import { type ShownEntry, shownEntry } from './queries.ts';
import { words } from './words.ts';

export { typedIn };

export function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

export function shortIn(visit: Visit, name: string): string {
  const id = parseShortId(visit.params[name] ?? '');
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

export async function entryIn(visit: Visit): Promise<ShownEntry> {
  return visit.read((db) => shownEntry(db, idIn(visit)));
}

export function crumbs(visit: Visit, entry: ShownEntry | null, last?: string) {
  const w = words(visit.lang);
  return [
    { text: w.list.title, href: '/entries' },
    ...(entry ? [{ text: w.kinds[entry.kind], href: `/entries?kind=${entry.kind}` }] : []),
    ...(entry ? [{ text: entry.title, ...(last ? { href: entryPath(entry) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}

/** A form, a question before an act, a private page: not for search engines. */
export function plainPage(visit: Visit, entry: ShownEntry | null, props: PageProps): Reply {
  return page(visit, {
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, entry, props.title),
    islands: ['char-counter'],
    ...props,
  });
}

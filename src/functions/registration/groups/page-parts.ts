/** F7 What the pages of groups have in common: which group an address names, the frame around it, why an act is refused. */
import { type PageProps, page } from '#commons/hubs/index.ts';
import { parseRef } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { groupPath } from './addresses.ts';
import { notFound, type Reason, refusalFor, type Typed } from './group.ts';
import { type ShownGroup, shownGroup } from './queries.ts';
import { typedOf } from './views/forms.ts';
import { groupHead } from './views/show.ts';
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

export async function typedIn(visit: Visit): Promise<Typed> {
  return typedOf((await visit.form()).entries());
}

export async function groupIn(visit: Visit): Promise<ShownGroup> {
  return visit.read((db) => shownGroup(db, idIn(visit), visit.now));
}

export function crumbs(visit: Visit, group: { id: string; name: string } | null, last?: string) {
  return [
    { text: words(visit.lang).list.title, href: '/groups' },
    ...(group ? [{ text: group.name, ...(last ? { href: groupPath(group) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}

/** A page among the tabs of a group; `current` is the tab's path. */
export function groupPage(visit: Visit, group: ShownGroup, current: string, props: Omit<PageProps, 'head'>): Reply {
  const { lang, now } = visit;
  visit.tag('groups', `group:${group.id}`);
  return page(visit, {
    breadcrumb: crumbs(visit, group),
    place: 'groups',
    head: groupHead({ lang, now, group }, current),
    proof: { kind: 'group', id: group.id },
    ...props,
  });
}

/** A page without tabs: a form, a question before an act. */
export function plainPage(visit: Visit, group: { id: string; name: string } | null, props: PageProps): Reply {
  return page(visit, {
    layout: 'reading',
    indexed: false,
    place: 'groups',
    breadcrumb: crumbs(visit, group, props.title),
    islands: ['char-counter'],
    ...props,
  });
}

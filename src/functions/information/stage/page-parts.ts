/** F1.4 What the pages of showcases have in common. */
import { type PageProps, page } from '#commons/hubs/index.ts';
import { ownGroups } from '#functions/registration/ties/index.ts';
import type { Reader } from '#kernel/context.ts';
import { parseRef, parseShortId } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { showcasePath } from './addresses.ts';
import { type ShownShowcase, shownShowcase } from './queries.ts';
import { notFound, type Reason, refusalFor } from './showcase.ts';
import { words } from './words.ts';

export function idIn(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw notFound();
  return id;
}

/** A hand or a voice: it has no words in its address. */
export function shortIn(visit: Visit): string {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}

export function named(visit: Visit): Promise<ShownShowcase> {
  return visit.read((db) => shownShowcase(db, idIn(visit)));
}

export type Typed = Record<string, string>;

/** Everything that was typed; several values of one name with commas between. */
export async function typedIn(visit: Visit): Promise<Typed> {
  const form = await visit.form();
  return Object.fromEntries([...form.entries()].map(([name, values]) => [name, values.join(',')]));
}

/** Why something is not possible now, as a sentence. Who isn't signed in may begin. */
export function sentenceOf(visit: Visit, reason: Reason | null): string | null {
  if (reason === null || reason === 'sign-in') return null;
  return visit.problem(refusalFor(reason)).items[0]?.message ?? '';
}

/** @throws Refusal when the page makes no sense for this reader now */
export function demand(reason: Reason | null): void {
  if (reason) throw refusalFor(reason);
}

export function crumbs(visit: Visit, showcase: { id: string; title: string } | null, last?: string) {
  return [
    { text: words(visit.lang).list.title, href: '/showcases' },
    ...(showcase ? [{ text: showcase.title, ...(last ? { href: showcasePath(showcase) } : {}) }] : []),
    ...(last ? [{ text: last }] : []),
  ];
}

/** A form, or a question before an act. */
export function plainPage(visit: Visit, showcase: { id: string; title: string } | null, props: PageProps): Reply {
  return page(visit, {
    layout: 'reading',
    indexed: false,
    breadcrumb: crumbs(visit, showcase, props.title),
    islands: ['char-counter'],
    ...props,
  });
}

/** Registered groups for which the reader speaks. */
export function groupsOf(visit: Visit): Promise<{ id: string; name: string }[]> {
  const ids = speaking(visit.reader);
  return ids.length === 0 ? Promise.resolve([]) : visit.read((db) => ownGroups(db, ids));
}

export function speaking(reader: Reader | null): string[] {
  return (reader?.roles ?? []).filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id);
}

/** `done` addresses go into a Location header. */
export function shown(showcase: { id: string; title: string }, done: string, below = ''): string {
  return `${encodeURI(showcasePath(showcase))}${below}?done=${done}`;
}

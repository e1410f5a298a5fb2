/** F9.6 What every page of a published document begins with. */
import { parseRef } from '#kernel/ids.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { roundById, roundName } from '../rounds/index.ts';
import { contentIn, documentOf } from './queries.ts';
import { type DocumentProps, documentHref } from './views/cover.ts';
import { words } from './words.ts';

/** For pages that exist only once the document is public, alike for everybody. */
export async function published(visit: Visit): Promise<DocumentProps> {
  const id = parseRef(visit.params.ref ?? '');
  const [round, document] = id
    ? await visit.read((db) => Promise.all([roundById(db, id), documentOf(db, id)]))
    : [null, null];
  if (!round || !document) throw refuse('not-found', { status: 404 });
  visit.tag('rounds', 'documents', `round:${round.id}`);
  return { lang: visit.lang, origin: visit.hub.origin, round, document, content: contentIn(document) };
}

/** Title, breadcrumb, data and proof of the document's pages. */
export function frame(visit: Visit, { round, content, document }: DocumentProps) {
  const { lang } = visit;
  const at = documentHref(round.id);
  const title = words(lang).title(content.hub.name, content.number);
  return {
    title,
    place: 'rounds' as const,
    breadcrumb: [
      { text: roundName(round, lang), href: `/rounds/${visit.params.ref}` },
      { text: title, href: at },
    ],
    layout: 'reading' as const,
    dataLinks: [
      { href: `${at}.pdf`, text: 'PDF', type: 'application/pdf' as const },
      { href: `${at}.json`, text: 'JSON', type: 'application/json' as const },
      { href: `${at}.csv`, text: 'CSV', type: 'text/csv' as const },
    ],
    proof: { kind: 'document', id: document.id },
  };
}

/** What was typed into a form, by field name. */
export function typedIn(form: { entries(): IterableIterator<[string, string[]]> }): Record<string, string | undefined> {
  return Object.fromEntries([...form.entries()].map(([name, [value]]) => [name, value]));
}

/** F1.3 The site whose workshop a page belongs to: there for its editors alone. */
import { parseShortId } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type ShownSite, siteById } from './queries.ts';
import { mayEdit } from './rules.ts';
import { notFound, refusalFor } from './site.ts';

/** By the address (`:id`), unless named. @throws Refusal not-found, sign-in, unclaimed, not-of-the-group, withdrawn */
export async function siteForEditors(visit: Visit, id = parseShortId(visit.params.id ?? '')): Promise<ShownSite> {
  const site = id ? await visit.read((db) => siteById(db, id, visit.now)) : null;
  if (!site) throw notFound();
  const no = mayEdit(visit.reader, site);
  if (no) throw refusalFor(no);
  return site;
}

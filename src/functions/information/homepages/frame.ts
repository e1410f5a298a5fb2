/** F1.3 What the pages of sites have in common: which site or draft an address names, the frame around a form, ways within the town. */
import { type PageProps, page, personalIn } from '#commons/hubs/index.ts';
import { parseShortId } from '#kernel/ids.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { editingPath, sitePath } from './addresses.ts';
import { type Draft, draftById, type EditedSite, editedSite } from './draft-queries.ts';
import type { ShownSite } from './queries.ts';
import { notFound, siteTags } from './site.ts';
import { languageLinks, type SiteFrameProps } from './views/site-page.ts';
import { townWays } from './ways.ts';
import { words } from './words.ts';

export function shortIn(visit: Visit): string {
  const id = parseShortId(visit.params.id ?? '');
  if (!id) throw notFound();
  return id;
}

/** What a form brought, by field. */
export async function typedIn(visit: Visit): Promise<Record<string, string>> {
  return Object.fromEntries([...(await visit.form()).entries()].map(([name, values]) => [name, values.join(',')]));
}

export function siteIn(visit: Visit): Promise<EditedSite> {
  return visit.read((db) => editedSite(db, shortIn(visit), visit.signedIn));
}

/** A draft and its site, for those who edit it. @throws Refusal not-found to everybody else */
export async function draftIn(visit: Visit, id = shortIn(visit)): Promise<{ draft: Draft; site: EditedSite }> {
  const draft = await visit.read((db) => draftById(db, id, visit.now));
  const site = await visit.read((db) => editedSite(db, draft.site_id, visit.signedIn));
  return { draft, site };
}

/** A page of the workshop. */
export function workshopPage(
  visit: Visit,
  site: Pick<EditedSite, 'id' | 'title'>,
  props: PageProps,
  isStart = false,
): Reply {
  const w = words(visit.lang).workshop;
  return page(visit, {
    layout: 'reading',
    indexed: false,
    place: 'groups',
    breadcrumb: [
      { text: w.title(site.title), ...(isStart ? {} : { href: editingPath(site.id) }) },
      ...(isStart ? [] : [{ text: props.title }]),
    ],
    islands: ['char-counter'],
    ...props,
  });
}

/** Within the town, for everybody: what the renderer needs to know. */
export function publicFrame(visit: Visit, site: ShownSite): SiteFrameProps {
  visit.tag('hub', ...siteTags(site.id, site.group_id));
  if (site.next_change) visit.expiresAt(site.next_change);
  const { lang, hub } = visit;
  const w = words(lang).frame;
  const edit: Html = personalIn(visit).each(
    ({ reader }) =>
      reader?.roles.some((held) => held.role !== 'member' && held.organisation.id === site.group_id) ?? false,
    (isEditor) => (isEditor ? html` ${link(editingPath(site.id), w.edit)}` : html``),
  );
  return {
    lang,
    site,
    ways: townWays({
      site,
      assets: visit.assets,
      canonical: hub.origin + encodeURI(decodeURI(visit.url.pathname)),
      contact: contactPage.isThere ? `${sitePath(site.key)}/contact` : null,
    }),
    town: hub.town[lang],
    personal: edit,
    languages: languageLinks(visit.url, lang, w.languageNames),
  };
}

/** Whether the page with the form to write to a group is served: the module that does says so. */
export const contactPage = { isThere: false };

export function documentReply(body: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

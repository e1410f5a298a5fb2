/** F9.9 Reading panels drawn by lot. */
import { page, personalIn } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { isUuid } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { html } from '#ui/html.ts';
import { panelPath } from './addresses.ts';
import { exportRoutes } from './export-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { crumbs, panelId, sentenceOf } from './page-parts.ts';
import { notFound } from './panel.ts';
import { invitedNumbers, listedPanels, panelById } from './queries.ts';
import { isInCharge, mayAnnounce, mayDraw, mayFixList } from './rules.ts';
import { panelList } from './views/list.ts';
import { panelActs, panelHead, panelMain } from './views/show.ts';
import { words } from './words.ts';

const PAGE_SIZE = 20;

async function listPage(visit: Visit): Promise<Reply> {
  const { lang } = visit;
  const before = isUuid(visit.query('before')) ? visit.query('before') : null;
  const listed = await visit.read((db) => listedPanels(db, before, PAGE_SIZE));
  visit.tag('panels');
  const w = words(lang).list;
  const announce = personalIn(visit).shared(
    ({ reader }) => mayAnnounce(reader) === null,
    (may) => may && linkButton({ text: w.announce, href: '/panels/new' }),
  );
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: crumbs(visit, null),
    main: panelList({ lang, ...listed, later: before !== null, announce }),
  });
}

async function showPage(visit: Visit): Promise<Reply> {
  const id = panelId(visit);
  const [panel, invited] = await visit.read((db) => Promise.all([panelById(db, id), invitedNumbers(db, id)]));
  if (!panel) throw notFound();
  const at = panelPath(panel);
  if (decodeURI(visit.url.pathname) !== at) return movedTo(encodeURI(at) + visit.url.search);
  visit.tag('panels', `panel:${id}`);
  const { lang, reader, now, hub } = visit;
  const own = isInCharge(reader, panel)
    ? {
        fix: sentenceOf(visit, mayFixList(reader, panel, now)),
        draw: sentenceOf(visit, mayDraw(reader, panel, now)),
      }
    : null;
  return page(visit, {
    title: panel.title,
    description: panel.about.slice(0, 120),
    breadcrumb: crumbs(visit, panel),
    head: html`${panelHead(panel, lang)}${followPart(visit, { kind: 'panel', id, title: panel.title })}`,
    now: panelActs(panel, own, lang),
    main: panelMain({ lang, panel, invited, origin: hub.origin }),
    islands: panel.drawn_at ? ['lot-check'] : [],
    proof: { kind: 'panel', id },
    dataLinks: [thingFeedLink('panel', id, lang)],
    responsible: panel.division_name,
  });
}

export const routes: readonly Route[] = [
  get('/panels', 'public', ['F9.9'], listPage, { cached: true, framed: true }),
  get('/panels/:ref', 'public', ['F9.9'], showPage, { cached: true }),
  ...officeRoutes,
  ...exportRoutes,
];

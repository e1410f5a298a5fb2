/** F1.3 How often a site was looked at: for its editors, as a page and as a table. */
import { csvReply } from '#channels/open-data/csv.ts';
import { page } from '#commons/hubs/index.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { addSiteTool, editingPath, siteForEditors } from '../homepages/index.ts';
import { newsTitles, visitDays, visitedPages, visitRows } from './queries.ts';
import { newsIdIn, visitsView } from './views.ts';
import { visitWords } from './words.ts';

const SHOWN_DAYS = 30;
const SHOWN_PAGES = 20;
const BATCH = 1_000;

addSiteTool({
  name: 'visits',
  order: 20,
  path: '/visits',
  text: (lang) => visitWords(lang).toolText,
  lead: (lang) => visitWords(lang).toolLead,
});

async function show(visit: Visit): Promise<Reply> {
  const site = await siteForEditors(visit);
  const { lang, now } = visit;
  const today = tokyoDate(now);
  const from = addDays(today, 1 - SHOWN_DAYS);
  const [days, pages] = await visit.read((db) =>
    Promise.all([visitDays(db, site.id, from), visitedPages(db, site.id, from, SHOWN_PAGES)]),
  );
  const titles = await visit.read((db) =>
    newsTitles(
      db,
      pages.flatMap(({ path }) => newsIdIn(path) ?? []),
    ),
  );
  const w = visitWords(lang);
  const at = editingPath(site.id);
  const all = Array.from({ length: SHOWN_DAYS }, (_, n) => {
    const day = addDays(from, n);
    return days.find((one) => one.day === day) ?? { day, views: 0, visitors: 0 };
  });
  return page(visit, {
    title: w.title,
    indexed: false,
    place: 'groups',
    breadcrumb: [{ text: site.title, href: at }, { text: w.title }],
    dataLinks: [{ href: `${at}/visits.csv`, text: w.csv }],
    main: visitsView({ lang, title: site.title, days: all, pages, titles }),
  });
}

async function table(visit: Visit): Promise<Reply> {
  const site = await siteForEditors(visit);
  async function* rows() {
    let after: { day: string; path: string } | null = null;
    for (;;) {
      const from: { day: string; path: string } | null = after;
      const batch: Awaited<ReturnType<typeof visitRows>> = await visit.read((db) =>
        visitRows(db, site.id, from, BATCH),
      );
      yield batch.map((one) => [one.day, one.path, one.views, one.path === '' ? one.visitors : '']);
      const last = batch.at(-1);
      if (batch.length < BATCH || !last) return;
      after = { day: last.day, path: last.path };
    }
  }
  return csvReply(`visits-${site.key}.csv`, visitWords(visit.lang).columns, rows());
}

const serves = ['F1.3'];

export const routes: readonly Route[] = [
  get('/site-editing/:id/visits', 'person', serves, show),
  get('/site-editing/:id/visits.csv', 'person', serves, table),
];

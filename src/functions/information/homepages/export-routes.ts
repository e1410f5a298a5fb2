/** F1.3, X8: the list of homepages for programs: as a table, as JSON, as a feed. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { sitePath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { listedSites } from './queries.ts';
import { words } from './words.ts';

const BATCH = 500;

async function* siteFacts(visit: Visit) {
  let before: { at: Date; id: string } | null = null;
  for (;;) {
    const from: { at: Date; id: string } | null = before;
    const { sites, more }: Awaited<ReturnType<typeof listedSites>> = await visit.read((db) =>
      listedSites(db, { before: from, limit: BATCH }),
    );
    yield sites.map((site) => ({
      id: shortId(site.id),
      title: site.title,
      tagline: site.tagline,
      groupId: shortId(site.group_id),
      group: site.group_name,
      changedOn: tokyoDate(site.changed_at),
      url: visit.hub.origin + sitePath(site.key),
    }));
    const last = sites.at(-1);
    if (!more || !last) return;
    before = { at: last.changed_at, id: last.id };
  }
}

async function* rows(visit: Visit) {
  for await (const batch of siteFacts(visit)) yield batch.map((one) => Object.values(one));
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const { sites } = await visit.read((db) => listedSites(db, { before: null, limit: 30 }));
  return atomReply({
    href: `${hub.origin}/sites`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: sites[0]?.changed_at ?? now,
    entries: sites.map((site) => ({
      href: hub.origin + sitePath(site.key),
      title: site.title,
      author: site.group_name,
      at: site.changed_at,
      summary: site.tagline,
    })),
  });
}

export const exportRoutes: readonly Route[] = [
  get('/sites.csv', 'public', ['F1.3'], async (visit) =>
    csvReply('sites.csv', dataWords(visit.lang).siteColumns, rows(visit)),
  ),
  get('/sites.json', 'public', ['F1.3'], async (visit) => jsonReply({ kind: 'sites' }, siteFacts(visit))),
  get('/sites.atom', 'public', ['F1.3'], feed),
];

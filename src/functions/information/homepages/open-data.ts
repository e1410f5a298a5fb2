/** F1.2, X8: homepages and their news as whole files. */
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { cellTypes, type Dataset, filesOfList } from '#kernel/open-data.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { pagePath } from './addresses.ts';
import { dataWords } from './data-words.ts';
import { exportRoutes } from './export-routes.ts';

const BATCH = 500;

interface News {
  id: string;
  title: string;
  words: string;
  group_id: string;
  group_name: string;
  site_title: string;
  key: string;
  shown_at: Date;
}

const SHOWN = `site_pages p join sites s on s.hub_id = p.hub_id and s.id = p.site_id join groups g on g.hub_id = s.hub_id and g.id = s.group_id
  join site_page_versions v on v.hub_id = p.hub_id and v.page_id = p.id and v.version = p.shown_version
  where p.withdrawn_at is null and p.hidden_at is null and s.closed_at is null and s.hidden_at is null and g.hidden_at is null and g.withdrawn_at is null`;

function newsAfter(db: Db, after: string | null): Promise<News[]> {
  return run<News>(
    db,
    `select p.id, v.title, v.words, s.group_id, g.name as group_name, s.title as site_title, s.key, p.shown_at from ${SHOWN}
     and p.kind = 'post' ${after === null ? '' : 'and p.id < $2'} order by p.id desc limit $1`,
    [BATCH, ...(after === null ? [] : [after])],
  );
}

async function* newsFacts(visit: Visit) {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const news: News[] = await visit.read((db) => newsAfter(db, from));
    yield news.map((one) => ({
      id: shortId(one.id),
      title: one.title,
      text: one.words,
      groupId: shortId(one.group_id),
      group: one.group_name,
      homepage: one.site_title,
      publishedOn: tokyoDate(one.shown_at),
      url: visit.hub.origin + encodeURI(pagePath(one.key, { ...one, kind: 'post', slug: '' })),
    }));
    if (news.length < BATCH) return;
    after = news.at(-1)!.id;
  }
}

async function* rows(batches: AsyncGenerator<Record<string, unknown>[]>) {
  for await (const batch of batches) yield batch.map((one) => Object.values(one) as string[]);
}

export const openData: readonly Dataset[] = [
  {
    name: 'sites',
    words: (lang) => dataWords(lang).sites,
    columns: (lang) => dataWords(lang).siteColumns,
    types: cellTypes('text text text text text day address'),
    ...filesOfList(exportRoutes, '/sites'),
    pages: {
      // An address is made of more than a title.
      rows: `select p.id, concat_ws(E'\\n', s.key, p.kind, p.slug, v.title) as title, v.valid_from as at from ${SHOWN}`,
      path: ({ id, title }) => {
        const [key = '', kind = '', slug = '', ...said] = title.split('\n');
        return pagePath(key, { id, kind, slug, title: said.join(' ') });
      },
    },
  },
  {
    name: 'site-news',
    words: (lang) => dataWords(lang).news,
    columns: (lang) => dataWords(lang).newsColumns,
    types: cellTypes('text text text text text text day address'),
    csv: async (visit) => csvReply('site-news.csv', dataWords(visit.lang).newsColumns, rows(newsFacts(visit))),
    json: async (visit) => jsonReply({ kind: 'site-news' }, newsFacts(visit)),
    page: '/sites',
    also: [],
  },
];

/**
 * F1.2: where a list of pages is cut, so that however long it grows only the part that is asked for is read. Cuts are kept and never
 * moved: a part keeps its address and, once another has begun after it, most of its pages.
 */
import type { Hub } from '#kernel/context.ts';
import type { Hubwise } from '#kernel/database/database.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Dataset, SitePages } from '#kernel/open-data.ts';
import { datasetsOf } from './registry.ts';

/** Half of what the protocol allows: there is room for what comes before the next cut, and 50 MB are never reached. */
const MOST = 25_000;
const ALLOWED = 50_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface Entry {
  path: string;
  at?: Date;
}

export type ListOfPages = Pick<Dataset, 'name'> & { pages: SitePages };

export function withPages(datasets: readonly Dataset[]): ListOfPages[] {
  return datasets.filter((dataset): dataset is Dataset & { pages: SitePages } => dataset.pages !== undefined);
}

interface Part {
  list: string;
  /** its pages come after this id; null: from the first on */
  after: string | null;
}

/** Parts that hold a page at all, list by list, the oldest first. One statement; of each part one page is looked at. */
export function partsOf(db: Db, lists: readonly ListOfPages[]): Promise<Part[]> {
  const some = lists.map(
    ({ pages: { rows } }, at) => `select ${at} as at, c.list, c.after from (
        select $${at + 1}::text as list, after, lead(after) over (order by after nulls first) as upto from (
          select null::uuid as after union all select s.after from sitemap_parts s where s.list = $${at + 1}) cuts
      ) c cross join lateral (select p.id from (${rows}) p
        where p.id > coalesce(c.after, '${FIRST}') and p.id <= coalesce(c.upto, '${LAST}') order by p.id limit 1) held`,
  );
  if (some.length === 0) return Promise.resolve([]);
  return run<Part>(
    db,
    `select x.list, x.after from (${some.join(' union all ')}) x order by x.at, x.after nulls first`,
    lists.map(({ name }) => name),
  );
}

/** The pages of one part, the oldest first; none where no part begins. */
export async function pagesOf(
  db: Db,
  { name, pages }: ListOfPages,
  after: string | null,
  most = ALLOWED,
): Promise<Entry[]> {
  const found = await run<{ id: string; title: string; at: Date }>(
    db,
    `select p.id, p.title, p.at from (${pages.rows}) p
     where p.id > coalesce($2::uuid, '${FIRST}')
       and p.id <= coalesce((select s.after from sitemap_parts s where s.list = $1 and s.after > coalesce($2::uuid, '${FIRST}')
         order by s.after limit 1), '${LAST}')
       and ($2::uuid is null or exists (select from sitemap_parts s where s.list = $1 and s.after = $2))
     order by p.id limit $3`,
    [name, after, most],
  );
  return found.map((row) => ({ path: pages.path(row), at: row.at }));
}

/**
 * Cuts where `most` pages stand behind the last cut: reads those, and none before. Two processes at once may cut at different places:
 * each page is in one part nevertheless, since parts are what lies between cuts.
 */
export async function cutParts(
  db: Db,
  hubId: number,
  { name, pages }: ListOfPages,
  most: number = MOST,
): Promise<void> {
  for (;;) {
    const cut = await run(
      db,
      `insert into sitemap_parts (hub_id, list, after)
       select $1, $2, p.id from (${pages.rows}) p
       where p.id > coalesce((select s.after from sitemap_parts s where s.list = $2 order by s.after desc limit 1), '${FIRST}')
       order by p.id offset $3 limit 1
       on conflict do nothing returning after`,
      [hubId, name, most - 1],
    );
    if (cut.length === 0) return;
  }
}

/** For the process that shows pages to call now and then: what is called pages only the modules with their routes know. */
export async function keepSitemaps(hubwise: Hubwise, hubs: readonly Hub[]): Promise<void> {
  for (const hub of hubs) {
    if (hub.movedTo) continue;
    for (const list of withPages(datasetsOf(hub))) await hubwise.write(hub.id, (db) => cutParts(db, hub.id, list));
  }
}

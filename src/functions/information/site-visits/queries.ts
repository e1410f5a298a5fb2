/** F1.3 Numbers of visits, for the editors of a site. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface DayOfVisits {
  /** YYYY-MM-DD, Tokyo */
  day: string;
  views: number;
  visitors: number;
}

export interface PageOfVisits {
  path: string;
  title: string | null;
  views: number;
}

/** Days on which somebody came, oldest first, from `from` on. */
export function visitDays(db: Db, siteId: string, from: string): Promise<DayOfVisits[]> {
  return run<DayOfVisits>(
    db,
    `select to_char(day, 'YYYY-MM-DD') as day, views, visitors from site_visits where site_id = $1 and day >= $2 and path = '' order by day`,
    [siteId, from],
  );
}

/** The pages most looked at, with their titles now. */
export function visitedPages(db: Db, siteId: string, from: string, limit: number): Promise<PageOfVisits[]> {
  return run<PageOfVisits>(
    db,
    `select v.path, (select p.title from site_pages p where p.hub_id = v.hub_id and p.site_id = $1 and p.kind = 'page' and '/' || p.slug = v.path limit 1) as title,
       sum(v.views)::int as views
     from site_visits v where v.site_id = $1 and v.day >= $2 and v.path <> '' group by v.hub_id, v.path order by 3 desc, 1 limit $3`,
    [siteId, from, limit],
  );
}

export function visitRows(
  db: Db,
  siteId: string,
  after: { day: string; path: string } | null,
  limit: number,
): Promise<(DayOfVisits & { path: string })[]> {
  return run<DayOfVisits & { path: string }>(
    db,
    `select to_char(day, 'YYYY-MM-DD') as day, path, views, visitors from site_visits
     where site_id = $1 and ($2::date is null or (day, path) > ($2::date, $3)) order by day, path limit $4`,
    [siteId, after?.day ?? null, after?.path ?? '', limit],
  );
}

/** Titles of pieces of news, by id. */
export async function newsTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; title: string }>(
    db,
    `select id, title from site_pages where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

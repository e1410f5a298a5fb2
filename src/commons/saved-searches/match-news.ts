/**
 * F1.1, P8: from what is new to saved searches. The worker goes through the numbers of what was first found (search_news) and keeps how far
 * it came in the transaction that writes: after a crash nothing is left out. New is what was published after the search was saved: what was there
 * before and is found for the first time (a kind that becomes searchable) isn't. A thing is found once by a search, which is its primary
 * key. Searches are read by the thousand and compared in the process: there is no query for each of them. See docs/decisions/0051-entries-and-saved-searches.md.
 */
import { departures } from '#commons/notices/index.ts';
import { matcherOf, type News, newsAfter } from '#commons/search/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { type Page, questionOf } from './saved-search.ts';

const BATCH = 200;
const SEARCHES_AT_ONCE = 1000;
/** A turn ends even when a whole register came at once; the next goes on. */
const MOST_BATCHES = 25;
/** What was published a moment before a search was saved may not have been on its page yet. */
const LAG_MS = 60_000;

export async function matchNews({ hub, hubwise, now }: JobContext): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const isMore = await hubwise.write(hub.id, (db) => matchBatch(db, hub, now));
    if (!isMore) return;
  }
}

interface Search {
  id: string;
  page: Page;
  query: string;
  rhythm: 'at-once' | 'daily' | 'weekly';
  after_news: number;
  saved_at: Date;
}

/** Compares the next news with every saved search. False: there was none. */
export async function matchBatch(db: Db, hub: Hub, now: Date): Promise<boolean> {
  const [cursor] = await run<{ n: number }>(db, 'select n from saved_search_cursors where hub_id = $1 for update', [
    hub.id,
  ]);
  if (!cursor) return false;
  const { news, last } = await newsAfter(db, hub, cursor.n, BATCH);
  if (last === cursor.n) return false;
  let after = '00000000-0000-0000-0000-000000000000';
  while (news.length > 0) {
    const searches: Search[] = await run<Search>(
      db,
      `select id, page, query, rhythm, after_news, saved_at from saved_searches where id > $1 and rhythm <> 'off' and after_news < $2
       order by id limit ${SEARCHES_AT_ONCE} for key share`,
      [after, last],
    );
    const finds = searches.flatMap((search) => {
      const isAsked = matcherOf(questionOf(search, hub));
      const since = search.saved_at.getTime() - LAG_MS;
      const isNew = (one: News) => one.n > search.after_news && one.at.getTime() >= since;
      return news.filter((one) => isNew(one) && isAsked(one)).map((one) => ({ search, one }));
    });
    await keepFinds(db, hub.id, finds, now);
    if (searches.length < SEARCHES_AT_ONCE) break;
    after = searches.at(-1)!.id;
  }
  await run(db, 'update saved_search_cursors set n = $2 where hub_id = $1', [hub.id, last]);
  return true;
}

interface Find {
  search: Search;
  one: News;
}

async function keepFinds(db: Db, hubId: number, finds: readonly Find[], now: Date): Promise<void> {
  if (finds.length === 0) return;
  const { soon, daily, weekly } = departures(now);
  const leaves = { 'at-once': soon, daily, weekly };
  await run(
    db,
    `insert into saved_search_finds (hub_id, search_id, kind, object_id, found_at, mail_after)
     select $1, t.search, t.kind, t.id, $2, t.leaves from unnest($3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[])
       as t (search, kind, id, leaves)
     on conflict do nothing`,
    [
      hubId,
      now,
      finds.map(({ search }) => search.id),
      finds.map(({ one }) => one.kind),
      finds.map(({ one }) => one.id),
      finds.map(({ search }) => leaves[search.rhythm]),
    ],
  );
}

/** F1.1, P8: what is new since a number, and whether it is what a question asks: for searches that tell of what comes. */
import { searchables } from '#commons/happenings/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import { wordsOf } from '#kernel/grams.ts';
import { facetTerms } from './facet-terms.ts';
import { holds, isRough, termsOfFilter } from './filter.ts';
import { asksNothing, type Question } from './look.ts';
import { asKind, type Found, kindsIn, readThings } from './sources.ts';
import { folded } from './terms.ts';

export interface News extends Found {
  n: number;
  /** where it is shown; not percent-encoded */
  place: string;
  /** title and body as they are compared */
  folded: string;
  /** what its facets are kept under */
  terms: ReadonlySet<string>;
}

/** The number of the newest thing: where somebody begins who wants to be told of what comes. */
export async function newsNumber(db: Db, hubId: number): Promise<number> {
  const [row] = await run<{ news: number }>(
    db,
    'select n as news from search_news where hub_id = $1 order by n desc limit 1',
    [hubId],
  );
  return Number(row?.news ?? 0);
}

/**
 * The things of the next `limit` numbers, in their order, of which everybody may read at this moment; the others are left out. `last`:
 * go on from there; it is `after` when there is nothing.
 */
export async function newsAfter(db: Db, hub: Hub, after: number, limit = 200): Promise<{ news: News[]; last: number }> {
  const rows = await run<{ n: number; kind: string; object_id: string }>(
    db,
    'select n, kind, object_id from search_news where hub_id = $1 and n > $2 order by n limit $3',
    [hub.id, after, limit],
  );
  const kinds = new Set(kindsIn(hub));
  const open = rows.filter(({ kind }) => kinds.has(kind));
  const things = [...Map.groupBy(open, ({ kind }) => kind)];
  const found = await readThings(db, new Map(things.map(([kind, all]) => [kind, all.map((one) => one.object_id)])));
  const byName = new Map(found.map((one) => [`${one.kind}:${one.id}`, one]));
  const news = open.flatMap(({ n, kind, object_id }) => {
    const one = byName.get(`${kind}:${object_id}`);
    if (!one) return [];
    const place = searchables().get(kind)!.place({ id: one.id, title: one.title, underId: one.under_id });
    return [{ ...one, n: Number(n), place, folded: folded(one).whole, terms: new Set(facetTerms(one.facets)) }];
  });
  return { news, last: Number(rows.at(-1)?.n ?? after) };
}

/** Whether something is what the question asks, as `find` decides it. Made once a question, asked of many. */
export function matcherOf(question: Question): (news: News) => boolean {
  if (asksNothing(question)) return () => false;
  const { kind, from, to, filter } = question;
  const words = wordsOf(question.q);
  const { all } = termsOfFilter(filter);
  const begins = from ? startOfTokyoDay(from) : null;
  const ends = to ? endOfTokyoDay(to) : null;
  const rough = isRough(filter);
  return (news) => {
    if (kind && asKind(news.kind) !== kind) return false;
    const { isActivity, function: of } = searchables().get(news.kind)!;
    if (filter.scope === 'activities' && !isActivity) return false;
    if (filter.function && of !== filter.function) return false;
    if (!all.every((term) => news.terms.has(term))) return false;
    if ((begins && news.at < begins) || (ends && news.at >= ends)) return false;
    return words.every((word) => news.folded.includes(word)) && (!rough || holds(filter, news.facets));
  };
}

/** X7: the second step: which candidates hold what was asked, and may be read by everybody at this moment. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { endOfTokyoDay, startOfTokyoDay } from '#kernel/dates.ts';
import type { Facets } from '#kernel/facets.ts';
import { likePatterns, wordsOf } from '#kernel/grams.ts';
import { holds, isRough } from './filter.ts';
import { facetsOf } from './kept-facets.ts';
import type { Question } from './look.ts';
import type { IndexOf } from './postings.ts';
import { readable } from './sources.ts';

export interface Sure {
  number: number;
  kind: string;
  object_id: string;
  /** 0: the title is what was asked; 1: holds it; 2: holds all its words; 3: the text holds it; 4: the text holds all its words */
  rank: number;
  /** read only where they are needed */
  facets: Facets;
}

type Row = Omit<Sure, 'facets'> & { facets: unknown };

/** The closest first, then the newest. */
export async function confirmed(
  db: Db,
  { hubId, generation }: IndexOf,
  { q, from, to, filter }: Question,
  { numbers, needsFacets }: { numbers: readonly number[]; needsFacets: boolean },
): Promise<Sure[]> {
  if (numbers.length === 0) return [];
  const rough = isRough(filter);
  const rows = await run<Row>(
    db,
    `select e.number, e.kind, e.object_id, case when $4 = '' or e.folded_title = $4 then 0 when strpos(e.folded_title, $4) > 0 then 1
         when e.folded_title like all ($5::text[]) then 2 when strpos(e.folded, $4) > 0 then 3 else 4 end as rank,
       case when $8 then e.facets end as facets
     from search_entries e
     where e.hub_id = $1 and e.generation = $2 and e.number = any($3::int[]) and e.folded like all ($5::text[])
       and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7) and ${readable()}`,
    [
      hubId,
      generation,
      numbers,
      wordsOf(q).join(' '),
      likePatterns(q),
      from ? startOfTokyoDay(from) : null,
      to ? endOfTokyoDay(to) : null,
      rough || needsFacets,
    ],
  );
  const sure = rows.map((row) => ({ ...row, facets: facetsOf(row.facets) }));
  const held = rough ? sure.filter(({ facets }) => holds(filter, facets)) : sure;
  return held.sort((a, b) => a.rank - b.rank || b.number - a.number);
}

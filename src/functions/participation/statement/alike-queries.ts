/** F9.5 Families of opinions in nearly the same words, as they were found last. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { VISIBLE } from './coverage-queries.ts';
import { QUOTED } from './opinion-queries.ts';
import type { QuotedOpinion } from './point-queries.ts';

export interface AlikeFamily {
  /** the first opinion's id; pages go by it */
  id: string;
  /** all of them, also those beyond the ones given */
  size: number;
  opinions: (QuotedOpinion & { copied: boolean })[];
}

/** Shown of one family; the search for words finds the rest. */
const MOST_SHOWN = 50;

/** A page of a debate's families, in the order in which their first opinions were said. Whoever was hidden or withdrew since is left out. */
export function alikePage(db: Db, debateId: string, after: string | null, limit: number): Promise<AlikeFamily[]> {
  return run<AlikeFamily>(
    db,
    `select f.family_id as id, f.size,
       coalesce((select json_agg(x) from (
         select ${QUOTED}, false as withdrawn, false as hidden, l.copied
         from alike_opinions l
         join opinions o on o.hub_id = l.hub_id and o.id = l.opinion_id
         join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
         where l.debate_id = $1 and l.family_id = f.family_id and ${VISIBLE} order by l.opinion_id limit ${MOST_SHOWN}) as x), '[]')
         as opinions
     from (select l.family_id, count(*)::int as size from alike_opinions l
       where l.debate_id = $1 and l.family_id > $2 group by l.family_id order by l.family_id limit $3) as f
     order by f.family_id`,
    [debateId, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
}

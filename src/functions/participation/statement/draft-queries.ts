/** F9.5 What a draft is made from, and which points are the machine's. */
import type { Picture } from '#commons/opinion-map/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { IS_ANNEXED, IS_CITED, VISIBLE } from './coverage-queries.ts';
import type { DraftOpinion } from './draft-rules.ts';

/** How a point drafted by the machine came to be a person's. */
export interface PointDraft {
  drafted_at: string;
  /** null until somebody has read it and confirmed it, or changed its words */
  confirmed_at: string | null;
  confirmed_how: 'as-it-stands' | 'edited' | null;
  confirmed_by: string | null;
  /** what the machine wrote; null once it is confirmed */
  body: string | null;
}

/** Of a point `p`, as JSON; null for a point that a person wrote. */
export const DRAFT = `(select json_build_object('drafted_at', f.drafted_at, 'confirmed_at', f.confirmed_at,
    'confirmed_how', f.confirmed_how, 'confirmed_by', c.name,
    'body', case when f.confirmed_at is null then (select v.body from point_versions v
      where v.hub_id = f.hub_id and v.point_id = f.point_id and v.version = 1) end)
  from drafted_points f left join actors c on c.hub_id = f.hub_id and c.id = f.confirmed_by
  where f.hub_id = p.hub_id and f.point_id = p.id)`;

/** More than any debate has had; the rest would be left to editors. */
const MOST = 5000;

/** What nothing deals with yet, in the order in which it was said. */
export function undealtOf(db: Db, debateId: string): Promise<DraftOpinion[]> {
  return run<DraftOpinion>(
    db,
    `select o.id, o.number, o.kind, o.body, o.agree, o.disagree, o.pass
     from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
     where d.id = $1 and ${VISIBLE} and not ${IS_CITED} and not ${IS_ANNEXED} order by o.id limit ${MOST}`,
    [debateId],
  );
}

export async function pictureOfDebate(db: Db, debateId: string): Promise<Picture | null> {
  const [kept] = await run<{ picture: Picture }>(db, 'select picture from opinion_maps where debate_id = $1', [
    debateId,
  ]);
  return kept?.picture ?? null;
}

const MOST_LISTED = 200;

/** The points of a round that wait for somebody to confirm them. */
export function unconfirmedPoints(db: Db, roundId: string): Promise<{ id: string; text: string }[]> {
  return run<{ id: string; text: string }>(
    db,
    `select p.id, p.body as text from drafted_points f join points p on p.hub_id = f.hub_id and p.id = f.point_id
     where f.round_id = $1 and f.confirmed_at is null and p.removed_at is null order by p.id limit ${MOST_LISTED}`,
    [roundId],
  );
}

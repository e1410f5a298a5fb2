/** F9.3: reading kept maps. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Picture } from './picture.ts';
import { placeOnMap } from './state.ts';

export interface KeptMap {
  picture: Picture;
  drawn_at: Date;
}

export interface ShownMap {
  /** of the day asked for, or the last one; null before the first */
  map: KeptMap | null;
  /** days there is a map of, the newest first */
  days: string[];
  /** texts of those opinions that were asked for and are visible; a withdrawn or hidden one isn't among them */
  texts: Map<string, { body: string; number: number | null }>;
}

const MOST_DAYS = 400;
const EXCERPT = 200;

const everyOne = ({ opinions }: Picture): string[] => opinions.map(({ id }) => id);

/** The map of a debate, as of a day (YYYY-MM-DD) or now, with the texts of the opinions that `named` names of it. Two rounds of questions. */
export async function shownMap(db: Db, debateId: string, day: string | null, named = everyOne): Promise<ShownMap> {
  const [days, kept] = await Promise.all([
    run<{ day: string }>(
      db,
      `select day from opinion_map_days where debate_id = $1 order by day desc limit ${MOST_DAYS}`,
      [debateId],
    ),
    day === null
      ? run<KeptMap>(db, 'select picture, drawn_at from opinion_maps where debate_id = $1', [debateId])
      : run<KeptMap>(
          db,
          `select picture, ((day + 1)::timestamp at time zone 'Asia/Tokyo') as drawn_at from opinion_map_days
           where debate_id = $1 and day = $2::date`,
          [debateId, day],
        ),
  ]);
  const map = kept[0] ?? null;
  const ids = map ? named(map.picture) : [];
  const texts = await run<{ id: string; body: string; number: number | null }>(
    db,
    `select id, left(body, ${EXCERPT}) as body, number from opinions
     where id = any($1::uuid[]) and withdrawn_at is null and hidden_at is null`,
    [ids],
  );
  return {
    map,
    days: days.map((one) => one.day),
    texts: new Map(texts.map(({ id, ...text }) => [id, text])),
  };
}

/** The last maps of these debates, by debate; those without one are left out. */
export async function picturesOf(db: Db, debateIds: readonly string[]): Promise<Map<string, Picture>> {
  if (debateIds.length === 0) return new Map();
  const rows = await run<{ debate_id: string; picture: Picture }>(
    db,
    'select debate_id, picture from opinion_maps where debate_id = any($1::uuid[])',
    [debateIds],
  );
  return new Map(rows.map(({ debate_id, picture }) => [debate_id, picture]));
}

export interface OwnPlace {
  x: number;
  y: number;
  /** place of the nearest group among all groups, shown or not */
  group: number;
}

/** Where this person stands; null without a map or with too few choices. Nobody else is told. */
export async function ownPlace(db: Db, debateId: string, personId: string): Promise<OwnPlace | null> {
  const [votes, [kept]] = await Promise.all([
    run<{ opinion_id: string; stance: number }>(
      db,
      'select opinion_id, stance from votes where person_id = $1 and debate_id = $2 limit 5000',
      [personId, debateId],
    ),
    run<{ state: unknown }>(db, 'select state from opinion_maps where debate_id = $1', [debateId]),
  ]);
  return kept ? placeOnMap(kept.state, new Map(votes.map(({ opinion_id, stance }) => [opinion_id, stance]))) : null;
}

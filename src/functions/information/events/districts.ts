/** F1.1 The districts that forms and filters offer: those of the town's outline, else the names that several groups use for theirs. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { districtsOf, type KeptOutline } from '../../participation/proposals/index.ts';

export interface District {
  name: string;
  easy: string;
  en: string;
}

const MOST = 20;
const GROUPS_ASKED = 500;
const EVENTS_ASKED = 500;

/** In the order of the outline; without one, the names that at least two of the newest groups say, those of most groups first. */
export async function townDistricts(db: Db, outline: KeptOutline | null): Promise<District[]> {
  const drawn = districtsOf(outline?.geojson ?? null);
  if (drawn.length > 0) return drawn;
  const rows = await run<{ name: string }>(
    db,
    `select area as name from (
       select unnest(areas) as area from (
         select areas from groups where withdrawn_at is null and hidden_at is null order by id desc limit ${GROUPS_ASKED}) g) named
     group by area having count(*) > 1 order by count(*) desc, area limit ${MOST}`,
  );
  return rows.map(({ name }) => ({ name, easy: name, en: name }));
}

/** As choices of a field; `more`: names of another origin that stand there, too. Pure. */
export function districtChoices(
  districts: readonly District[],
  lang: Lang,
  more: readonly string[] = [],
): { value: string; text: string }[] {
  const known = new Set(['', ...districts.map(({ name }) => name)]);
  const others = [...new Set(more)].filter((name) => !known.has(name));
  return [
    ...districts.map((one) => ({ value: one.name, text: lang === 'ja' ? one.name : one[lang] })),
    ...others.map((name) => ({ value: name, text: name })),
  ];
}

/** Names that stand in events to come, the nearest five hundred of them. */
export async function namedDistricts(db: Db, now: Date): Promise<string[]> {
  const rows = await run<{ district: string }>(
    db,
    `select distinct district from (
       select district from town_events where starts_at > $1 and hidden_at is null order by starts_at, id limit ${EVENTS_ASKED}) near
     where district <> '' order by district limit ${MOST}`,
    [now],
  );
  return rows.map(({ district }) => district);
}

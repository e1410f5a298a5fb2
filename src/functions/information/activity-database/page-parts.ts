/** F1.1 What every view of the database reads besides what it shows: counts, the town's districts, places to count distances from. */
import { isOpen, page } from '#commons/hubs/index.ts';
import {
  type Answer,
  find,
  kindChoices,
  type Looked,
  NOTHING,
  type Question,
  queryOf,
  saidOf,
} from '#commons/search/index.ts';
import { boundsOf, districtsOf, type KeptOutline, outlineInForce } from '#functions/participation/proposals/index.ts';
import type { Db } from '#kernel/database/dialect.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import type { MapBounds } from '#ui/outline-map.ts';
import type { View } from './asked.ts';
import type { FrameProps, Origin } from './views/frame.ts';
import { dataLinks } from './views/frame.ts';
import { words } from './words.ts';

export interface TownPlaces {
  outline: KeptOutline | null;
  bounds: MapBounds | null;
  districts: ReadonlyMap<string, string>;
  /** the middle of the town, then those of its districts */
  origins: readonly Origin[];
}

/** To four decimals: some ten metres. */
const short = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
const middleOf = ({ south, north, west, east }: MapBounds) => ({
  lat: short((south + north) / 2),
  lng: short((west + east) / 2),
});

export async function townPlaces(visit: Visit, db: Db): Promise<TownPlaces> {
  const { lang, hub } = visit;
  const outline = isOpen(hub, 'participation') ? await outlineInForce(db) : null;
  if (!outline) return { outline, bounds: null, districts: new Map(), origins: [] };
  const named = districtsOf(outline.geojson);
  const districts = new Map(named.map((one) => [one.name, lang === 'ja' ? one.name : one[lang]]));
  const bounds = boundsOf(outline.geojson);
  const w = words(lang);
  const { features } = outline.geojson;
  const ofDistricts = named.map(({ name }): Origin => {
    const feature = features.find(({ properties }) => properties.kind === 'district' && properties.name === name)!;
    const border = { ...feature, properties: { ...feature.properties, kind: 'border' as const } };
    const middle = middleOf(boundsOf({ ...outline.geojson, features: [border] }));
    return { ...middle, text: w.middle(districts.get(name) ?? name) };
  });
  return {
    outline,
    bounds,
    districts,
    origins: [{ ...middleOf(bounds), text: w.townMiddle(hub.town[lang]) }, ...ofDistricts],
  };
}

/** Counts of the question; its hits where the view shows them. `known`: what the index says of it. */
export function answered(
  visit: Visit,
  db: Db,
  question: Question,
  withHits: boolean,
  known?: Looked | null,
): Promise<Answer> {
  const asked: Question = { ...question, counted: true, ...(withHits ? {} : { after: '', limit: 0 }) };
  return find(db, visit.hub, asked, known);
}

export function frameProps(
  visit: Visit,
  parts: { view: View; question: Question; answer: Answer; places: TownPlaces },
): FrameProps {
  const { lang, now, hub } = visit;
  const { view, question, answer, places } = parts;
  return {
    lang,
    now,
    view,
    question,
    answer: answer ?? NOTHING,
    kinds: kindChoices(hub, 'activities'),
    districts: places.districts,
    origins: places.origins,
    mayDeclare: isOpen(hub, 'registration'),
  };
}

/** The page of a view. */
export function activityPage(
  visit: Visit,
  { view, question }: Pick<FrameProps, 'view' | 'question'>,
  main: Html,
  more: { styles?: readonly string[]; islands?: readonly string[] } = {},
): Reply {
  const { lang } = visit;
  const w = words(lang);
  const said = saidOf(question, lang);
  const names = [w.title, ...(view === 'list' ? [] : [w[view]]), ...said];
  return page(visit, {
    title: names.join(lang === 'en' ? ' – ' : '・'),
    description: w.lead,
    place: 'activities',
    // A search engine needs no searches: the things themselves have pages.
    indexed: queryOf(question) === '' && question.after === '',
    breadcrumb: view === 'list' ? [{ text: w.title }] : [{ text: w.title, href: '/activities' }, { text: w[view] }],
    main,
    dataLinks: dataLinks(question, lang),
    ...more,
  });
}

/** F1.1, P4: exactly what a question finds, as CSV, JSON, feed, calendar and map. */
import { icsReply } from '#channels/calendar/ics.ts';
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { feedPicture, pictureAddress, pictureData } from '#commons/files/index.ts';
import {
  asKind,
  datesOf,
  excerpt,
  facetWords,
  find,
  findDates,
  findPlaced,
  type Hit,
  hitsOf,
  isWithin,
  kindChoices,
  kindName,
  type Occurrence,
  type Question,
  queryOf,
  saidOf,
  wordsAsked,
} from '#commons/search/index.ts';
import { startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang, type Lang, labelled } from '#kernel/lang.ts';
import { type CalendarDate, get, type Route } from '#kernel/module.ts';
import { json as jsonOf, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { originOf, questionOf } from './asked.ts';
import { nextDate, pathOf, titleOf } from './views/item.ts';
import { lookOf } from './views/map.ts';
import { words } from './words.ts';

const AT_ONCE = 200;

const address = (visit: Visit, hit: Hit): string => visit.hub.origin + encodeURI(pathOf(hit));

/** Everything that is found, some at a time: the page after the last one shown. */
async function* everything(visit: Visit): AsyncGenerator<Hit[]> {
  const question = questionOf(visit, AT_ONCE);
  let after: string | null = '';
  while (after !== null) {
    const asked: Question = { ...question, after };
    const { hits, next } = await visit.read((db) => find(db, visit.hub, asked));
    yield hits;
    after = next;
  }
}

async function csv(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const names = facetWords(lang);
  async function* rows() {
    for await (const hits of everything(visit))
      yield hits.map((hit) => {
        const { facets, by } = hit;
        const date = nextDate(hit, now);
        return [
          shortId(hit.id),
          kindName(hit.kind, lang),
          titleOf(hit, lang),
          hit.title ? hit.body : '',
          by?.name,
          (facets.fields ?? []).map((field) => names.fields[field - 1]!).join('、'),
          (facets.districts ?? []).join('、'),
          date?.start,
          date?.end,
          facets.place,
          facets.lat,
          facets.lng,
          (facets.audience ?? []).map((code) => names.audience[code]).join('、'),
          facets.fee,
          (facets.access ?? []).map((code) => names.access[code]).join('、'),
          hit.at,
          address(visit, hit),
          facets.picture && pictureAddress(facets.picture, visit.hub.origin),
        ];
      });
  }
  return csvReply('activities.csv', words(lang).columns, rows());
}

/** A thing found as programs are given it. */
export function activityData(visit: Visit, hit: Hit) {
  const { facets, by } = hit;
  return {
    id: hit.id,
    kind: asKind(hit.kind),
    title: titleOf(hit, visit.lang),
    text: hit.title ? hit.body : '',
    by: by ? { id: by.id, kind: by.kind, name: by.name } : null,
    fields: [...(facets.fields ?? [])],
    districts: [...(facets.districts ?? [])],
    dates: [...(facets.dates ?? [])],
    allDay: facets.isAllDay === true,
    until: facets.until ?? null,
    place: facets.place ?? '',
    point: facets.lat === undefined || facets.lng === undefined ? null : { lat: facets.lat, lng: facets.lng },
    audience: [...(facets.audience ?? [])],
    fee: facets.fee ?? null,
    access: [...(facets.access ?? [])],
    cancelled: facets.isCancelled === true,
    at: hit.at,
    picture: pictureData(facets.picture, visit.hub.origin),
    url: address(visit, hit),
  };
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const hits of everything(visit)) yield hits.map((hit) => activityData(visit, hit));
  }
  return jsonReply({ kind: 'activities', query: queryOf(questionOf(visit)) }, items());
}

/** The newest thirty of the closest hundred: whoever follows a question wants what is new first. */
async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  const question: Question = { ...questionOf(visit, 100), after: '' };
  const { hits } = await visit.read((db) => find(db, hub, question));
  const newest = hits.toSorted((a, b) => b.number - a.number).slice(0, 30);
  const asked = wordsAsked(question.q);
  const said = saidOf(question, lang);
  return atomReply({
    href: `${hub.origin}/activities${queryOf(question)}`,
    self: hub.origin + visit.url.pathname + visit.url.search,
    title: `${words(lang).feedTitle(said.join('・') || words(lang).everything)} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: newest[0]?.at ?? visit.now,
    entries: newest.map((hit) => ({
      href: address(visit, hit),
      title: labelled(kindName(hit.kind, lang), titleOf(hit, lang), lang),
      author: hit.by?.name ?? hub.name[lang],
      at: hit.at,
      summary: excerpt(hit.body, asked)
        .map(({ text }) => text)
        .join(''),
      ...feedPicture(hit.facets.picture, hub.origin),
    })),
  });
}

const DAY = 86_400_000;
/** What happened so long ago stays, so that it doesn't vanish from calendars the day after. */
const BACK_DAYS = 30;
const MOST_DATES = 500;

/** Of something whose module names no dates of its own. */
function dateFound({ start, end, hit }: Occurrence, lang: Lang): CalendarDate {
  const isAllDay = hit.facets.isAllDay === true;
  return {
    uid: `activity-${asKind(hit.kind)}-${hit.id}-${start.getTime()}`,
    title: titleOf(hit, lang),
    start: isAllDay ? tokyoDate(start) : start,
    end: isAllDay ? tokyoDate(end) : end,
    ...(hit.facets.place ? { place: hit.facets.place } : {}),
    about: hit.body.slice(0, 400),
    href: pathOf(hit),
    of: [`${hit.kind}:${hit.id}`],
    ...(hit.facets.isCancelled ? { isCancelled: true } : {}),
  };
}

function spanOf({ start, end = start }: CalendarDate): { start: Date; end: Date } {
  const at = (time: string | Date) => (typeof time === 'string' ? startOfTokyoDay(time) : time);
  return { start: at(start), end: at(end) };
}

async function calendar(visit: Visit): Promise<Reply> {
  const { hub, lang, now } = visit;
  const question = questionOf(visit);
  const from = new Date(now.getTime() - BACK_DAYS * DAY);
  const dates = await visit.read(async (db) => {
    const soonest = { from, until: null, order: 'asc', happening: true, after: '', limit: MOST_DATES } as const;
    const { all } = await findDates(db, hub, question, soonest);
    const { since, until } = question.filter;
    const named = await datesOf(db, [...new Map(all.map(({ hit }) => [hit.number, hit])).values()], from);
    return [
      ...named.dates.filter((date) => isWithin(spanOf(date), since, until)).slice(0, MOST_DATES),
      ...all.filter(({ hit }) => !named.kinds.has(hit.kind)).map((one) => dateFound(one, lang)),
    ].toSorted((a, b) => spanOf(a).start.getTime() - spanOf(b).start.getTime());
  });
  const said = saidOf(question, lang).join('・') || words(lang).everything;
  const name = `${words(lang).title} ${said} ${hub.name[lang]}`;
  return icsReply({ name, origin: hub.origin, lang: htmlLang(lang), now, dates });
}

/** What lies somewhere, the nearest first, with the numbers of the map. At most a thousand, the newest of them. */
async function geojson(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  const question = questionOf(visit);
  const origin = originOf(visit, question) ?? { lat: 0, lng: 0 };
  const { placed, hits } = await visit.read(async (db) => {
    const found = await findPlaced(db, hub, question, origin);
    return { placed: found.placed, hits: await hitsOf(db, found.placed) };
  });
  const kinds = kindChoices(hub, 'activities');
  const byNumber = new Map(hits.map((hit) => [hit.number, hit]));
  const features = placed.flatMap(({ number, lat, lng }, at) => {
    const hit = byNumber.get(number);
    if (!hit) return [];
    const properties = {
      id: hit.id,
      number: at + 1,
      kind: kindName(hit.kind, lang),
      look: lookOf(kinds, asKind(hit.kind)) % 4,
      title: titleOf(hit, lang),
      path: encodeURI(pathOf(hit)),
      url: address(visit, hit),
    };
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [lng, lat] }, properties }];
  });
  return jsonOf(
    { type: 'FeatureCollection', licence: 'CC BY 4.0', features },
    200,
    'application/geo+json; charset=utf-8',
  );
}

const serves = ['F1.1', 'X8'];

export const exportRoutes: readonly Route[] = [
  get('/activities.csv', 'public', serves, csv),
  get('/activities.json', 'public', serves, json),
  get('/activities.atom', 'public', serves, feed),
  get('/activities.ics', 'public', serves, calendar),
  get('/activities.geojson', 'public', serves, geojson),
];

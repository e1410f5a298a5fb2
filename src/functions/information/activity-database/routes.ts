/** F1.1 The database of civic activity: one question, four views of it. */

import { type DatesAsked, findDates, findDays, findPlaced, hitsOf, look } from '#commons/search/index.ts';
import { tiles, townMap, withTiles } from '#functions/participation/proposals/index.ts';
import { endOfTokyoDay, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { daysOf, monthLater, monthOf, originOf, questionOf, sortOf } from './asked.ts';
import { exportRoutes } from './export-routes.ts';
import { holidaysOf } from './holidays.ts';
import { activityPage, answered, frameProps, townPlaces } from './page-parts.ts';
import { activityCalendar } from './views/calendar.ts';
import { activityList } from './views/list.ts';
import { activityMap } from './views/map.ts';
import { activityTimeline } from './views/timeline.ts';
import { words } from './words.ts';

const A_PAGE = 20;

async function listPage(visit: Visit): Promise<Reply> {
  const question = questionOf(visit);
  const sort = sortOf(visit);
  // What is counted is what the list shows: what still happens.
  const { filter } = question;
  const since = filter.since || tokyoDate(visit.now);
  const counted = sort === '' ? question : { ...question, filter: { ...filter, since } };
  const soonestFirst = { from: visit.now, until: null, order: 'asc', happening: true, once: true } as const;
  const [answer, soonest, places] = await visit.read((db) =>
    Promise.all([
      answered(visit, db, counted, sort === ''),
      sort === ''
        ? null
        : findDates(db, visit.hub, question, { ...soonestFirst, after: question.after, limit: question.limit }),
      townPlaces(visit, db),
    ]),
  );
  const frame = frameProps(visit, { view: 'list', question, answer, places });
  return activityPage(visit, frame, activityList({ ...frame, soonest, own: sort ? { sort } : {} }));
}

/** What one day of the calendar shows; the rest of it is a list of its own. */
const ON_A_DAY = 6;

async function calendarPage(visit: Visit): Promise<Reply> {
  const question = questionOf(visit);
  const month = monthOf(visit);
  const until = startOfTokyoDay(`${monthLater(month, 1)}-01`);
  const later = { from: until, until: null, order: 'asc', happening: true, after: '', limit: 1 } as const;
  const read = await visit.read(async (db) => {
    const looked = await look(db, visit.hub, question);
    const [answer, days, places, holidays] = await Promise.all([
      answered(visit, db, question, false, looked),
      findDays(db, visit.hub, question, { dates: daysOf(month), limit: ON_A_DAY }, looked),
      townPlaces(visit, db),
      holidaysOf(month),
    ]);
    const isEmpty = days.every(({ all }) => all.length === 0);
    const next = isEmpty ? await findDates(db, visit.hub, question, later, looked) : null;
    return { answer, days, places, holidays, next };
  });
  const { answer, days, places, holidays, next } = read;
  const frame = frameProps(visit, { view: 'calendar', question, answer, places });
  const main = activityCalendar({
    ...frame,
    month,
    days,
    holidays,
    nextDay: next?.all[0] ? tokyoDate(next.all[0].start) : null,
    own: visit.query('month') === month ? { month } : {},
  });
  return activityPage(visit, frame, main, { styles: ['dates'] });
}

async function timelinePage(visit: Visit): Promise<Reply> {
  const question = questionOf(visit);
  const [later, earlier] = [visit.query('later'), visit.query('earlier')];
  const today = tokyoDate(visit.now);
  const forward: DatesAsked = { from: startOfTokyoDay(today), until: null, order: 'asc', after: later, limit: A_PAGE };
  const back: DatesAsked = { from: null, until: startOfTokyoDay(today), order: 'desc', after: earlier, limit: A_PAGE };
  const [answer, places, upcoming, past] = await visit.read(async (db) => {
    const looked = await look(db, visit.hub, question);
    const dates = (asked: DatesAsked, isShown: boolean) =>
      isShown ? findDates(db, visit.hub, question, asked, looked) : null;
    return Promise.all([
      answered(visit, db, question, false, looked),
      townPlaces(visit, db),
      dates(forward, earlier === ''),
      dates(back, later === ''),
    ]);
  });
  visit.expiresAt(endOfTokyoDay(today));
  const frame = frameProps(visit, { view: 'timeline', question, answer, places });
  const isFirst = later === '' && earlier === '';
  return activityPage(visit, frame, activityTimeline({ ...frame, upcoming, past, isFirst }), { styles: ['dates'] });
}

function startOf(visit: Visit): number {
  const start = visit.query('start');
  return /^\d{1,4}$/.test(start) ? Number(start) : 0;
}

async function mapPage(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  const question = questionOf(visit);
  const start = startOf(visit);
  const asked = originOf(visit, question);
  const read = await visit.read(async (db) => {
    const [answer, places] = await Promise.all([answered(visit, db, question, false), townPlaces(visit, db)]);
    const known = places.origins.find((one) => asked && one.lat === asked.lat && one.lng === asked.lng);
    const origin = known ??
      (asked ? { ...asked, text: `${asked.lat}, ${asked.lng}` } : places.origins[0]) ?? { lat: 0, lng: 0, text: '' };
    const found = await findPlaced(db, hub, question, origin);
    const page = found.placed.slice(start, start + A_PAGE);
    const shown = new Map((await hitsOf(db, page)).map((hit) => [hit.number, hit]));
    const hits = page.flatMap(({ number }, n) => {
      const hit = shown.get(number);
      return hit ? [{ at: start + n, hit }] : [];
    });
    return { answer, places, origin, found, hits };
  });
  const { places, found, origin, hits } = read;
  const frame = frameProps(visit, { view: 'map', question, answer: read.answer, places });
  const main = activityMap({
    ...frame,
    ...found,
    town: hub.town[lang],
    hits,
    next: start + A_PAGE < found.placed.length ? start + A_PAGE : null,
    isFirst: start === 0,
    origin,
    drawn: places.outline
      ? (marks) => townMap(places.outline, marks, hub, lang, words(lang).mapTitle(hub.town[lang]))
      : null,
    bounds: places.bounds,
    tiles,
  });
  const moved = tiles && found.placed.length > 0 ? { styles: ['place-map'], islands: ['place-map'] } : {};
  return withTiles(activityPage(visit, frame, main, moved));
}

const serves = ['F1.1', 'X7', 'P8'];

export const routes: readonly Route[] = [
  get('/activities', 'public', serves, listPage),
  get('/activities/map', 'public', serves, mapPage),
  get('/activities/calendar', 'public', serves, calendarPage),
  get('/activities/timeline', 'public', serves, timelinePage),
  ...exportRoutes,
];

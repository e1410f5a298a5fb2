/** F1.1 Reading events: the list, a month, one of them. */
import { addProfileSection } from '#commons/actors/index.ts';
import { page } from '#commons/hubs/index.ts';
import { followPart, thingFeedLink } from '#commons/notices/index.ts';
import { subscriptionHref } from '#kernel/calendar-address.ts';
import { endOfTokyoDay, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { parseRef, shortId } from '#kernel/ids.ts';
import { get, type Route } from '#kernel/module.ts';
import { movedTo, type Reply, seeOther } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { section } from '#ui/heading.ts';
import { html } from '#ui/html.ts';
import { list } from '#ui/list.ts';
import { outlineInForce, townMap, withTiles } from '../../participation/proposals/index.ts';
import { addGroupAct, addGroupSection } from '../../registration/groups/index.ts';
import { eventPath } from './addresses.ts';
import { deskRoutes } from './desk-routes.ts';
import { namedDistricts, townDistricts } from './districts.ts';
import { draftRoutes } from './draft-routes.ts';
import { notFound, type Typed } from './event.ts';
import { exportRoutes } from './export-routes.ts';
import { holidays } from './holidays.ts';
import { eventData } from './linked-data.ts';
import { filterOf } from './list-filter.ts';
import { crumbs, eventPage, expireWith, idIn, sentenceOf } from './page-parts.ts';
import { dayOfSeries, eventById, eventsBetween, eventsOfHost, listedEvents, type ShownEvent } from './queries.ts';
import { registrationOfPerson } from './registration-queries.ts';
import { registrationRoutes } from './registration-routes.ts';
import { mayChange, mayOrganise, mayRegister } from './rules.ts';
import { eventSections } from './tabs.ts';
import { eventList } from './views/list.ts';
import { daysIn, monthText, monthView } from './views/month.ts';
import { eventItem } from './views/pieces.ts';
import { eventActs, registrationSection } from './views/registration.ts';
import { eventMain } from './views/show.ts';
import { words } from './words.ts';

const MOST_OF_A_HOST = 5;
const MOST_A_MONTH = 500;

/** What a host's own pages show of its events. */
async function ofHost(visit: Visit, db: Parameters<typeof eventsOfHost>[0], hostId: string) {
  const events = await eventsOfHost(db, hostId, visit.now, MOST_OF_A_HOST);
  visit.tag(`actor:${hostId}`);
  if (events.length === 0) return null;
  expireWith(visit, events);
  const w = words(visit.lang).section;
  return section({
    title: w.title,
    id: 'events',
    more: { href: `/events?host=${shortId(hostId)}`, text: w.all },
    children: html`${list(events.map((event) => eventItem(event, visit.lang, visit.now)))}<p>${linkButton({ href: subscriptionHref(`/events.ics?host=${shortId(hostId)}`), text: w.subscribe, icon: 'calendar' })}</p>`,
  });
}

addGroupAct({
  name: 'events',
  order: 10,
  function: 'information',
  text: (lang) => words(lang).list.announce,
  path: '/events/new',
});
addGroupSection({ name: 'events', order: 10, render: (visit, db, group) => ofHost(visit, db, group.id) });
addProfileSection({ name: 'events', order: 12, render: (visit, db, actor) => ofHost(visit, db, actor.id) });

async function listPage(visit: Visit): Promise<Reply> {
  const filter = filterOf((name) => visit.query(name));
  const { lang, now } = visit;
  const [listed, outline, named] = await visit.read((db) =>
    Promise.all([listedEvents(db, filter, now), outlineInForce(db), namedDistricts(db, now)]),
  );
  const districts = await visit.read((db) => townDistricts(db, outline));
  visit.tag('events', 'outline');
  expireWith(visit, listed.events);
  const w = words(lang).list;
  return page(visit, {
    title: w.title,
    description: w.lead,
    breadcrumb: crumbs(visit, null),
    main: eventList({ lang, now, filter, ...listed, districts, named }),
  });
}

async function monthPage(visit: Visit): Promise<Reply> {
  const month = visit.params.month ?? '';
  if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month)) throw notFound();
  const { lang, now } = visit;
  const days = daysIn(month);
  const [events, known] = await Promise.all([
    visit.read((db) => eventsBetween(db, startOfTokyoDay(days[0]!), endOfTokyoDay(days.at(-1)!))),
    holidays(),
  ]);
  visit.tag('events');
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  const w = words(lang);
  return page(visit, {
    title: w.month.title(monthText(month, lang)),
    description: w.list.lead,
    breadcrumb: crumbs(visit, null, monthText(month, lang)),
    styles: ['dates'],
    main: monthView({ lang, now, month, events, holidays: known, isCut: events.length >= MOST_A_MONTH }),
    dataLinks: [{ href: '/events.ics', text: w.list.ics, type: 'text/calendar' }],
  });
}

async function thisMonth(visit: Visit): Promise<Reply> {
  return seeOther(`/events/calendar/${tokyoDate(visit.now).slice(0, 7)}`);
}

/** `typed`: what was sent to register, and refused. */
export async function showPage(visit: Visit, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const id = idIn(visit);
  const { lang, now, reader } = visit;
  const [event, own, outline] = await visit.read((db) =>
    Promise.all([
      eventById(db, id, now),
      reader ? registrationOfPerson(db, id, reader.person.id) : null,
      outlineInForce(db),
    ]),
  );
  const at = eventPath(event);
  if (visit.request.method === 'GET' && decodeURI(visit.url.pathname) !== at)
    return movedTo(encodeURI(at) + visit.url.search);
  const shown = await visit.read((db) => Promise.all(eventSections().map((one) => one.render(visit, db, event))));
  visit.tag('outline');
  const no = sentenceOf(visit, mayRegister(event, now));
  const registration = registrationSection({ lang, event, name: reader?.person.name ?? null, own, no, typed, problem });
  const map =
    event.lat === null || event.lng === null
      ? null
      : townMap(outline, [{ at: [event.lat, event.lng] }], visit.hub, lang);
  const followed = event.series_id ? { kind: 'event-series', id: event.series_id } : { kind: 'event', id };
  return withTiles(
    eventPage(visit, event, '', {
      title: event.title,
      description: event.about.slice(0, 120) || event.title,
      now: actsOf(visit, event, own, no),
      main: html`${followPart(visit, { ...followed, title: event.title })}${eventMain(
        { lang, now, event },
        { registration, map, sections: shown.filter((one) => one !== null) },
      )}`,
      problem,
      fieldNames: fieldNames(visit),
      dataLinks: [
        { href: `${at}/calendar.ics`, text: words(lang).show.calendar, type: 'text/calendar' },
        thingFeedLink(followed.kind, followed.id, lang),
      ],
      ...(event.hidden_at ? {} : { about: eventData(event, visit.hub) }),
    }),
  );
}

function fieldNames({ lang }: Visit) {
  const w = words(lang).acts;
  return { companions: w.companions, note: w.note, name: w.guestName, email: w.guestEmail };
}

function actsOf(
  visit: Visit,
  event: ShownEvent,
  own: Awaited<ReturnType<typeof registrationOfPerson>>,
  no: string | null,
) {
  const { lang, now, reader } = visit;
  const isHost = reader !== null && mayOrganise(reader, event) === null;
  const noChange = isHost ? sentenceOf(visit, mayChange(reader, event, now)) : null;
  return eventActs({ lang, now, event, own, isHost, no, noChange });
}

/** A series has no page of its own: its next day speaks for it. */
async function seriesPage(visit: Visit): Promise<Reply> {
  const id = parseRef(visit.params.ref ?? '');
  const day = id && (await visit.read((db) => dayOfSeries(db, id, visit.now)));
  if (!day) throw notFound();
  return seeOther(encodeURI(eventPath(day)));
}

const serves = ['F1.1'];

export const routes: readonly Route[] = [
  get('/events', 'public', serves, listPage, { cached: true, framed: true }),
  get('/events/calendar', 'public', serves, thisMonth),
  get('/events/calendar/:month', 'public', serves, monthPage, { cached: true, framed: true }),
  get('/event-series/:ref', 'public', serves, seriesPage),
  ...draftRoutes,
  get('/events/:ref', 'public', ['F1.1', 'F1.4'], (visit) => showPage(visit), { cached: true }),
  ...registrationRoutes,
  ...deskRoutes,
  ...exportRoutes,
];

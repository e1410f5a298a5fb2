/** F1.1, F1.2, P4: exactly the list one sees as CSV, JSON, feed and calendar. Who registered, and online links, are in none of them. */
import { icsReply } from '#channels/calendar/ics.ts';
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { feedPicture, pictureAddress, pictureData } from '#commons/files/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { eventPath } from './addresses.ts';
import { dateOf } from './calendar.ts';
import { filterOf } from './list-filter.ts';
import { eventIn } from './page-parts.ts';
import { allEvents, type ListedEvent, listedEvents, newestEvents } from './queries.ts';
import { stateOf } from './rules.ts';
import { accessNames, audienceText, fieldNames } from './views/pieces.ts';
import { whenText } from './views/when.ts';
import { words } from './words.ts';

const MOST_DATES = 500;
const NEWEST = 30;

const address = (visit: Visit, event: ListedEvent) => visit.hub.origin + encodeURI(eventPath(event));

/** `when=all`: those to come, then those that were. */
export async function* listed(visit: Visit): AsyncGenerator<ListedEvent[]> {
  const filter = { ...filterOf((name) => visit.query(name)), after: null };
  const whens = visit.query('when') === 'all' ? (['coming', 'past'] as const) : [filter.when];
  for (const when of whens) yield* allEvents((work) => visit.read(work), { ...filter, when }, visit.now);
}

async function csv(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const w = words(lang);
  async function* rows() {
    for await (const batch of listed(visit))
      yield batch.map((one) => [
        ...[shortId(one.id), one.title, one.host_name, kindWord(lang, one.host_kind)],
        ...[
          tokyoDateTime(one.starts_at),
          tokyoDateTime(one.ends_at),
          one.place,
          one.address,
          one.district,
          one.lat,
          one.lng,
        ],
        ...[
          one.is_online,
          one.fee,
          audienceText(one, lang),
          fieldNames(one.fields, lang).join('、'),
          one.tags.join('、'),
        ],
        ...[
          accessNames(one.access, lang).join('、'),
          one.capacity,
          one.taken,
          one.waiting,
          one.attendance ?? (one.came || null),
        ],
        ...[w.states[stateOf(one, now)], one.about, tokyoDate(one.changed_at), address(visit, one)],
        one.picture && pictureAddress(one.picture, visit.hub.origin),
      ]);
  }
  return csvReply('events.csv', w.columns, rows());
}

/** One event as programs read it. */
export function eventJson(visit: Visit, one: ListedEvent) {
  return {
    id: shortId(one.id),
    series: one.series_id && shortId(one.series_id),
    title: one.title,
    about: one.about,
    host: { id: shortId(one.host_id), name: one.host_name, kind: one.host_kind },
    from: tokyoDateTime(one.starts_at),
    to: tokyoDateTime(one.ends_at),
    place: one.place,
    address: one.address,
    district: one.district || null,
    point: one.lat === null ? null : { latitude: one.lat, longitude: one.lng },
    online: one.is_online,
    fee: one.fee,
    feeNote: one.fee_note,
    audience: one.audience,
    audienceNote: one.audience_note,
    fields: one.fields,
    tags: one.tags,
    access: one.access,
    accessNote: one.access_note,
    contact: one.contact,
    places: one.capacity,
    registered: one.taken,
    waiting: one.waiting,
    attendance: one.attendance ?? (one.came || null),
    state: stateOf(one, visit.now),
    version: one.version,
    changedAt: one.changed_at,
    picture: pictureData(one.picture, visit.hub.origin),
    url: address(visit, one),
  };
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of listed(visit)) yield batch.map((one) => eventJson(visit, one));
  }
  return jsonReply({ kind: 'events' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const events = await visit.read((db) =>
    newestEvents(
      db,
      filterOf((name) => visit.query(name)),
      NEWEST,
    ),
  );
  return atomReply({
    href: `${hub.origin}/events`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: events[0]?.published_at ?? now,
    entries: events.map((event) => ({
      href: address(visit, event),
      title: event.title,
      author: event.host_name,
      at: event.published_at,
      summary: [whenText(event, lang), event.place, event.about].filter((text) => text !== '').join(' '),
      ...feedPicture(event.picture, hub.origin),
    })),
  });
}

function frame({ hub, lang, now }: Visit) {
  return { origin: hub.origin, lang: htmlLang(lang), now };
}

/** Of a field, a tag, whoever holds them, or all: as the address says. */
async function calendar(visit: Visit): Promise<Reply> {
  const filter = { ...filterOf((name) => visit.query(name)), when: 'coming' as const, after: null, limit: MOST_DATES };
  const { events } = await visit.read((db) => listedEvents(db, filter, visit.now));
  const { hub, lang } = visit;
  const [of] = filter.hostId ? events : [];
  const name = [words(lang).list.title, of?.host_name ?? (filter.tag ? `#${filter.tag}` : ''), hub.name[lang]]
    .filter(Boolean)
    .join(' ');
  return icsReply({ ...frame(visit), name, dates: events.map(dateOf) });
}

async function oneDate(visit: Visit): Promise<Reply> {
  const event = await eventIn(visit);
  return icsReply({ ...frame(visit), name: event.title, dates: [dateOf(event)] });
}

const serves = ['F1.1', 'F1.2'];

export const exportRoutes: readonly Route[] = [
  get('/events.csv', 'public', serves, csv),
  get('/events.json', 'public', serves, json),
  get('/events.atom', 'public', serves, feed),
  get('/events.ics', 'public', serves, calendar),
  get('/events/:ref/calendar.ics', 'public', serves, oneDate),
];

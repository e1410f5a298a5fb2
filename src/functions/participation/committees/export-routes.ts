/** F9.9, P4: committees as data, their sittings as table, feed and calendar. */

import ical, { ICalEventStatus } from 'ical-generator';
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { download, type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { committeePath, sittingPath } from './addresses.ts';
import { idIn } from './page-parts.ts';
import {
  type Committee,
  listedCommittees,
  newestSittings,
  type Sitting,
  sittingById,
  sittingsAfter,
  sittingsFrom,
} from './queries.ts';
import { stateOf } from './rules.ts';
import { sittingTitle } from './views/sitting.ts';
import { words } from './words.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
const BATCH = 200;

const address = (visit: Visit, sitting: Sitting) => visit.hub.origin + sittingPath(sitting.id);

async function* everySitting(visit: Visit): AsyncGenerator<Sitting[]> {
  let after: string | null = null;
  for (;;) {
    const batch: Sitting[] = await visit.read((db) => sittingsAfter(db, after, BATCH));
    yield batch;
    after = batch.at(-1)?.id ?? null;
    if (batch.length < BATCH) return;
  }
}

async function csv(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const w = words(lang);
  async function* rows() {
    for await (const batch of everySitting(visit))
      yield batch.map((one) => [
        shortId(one.id),
        one.committee_name,
        one.number,
        tokyoDateTime(one.starts_at),
        tokyoDateTime(one.ends_at),
        one.place,
        one.closed_reason === '',
        one.observer_places,
        one.observer_count,
        one.minutes_due_on,
        w.states[stateOf(one, now)],
        address(visit, one),
      ]);
  }
  return csvReply('sittings.csv', w.columns, rows());
}

async function sittingsJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of everySitting(visit))
      yield batch.map((one) => ({
        id: shortId(one.id),
        committee: { id: shortId(one.committee_id), name: one.committee_name },
        number: one.number,
        from: tokyoDateTime(one.starts_at),
        to: tokyoDateTime(one.ends_at),
        place: one.place,
        agenda: one.agenda,
        closedBecause: one.closed_reason || null,
        observers: { places: one.observer_places, asked: one.observer_count },
        minutesDue: one.minutes_due_on,
        state: stateOf(one, visit.now),
        url: address(visit, one),
      }));
  }
  return jsonReply({ kind: 'sittings' }, items());
}

async function* committees(visit: Visit): AsyncGenerator<Committee[]> {
  let before: string | null = null;
  for (;;) {
    const found: { committees: Committee[]; more: boolean } = await visit.read((db) =>
      listedCommittees(db, before, BATCH),
    );
    yield found.committees;
    before = found.committees.at(-1)?.id ?? null;
    if (!found.more) return;
  }
}

async function committeesCsv(visit: Visit): Promise<Reply> {
  async function* rows() {
    for await (const batch of committees(visit))
      yield batch.map((one) => [
        shortId(one.id),
        one.name,
        one.basis,
        one.division_name,
        one.contact,
        one.women,
        one.under_forty,
        one.counted_on,
        one.minutes_days,
        tokyoDate(one.set_up_at),
        visit.hub.origin + encodeURI(committeePath(one)),
      ]);
  }
  return csvReply('committees.csv', words(visit.lang).committeeColumns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const batch of committees(visit))
      yield batch.map((one) => ({
        id: shortId(one.id),
        name: one.name,
        about: one.about,
        basis: one.basis,
        division: { id: shortId(one.division_id), name: one.division_name },
        contact: one.contact,
        stated: one.counted_on && { women: one.women, underForty: one.under_forty, countedOn: one.counted_on },
        minutesWithinDays: one.minutes_days,
        setUpOn: tokyoDate(one.set_up_at),
        url: visit.hub.origin + encodeURI(committeePath(one)),
      }));
  }
  return jsonReply({ kind: 'committees' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url, now } = visit;
  const sittings = await visit.read((db) => newestSittings(db, 30));
  return atomReply({
    href: `${hub.origin}/committees`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).list.title} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: sittings[0]?.called_at ?? now,
    entries: sittings.map((one) => ({
      href: address(visit, one),
      title: sittingTitle(one, lang),
      author: one.division_name,
      at: one.called_at,
      summary: `${tokyoDateTime(one.starts_at)} ${one.place}`,
    })),
  });
}

function calendarOf(visit: Visit, sittings: readonly Sitting[], name: string): string {
  const { hub, lang, now } = visit;
  const language = lang === 'en' ? 'EN' : 'JA';
  const calendar = ical({ name, prodId: { company: 'Minna', product: 'Minna', language }, ttl: 3600 });
  for (const one of sittings)
    calendar.createEvent({
      // The same as in the calendar of everything: who has subscribed to both sees it once.
      id: `sitting-${shortId(one.id)}@${new URL(hub.origin).host}`,
      stamp: now,
      start: one.starts_at,
      end: one.ends_at,
      sequence: one.version - 1,
      summary: sittingTitle(one, lang),
      location: one.place,
      description: [...one.agenda, address(visit, one)].join('\n'),
      url: address(visit, one),
      status: one.cancelled_at ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

async function calendar(visit: Visit): Promise<Reply> {
  const { hub, lang, now } = visit;
  const sittings = await visit.read((db) => sittingsFrom(db, now, null, BATCH));
  return text(calendarOf(visit, sittings, `${words(lang).list.title} ${hub.name[lang]}`), CALENDAR);
}

async function oneDate(visit: Visit): Promise<Reply> {
  const sitting = await visit.read((db) => sittingById(db, idIn(visit)));
  return download(calendarOf(visit, [sitting], sittingTitle(sitting, visit.lang)), CALENDAR, 'sitting.ics');
}

export const exportRoutes: readonly Route[] = [
  get('/sittings.csv', 'public', ['F9.9'], csv),
  get('/sittings.json', 'public', ['F9.9'], sittingsJson),
  get('/committees.csv', 'public', ['F9.9'], committeesCsv),
  get('/committees.json', 'public', ['F9.9'], json),
  get('/committees.atom', 'public', ['F9.9'], feed),
  get('/committees.ics', 'public', ['F9.9'], calendar),
  get('/sittings/:ref/calendar.ics', 'public', ['F9.9'], oneDate),
];

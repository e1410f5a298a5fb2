/** The front page, what happened, and where the data is. */

import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { eventLine } from '#commons/happenings/index.ts';
import { isOpen, page, personalIn } from '#commons/hubs/index.ts';
import { moderates } from '#commons/moderation/index.ts';
import { endOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { json, type Reply } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { pager } from '#ui/pager.ts';
import { newestAnswers } from '../answers/index.ts';
import { nextMeetings } from '../meetings/index.ts';
import { openPlans } from '../plans/index.ts';
import { nextChange, recentRounds } from '../rounds/index.ts';
import { frontFigures, happened, openDebates } from './queries.ts';
import { activitiesBand } from './views/activities-band.ts';
import { eventList, homePage } from './views/home.ts';
import { officesBand, officesOf } from './views/offices.ts';
import { quietHome } from './views/quiet-home.ts';
import { words } from './words.ts';

const EVENTS_A_PAGE = 30;

type Shown = Awaited<ReturnType<typeof happened>>[number];

function bandOf({ hub, lang }: Visit) {
  return isOpen(hub, 'information') ? activitiesBand(lang, isOpen(hub, 'registration')) : null;
}

async function quiet(visit: Visit): Promise<Reply> {
  const events = await visit.read((db) => happened(db, null, 6));
  visit.tag('activity');
  const town = visit.hub.town[visit.lang];
  return page(visit, {
    title: visit.hub.name[visit.lang],
    description: words(visit.lang).home.quietLead(town),
    place: 'home',
    layout: 'wide',
    main: html`${quietHome({ lang: visit.lang, town, events, activities: bandOf(visit) })}${officesPart(visit)}`,
  });
}

/** The page is kept for everybody; this part of it is the reader's own. */
function officesPart(visit: Visit): Html {
  const { hub, lang } = visit;
  const moderating = visit.ownRead((db, reader) => moderates(db, hub, reader));
  return personalIn(visit).each(
    (own) => officesOf(own.reader, hub.secretariatId, own.of(moderating) ?? false),
    (state) => officesBand(state, hub, lang),
  );
}

async function home(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  if (!isOpen(visit.hub, 'participation')) return quiet(visit);
  const [rounds, debates, events, figures, answers, plans, meetings] = await visit.read((db) =>
    Promise.all([
      recentRounds(db, now, 8),
      openDebates(db, now, 6),
      happened(db, null, 6),
      frontFigures(db, now),
      newestAnswers(db, { kind: '', divisionId: '', before: null, limit: 5 }),
      openPlans(db, now, 3),
      nextMeetings(visit, db, 3),
    ]),
  );
  visit.tag(
    'rounds',
    'proposals',
    'answers',
    'plans',
    'activity',
    ...rounds.map((round) => `round:${round.id}`),
    ...debates.map((debate) => `debate:${debate.id}`),
  );
  visit.expiresAt(endOfTokyoDay(tokyoDate(now)));
  for (const round of rounds) {
    const change = nextChange(round, now);
    if (change) visit.expiresAt(change);
  }
  for (const { open_until } of plans) if (open_until) visit.expiresAt(open_until);
  const offices = officesPart(visit);
  const w = words(lang).home;
  const hubName = visit.hub.name[lang];
  const town = visit.hub.town[lang];
  return page(visit, {
    title: hubName,
    description: w.lead(town),
    place: 'home',
    layout: 'wide',
    main: homePage({
      lang,
      now,
      town,
      rounds,
      debates,
      events,
      figures,
      answers: answers.answers,
      plans,
      meetings,
      activities: bandOf(visit),
      offices,
    }),
    dataLinks: [{ href: '/activity.atom', text: 'Atom', type: 'application/atom+xml' }],
  });
}

function beforeOf(visit: Visit): string | null {
  const before = visit.query('before');
  return isUuid(before) ? before : null;
}

async function activity(visit: Visit): Promise<Reply> {
  const events = await visit.read((db) => happened(db, beforeOf(visit), EVENTS_A_PAGE));
  const w = words(visit.lang).activity;
  visit.tag('activity');
  const last = events.length === EVENTS_A_PAGE ? events.at(-1) : undefined;
  return page(visit, {
    title: w.title,
    place: 'activity',
    main: html`${pageHead({ title: w.title, lead: w.lead })}${eventList(events, visit.lang, 2)}${pager({
      label: w.pages,
      ...(last ? { next: { href: `/activity?before=${last.id}`, text: w.next } } : {}),
    })}`,
    dataLinks: [
      { href: '/activity.csv', text: 'CSV', type: 'text/csv' },
      { href: '/activity.json', text: 'JSON', type: 'application/json' },
      { href: '/activity.atom', text: 'Atom', type: 'application/atom+xml' },
    ],
  });
}

function eventData({ id, at, verb, object_kind, object_id, actor_id, actor_name, public: facts }: Shown) {
  return {
    id,
    at,
    verb,
    object: { kind: object_kind, id: object_id },
    actor: actor_id ? { id: actor_id, name: actor_name } : null,
    ...facts,
  };
}

async function activityJson(visit: Visit): Promise<Reply> {
  const events = await visit.read((db) => happened(db, beforeOf(visit), 100));
  const last = events.length === 100 ? events.at(-1) : undefined;
  return json({
    licence: 'CC BY 4.0',
    items: events.map(eventData),
    next: last ? `${visit.hub.origin}/activity.json?before=${last.id}` : null,
  });
}

const BATCH = 500;

/** Everything that happened, the newest first. */
async function* everything(visit: Visit): AsyncGenerator<Shown[]> {
  let before: string | null = null;
  for (;;) {
    const events: Shown[] = await visit.read((db) => happened(db, before, BATCH));
    yield events;
    before = events.at(-1)?.id ?? null;
    if (events.length < BATCH) return;
  }
}

async function activityCsv(visit: Visit): Promise<Reply> {
  const { hub, lang } = visit;
  async function* rows() {
    for await (const events of everything(visit))
      yield events.map((event) => {
        const line = eventLine(event, lang);
        const at = hub.origin + encodeURI(line.href ?? '/activity');
        return [event.id, event.at, line.title, line.text, event.actor_name, event.verb, at];
      });
  }
  return csvReply('activity.csv', words(lang).activity.columns, rows());
}

/** The same as JSON, whole; the list itself is given page by page. */
export async function wholeActivityJson(visit: Visit): Promise<Reply> {
  async function* items() {
    for await (const events of everything(visit)) yield events.map(eventData);
  }
  return jsonReply({ kind: 'activity' }, items());
}

async function activityFeed(visit: Visit): Promise<Reply> {
  const events = await visit.read((db) => happened(db, null, EVENTS_A_PAGE));
  return atomReply({
    href: `${visit.hub.origin}/activity`,
    self: `${visit.hub.origin}/activity.atom`,
    title: `${words(visit.lang).activity.title} ${visit.hub.name[visit.lang]}`,
    lang: htmlLang(visit.lang),
    updated: events[0]?.at ?? visit.now,
    entries: events.map((event) => {
      const line = eventLine(event, visit.lang);
      return {
        href: `${visit.hub.origin}${encodeURI(line.href ?? '/activity')}#e-${event.id}`,
        title: line.title,
        author: event.actor_name ?? visit.hub.name[visit.lang],
        at: event.at,
        summary: line.text,
      };
    }),
  });
}

export const routes: readonly Route[] = [
  get('/', 'public', ['F9.4', 'F9.7'], home, { cached: true, framed: true }),
  get('/activity', 'public', ['F9.8'], activity, { cached: true, framed: true }),
  get('/activity.csv', 'public', ['F9.8'], activityCsv),
  get('/activity.json', 'public', ['F9.8'], activityJson),
  get('/activity.atom', 'public', ['F9.8'], activityFeed),
];

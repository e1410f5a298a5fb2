/** F9.2, P4: exactly the list one sees as CSV, JSON and feed; all meetings to come as a calendar; what was said in one. */
import { atomReply } from '#channels/feeds/atom.ts';
import { csvReply, jsonReply } from '#channels/open-data/csv.ts';
import { opinionHref } from '#commons/discussion/index.ts';
import { filesData, filesOf } from '#commons/files/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { tokyoDate, tokyoDateTime } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { htmlLang } from '#kernel/lang.ts';
import { get, type Route } from '#kernel/module.ts';
import { download, type Reply, text } from '#kernel/web/reply.ts';
import type { Visit } from '#kernel/web/visit.ts';
import { meetingPath } from './addresses.ts';
import { calendarOf } from './calendar.ts';
import { allSaid, type SaidInHall } from './hall-queries.ts';
import { hallWords } from './hall-words.ts';
import { filterOf } from './list-filter.ts';
import { named } from './page-parts.ts';
import { allMeetings, type ListedMeeting, listedMeetings, newestMeetings } from './queries.ts';
import { stateOf } from './rules.ts';
import { topicOf, whenText } from './views/pieces.ts';
import { words } from './words.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
const MOST_DATES = 200;
const NEWEST = 30;

function address(visit: Visit, meeting: { id: string; title: string }): string {
  return visit.hub.origin + encodeURI(meetingPath(meeting));
}

/** `when=all`: those to come, then those that were. */
export async function* listed(visit: Visit): AsyncGenerator<ListedMeeting[]> {
  const filter = filterOf((name) => visit.query(name));
  const whens = visit.query('when') === 'all' ? (['coming', 'past'] as const) : [filter.when];
  for (const when of whens) yield* allMeetings((work) => visit.read(work), { ...filter, when }, visit.now);
}

async function csv(visit: Visit): Promise<Reply> {
  const { lang, now } = visit;
  const w = words(lang);
  async function* rows() {
    for await (const batch of listed(visit))
      yield batch.map((one) => [
        shortId(one.id),
        one.title,
        one.host_name,
        kindWord(lang, one.host_kind),
        tokyoDateTime(one.starts_at),
        tokyoDateTime(one.ends_at),
        one.place,
        one.address,
        w.show.stepFreeWords[one.step_free],
        one.captions,
        one.sign_language,
        one.note_taking,
        topicOf(one, lang).text,
        w.states[stateOf(one, now)],
        one.attendance,
        one.saying_count,
        address(visit, one),
      ]);
  }
  return csvReply('meetings.csv', w.columns, rows());
}

async function json(visit: Visit): Promise<Reply> {
  const { lang, now, hub } = visit;
  async function* items() {
    for await (const batch of listed(visit)) {
      const materials = await visit.read((db) =>
        filesOf(
          db,
          'meeting',
          batch.map(({ id }) => ({ id })),
        ),
      );
      yield batch.map((one) => ({
        id: shortId(one.id),
        title: one.title,
        about: one.about,
        host: { id: shortId(one.host_id), name: one.host_name, kind: one.host_kind },
        from: tokyoDateTime(one.starts_at),
        to: tokyoDateTime(one.ends_at),
        place: one.place,
        address: one.address,
        access: {
          stepFree: one.step_free,
          captions: one.captions,
          signLanguage: one.sign_language,
          noteTaking: one.note_taking,
        },
        topic: { ...topicOf(one, lang), href: hub.origin + encodeURI(topicOf(one, lang).href) },
        state: stateOf(one, now),
        attendance: one.attendance,
        said: one.saying_count,
        minutes: one.minutes_version > 0 ? `${address(visit, one)}#minutes` : null,
        materials: filesData(materials.get(one.id) ?? [], hub.origin),
        url: address(visit, one),
      }));
    }
  }
  return jsonReply({ kind: 'meetings' }, items());
}

async function feed(visit: Visit): Promise<Reply> {
  const { hub, lang, url } = visit;
  const meetings = await visit.read((db) => newestMeetings(db, NEWEST));
  return atomReply({
    href: `${hub.origin}/meetings`,
    self: hub.origin + url.pathname + url.search,
    title: `${words(lang).feedTitle} ${hub.name[lang]}`,
    lang: htmlLang(lang),
    updated: meetings[0]?.called_at ?? visit.now,
    entries: meetings.map((meeting) => ({
      href: address(visit, meeting),
      title: meeting.title,
      author: meeting.host_name,
      at: meeting.called_at,
      summary: `${whenText(meeting, lang)} ${meeting.place}`,
    })),
  });
}

async function calendar(visit: Visit): Promise<Reply> {
  const { lang, now, hub } = visit;
  const filter = { ...filterOf((name) => visit.query(name)), when: 'coming' as const, after: null, limit: MOST_DATES };
  const { meetings } = await visit.read((db) => listedMeetings(db, filter, now));
  const name = `${words(lang).feedTitle} ${hub.name[lang]}`;
  return text(calendarOf(meetings, { hub, lang, now, name }), CALENDAR);
}

async function oneDate(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  const { lang, now, hub } = visit;
  return download(calendarOf([meeting], { hub, lang, now, name: meeting.title }), CALENDAR, 'meeting.ics');
}

type State = 'visible' | 'withdrawn' | 'hidden';

function saidState(said: SaidInHall): State {
  return said.withdrawn_at ? 'withdrawn' : said.hidden_at ? 'hidden' : 'visible';
}

async function sayingsCsv(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  const { lang, hub } = visit;
  const w = hallWords(lang);
  async function* rows() {
    for await (const batch of allSaid((work) => visit.read(work), meeting.id))
      yield batch.map((said) => [
        said.number,
        w.screen.kinds[said.kind === 'question' ? 'question' : 'opinion'],
        said.debate_title,
        said.spoken_as === 'participant' ? w.screen.participant : said.actor_name,
        w.export.names[said.spoken_as],
        said.body,
        said.hall_agree,
        said.hall_disagree,
        said.hall_pass,
        tokyoDate(said.said_at),
        w.export.states[saidState(said)],
        hub.origin + opinionHref(said.id),
      ]);
  }
  return csvReply('sayings.csv', w.export.columns, rows());
}

async function sayingsJson(visit: Visit): Promise<Reply> {
  const meeting = await named(visit);
  const { origin } = visit.hub;
  async function* items() {
    for await (const batch of allSaid((work) => visit.read(work), meeting.id))
      yield batch.map((said) => ({
        id: shortId(said.id),
        number: said.number,
        kind: said.kind,
        state: saidState(said),
        body: said.body,
        debate: { id: shortId(said.debate_id), title: said.debate_title },
        speaker:
          said.spoken_as === 'participant'
            ? null
            : { id: shortId(said.actor_id), name: said.actor_name, confirmed: said.spoken_as === 'confirmed' },
        hands:
          said.hall_agree === null
            ? null
            : { agree: said.hall_agree, disagree: said.hall_disagree, pass: said.hall_pass },
        date: tokyoDate(said.said_at),
        url: origin + opinionHref(said.id),
      }));
  }
  const { id, title } = meeting;
  return jsonReply({ kind: 'sayings', meeting: { id: shortId(id), title, url: address(visit, meeting) } }, items());
}

export const exportRoutes: readonly Route[] = [
  get('/meetings.csv', 'public', ['F9.2'], csv),
  get('/meetings.json', 'public', ['F9.2'], json),
  get('/meetings.atom', 'public', ['F9.2'], feed),
  get('/meetings.ics', 'public', ['F9.2'], calendar),
  get('/meetings/:ref/calendar.ics', 'public', ['F9.2'], oneDate),
  get('/meetings/:ref/sayings.csv', 'public', ['F9.2'], sayingsCsv),
  get('/meetings/:ref/sayings.json', 'public', ['F9.2'], sayingsJson),
];

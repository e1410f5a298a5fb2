/** F9.2 The meetings of other things, on their pages: at most one statement each, tagged and expiring with what it shows. */
import type { Db } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { Html } from '#ui/html.ts';
import { queryOf } from './list-filter.ts';
import { comingMeetings, type ListedMeeting, meetingsOfDebate, meetingsOfDebates, meetingsOfRound } from './queries.ts';
import { nextChange } from './rules.ts';
import { meetingSection } from './views/section.ts';

const ALL = { when: 'coming', q: '', roundId: null, debateId: null } as const;

function shown(visit: Visit, meetings: readonly ListedMeeting[]): void {
  visit.tag('meetings');
  for (const meeting of meetings) {
    const change = nextChange(meeting, visit.now);
    if (change) visit.expiresAt(change);
  }
}

/** On a round's page. */
export async function meetingsOnRound(visit: Visit, db: Db, roundId: string): Promise<Html> {
  const meetings = await meetingsOfRound(db, roundId);
  shown(visit, meetings);
  const { lang, now } = visit;
  return meetingSection({
    lang,
    now,
    meetings,
    all: `/meetings${queryOf({ ...ALL, roundId, when: whenFor(meetings, now) })}`,
    call: `/meetings/new?round=${shortId(roundId)}`,
  });
}

/** On the page of a plan: the meetings on all its stages; `open` is the debate on which one can be called now. */
export async function meetingsOnDebates(
  visit: Visit,
  db: Db,
  debateIds: readonly string[],
  open: string | null,
): Promise<Html> {
  const meetings = await meetingsOfDebates(db, debateIds);
  shown(visit, meetings);
  const { lang, now } = visit;
  return meetingSection({
    lang,
    now,
    meetings,
    all: `/meetings${open === null ? '' : queryOf({ ...ALL, debateId: open, when: whenFor(meetings, now) })}`,
    ...(open === null ? {} : { call: `/meetings/new?debate=${shortId(open)}` }),
  });
}

/** On the page of a proposal, or of another debate; the page knows whether there is still something to meet about. */
export async function meetingsOnDebate(
  visit: Visit,
  db: Db,
  debateId: string,
): Promise<(mayBeCalled: boolean) => Html> {
  const meetings = await meetingsOfDebate(db, debateId, visit.now);
  shown(visit, meetings);
  const { lang, now } = visit;
  const all = `/meetings${queryOf({ ...ALL, debateId, when: whenFor(meetings, now) })}`;
  const call = `/meetings/new?debate=${shortId(debateId)}`;
  return (mayBeCalled) => meetingSection({ lang, now, meetings, all, ...(mayBeCalled ? { call } : {}) });
}

function whenFor(meetings: readonly ListedMeeting[], now: Date) {
  return meetings.length > 0 && meetings.every((one) => one.ends_at <= now) ? 'past' : 'coming';
}

/** On the front page: the next ones; null where none is planned. */
export async function nextMeetings(visit: Visit, db: Db, limit: number): Promise<Html | null> {
  const meetings = await comingMeetings(db, visit.now, limit);
  shown(visit, meetings);
  const { lang, now } = visit;
  return meetings.length === 0 ? null : meetingSection({ lang, now, meetings, all: '/meetings' });
}

/** F9.2 What an act on a meeting needs to know of it. */
import type { Reader } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { MeetingFacts } from './meeting.ts';
import { notFound } from './refusing.ts';

export interface HeldMeeting extends MeetingFacts {
  id: string;
  title: string;
  place: string;
  round_id: string | null;
  debate_id: string | null;
  voice_id: string;
  version: number;
  minutes_version: number;
  /** the reader asking writes down what is said */
  appointed: boolean;
}

const COLUMNS = `m.id, m.title, m.place, m.host_id, m.starts_at, m.ends_at, m.cancelled_at, m.round_id, m.debate_id, m.voice_id,
  m.version, m.minutes_version,
  exists (select 1 from meeting_scribes s where s.hub_id = m.hub_id and s.meeting_id = m.id and s.person_id = $2
    and s.ended_at is null) as appointed`;

/** `lock`: held against a second change until the act is done. @throws Refusal 'not-found' */
export async function heldMeeting(
  db: Db,
  id: string,
  reader: Pick<Reader, 'person'> | null,
  lock: '' | 'for update' | 'for share' = '',
): Promise<HeldMeeting> {
  const [meeting] = await run<HeldMeeting>(
    db,
    `select ${COLUMNS} from meetings m where m.id = $1${lock === '' ? '' : ` ${lock} of m`}`,
    [id, reader?.person.id ?? null],
  );
  if (!meeting) throw notFound();
  return meeting;
}

/** Tags of the pages that show a meeting: lists and what it is about by the first one. */
export function meetingTags(id: string): string[] {
  return ['meetings', `meeting:${id}`];
}

/** What every public event of a meeting tells. */
export function publicFacts(meeting: { id: string; title: string; round_id: string | null; debate_id: string | null }) {
  return {
    title: meeting.title,
    meetingId: meeting.id,
    ...(meeting.round_id ? { roundId: meeting.round_id } : {}),
    ...(meeting.debate_id ? { debateId: meeting.debate_id } : {}),
  };
}

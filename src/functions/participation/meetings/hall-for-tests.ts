/** A meeting on 15 November 2026, 19:00 to 20:30, about the test town's round, with its host, its scribe and a proposal. */
import { debateById, type EntryKind } from '#commons/discussion/index.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { randomId, uuidv7 } from '#kernel/ids.ts';
import type { TestTown } from '#test/support/town.ts';
import { appointScribe } from './appoint-scribe.ts';
import { callMeeting } from './call-meeting.ts';
import { sayInHall } from './say-in-hall.ts';

export const HELD_ON = '2026-11-15';

export interface Hall {
  host: Reader;
  scribe: Reader;
  citizen: Reader;
  meetingId: string;
  debateId: string;
}

export function meetingTyped(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: '通院のバスを話す夕べ',
    about: '',
    date: HELD_ON,
    from: '11:00',
    to: '12:30',
    place: '東地区公民館',
    address: '',
    stepFree: 'yes',
    agenda: '今の便\n増やす時間',
    ...more,
  };
}

/** A debate of the round, as publishing a proposal makes one. */
export async function debateOfRound(town: TestTown, title: string): Promise<string> {
  const id = uuidv7(town.now());
  await town.hubwise.write(town.hub.id, (db) =>
    run(
      db,
      `insert into debates (hub_id, id, kind, title, round_id, opens_at, closes_at, created_at)
       select hub_id, $2, 'proposal', $3, id, debating_at, drafting_at, $4 from rounds where id = $1`,
      [town.roundId, id, title, town.now()],
    ),
  );
  return id;
}

/** The clock stands at noon of the day of the meeting, in the middle of it. */
export async function hallOf(town: TestTown): Promise<Hall> {
  town.today('2026-11-02');
  const [host, scribe, citizen] = await Promise.all([
    town.person('とくさん'),
    town.person('書記のゆう'),
    town.person('ことね'),
  ]);
  const debateId = await debateOfRound(town, '市内バスを通院の時間に合わせる');
  const meeting = await town.perform(host, callMeeting, meetingTyped({ topic: `round:${town.roundId}` }));
  await town.perform(host, appointScribe, { id: meeting.id, name: '書記のゆう' });
  town.today(HELD_ON);
  return { host, scribe, citizen, meetingId: meeting.id, debateId };
}

/** Something said; gives its opinion's id and its entry. */
export async function heard(
  town: TestTown,
  hall: Hall,
  body: string,
  more: { speaker?: string; kind?: EntryKind; entry?: string; by?: Reader } = {},
): Promise<{ id: string; entry: string; number: number }> {
  return town.perform(more.by ?? hall.scribe, sayInHall, {
    meetingId: hall.meetingId,
    entry: more.entry ?? randomId(),
    debateId: hall.debateId,
    kind: more.kind ?? 'opinion',
    body,
    speaker: more.speaker ?? '',
  });
}

export async function votable(town: TestTown, debateId: string): Promise<number> {
  return (await town.read((db) => debateById(db, debateId)))!.votable_count;
}

/** F9.2 The meetings of the demo town: called, moved, held, written down by their scribes, and minuted. */
import { insertVotes, recountDebate } from '#commons/discussion/bulk-insert.ts';
import { appointScribe } from '#functions/participation/meetings/appoint-scribe.ts';
import { callMeeting } from '#functions/participation/meetings/call-meeting.ts';
import { changeMeeting } from '#functions/participation/meetings/change-meeting.ts';
import { correctSaying, countHands, takeBackSaying } from '#functions/participation/meetings/change-saying.ts';
import { addMaterial } from '#functions/participation/meetings/materials.ts';
import { recordAttendance } from '#functions/participation/meetings/record-attendance.ts';
import { sayInHall } from '#functions/participation/meetings/say-in-hall.ts';
import { confirmName, contestName } from '#functions/participation/meetings/settle-name.ts';
import { publishMinutes } from '#functions/participation/meetings/write-minutes.ts';
import type { Reader } from '#kernel/context.ts';
import { addDays } from '#kernel/dates.ts';
import { type DemoMeeting, type DemoSaying, meetings } from './content/meetings.ts';
import type { CastMember } from './content/types.ts';
import { chance, idFor } from './seeded.ts';
import type { Story } from './story.ts';
import { keptTable } from './tell-attachments.ts';
import { moment } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Said {
  id: string;
  debateId: string;
  at: Date;
  /** whoever spoke doesn't vote on it */
  by?: string | undefined;
}

/** `debates`: of the round being debated, by the keys of its discussions. */
export async function tellMeetings(
  story: Story,
  roundId: string,
  debates: ReadonlyMap<string, string>,
  cast: readonly CastMember[],
): Promise<void> {
  const told = meetings.map((meeting) => ({ meeting, calledAt: calledAt(story, meeting) }));
  told.sort((a, b) => a.calledAt.getTime() - b.calledAt.getTime());
  const said: Said[] = [];
  for (const one of told) said.push(...(await tellMeeting(story, one.meeting, roundId, debates)));
  await tellVotes(story, said, cast);
}

function calledAt(story: Story, meeting: DemoMeeting): Date {
  return moment(addDays(story.today, meeting.day - meeting.calledDaysBefore), 9.5);
}

function typed(story: Story, meeting: DemoMeeting, day: number, place: string): Record<string, unknown> {
  const { title, about, from, to, address, stepFree, accessNote = '', contact, aids = [] } = meeting;
  const yes = Object.fromEntries(aids.map((aid) => [aid, 'yes']));
  const agenda = meeting.agenda.join('\n');
  return {
    title,
    about,
    date: addDays(story.today, day),
    from,
    to,
    place,
    address,
    stepFree,
    ...yes,
    accessNote,
    contact,
    agenda,
  };
}

/** One meeting, from its call to its minutes; gives the opinions that were entered in the hall. */
export async function tellMeeting(
  story: Story,
  meeting: DemoMeeting,
  roundId: string,
  debates: ReadonlyMap<string, string>,
): Promise<Said[]> {
  const host = story.speaker(meeting.host);
  const { day, place } = meeting.moved?.from ?? meeting;
  const topic = meeting.on ? `debate:${debates.get(meeting.on)}` : `round:${roundId}`;
  const at = calledAt(story, meeting);
  const { id } = await story.tell(at, host, callMeeting, { ...typed(story, meeting, day, place), topic });
  if (meeting.moved) {
    const { daysBefore, reason } = meeting.moved;
    const movedAt = moment(addDays(story.today, meeting.day - daysBefore), 12.2);
    const input = { ...typed(story, meeting, meeting.day, meeting.place), id, version: 1, reason };
    await story.tell(movedAt, host, changeMeeting, input);
  }
  if (meeting.scribe)
    await story.tell(later(at, 2), host, appointScribe, { id, name: story.actor(meeting.scribe).name });
  const ends = moment(addDays(story.today, meeting.day), hours(meeting.to));
  if (ends > story.now) return [];
  return tellHeld(story, meeting, { id, host, ends, debates });
}

interface Held {
  id: string;
  host: Reader;
  ends: Date;
  debates: ReadonlyMap<string, string>;
}

async function tellHeld(story: Story, meeting: DemoMeeting, held: Held): Promise<Said[]> {
  const { id, host, ends } = held;
  const begins = moment(addDays(story.today, meeting.day), hours(meeting.from));
  const sayings = meeting.sayings ?? [];
  const said: Said[] = [];
  for (const [index, saying] of sayings.entries()) {
    const part = (index + 0.5 + 0.4 * chance(`${meeting.key}:${index}`)) / (sayings.length + 1);
    const at = new Date(begins.getTime() + part * (ends.getTime() - begins.getTime()));
    const one = await tellSaying(story, { meeting, held, saying, index, at });
    if (one) said.push(one);
  }
  if (meeting.people !== undefined)
    await story.tell(ends, host, recordAttendance, { id, people: String(meeting.people) });
  if (meeting.material) {
    const { title, table } = meeting.material;
    const fileId = await keptTable(story, ends, host, title, table);
    await story.tell(ends, host, addMaterial, { id, fileId, label: title });
  }
  if (meeting.minutes) {
    const { text, correction } = meeting.minutes;
    await story.tell(soon(story, ends, 1), host, publishMinutes, { id, body: text, saves: 0 });
    if (correction)
      await story.tell(soon(story, ends, 40), host, publishMinutes, {
        id,
        body: correction.text,
        changed: correction.changed,
        saves: 0,
      });
  }
  return said;
}

interface Saying {
  meeting: DemoMeeting;
  held: Held;
  saying: DemoSaying;
  index: number;
  at: Date;
}

async function tellSaying(story: Story, { meeting, held, saying, index, at }: Saying): Promise<Said | null> {
  const scribe = story.speaker(meeting.scribe ?? meeting.host);
  const debateId = held.debates.get(saying.on)!;
  const which = { meetingId: held.id, entry: idFor(`entry:${meeting.key}:${index}`) };
  const { id } = await story.tell(at, scribe, sayInHall, {
    ...which,
    debateId,
    kind: saying.kind ?? 'opinion',
    body: saying.first ?? saying.text,
    speaker: saying.by ? story.actor(saying.by).name : '',
  });
  if (saying.first)
    await story.tell(later(at, 1 / 60), scribe, correctSaying, { ...which, body: saying.text, version: 1 });
  if (saying.hands) {
    const [agree, disagree, pass] = saying.hands.map(String);
    await story.tell(later(at, 2 / 60), scribe, countHands, { ...which, agree, disagree, pass });
  }
  if (saying.takenBack) {
    await story.tell(later(at, 3 / 60), scribe, takeBackSaying, { ...which, reason: saying.takenBack });
    return null;
  }
  if (saying.by && saying.named) {
    const by = story.speaker(saying.by);
    const then = soon(story, held.ends, 14);
    if (saying.named === 'confirmed') await story.tell(then, by, confirmName, { id });
    else await story.tell(then, by, contestName, { id, reason: saying.named.contested });
  }
  return saying.kind === 'question' ? null : { id, debateId, at, by: saying.by };
}

/** On the web they take votes as any opinion does. */
async function tellVotes(story: Story, said: readonly Said[], cast: readonly CastMember[]): Promise<void> {
  const persons = cast.filter(({ kind }) => kind === 'person');
  const votes = said.flatMap(({ id, at, by }, index) =>
    persons.flatMap(({ key }) => {
      const lot = `hall:${index}:${key}`;
      if (key === by || chance(`${lot}:turn`) > 0.45) return [];
      const drawn = chance(`${lot}:mood`);
      const stance = drawn < 0.62 ? 1 : drawn < 0.82 ? -1 : 0;
      const span = story.now.getTime() - at.getTime() - HOUR;
      const when = new Date(at.getTime() + Math.max(0, span) * chance(`${lot}:when`));
      return [{ opinionId: id, personId: story.actor(key).id, stance: stance as 1 | 0 | -1, at: when }];
    }),
  );
  await insertVotes(story.db, story.hub.id, votes);
  for (const debateId of new Set(said.map((one) => one.debateId))) {
    await recountDebate(story.db, story.hub.id, debateId);
  }
}

function hours(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour + minute / 60;
}

function later(at: Date, hoursLater: number): Date {
  return new Date(at.getTime() + hoursLater * HOUR);
}

/** Some hours after the meeting, but not after the town was loaded. */
function soon(story: Story, ends: Date, hoursLater: number): Date {
  return new Date(Math.min(later(ends, hoursLater).getTime(), story.now.getTime() - MINUTE));
}

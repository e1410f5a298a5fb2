/** F1.2: a meeting as a row of the national list of events. Cells of which nothing is known stay empty. Pure. */
import type { Hub } from '#kernel/context.ts';
import { tokyoDateTime } from '#kernel/dates.ts';
import { meetingPath } from './addresses.ts';
import { NATIONAL_EVENT_NOTES as NOTES } from './national-words.ts';
import type { ListedMeeting } from './queries.ts';

/** `number`: its place in the file, from 1 on. As many cells as there are columns. */
export function nationalEvent(
  meeting: ListedMeeting,
  number: number,
  hub: Pick<Hub, 'origin' | 'town'>,
): (string | number)[] {
  const [day, time] = tokyoDateTime(meeting.starts_at).split('T') as [string, string];
  const [lastDay, lastTime] = tokyoDateTime(meeting.ends_at).split('T') as [string, string];
  const notes = [
    meeting.cancelled_at ? NOTES.cancelled : '',
    meeting.step_free === 'yes' ? NOTES.stepFree : '',
    meeting.captions ? NOTES.captions : '',
    meeting.sign_language ? NOTES.signLanguage : '',
    meeting.note_taking ? NOTES.noteTaking : '',
  ];
  return [
    ...['', number, '', hub.town.ja, meeting.title, '', ''],
    ...[day, lastDay, time.slice(0, 5), lastTime.slice(0, 5), ''],
    ...[meeting.about, '', '', '', '', '', meeting.host_name],
    ...[meeting.place, meeting.address, '', '', '', '', '', '', '', '', ''],
    hub.origin + encodeURI(meetingPath(meeting)),
    notes.filter((note) => note !== '').join('、'),
  ];
}

/** F9.2 From what was typed to the columns of a meeting. */
import { gramsVector } from '#kernel/grams.ts';
import { Refusal, type RefusalItem } from '#kernel/refusal.ts';
import { AGENDA_LINE, type MeetingInput, MOST_AGENDA_ITEMS } from './meeting.ts';
import { type Times, timesOf } from './times.ts';

/** @throws Refusal with everything that is wrong, each at its field */
export function checkedTimes(input: MeetingInput, now: Date): Times {
  const items: RefusalItem[] = [];
  const read = timesOf(input, now);
  if ('problems' in read) items.push(...read.problems);
  if (input.agenda.length > MOST_AGENDA_ITEMS || input.agenda.some((one) => [...one].length > AGENDA_LINE))
    items.push({ code: 'agenda-too-long', field: 'agenda', facts: { items: MOST_AGENDA_ITEMS, max: AGENDA_LINE } });
  if (items.length > 0 || !('times' in read)) throw new Refusal('meetings', items);
  return read.times;
}

/** The columns that come from the form. */
export function columnsOf(input: MeetingInput, times: Times) {
  return {
    title: input.title,
    about: input.about,
    agenda: input.agenda,
    ...times,
    place: input.place,
    address: input.address,
    step_free: input.stepFree,
    captions: input.captions,
    sign_language: input.signLanguage,
    note_taking: input.noteTaking,
    access_note: input.accessNote,
    contact: input.contact,
    grams: gramsVector(`${input.title}\n${input.about}\n${input.agenda.join('\n')}\n${input.place}\n${input.address}`),
  };
}

/** What the journal commits to of a meeting. */
export function contentOf(input: MeetingInput, { starts_at, ends_at }: Times): Record<string, unknown> {
  const { title, about, agenda, place, address, stepFree, captions, signLanguage, noteTaking } = input;
  const access = { stepFree, captions, signLanguage, noteTaking, note: input.accessNote };
  return {
    title,
    about,
    agenda,
    from: starts_at.toISOString(),
    to: ends_at.toISOString(),
    place,
    address,
    access,
    contact: input.contact,
  };
}

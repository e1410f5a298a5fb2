/** F9.2, X9 Agenda and minutes of a meeting as a sheet, and its poster. Pure. */
import type { Block, Fact, Poster, Sheet, Words } from '#channels/pdf/index.ts';
import { kindWord } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { inBrackets, type Lang } from '#kernel/lang.ts';
import { printWords } from './print-words.ts';
import type { ShownMeeting } from './queries.ts';
import { aidsLine, topicOf, whenText } from './views/pieces.ts';
import { words } from './words.ts';

export interface PrintedMeetingProps {
  lang: Lang;
  origin: string;
  hubName: string;
  meeting: ShownMeeting;
}

const label = (text: string) => ({ label: text });
const fact = (name: string, ...values: Words[]): Fact => ({ label: label(name), values });

function printed({ lang, meeting }: PrintedMeetingProps, at: Date) {
  return {
    lang: 'ja' as const,
    labels: lang === 'en' ? ('en' as const) : ('ja' as const),
    title: meeting.title,
    date: at.toISOString(),
  };
}

function place({ place: name, address }: ShownMeeting): string[] {
  return address === '' ? [name] : [name, address];
}

function pageUrl({ origin, meeting }: PrintedMeetingProps): string {
  return `${origin}/meetings/${shortId(meeting.id)}`;
}

/** Before the meeting its agenda with room for notes; with public minutes, these. */
export function meetingSheet(props: PrintedMeetingProps): Sheet {
  const { lang, meeting } = props;
  const w = words(lang).show;
  const p = printWords(lang);
  const { minutes } = meeting;
  const contact = meeting.contact === '' ? [] : [fact(w.contact, meeting.contact)];
  const people =
    meeting.attendance === null ? [] : [fact(w.people, label(w.peopleNumber(formatNumber(meeting.attendance))))];
  return {
    ...printed(props, minutes?.published_at ?? meeting.called_at),
    look: 'sheet',
    above: label(`${props.hubName}　${minutes ? p.minutes : p.agenda}`),
    heading: meeting.title,
    lead: meeting.cancelled_at ? label(p.cancelled) : meeting.about,
    foot: meeting.title,
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact(w.date, label(whenText(meeting, lang, 'long'))),
          fact(w.place, ...place(meeting)),
          fact(w.host, inBrackets(meeting.host_name, kindWord(lang, meeting.host_kind), lang)),
          fact(w.topic, topicOf(meeting, lang).text),
          ...contact,
          ...people,
        ],
      },
      ...(meeting.agenda.length === 0 ? [] : [heading(p.agenda), { kind: 'steps' as const, items: meeting.agenda }]),
      ...(minutes ? minutesBlocks(minutes, lang) : notesBlocks(lang)),
      ...(meeting.saying_count === 0
        ? []
        : [heading(p.said), { kind: 'text' as const, text: label(p.saidText(formatNumber(meeting.saying_count))) }]),
      { kind: 'qr', url: pageUrl(props), text: label(p.page) },
    ],
  };
}

function heading(text: string): Block {
  return { kind: 'heading', level: 1, text: label(text) };
}

const NOTE_LINES = 9;

function notesBlocks(lang: Lang): Block[] {
  const p = printWords(lang);
  return [
    { kind: 'text', small: true, text: label(p.noMinutes) },
    { kind: 'lines', label: label(p.notes), hint: '', count: NOTE_LINES },
  ];
}

function minutesBlocks(minutes: NonNullable<ShownMeeting['minutes']>, lang: Lang): Block[] {
  const w = words(lang).show;
  const on = formatDate(tokyoDate(minutes.published_at), lang);
  return [
    heading(printWords(lang).minutes),
    { kind: 'text', small: true, text: label(w.minutesVersion(minutes.version, on)) },
    ...(minutes.changed === ''
      ? []
      : [{ kind: 'text' as const, small: true as const, text: label(w.minutesChanged(minutes.changed)) }]),
    ...minutes.body
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== '')
      .map((text): Block => ({ kind: 'text', text })),
  ];
}

export function meetingPoster(props: PrintedMeetingProps, paper: 'a4' | 'a3'): Poster {
  const { lang, meeting } = props;
  const p = printWords(lang);
  const aids = aidsLine(meeting, lang);
  return {
    ...printed(props, meeting.called_at),
    look: 'poster',
    paper,
    above: label(props.hubName),
    heading: meeting.title,
    lead: label(meeting.cancelled_at ? p.cancelled : p.call),
    facts: [
      fact(p.when, label(whenText(meeting, lang, 'long'))),
      fact(p.where, ...place(meeting)),
      fact(p.topic, topicOf(meeting, lang).text),
      ...(aids.length === 0 ? [] : [fact(p.access, label(aids.join('・')))]),
      ...(meeting.contact === '' ? [] : [fact(p.contact, meeting.contact)]),
    ],
    code: { url: pageUrl(props), text: label(p.code) },
    notes: [],
  };
}

/** F9.2 Calling a meeting, and changing one. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import {
  checkbox,
  fieldGroup,
  fieldRow,
  form,
  hidden,
  radioGroup,
  selectField,
  textArea,
  textField,
} from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { roundName } from '../../rounds/index.ts';
import type { TopicChoices } from '../hall-queries.ts';
import { AIDS, STEP_FREE } from '../meeting.ts';
import type { ShownMeeting } from '../queries.ts';
import { words } from '../words.ts';

/** The fields as they were typed. */
export const TYPED = [
  'topic',
  'title',
  'about',
  'date',
  'from',
  'to',
  'place',
  'address',
  'stepFree',
  'captions',
  'signLanguage',
  'noteTaking',
  'accessNote',
  'agenda',
  'contact',
  'reason',
] as const;
export type Typed = Record<(typeof TYPED)[number], string>;

export const EMPTY: Typed = Object.fromEntries(TYPED.map((name) => [name, ''])) as Typed;

/** A meeting as the form would hold it. */
export function typedOf(meeting: ShownMeeting): Typed {
  const yes = (is: boolean) => (is ? 'yes' : '');
  return {
    topic: '',
    title: meeting.title,
    about: meeting.about,
    date: tokyoDate(meeting.starts_at),
    from: clockOf(meeting.starts_at),
    to: clockOf(meeting.ends_at),
    place: meeting.place,
    address: meeting.address,
    stepFree: meeting.step_free,
    captions: yes(meeting.captions),
    signLanguage: yes(meeting.sign_language),
    noteTaking: yes(meeting.note_taking),
    accessNote: meeting.access_note,
    agenda: meeting.agenda.join('\n'),
    contact: meeting.contact,
    reason: '',
  };
}

/** A time input takes 09:05, not 9:05. */
function clockOf(at: Date): string {
  return formatTime(at, 'ja').padStart(5, '0');
}

export interface FormProps {
  lang: Lang;
  typed: Typed;
  problem?: Problem | undefined;
  /** a new meeting: what it can be about, as whom it is called, why not */
  calling?: { topics: TopicChoices; actingName: string; no: string | null };
  /** a meeting that is changed */
  changing?: { action: string; version: number; back: string };
}

/** Field names by the words over them. */
export function fieldNames(lang: Lang): Record<string, string> {
  const w = words(lang).form;
  const { topic, about, date, from, to, place, address, stepFree, accessNote, agenda, contact, reason } = w;
  return { topic, title: w.name, about, date, from, to, place, address, stepFree, accessNote, agenda, contact, reason };
}

export function meetingForm(props: FormProps): Html {
  const { lang, calling, changing } = props;
  const w = words(lang).form;
  const title = changing ? w.editTitle : w.title;
  const submit = button({
    text: changing ? w.save : w.submit,
    tone: 'main',
    icon: 'calendar',
    ...(calling?.no ? { reason: calling.no } : {}),
  });
  return html`${pageHead({ title, ...(calling ? { lead: w.asWhom(calling.actingName) } : {}) })}${form({
    action: changing?.action ?? '/meetings',
    note: lastingRecord(lang),
    children: html`${onceField()}${changing && hidden('version', changing.version)}${fields(props)}${
      !changing && notice({ tone: 'info', title: words(lang).show.public, body: publicWords(lang) })
    }`,
    buttons: html`${submit}${changing && linkButton({ text: w.back, href: changing.back })}`,
  })}`;
}

function publicWords(lang: Lang): Html {
  return html`<ul>${words(lang).show.publicText.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function fields({ lang, typed, problem, calling, changing }: FormProps): Html {
  const w = words(lang).form;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const at = (name: keyof Typed) => ({ name, value: typed[name], error: errorAt(errors, name) });
  return html`${calling && topicField(calling.topics, typed, errors, lang)}${textField(
    { ...at('title'), label: w.name, example: w.nameExample, required: true },
    f,
  )}${fieldRow(
    textField({ ...at('date'), label: w.date, type: 'date', required: true, width: 8 }, f),
    textField({ ...at('from'), label: w.from, type: 'time', required: true, width: 8 }, f),
    textField({ ...at('to'), label: w.to, type: 'time', required: true, width: 8 }, f),
  )}${textField({ ...at('place'), label: w.place, example: w.placeExample, required: true }, f)}${textArea(
    { ...at('address'), label: w.address, rows: 2 },
    f,
  )}${
    changing && textArea({ ...at('reason'), label: w.reason, hint: w.reasonHint, rows: 2, limit: 400 }, f)
  }${textArea({ ...at('about'), label: w.about, hint: w.aboutHint, rows: 4, limit: 1000 }, f)}${textArea(
    { ...at('agenda'), label: w.agenda, hint: w.agendaHint, rows: 4 },
    f,
  )}${radioGroup(
    {
      ...at('stepFree'),
      label: w.stepFree,
      required: true,
      inline: true,
      choices: STEP_FREE.map((value) => ({ value, text: w.stepFreeChoices[value] })),
    },
    f,
  )}${aids(typed, lang)}${textArea({ ...at('accessNote'), label: w.accessNote, hint: w.accessNoteHint, rows: 2, limit: 400 }, f)}${textField(
    { ...at('contact'), label: w.contact, hint: w.contactHint },
    f,
  )}`;
}

function aids(typed: Typed, lang: Lang): Html {
  const { aids: names } = words(lang).show;
  const f = formWords(lang);
  const boxes = AIDS.map((name) =>
    checkbox({ name, label: names[name], checked: typed[name] === 'yes', plain: true }, f),
  );
  return fieldGroup({ name: 'aids', label: words(lang).form.aids }, f, html`${boxes}`);
}

function topicField(topics: TopicChoices, typed: Typed, errors: Problem['items'], lang: Lang): Html {
  const w = words(lang).form;
  return selectField(
    {
      name: 'topic',
      label: w.topic,
      hint: w.topicHint,
      required: true,
      value: typed.topic,
      error: errorAt(errors, 'topic'),
      choices: [
        ...topics.rounds.map((round) => ({ value: `round:${round.id}`, text: w.topicRound(roundName(round, lang)) })),
        ...topics.debates.map((debate) => ({ value: `debate:${debate.id}`, text: debate.title })),
      ],
    },
    formWords(lang),
  );
}

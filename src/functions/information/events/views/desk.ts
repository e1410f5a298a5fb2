/** F1.1, F1.4 Who registered, for whoever holds the event: a list that works without scripts and prints on A4, the door, counting. */
import { actorPath } from '#commons/actors/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatNumber, formatTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, form, hidden, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { deskPath, eventPath, standingAt } from '../addresses.ts';
import type { Coming } from '../coming.ts';
import type { Typed } from '../event.ts';
import type { ShownEvent } from '../queries.ts';
import { words } from '../words.ts';
import { whenText } from './when.ts';

/** What is shown of all who registered. */
export interface DeskPart {
  people: readonly Coming[];
  /** part of a name that was looked for; '' all */
  name: string;
  /** behind whom this part begins; '' at the beginning */
  after: string;
  /** null: there are no more */
  next: string | null;
  /** for paper: more of them, without buttons */
  isSheet: boolean;
}

export interface DeskProps {
  lang: Lang;
  now: Date;
  event: ShownEvent;
  part: DeskPart;
  /** why nobody can be checked in now; null: everybody can */
  no: string | null;
  typed: Typed;
  problem?: Problem | undefined;
}

export function deskView(props: DeskProps): Html {
  const { lang, now, event, part } = props;
  const w = words(lang).desk;
  const { name, after, people } = part;
  const isEmpty = people.length === 0 && name === '' && after === '';
  const head = html`${pageHead({ title: w.title, lead: w.lead })}<p><strong>${event.title}</strong> ${whenText(event, lang, 'long')}</p>`;
  if (part.isSheet)
    return html`${head}<p>${link(deskPath(event), w.toDoor)}</p>${sheetTable(props)}${deskPager(props)}`;
  return html`${head}${
    isEmpty
      ? html`<p>${w.none}</p>`
      : html`${nameForm(props)}${people.length === 0 ? html`<p>${w.nobodyNamed(name)}</p>` : html`${props.no && html`<p class="meta">${props.no}</p>`}${doorTable(props)}`}${deskPager(props)}<p>${link(deskPath(event, { sheet: 'yes' }), w.sheet)}・<a href="${url(`${eventPath(event)}/registrations.csv`)}" type="text/csv" download>${w.file}</a></p>`
  }<p class="meta">${w.print}</p>${now < event.ends_at && !event.cancelled_at && enterForm(props)}${now >= event.starts_at && attendanceForm(props)}`;
}

function sums({ lang, event }: DeskProps): string {
  return words(lang).desk.sums(formatNumber(event.taken), formatNumber(event.waiting), formatNumber(event.came));
}

function doorTable(props: DeskProps): Html {
  const { lang, part } = props;
  const w = words(lang).desk;
  return table({
    caption: sums(props),
    columns: [{ text: w.name }, { text: w.places, number: true }, { text: w.way }, { text: w.note }, { text: w.state }],
    rows: part.people.map((one) => [
      nameOf(one, lang),
      formatNumber(one.places),
      w.ways[one.way] ?? '',
      one.note,
      doorOf(one, props),
    ]),
  });
}

/** For paper: a box to tick before each name. */
function sheetTable(props: DeskProps): Html {
  const { lang, part } = props;
  const w = words(lang).desk;
  return table({
    caption: sums(props),
    columns: [{ text: w.state }, { text: w.name }, { text: w.places, number: true }, { text: w.note }],
    rows: part.people.map((one) => [
      `${one.checked_in_at ? '☑' : '☐'}${one.admitted_at ? '' : ` ${w.waiting}`}`,
      one.forgotten_at ? w.forgotten : one.name,
      formatNumber(one.places),
      one.note,
    ]),
  });
}

function nameForm({ lang, event, part }: DeskProps): Html {
  const w = words(lang).desk;
  return form({
    method: 'get',
    action: deskPath(event),
    label: w.find,
    children: textField(
      { name: 'q', label: w.find, value: part.name, autocomplete: 'off', plain: true },
      formWords(lang),
    ),
    buttons: html`${button({ text: w.findSubmit })}${part.name !== '' && linkButton({ href: deskPath(event), text: w.everybody, tone: 'quiet' })}`,
  });
}

function deskPager({ lang, event, part }: DeskProps): Html | null {
  const w = words(lang).desk;
  const at = (after: string) => deskPath(event, { q: part.name, after, sheet: part.isSheet ? 'yes' : '' });
  return pager({
    label: w.title,
    ...(part.after === '' ? {} : { previous: { href: at(''), text: w.fromTheFirst } }),
    ...(part.next === null ? {} : { next: { href: at(part.next), text: w.following } }),
  });
}

function nameOf(one: Coming, lang: Lang): Html | string {
  if (one.forgotten_at) return words(lang).desk.forgotten;
  return one.person_id ? link(actorPath({ id: one.person_id, name: one.name }), one.name) : one.name;
}

function doorOf(one: Coming, { lang, event, part, no }: DeskProps): Html {
  const w = words(lang).desk;
  const at = eventPath(event);
  const fields = html`${onceField()}${hidden('registration', one.id)}${hidden('q', part.name)}${hidden('after', part.after)}`;
  const act = (path: string, text: string, tone: 'main' | 'quiet') =>
    actButton({ action: `${at}/${path}`, fields, text, tone, small: true });
  const state = (said: string) => html`<span id="${standingAt(one.id)}" tabindex="-1">${said}</span>`;
  if (one.checked_in_at)
    return html`${state(`☑ ${w.came(formatTime(one.checked_in_at, lang))}`)}${no === null && act('check-ins/taking-back', w.takeBack, 'quiet')}`;
  return html`${state(`☐ ${one.admitted_at ? w.admitted : w.waiting}`)}${no === null && one.admitted_at && act('check-ins', w.checkIn, 'main')}${
    !one.forgotten_at && act('desk-cancellations', w.cancel, 'quiet')
  }`;
}

function enterForm({ lang, event, typed, problem, no }: DeskProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(errors, name) });
  return section({
    title: w.desk.enter,
    lead: w.desk.enterLead,
    children: form({
      action: `${eventPath(event)}/desk-entries`,
      label: w.desk.enter,
      children: html`${onceField()}${textField({ ...at('name'), label: w.desk.name, required: true, autocomplete: 'off' }, f)}${
        event.companions > 0 &&
        textField({ ...at('companions'), label: w.acts.companions, inputmode: 'numeric', width: 4 }, f)
      }${textField({ ...at('note'), label: w.desk.note }, f)}${no === null && checkbox({ name: 'here', label: w.desk.here, checked: typed.here === 'yes' }, f)}`,
      buttons: button({ text: w.desk.enterSubmit, tone: 'main' }),
    }),
  });
}

function attendanceForm({ lang, event, typed, problem }: DeskProps): Html {
  const w = words(lang).desk;
  return section({
    title: w.attendance,
    lead: w.attendanceLead,
    children: form({
      action: `${eventPath(event)}/attendance`,
      label: w.attendance,
      children: html`${onceField()}${textField(
        {
          name: 'attendance',
          label: w.attendance,
          value: typed.attendance ?? String(event.attendance ?? event.came),
          inputmode: 'numeric',
          width: 8,
          required: true,
          error: errorAt(problem?.items ?? [], 'attendance'),
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.attendanceSubmit }),
    }),
  });
}

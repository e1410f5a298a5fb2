/** F9.9 The fields in which a division sets a committee up, states its seats, calls for members and announces sittings. */
import type { Lang } from '#kernel/lang.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { CALL_METHODS, OBSERVER_METHODS, SEAT_KINDS } from '../committee.ts';
import type { Sitting } from '../queries.ts';
import { words } from '../words.ts';
import { type Field, type FormProps, fieldsForm } from './forms.ts';

export function committeeFields(lang: Lang): Field[] {
  const w = words(lang).form;
  return [
    { name: 'name', label: w.name },
    { name: 'about', label: w.about, as: 'area', limit: 1000 },
    { name: 'basis', label: w.basis },
    { name: 'contact', label: w.contact },
    { name: 'minutesDays', label: w.minutesDays, as: 'number', unit: w.days },
  ];
}

function holderFields(lang: Lang): Field[] {
  const w = words(lang);
  return [
    { name: 'holder', label: w.show.holder, hint: w.form.holderHint, optional: true },
    { name: 'termFrom', label: w.form.from, as: 'date', optional: true },
    { name: 'termUntil', label: w.form.until, as: 'date', optional: true },
  ];
}

export function callFields(lang: Lang): Field[] {
  const w = words(lang);
  return [
    { name: 'seats', label: w.call.seats, as: 'number' },
    {
      name: 'method',
      label: w.call.method,
      choices: CALL_METHODS.map((value) => ({ value, text: w.callMethods[value] })),
    },
    { name: 'criteria', label: w.call.criteria, as: 'area', limit: 1000 },
    { name: 'closesOn', label: w.form.closesOn, as: 'date' },
  ];
}

export function sittingFields(lang: Lang): Field[] {
  const w = words(lang);
  return [
    { name: 'date', label: w.form.date, as: 'date' },
    { name: 'from', label: w.form.begin, as: 'time' },
    { name: 'to', label: w.form.end, as: 'time' },
    { name: 'place', label: w.form.place },
    { name: 'agenda', label: w.form.agenda, hint: w.form.agendaHint, as: 'area', limit: 2000 },
    {
      name: 'closedReason',
      label: w.form.closedReason,
      hint: w.form.closedHint,
      as: 'area',
      limit: 400,
      optional: true,
    },
    { name: 'observerPlaces', label: w.form.observerPlaces, as: 'number' },
    {
      name: 'observerMethod',
      label: w.form.observerMethod,
      choices: OBSERVER_METHODS.map((value) => ({ value, text: w.observerMethods[value] })),
    },
    {
      name: 'observersUntilOn',
      label: w.form.observersUntilOn,
      hint: w.form.observersHint,
      as: 'date',
      optional: true,
    },
  ];
}

/** The reason comes first: it is what others ask for. The lot's last day stays out when the lot is drawn. */
export function movingFields(sitting: Sitting, lang: Lang): Field[] {
  const moved = ['date', 'from', 'to', 'place', 'agenda'];
  if (sitting.observer_places > 0 && !sitting.observers_drawn_at) moved.push('observersUntilOn');
  const reason: Field = { name: 'reason', label: words(lang).move.reason, as: 'area', limit: 400 };
  return [reason, ...sittingFields(lang).filter(({ name }) => moved.includes(name))];
}

/** Adding a seat, changing who holds one, and what the committee states in numbers; only the form that was sent shows what was typed. */
export function seatForms(
  props: Pick<FormProps, 'lang' | 'typed' | 'problem'> & { at: string; numbers: readonly number[]; sent: string },
): Html {
  const { lang, at, numbers, sent } = props;
  const w = words(lang);
  const one = (name: string, title: string, fields: Field[]) =>
    section({
      title,
      children: fieldsForm({
        lang,
        typed: sent === name ? props.typed : {},
        problem: sent === name ? props.problem : undefined,
        action: `${at}/${name}`,
        // The form that was refused keeps the plain ids: the summary of mistakes links to them.
        ...(sent === name ? {} : { prefix: name }),
        submit: w.form.save,
        label: title,
        fields,
      }),
    });
  const kind = {
    name: 'kind',
    label: w.show.kind,
    choices: SEAT_KINDS.map((value) => ({ value, text: w.seatKinds[value] })),
  };
  const seat = {
    name: 'seat',
    label: w.show.seat,
    choices: numbers.map((number) => ({ value: String(number), text: String(number) })),
  };
  return html`${one('seats', w.form.add, [kind, ...holderFields(lang)])}${
    numbers.length > 0 &&
    html`${one('members', w.form.fill, [seat, ...holderFields(lang)])}${one('shares', w.form.shares, [
      { name: 'women', label: w.form.women, as: 'number' },
      { name: 'underForty', label: w.form.underForty, as: 'number' },
      { name: 'countedOn', label: w.form.countedOn, as: 'date' },
    ])}`
  }`;
}

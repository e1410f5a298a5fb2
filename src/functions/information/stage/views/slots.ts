/** F1.4 Where whoever organises sets the parts of a showcase. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldRow, form, hidden, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { showcasePath } from '../addresses.ts';
import type { Typed } from '../page-parts.ts';
import type { Hand, ShownShowcase, Slot } from '../queries.ts';
import { clockOf } from '../typed-showcase.ts';
import { words } from '../words.ts';
import { isOneDay, partTime } from './pieces.ts';

export interface SlotsProps {
  lang: Lang;
  showcase: ShownShowcase;
  slots: readonly Slot[];
  hands: readonly Hand[];
  typed: Typed;
  problem?: Problem | undefined;
}

export function slotsView(props: SlotsProps): Html {
  const { lang, showcase, slots } = props;
  const w = words(lang).slots;
  return html`${pageHead({ above: showcase.title, title: w.title, lead: w.lead })}${
    slots.length > 0 && list(slots.map((slot) => item(slot, props)))
  }${section({ title: w.add, id: 'add', children: addForm(props) })}<p>${linkButton({ text: w.back, href: showcasePath(showcase) })}</p>`;
}

function timeFields({ lang, showcase }: SlotsProps, typed: Typed, problem: Problem | undefined, prefix: string): Html {
  const w = words(lang).slots;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const at = (name: string) => ({
    name,
    id: `${prefix}-${name}`,
    value: typed[name] ?? '',
    error: errorAt(errors, name),
    required: true,
    width: 8 as const,
  });
  return fieldRow(
    textField({ ...at('date'), label: w.date, type: 'date' }, f),
    textField({ ...at('from'), label: w.from, type: 'time' }, f),
    !isOneDay(showcase) &&
      textField({ ...at('lastDate'), label: words(lang).form.lastDate, type: 'date', required: false }, f),
    textField({ ...at('to'), label: w.to, type: 'time' }, f),
  );
}

function addForm(props: SlotsProps): Html {
  const { lang, showcase, typed: given, problem } = props;
  const w = words(lang).slots;
  const f = formWords(lang);
  const isThis = given.slotId === undefined;
  const typed = isThis && given.date !== undefined ? given : beginning(showcase);
  const shownProblem = isThis ? problem : undefined;
  const errors = shownProblem?.items ?? [];
  const number = (name: string, label: string, hint?: string) =>
    textField(
      {
        name,
        label,
        value: typed[name] ?? '',
        inputmode: 'numeric',
        width: 4,
        error: errorAt(errors, name),
        ...(hint ? { hint } : {}),
      },
      f,
    );
  return form({
    action: `${showcasePath(showcase)}/slots`,
    note: lastingRecord(lang),
    label: w.add,
    children: html`${onceField()}${timeFields(props, typed, shownProblem, 'add')}${number('minutes', w.minutes, w.minutesHint)}${number(
      'pause',
      w.pause,
    )}${textArea(
      {
        name: 'places',
        label: w.places,
        hint: w.placesHint,
        value: typed.places ?? '',
        rows: 3,
        error: errorAt(errors, 'places'),
      },
      f,
    )}`,
    buttons: button({ text: w.submit, tone: 'main', icon: 'add' }),
  });
}

function beginning(showcase: ShownShowcase): Typed {
  const { starts_at, ends_at } = showcase;
  const to = isOneDay(showcase) ? clockOf(ends_at) : '';
  return { date: tokyoDate(starts_at), from: clockOf(starts_at), to };
}

function item(slot: Slot, props: SlotsProps): Html {
  const { lang, showcase, hands, problem } = props;
  const w = words(lang).slots;
  const at = showcasePath(showcase);
  const isThis = props.typed.slotId === slot.id;
  const wanted = hands.filter((hand) => hand.slot_id === slot.id);
  const typed = isThis
    ? props.typed
    : {
        ...beginning(slotAs(slot, showcase)),
        lastDate: lastDateOf(slot),
        to: clockOf(slot.ends_at),
        label: slot.label,
        place: slot.place,
      };
  const text = (name: 'label' | 'place', label: string) =>
    textField(
      {
        name,
        label,
        id: `${shortId(slot.id)}-${name}`,
        value: typed[name] ?? '',
        width: 16,
        error: isThis ? errorAt(problem?.items ?? [], name) : undefined,
      },
      formWords(lang),
    );
  return listItem({
    title: partTime(slot, isOneDay(showcase), lang),
    level: 2,
    body: html`${[slot.label, slot.place, ...wanted.map((hand) => hand.group_name)].filter((one) => one !== '').join('・')}${disclosure(
      {
        summary: w.change,
        open: isThis,
        body: form({
          action: `${at}/slots/revision`,
          note: lastingRecord(lang),
          children: html`${onceField()}${hidden('slotId', slot.id)}${timeFields(props, typed, isThis ? problem : undefined, shortId(slot.id))}${text('label', w.label)}${text('place', w.place)}`,
          buttons: button({ text: w.changeSubmit }),
        }),
      },
    )}`,
    ...(wanted.length === 0
      ? {
          side: actButton({
            action: `${at}/slots/removal`,
            fields: html`${onceField()}${hidden('slotId', slot.id)}`,
            text: w.remove,
            tone: 'quiet',
            small: true,
          }),
        }
      : {}),
  });
}

function slotAs(slot: Slot, showcase: ShownShowcase): ShownShowcase {
  return { ...showcase, starts_at: slot.starts_at, ends_at: slot.ends_at };
}

function lastDateOf(slot: Slot): string {
  return isOneDay(slot) ? '' : tokyoDate(slot.ends_at);
}

/** F1.4 Announcing a showcase, changing it, calling it off. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatTime, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkboxGroup, fieldRow, form, hidden, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import { showcasePath } from '../addresses.ts';
import type { Typed } from '../page-parts.ts';
import type { ShownShowcase } from '../queries.ts';
import { EQUIPMENT, KINDS, LIMITS, RULES } from '../showcase.ts';
import { words } from '../words.ts';
import { isOneDay } from './pieces.ts';

/** A time input takes 09:05, not 9:05. */
export function clockOf(at: Date): string {
  return formatTime(at, 'ja').padStart(5, '0');
}

/** A showcase as the form would hold it. */
export function typedOf(showcase: ShownShowcase): Typed {
  const { kind, title, about, place, address, link, equipment, contact, rule, rule_note, starts_at, ends_at } =
    showcase;
  return {
    kind,
    title,
    about,
    place,
    address,
    link,
    equipment: equipment.join(','),
    contact,
    rule,
    ruleNote: rule_note,
    date: tokyoDate(starts_at),
    from: clockOf(starts_at),
    lastDate: isOneDay(showcase) ? '' : tokyoDate(ends_at),
    to: clockOf(ends_at),
    callUntil: tokyoDate(new Date(showcase.call_until.getTime() - 1)),
  };
}

/** Field names by the words over them. */
export function fieldNames(lang: Lang): Record<string, string> {
  const w = words(lang).form;
  const { kind, about, date, from, lastDate, to, place, address, link, equipment, callUntil, rule, ruleNote } = w;
  const rest = { capacity: w.capacity, contact: w.contact, title: w.name };
  return { kind, about, date, from, lastDate, to, place, address, link, equipment, callUntil, rule, ruleNote, ...rest };
}

export interface FormProps {
  lang: Lang;
  typed: Typed;
  problem?: Problem | undefined;
  /** a new one: as whom it is held, or why not */
  announcing?: { actingName: string; no: string | null };
  changing?: { showcase: ShownShowcase };
}

export function showcaseForm(props: FormProps): Html {
  const { lang, announcing, changing } = props;
  const w = words(lang).form;
  if (announcing?.no)
    return html`${pageHead({ title: w.title })}${notice({ tone: 'info', title: announcing.no, body: w.needOrganisation, actions: linkButton({ text: w.change, href: '/acting-as' }) })}`;
  const back = changing && showcasePath(changing.showcase);
  return html`${pageHead({
    title: changing ? w.editTitle : w.title,
    ...(announcing ? { lead: w.asWhom(announcing.actingName) } : {}),
  })}${form({
    action: back ? `${back}/revision` : '/showcases',
    note: lastingRecord(lang),
    children: html`${onceField()}${changing && hidden('version', changing.showcase.version)}${fields(props)}`,
    buttons: html`${button({ text: changing ? w.save : w.submit, tone: 'main', icon: 'calendar' })}${back && linkButton({ text: w.back, href: back })}`,
  })}`;
}

function fields({ lang, typed, problem, changing }: FormProps): Html {
  const all = words(lang);
  const w = all.form;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(errors, name) });
  const day = (name: string, label: string, more: { required?: boolean; hint?: string } = { required: true }) =>
    textField({ ...at(name), label, type: 'date', width: 8, ...more }, f);
  const clock = (name: string, label: string) =>
    textField({ ...at(name), label, type: 'time', width: 8, required: true }, f);
  return html`${radioGroup(
    {
      ...at('kind'),
      label: w.kind,
      required: true,
      inline: true,
      choices: KINDS.map((value) => ({ value, text: all.kinds[value] })),
    },
    f,
  )}${textField({ ...at('title'), label: w.name, example: w.nameExample, required: true }, f)}${textArea(
    { ...at('about'), label: w.about, rows: 4, limit: LIMITS.about, required: true },
    f,
  )}${fieldRow(day('date', w.date), clock('from', w.from))}${fieldRow(
    day('lastDate', w.lastDate, { hint: w.lastDateHint }),
    clock('to', w.to),
  )}${textField({ ...at('place'), label: w.place, hint: w.placeHint, required: true }, f)}${textArea(
    { ...at('address'), label: w.address, rows: 2 },
    f,
  )}${textField({ ...at('link'), label: w.link, hint: w.linkHint, type: 'url' }, f)}${checkboxGroup(
    {
      name: 'equipment',
      label: w.equipment,
      values: (typed.equipment ?? '').split(','),
      choices: EQUIPMENT.map((value) => ({ value, text: all.equipment[value] })),
      error: errorAt(errors, 'equipment'),
    },
    f,
  )}${day('callUntil', w.callUntil)}${radioGroup(
    {
      ...at('rule'),
      label: w.rule,
      hint: w.ruleHint,
      required: true,
      choices: RULES.map((value) => ({ value, text: all.rules[value] })),
    },
    f,
  )}${textArea({ ...at('ruleNote'), label: w.ruleNote, rows: 2, limit: LIMITS.note }, f)}${
    !changing &&
    textField({ ...at('capacity'), label: w.capacity, hint: w.capacityHint, inputmode: 'numeric', width: 8 }, f)
  }${textField({ ...at('contact'), label: w.contact }, f)}`;
}

export function cancelView(props: {
  lang: Lang;
  showcase: ShownShowcase;
  typed: Typed;
  problem?: Problem | undefined;
}): Html {
  const { lang, showcase, typed, problem } = props;
  const w = words(lang).cancel;
  const at = showcasePath(showcase);
  return confirmPanel({
    title: w.title,
    lead: showcase.title,
    consequences: [w.lead],
    action: `${at}/cancellation`,
    fields: html`${onceField()}${textArea(
      {
        name: 'reason',
        label: w.reason,
        value: typed.reason ?? '',
        rows: 3,
        limit: LIMITS.reason,
        required: true,
        error: errorAt(problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    confirm: { text: w.submit },
    cancel: { text: w.back, href: at },
  });
}

/** F1.1 The last look before an event is public: everything that was written, the days it gives, its picture. */
import {
  type AttachedFile,
  attachedPicture,
  type FileLimits,
  type UploadedFile,
  uploadFields,
} from '#commons/files/index.ts';
import { onceField } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, isCivicDay } from '#kernel/dates.ts';
import { closing, colon, comma, type Lang, opening } from '#kernel/lang.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import type { Typed } from '../event.ts';
import { formTexts } from '../form-words.ts';
import type { Holidays } from '../holidays.ts';
import type { Days } from '../recurrence.ts';
import { type DraftProps, draftHead, draftPath, stepFields } from './draft.ts';
import { type Field, fieldsOf } from './forms.ts';
import { monthText } from './month.ts';

export interface LookProps extends DraftProps {
  /** null: not known yet, or wrong */
  planned: Days | null;
  holidays: Holidays;
  picture: AttachedFile | null;
  /** it was put into this draft; otherwise the event has it already, and a new one takes its place */
  isOwnPicture: boolean;
  limits: FileLimits;
  kept: readonly UploadedFile[];
  label: string;
}

export function lookView(props: LookProps): Html {
  const { lang, draft, typed, problem } = props;
  const w = formTexts(lang);
  const said = [1, 2, 3, 4, 5].map((step) =>
    section({
      title: w.steps[step - 1]!,
      more: { href: draftPath(draft.id, step), text: `${w.edit}${colon(lang)}${w.steps[step - 1]}` },
      children: html`${keyValues(shownFields(step, props).map((one) => [one.label, shownValue(one, typed, lang)]))}${
        step === 2 && daysView(props)
      }`,
    }),
  );
  const scopes = (['this', 'later'] as const).map((value) => ({ value, text: w.scopes[value] }));
  const asked: Field[] = [
    ...(draft.series_id ? [{ name: 'scope', label: w.scope, as: 'select' as const, choices: scopes }] : []),
    ...(draft.event_id
      ? [{ name: 'reason', label: w.reason, hint: w.reasonHint, as: 'area' as const, limit: 400, optional: true }]
      : []),
  ];
  return html`${draftHead(props)}${said}${pictureView(props)}${form({
    action: `${draftPath(draft.id)}/publication`,
    children: html`${onceField()}${fieldsOf(asked, { lang, problem, typed: { scope: 'this', ...typed } })}`,
    note: html`<p class="meta">${w.publicRecord}</p>`,
    buttons: html`${button({ text: draft.event_id ? w.publishChange : w.publish, tone: 'main' })}${linkButton({ href: draftPath(draft.id, 5), text: w.back })}`,
  })}`;
}

/** What a rule consists of is of no interest where nothing repeats. */
/** What was written, and what has to be. */
function shownFields(step: number, props: LookProps): Field[] {
  const repeats = !['', 'none'].includes(props.typed.repeat ?? '');
  const ofRule = ['until', 'count', 'weekdays', 'holidays', 'except'];
  return stepFields(step, props).filter(
    ({ name, optional }) => (repeats || !ofRule.includes(name)) && (!optional || (props.typed[name] ?? '') !== ''),
  );
}

function shownValue(one: Field, typed: Typed, lang: Lang): Html | string {
  const w = formTexts(lang);
  const value = typed[one.name] ?? '';
  if (value === '') return html`<span class="meta">${w.missing}</span>`;
  if (one.as === 'box') return '○';
  if (one.as === 'boxes')
    return value
      .split(',')
      .map((part) => one.choices?.find((choice) => choice.value === part)?.text ?? part)
      .join(lang === 'en' ? ', ' : '、');
  if (one.choices) return one.choices.find((choice) => choice.value === value)?.text ?? value;
  if (one.as === 'date' && isCivicDay(value)) return formatDate(value, lang);
  if (one.name === 'onlineLink') return `${value}${opening(lang)}${w.kept}${closing(lang)}`;
  return one.as === 'area' ? paragraphs(value) : `${value}${one.unit ?? ''}`;
}

/** Which days a rule gives is seen before they are public, with the holidays among them. */
function daysView({ lang, planned, holidays }: LookProps): Html | null {
  if (!planned || planned.days.length < 2) return null;
  const w = formTexts(lang);
  const name = (day: string) => holidays.nameOf(day, lang === 'en' ? 'en' : 'ja');
  const text = (day: string) => `${formatDate(day, lang, 'short')}${name(day) ? w.holidayMark(name(day)) : ''}`;
  const month = (one: string) => monthText(one, lang);
  return disclosure({
    summary: w.days(formatNumber(planned.days.length)),
    open: true,
    body: html`<ul>${planned.days.map((day) => html`<li>${text(day)}</li>`)}</ul>${
      planned.rested.length > 0 && html`<p>${w.rested(planned.rested.map(text).join(comma(lang)))}</p>`
    }${planned.missing.length > 0 && html`<p>${w.missingMonths(planned.missing.map(month).join(comma(lang)))}</p>`}`,
  });
}

function pictureView({ lang, draft, picture, isOwnPicture, limits, kept, label, problem }: LookProps): Html {
  const w = formTexts(lang);
  const errors = problem?.items ?? [];
  return section({
    title: w.picture,
    lead: w.pictureLead,
    children: html`${
      picture &&
      html`${attachedPicture(picture)}${actButton({ action: `${draftPath(draft.id)}/${isOwnPicture ? 'picture' : 'standing-picture'}/removal`, fields: onceField(), text: w.takePictureOff, tone: 'quiet' })}`
    }${
      !isOwnPicture &&
      form({
        action: `${draftPath(draft.id)}/picture`,
        files: true,
        label: w.picture,
        children: html`${onceField()}${hidden('id', draft.id)}${uploadFields({ lang, limits: { ...limits, most: 1 }, only: 'picture', kept, label, fileError: errorAt(errors, 'file'), labelError: errorAt(errors, 'label') })}`,
        buttons: button({ text: w.addPicture, icon: 'attach' }),
      })
    }`,
  });
}

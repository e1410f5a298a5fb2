/** F1.1 Announcing in steps: what, when, where, for whom, registration, a last look. */
import { onceField, ownDrafts } from '#commons/hubs/index.ts';
import { accessChoices, audienceChoices, fieldChoices } from '#commons/search/index.ts';
import { carried } from '#kernel/draft-steps.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { form, hidden } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { steps } from '#ui/steps.ts';
import type { KeptOutline } from '../../../participation/proposals/index.ts';
import { type District, districtChoices } from '../districts.ts';
import type { EventDraft } from '../drafts.ts';
import { LIMITS, REPEATS, type Typed } from '../event.ts';
import { formTexts } from '../form-words.ts';
import { type Field, fieldsOf, mapField } from './forms.ts';

export const STEPS = 6;

export interface DraftProps {
  lang: Lang;
  town: string;
  draft: EventDraft;
  typed: Typed;
  step: number;
  outline: KeptOutline | null;
  districts: readonly District[];
  problem?: Problem | undefined;
}

type Asking = Pick<DraftProps, 'lang' | 'draft' | 'districts'> & { typed?: Typed };

/** What each step asks; the sixth shows all. A day of a series that is changed repeats no more than it does. */
export function stepFields(step: number, { lang, draft, districts, typed = draft.fields }: Asking): Field[] {
  const w = formTexts(lang);
  const line = (name: string, label: string, hint?: string): Field => ({
    name,
    label,
    optional: true,
    ...(hint ? { hint } : {}),
  });
  if (step === 1)
    return [
      { name: 'title', label: w.name },
      { name: 'about', label: w.about, hint: w.aboutHint, as: 'area', limit: LIMITS.about },
      { name: 'fields', label: w.fields, as: 'boxes', choices: fieldChoices(lang), optional: true },
      line('tags', w.tags, w.tagsHint),
      line('contact', w.contact, w.contactHint),
    ];
  if (step === 2)
    return [
      { name: 'date', label: w.date, as: 'date' },
      { name: 'from', label: w.from, as: 'time', beside: true },
      { name: 'to', label: w.to, as: 'time', beside: true },
      { ...line('endDate', w.endDate, w.endDateHint), as: 'date' },
      ...(draft.event_id ? [] : repeatFields(lang)),
    ];
  if (step === 3) {
    const choices = districtChoices(districts, lang, [typed.district ?? '']);
    return [
      line('place', w.place, w.placeHint),
      line('address', w.address),
      ...(choices.length === 0
        ? [line('otherDistrict', w.district)]
        : [
            { ...line('district', w.district, w.districtHint), as: 'select' as const, choices },
            line('otherDistrict', w.otherDistrict, w.otherDistrictHint),
          ]),
      { ...line('lat', w.lat), as: 'degrees' },
      { ...line('lng', w.lng), as: 'degrees', beside: true },
      { name: 'isOnline', label: w.isOnline, as: 'box', optional: true },
      { ...line('onlineLink', w.onlineLink, w.onlineLinkHint), as: 'url' },
    ];
  }
  if (step === 4)
    return [
      {
        name: 'audience',
        label: w.audience,
        hint: w.audienceHint,
        as: 'boxes',
        choices: audienceChoices(lang),
        optional: true,
      },
      line('audienceNote', w.audienceNote, w.audienceNoteHint),
      { ...line('fee', w.fee, w.feeHint), as: 'number', unit: w.yen },
      line('feeNote', w.feeNote, w.feeNoteHint),
      { name: 'access', label: w.access, as: 'boxes', choices: accessChoices(lang), optional: true },
      { ...line('accessNote', w.accessNote), as: 'area', limit: LIMITS.text },
    ];
  return [
    { name: 'takesRegistrations', label: w.takesRegistrations, as: 'box', optional: true },
    { ...line('capacity', w.capacity, w.capacityHint), as: 'number', unit: w.people },
    { ...line('companions', w.companions), as: 'number', unit: w.people },
    { ...line('registrationFrom', w.registrationFrom, w.registrationFromHint), as: 'date' },
    { ...line('registrationUntil', w.registrationUntil, w.registrationUntilHint), as: 'date', beside: true },
  ];
}

function repeatFields(lang: Lang): Field[] {
  const w = formTexts(lang);
  return [
    {
      name: 'repeat',
      label: w.repeat,
      as: 'select',
      choices: REPEATS.map((value) => ({ value, text: w.repeats[value] })),
    },
    { name: 'until', label: w.until, hint: w.untilHint, as: 'date', optional: true },
    { name: 'count', label: w.count, hint: w.countHint, as: 'number', unit: w.times, optional: true },
    {
      name: 'weekdays',
      label: w.weekdays,
      hint: w.weekdaysHint,
      as: 'boxes',
      choices: w.weekdayNames.map((text, at) => ({ value: String(at), text })),
      optional: true,
    },
    {
      name: 'holidays',
      label: w.holidays,
      as: 'select',
      choices: (['keep', 'skip'] as const).map((value) => ({ value, text: w.holidayChoices[value] })),
    },
    { name: 'except', label: w.except, hint: w.exceptHint, optional: true },
  ];
}

export function allFields(props: Asking): Field[] {
  return [1, 2, 3, 4, 5].flatMap((step) => stepFields(step, props));
}

export function draftPath(id: string, step?: number): string {
  return `/event-drafts/${shortId(id)}${step ? `?step=${step}` : ''}`;
}

/** True when nothing that a step needs is missing. */
function isWritten(step: number, props: HeadProps): boolean {
  return stepFields(step, props).every(
    ({ name, optional }) => optional || FIRST[name] || (props.typed[name] ?? '') !== '',
  );
}

/** Choices that stand even where nobody has chosen. */
const FIRST: Readonly<Record<string, string>> = { repeat: 'none', holidays: 'keep' };

type HeadProps = Pick<DraftProps, 'lang' | 'draft' | 'step' | 'typed' | 'districts'>;

export function draftHead(props: HeadProps): Html {
  const { lang, draft, step } = props;
  const w = formTexts(lang);
  return html`${pageHead({ title: draft.event_id ? w.titleChange : w.title })}${steps({
    label: w.stepsLabel,
    words: w.stepWords,
    steps: w.steps.map((text, at) => ({
      text,
      state: at + 1 === step ? 'now' : at + 1 < step && isWritten(at + 1, props) ? 'done' : 'next',
      ...(at + 1 === step ? {} : { href: draftPath(draft.id, at + 1) }),
    })),
  })}`;
}

export function stepView(props: DraftProps): Html {
  const { lang, draft, typed, step, problem, outline, town } = props;
  const w = formTexts(lang);
  const fields = stepFields(step, props);
  const before = fields.findIndex(({ name }) => name === 'lat');
  const shown = { lang, problem, typed: { ...FIRST, ...typed } };
  return html`${draftHead(props)}${form({
    action: draftPath(draft.id),
    children: html`${onceField()}${hidden('step', step)}${hidden('version', draft.version)}${Object.entries(carried(typed)).map(([name, value]) => hidden(name, value))}${
      before === -1
        ? fieldsOf(fields, shown)
        : html`${fieldsOf(fields.slice(0, before), shown)}${mapField(outline, shown, town)}${fieldsOf(fields.slice(before), shown)}`
    }`,
    buttons: html`${button({ text: w.keep, tone: 'main' })}${step > 1 && linkButton({ href: draftPath(draft.id, step - 1), text: w.back })}`,
  })}`;
}

export interface StartProps {
  lang: Lang;
  drafts: readonly EventDraft[];
  actingName: string;
  /** to speak as somebody else; null: there is nobody */
  others: Html | null;
  reason: string | null;
}

export function startView({ lang, drafts, actingName, others, reason }: StartProps): Html {
  const w = formTexts(lang);
  return html`${pageHead({ title: w.start, lead: w.lead })}<p>${w.asWhom(actingName)}</p>${others}${actButton({
    action: '/event-drafts',
    fields: onceField(),
    text: w.begin,
    tone: 'main',
    ...(reason ? { reason } : {}),
  })}${ownDrafts({
    lang,
    title: w.drafts,
    discard: w.discard,
    drafts: drafts.map((draft) => ({
      title: draft.event_title ? w.change(draft.event_title) : draft.fields.title || w.unnamed,
      href: draftPath(draft.id, 1),
      removal: `${draftPath(draft.id)}/removal`,
      saved_at: draft.saved_at,
    })),
  })}`;
}

/** F1.4 Announcing a showcase and changing it, step by step; calling it off. */
import { actingAsPath, formWords, lastingRecord, onceField, ownDrafts } from '#commons/hubs/index.ts';
import { accessChoices, audienceChoices, fieldChoices } from '#commons/search/index.ts';
import { formatDate, isCivicDay } from '#kernel/dates.ts';
import { carried } from '#kernel/draft-steps.ts';
import { shortId } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import { paragraphs } from '#ui/prose.ts';
import { steps } from '#ui/steps.ts';
import { type District, districtChoices, type Field, fieldsOf } from '../../events/index.ts';
import { showcasePath } from '../addresses.ts';
import { draftWords } from '../draft-words.ts';
import type { ShowcaseDraft } from '../drafts.ts';
import type { Typed } from '../page-parts.ts';
import type { ShownShowcase } from '../queries.ts';
import { EQUIPMENT, KINDS, LIMITS, RULES } from '../showcase.ts';
import { words } from '../words.ts';

export const STEPS = 5;

export interface DraftProps {
  lang: Lang;
  draft: ShowcaseDraft;
  typed: Typed;
  step: number;
  districts: readonly District[];
  problem?: Problem | undefined;
}

type Asking = Pick<DraftProps, 'lang' | 'draft' | 'districts'> & { typed?: Typed };

/** What each step asks; the fifth shows all. How many may come is asked once: afterwards it is the event's. */
export function stepFields(step: number, { lang, draft, districts, typed = draft.fields }: Asking): Field[] {
  const all = words(lang);
  const [w, d] = [all.form, draftWords(lang)];
  const line = (name: string, label: string, hint?: string): Field => ({
    name,
    label,
    optional: true,
    ...(hint ? { hint } : {}),
  });
  const boxes = (name: string, label: string, choices: Field['choices']): Field => ({
    ...line(name, label),
    as: 'boxes',
    choices: choices ?? [],
  });
  if (step === 1)
    return [
      { name: 'kind', label: w.kind, as: 'select', choices: KINDS.map((value) => ({ value, text: all.kinds[value] })) },
      { name: 'title', label: w.name, hint: w.nameExample },
      { name: 'about', label: w.about, as: 'area', limit: LIMITS.about },
      boxes('fields', d.fields, fieldChoices(lang)),
      line('contact', w.contact),
    ];
  if (step === 2) {
    const choices = districtChoices(districts, lang, [typed.district ?? '']);
    return [
      { name: 'date', label: w.date, as: 'date' },
      { name: 'from', label: w.from, as: 'time', beside: true },
      { name: 'to', label: w.to, as: 'time', beside: true },
      { ...line('lastDate', w.lastDate, w.lastDateHint), as: 'date' },
      { name: 'place', label: w.place, hint: w.placeHint },
      { ...line('address', w.address), as: 'area', limit: LIMITS.address },
      ...(choices.length === 0
        ? [line('otherDistrict', d.district)]
        : [
            { ...line('district', d.district), as: 'select' as const, choices },
            line('otherDistrict', d.otherDistrict, d.otherDistrictHint),
          ]),
      { ...line('link', w.link, w.linkHint), as: 'url' },
    ];
  }
  if (step === 3)
    return [
      boxes(
        'equipment',
        w.equipment,
        EQUIPMENT.map((value) => ({ value, text: all.equipment[value] })),
      ),
      { name: 'callUntil', label: w.callUntil, as: 'date' },
      {
        name: 'rule',
        label: w.rule,
        hint: w.ruleHint,
        as: 'select',
        choices: RULES.map((value) => ({ value, text: all.rules[value] })),
      },
      { ...line('ruleNote', w.ruleNote), as: 'area', limit: LIMITS.note },
    ];
  if (step !== 4) return [];
  return [
    boxes('audience', d.audience, audienceChoices(lang)),
    { ...line('fee', d.fee, d.feeHint), as: 'number', unit: d.yen },
    ...(draft.showcase_id ? [] : [{ ...line('capacity', w.capacity, w.capacityHint), as: 'number' as const }]),
    boxes('access', d.access, accessChoices(lang)),
  ];
}

/** Names of all fields, for the summary of what is wrong. */
export function fieldNames(props: Asking): Record<string, string> {
  const fields = [1, 2, 3, 4].flatMap((step) => stepFields(step, props));
  return {
    ...Object.fromEntries(fields.map(({ name, label }) => [name, label])),
    reason: draftWords(props.lang).reason,
  };
}

export function draftPath(id: string, step?: number): string {
  return `/showcase-drafts/${shortId(id)}${step ? `?step=${step}` : ''}`;
}

function draftHead(props: DraftProps): Html {
  const { lang, draft, step, typed } = props;
  const d = draftWords(lang);
  const isWritten = (n: number) =>
    stepFields(n, props).every(({ name, optional }) => optional || (typed[name] ?? '') !== '');
  return html`${pageHead({ title: draftTitle(draft, lang) })}${steps({
    label: d.stepsLabel,
    words: d.stepWords,
    steps: d.steps.map((text, at) => ({
      text,
      state: at + 1 === step ? 'now' : at + 1 < step && isWritten(at + 1) ? 'done' : 'next',
      ...(at + 1 === step ? {} : { href: draftPath(draft.id, at + 1) }),
    })),
  })}`;
}

export function draftTitle(draft: Pick<ShowcaseDraft, 'showcase_id'>, lang: Lang): string {
  const w = words(lang).form;
  return draft.showcase_id ? w.editTitle : w.title;
}

export function stepView(props: DraftProps): Html {
  const { lang, draft, typed, step, problem } = props;
  const d = draftWords(lang);
  return html`${draftHead(props)}${form({
    action: draftPath(draft.id),
    children: html`${onceField()}${hidden('step', step)}${hidden('version', draft.version)}${Object.entries(carried(typed)).map(([name, value]) => hidden(name, value))}${fieldsOf(stepFields(step, props), { lang, typed, problem })}`,
    buttons: html`${button({ text: d.keep, tone: 'main' })}${step > 1 && linkButton({ href: draftPath(draft.id, step - 1), text: d.back })}`,
  })}`;
}

/** The last look before everybody can read it; of a change, with why it moves. */
export function lookView(props: DraftProps & { actingName: string }): Html {
  const { lang, draft, typed, problem, actingName } = props;
  const [w, d] = [words(lang).form, draftWords(lang)];
  const said = [1, 2, 3, 4].map((step) => {
    const told = stepFields(step, props).filter((one) => one.optional !== true || (typed[one.name] ?? '') !== '');
    return section({
      title: d.steps[step - 1]!,
      more: { href: draftPath(draft.id, step), text: `${d.edit}${colon(lang)}${d.steps[step - 1]}` },
      children:
        told.length === 0
          ? html`<p class="meta">${d.missing}</p>`
          : keyValues(
              told.map((one) => [one.name === 'otherDistrict' ? d.district : one.label, shownValue(one, typed, lang)]),
            ),
    });
  });
  const why = textArea(
    {
      name: 'reason',
      label: d.reason,
      hint: d.reasonHint,
      value: typed.reason ?? '',
      rows: 3,
      limit: LIMITS.reason,
      error: errorAt(problem?.items ?? [], 'reason'),
    },
    formWords(lang),
  );
  return html`${draftHead(props)}${said}${form({
    action: `${draftPath(draft.id)}/publication`,
    note: lastingRecord(lang),
    children: html`${onceField()}<p>${draft.showcase_id ? d.lookLead : w.asWhom(actingName)}</p>${draft.showcase_id && why}`,
    buttons: html`${button({ text: draft.showcase_id ? w.save : w.submit, tone: 'main', icon: 'calendar' })}${linkButton({ href: draftPath(draft.id, STEPS - 1), text: d.back })}`,
  })}`;
}

function shownValue(one: Field, typed: Typed, lang: Lang): Html | string {
  const value = typed[one.name] ?? '';
  if (value === '') return html`<span class="meta">${draftWords(lang).missing}</span>`;
  if (one.as === 'date' && isCivicDay(value)) return formatDate(value, lang);
  if (one.choices) {
    const chosen = value.split(',');
    const names = one.choices.filter((choice) => chosen.includes(choice.value)).map(({ text }) => text);
    return names.join(lang === 'en' ? ', ' : '、');
  }
  return one.as === 'area' ? paragraphs(value) : one.unit ? `${value}${lang === 'en' ? ' ' : ''}${one.unit}` : value;
}

export interface StartProps {
  lang: Lang;
  drafts: readonly ShowcaseDraft[];
  actingName: string;
  /** why not; null: one can begin */
  no: string | null;
}

export function startView({ lang, drafts, actingName, no }: StartProps): Html {
  const [w, d] = [words(lang).form, draftWords(lang)];
  const begin = no
    ? notice({
        tone: 'info',
        title: no,
        body: w.needOrganisation,
        actions: linkButton({ text: w.change, href: actingAsPath('/showcases/new') }),
      })
    : html`<p>${w.asWhom(actingName)}</p>${actButton({ action: '/showcase-drafts', fields: onceField(), text: d.begin, tone: 'main' })}`;
  return html`${pageHead({ title: w.title, ...(no ? {} : { lead: d.lead }) })}${begin}${ownDrafts({
    lang,
    title: d.drafts,
    discard: d.discard,
    drafts: drafts.map((draft) => ({
      title: draft.showcase_title ? d.changing(draft.showcase_title) : draft.fields.title || d.unnamed,
      href: draftPath(draft.id, 1),
      removal: `${draftPath(draft.id)}/removal`,
      saved_at: draft.saved_at,
    })),
  })}`;
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

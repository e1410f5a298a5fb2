/** F7.1 Declaring in steps: who, what for, exchange, contact, a last look. */
import { formWords, onceField, ownDrafts } from '#commons/hubs/index.ts';
import { carried } from '#kernel/draft-steps.ts';
import { shortId } from '#kernel/ids.ts';
import { closing, colon, comma, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import { steps } from '#ui/steps.ts';
import type { GroupDraft } from '../drafts.ts';
import { fieldWords } from '../field-words.ts';
import { CONTACT_ITEMS, FIELDS, GROUP_KINDS, LIMITS, type Typed } from '../group.ts';
import { words } from '../words.ts';
import { type Field, fieldsForm } from './forms.ts';
import { fieldNames } from './pieces.ts';

export const STEPS = 5;

/** What each step asks; the fifth shows all. */
export function stepFields(step: number, lang: Lang): Field[] {
  const w = words(lang).draft;
  const f = fieldWords(lang);
  if (step === 1)
    return [
      { name: 'name', label: w.name },
      { name: 'reading', label: w.reading },
      {
        name: 'kind',
        label: w.kind,
        as: 'select',
        choices: GROUP_KINDS.map((value) => ({ value, text: f.kinds[value] })),
      },
      { name: 'number', label: w.number, hint: w.numberHint, optional: true },
      { name: 'founded', label: w.founded, hint: w.foundedHint, optional: true },
      { name: 'memberCount', label: w.memberCount, as: 'number', unit: w.people, optional: true },
    ];
  if (step === 2)
    return [
      { name: 'purpose', label: w.purpose, hint: w.purposeHint, as: 'area', limit: LIMITS.purpose },
      {
        name: 'fields',
        label: w.fields,
        as: 'boxes',
        choices: FIELDS.map((n) => ({ value: String(n), text: f.fields[n - 1]! })),
      },
      { name: 'areas', label: w.areas, hint: w.areasHint, optional: true },
    ];
  const area = (name: string, label: string, hint: string): Field => ({
    name,
    label,
    hint,
    as: 'area',
    limit: LIMITS.text,
    optional: true,
  });
  if (step === 3)
    return [
      area('seeks', w.seeks, w.seeksHint),
      area('offers', w.offers, w.offersHint),
      area('rules', w.rules, w.rulesHint),
      area('accounts', w.accounts, w.accountsHint),
    ];
  const TYPES = { email: 'email', website: 'url', phone: 'tel' } as const;
  return CONTACT_ITEMS.flatMap((item): Field[] => [
    { name: item, label: f.contacts[item], optional: true, as: TYPES[item as keyof typeof TYPES] ?? 'text' },
    { name: `${item}Public`, label: w.isPublic(f.contacts[item]), as: 'box', optional: true },
  ]);
}

/** Names of all fields, for the summary of what is wrong. */
export function draftFieldNames(lang: Lang): Record<string, string> {
  return Object.fromEntries(
    [1, 2, 3, 4].flatMap((step) => stepFields(step, lang).map(({ name, label }) => [name, label])),
  );
}

export function draftPath(id: string, step?: number): string {
  return `/group-drafts/${shortId(id)}${step ? `?step=${step}` : ''}`;
}

export interface DraftProps {
  lang: Lang;
  draft: GroupDraft;
  typed: Typed;
  step: number;
  problem?: Problem | undefined;
}

/** Nothing that has to be there is missing. */
function isWritten(step: number, typed: Typed, lang: Lang): boolean {
  return stepFields(step, lang).every(({ name, optional }) => optional === true || (typed[name] ?? '').trim() !== '');
}

/** A step one has passed, or come back from, counts as written only with everything it needs; otherwise it is still to be done. */
function stateOfStep(step: number, { step: now, typed, lang }: DraftProps): 'done' | 'now' | 'next' {
  if (step === now) return 'now';
  const isBegun = step < now || stepFields(step, lang).some(({ name }) => (typed[name] ?? '').trim() !== '');
  return step < STEPS && isBegun && isWritten(step, typed, lang) ? 'done' : 'next';
}

function head(props: DraftProps): Html {
  const { lang, draft, step } = props;
  const w = words(lang).draft;
  return html`${pageHead({ title: draft.group_id ? w.titleChange : w.title })}${steps({
    label: w.stepsLabel,
    words: w.stepWords,
    steps: w.steps.map((text, at) => ({
      text,
      state: stateOfStep(at + 1, props),
      ...(at + 1 === step ? {} : { href: draftPath(draft.id, at + 1) }),
    })),
  })}`;
}

export function draftView(props: DraftProps): Html {
  return props.step === STEPS ? lookView(props) : stepView(props);
}

function stepView(props: DraftProps): Html {
  const { lang, draft, typed, step, problem } = props;
  const w = words(lang).draft;
  return html`${head(props)}${step === 4 && html`<p>${w.contactLead}</p>`}${fieldsForm({
    lang,
    typed,
    problem,
    action: draftPath(draft.id),
    fields: stepFields(step, lang),
    submit: step === 4 ? w.keepOnly : w.keep,
    hiddenFields: { step, version: draft.version, ...carried(props.typed) },
    ...(step > 1 ? { buttons: linkButton({ href: draftPath(draft.id, step - 1), text: w.back }) } : {}),
  })}`;
}

function lookView(props: DraftProps): Html {
  const { lang, draft, typed, problem } = props;
  const w = words(lang).draft;
  const said = [1, 2, 3, 4].map((step) =>
    section({
      title: w.steps[step - 1]!,
      more: { href: draftPath(draft.id, step), text: `${w.edit}${colon(lang)}${w.steps[step - 1]}` },
      children: keyValues(
        stepFields(step, lang)
          .filter((one) => one.as !== 'box')
          .map((one) => [one.label, shownValue(one, typed, lang)]),
      ),
    }),
  );
  const changed = textField(
    {
      name: 'changed',
      label: w.changed,
      value: typed.changed ?? '',
      error: errorAt(problem?.items ?? [], 'changed'),
    },
    formWords(lang),
  );
  return html`${head(props)}${said}<form class="form" method="post" action="${url(`${draftPath(draft.id)}/publication`)}" novalidate>${onceField()}${draft.group_id && changed}<p>${w.publicRecord}</p><div class="buttons"><button class="button button-main" type="submit">${draft.group_id ? w.publishChange : w.publish}</button>${linkButton({ href: draftPath(draft.id, 4), text: w.back })}</div></form>`;
}

function shownValue(one: Field, typed: Typed, lang: Lang): Html | string {
  const w = words(lang).draft;
  const value = typed[one.name] ?? '';
  if (value === '') return html`<span class="meta">${w.missing}</span>`;
  if (one.as === 'boxes') return fieldNames(value.split(',').map(Number), lang).join(comma(lang));
  if (one.choices) return one.choices.find((choice) => choice.value === value)?.text ?? '';
  const isContact = (CONTACT_ITEMS as readonly string[]).includes(one.name);
  if (isContact && typed[`${one.name}Public`] !== 'yes') return `${value}${opening(lang)}${w.keptNote}${closing(lang)}`;
  return one.as === 'area' ? paragraphs(value) : value;
}

export interface StartProps {
  lang: Lang;
  drafts: readonly GroupDraft[];
  /** the organisation one speaks for; null: oneself */
  actingName: string | null;
  reason: string | null;
}

export function startView({ lang, drafts, actingName, reason }: StartProps): Html {
  const w = words(lang).draft;
  return html`${pageHead({ title: w.start, lead: w.lead })}${actingName && html`<p>${w.asWhom(actingName)}</p>`}${actButton(
    {
      action: '/group-drafts',
      fields: onceField(),
      text: w.begin,
      tone: 'main',
      ...(reason ? { reason } : {}),
    },
  )}${ownDrafts({
    lang,
    title: w.drafts,
    discard: w.discard,
    drafts: drafts.map((draft) => ({
      title: draft.group_name ?? (draft.fields.name || w.unnamed),
      href: draftPath(draft.id, 1),
      removal: `${draftPath(draft.id)}/removal`,
      saved_at: draft.saved_at,
    })),
  })}`;
}

/** F1.1 Writing an entry in steps: what it is about; when, where and for whom; files; a last look. */
import { formWords, onceField, ownDrafts } from '#commons/hubs/index.ts';
import { accessChoices, audienceChoices, fieldChoices } from '#commons/search/index.ts';
import { type KeptOutline, placeOf, placePicker } from '#functions/participation/proposals/index.ts';
import { type Field, fieldHtml } from '#functions/registration/groups/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDate } from '#kernel/dates.ts';
import { carried } from '#kernel/draft-steps.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, radioGroup, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, url } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import { steps } from '#ui/steps.ts';
import { type District, districtChoices } from '../../events/index.ts';
import { draftPath } from '../addresses.ts';
import type { EntryDraft } from '../drafts.ts';
import {
  ATTENDED,
  dayOf,
  ENTRY_KINDS,
  type EntryKind,
  FACTS,
  hasDay,
  isLine,
  LIMITS,
  listIn,
  type Typed,
} from '../entry.ts';
import { words } from '../words.ts';

export const STEPS = 4;
export const FILES_STEP = 3;

/** What each step of a kind asks. */
export function stepFields(
  kind: EntryKind,
  step: number,
  lang: Lang,
  { districts = [], typed = {} }: { districts?: readonly District[]; typed?: Typed } = {},
): Field[] {
  const w = words(lang);
  if (step === 1)
    return [
      { name: 'title', label: w.draft.titleField, hint: w.draft.titleHint },
      { name: 'body', label: w.draft.body, hint: w.draft.bodyHint, as: 'area', limit: LIMITS.body[kind] },
      ...FACTS[kind].map(
        (fact): Field => ({
          name: fact,
          label: w.facts[fact],
          hint: w.factHints[fact],
          optional: true,
          ...(fact === 'url' ? { as: 'url' } : isLine(fact) ? {} : { as: 'area', limit: LIMITS.fact }),
        }),
      ),
    ];
  if (step !== 2) return [];
  const d = w.draft;
  const choices = districtChoices(districts, lang, listIn(typed.districts ?? ''));
  const day = (name: 'startsOn' | 'endsOn', label: string, hint?: string): Field[] =>
    hasDay(kind, name) ? [{ name, label, ...(hint ? { hint } : {}), as: 'date', optional: true }] : [];
  return [
    ...day('startsOn', d.startsOn),
    ...(kind === 'call' ? day('endsOn', d.deadline, d.deadlineHint) : day('endsOn', d.endsOn, d.endsOnHint)),
    { name: 'fields', label: d.fields, as: 'boxes', optional: true, choices: fieldChoices(lang) },
    { name: 'districts', label: d.districts, as: 'boxes', optional: true, choices },
    {
      name: 'otherDistricts',
      label: choices.length > 0 ? d.otherDistricts : d.districts,
      hint: d.districtsHint,
      optional: true,
    },
    { name: 'lat', label: d.lat, hint: d.degreesHint, optional: true },
    { name: 'lng', label: d.lng, optional: true },
    ...(ATTENDED.includes(kind)
      ? ([
          { name: 'audience', label: d.audience, as: 'boxes', optional: true, choices: audienceChoices(lang) },
          { name: 'fee', label: d.fee, hint: d.feeHint, as: 'number', unit: d.yen, optional: true },
          { name: 'accessibility', label: d.accessibility, as: 'boxes', optional: true, choices: accessChoices(lang) },
        ] as Field[])
      : []),
    { name: 'tags', label: d.tags, hint: d.tagsHint, optional: true },
    { name: 'noLetters', label: d.noLetters, as: 'box', optional: true },
  ];
}

/** Names of all fields, for the summary of what is wrong. */
export function draftFieldNames(kind: EntryKind, lang: Lang): Record<string, string> {
  return Object.fromEntries(
    [1, 2].flatMap((step) => stepFields(kind, step, lang).map(({ name, label }) => [name, label])),
  );
}

/** Names that were typed, as the boxes hold them. */
function inBoxes(typed: Typed): Typed {
  return { ...typed, districts: listIn(typed.districts ?? '').join(',') };
}

export interface DraftProps {
  lang: Lang;
  hub: Pick<Hub, 'town'>;
  draft: EntryDraft;
  typed: Typed;
  step: number;
  outline: KeptOutline | null;
  districts: readonly District[];
  problem?: Problem | undefined;
}

export function draftHead({ lang, draft, step }: Pick<DraftProps, 'lang' | 'draft' | 'step'>): Html {
  const w = words(lang);
  return html`${pageHead({ title: draftTitle(draft, lang), lead: w.draft.asWhom(draft.actor_name) })}${steps({
    label: w.draft.stepsLabel,
    words: w.draft.stepWords,
    steps: w.draft.steps.map((text, at) => ({
      text,
      state: at + 1 === step ? 'now' : at + 1 < step ? 'done' : 'next',
      ...(at + 1 === step ? {} : { href: draftPath(draft.id, at + 1) }),
    })),
  })}`;
}

export function draftTitle(draft: Pick<EntryDraft, 'kind' | 'entry_id'>, lang: Lang): string {
  const w = words(lang);
  return draft.entry_id ? w.draft.titleChange : w.draft.title(w.kinds[draft.kind]);
}

/** The first two steps. */
export function stepView(props: DraftProps): Html {
  const { lang, hub, draft, step, outline, problem } = props;
  const typed = inBoxes(props.typed);
  const w = words(lang).draft;
  const point = placeOf({ lat: typed.lat ?? '', lng: typed.lng ?? '', shape: '' }, null);
  const map = step === 2 && placePicker(outline, 'place' in point ? point.place : null, hub.town[lang], lang);
  const asked = stepFields(draft.kind, step, lang, props).filter((one) => one.as !== 'boxes' || one.choices?.length);
  const fields = asked.map(
    (one) =>
      html`${one.name === 'lat' && map}${one.as === 'date' ? dayField(one, props) : fieldHtml(one, { lang, typed, problem })}`,
  );
  return html`${draftHead(props)}${form({
    action: draftPath(draft.id),
    children: html`${onceField()}${hidden('step', step)}${hidden('version', draft.version)}${Object.entries(carried(typed)).map(([name, value]) => hidden(name, value))}${fields}`,
    buttons: html`${button({ text: w.keep, tone: 'main' })}${step > 1 && linkButton({ href: draftPath(draft.id, step - 1), text: w.back })}`,
  })}`;
}

/** What can't be read as a day stays as typed, in a field that shows it. */
function dayField(one: Field, { lang, typed, problem }: DraftProps): Html {
  const value = typed[one.name] ?? '';
  const day = dayOf(value);
  if (day === null && value !== '') return fieldHtml({ ...one, as: 'text' }, { lang, typed, problem });
  return fieldHtml(one, { lang, typed: { ...typed, [one.name]: day ?? '' }, problem });
}

/** The last look, with the files; `files` are shown as they will be. */
export function lookView(props: DraftProps, files: Html | null): Html {
  const { lang, draft, problem } = props;
  const typed = inBoxes(props.typed);
  const w = words(lang).draft;
  const said = [1, 2].map((step) => {
    // What may stay empty and did is no gap.
    const told = stepFields(draft.kind, step, lang, props).filter(
      (one) => one.optional !== true || (typed[one.name] ?? '') !== '',
    );
    return section({
      title: w.steps[step - 1]!,
      more: { href: draftPath(draft.id, step), text: `${w.edit}${colon(lang)}${w.steps[step - 1]}` },
      children:
        told.length === 0
          ? html`<p class="meta">${w.missing}</p>`
          : keyValues(told.map((one) => [one.label, shownValue(one, typed, lang)])),
    });
  });
  const changed = textField(
    { name: 'changed', label: w.changed, value: typed.changed ?? '', error: errorAt(problem?.items ?? [], 'changed') },
    formWords(lang),
  );
  return html`${draftHead(props)}${said}${section({
    title: w.files,
    more: { href: draftPath(draft.id, FILES_STEP), text: `${w.edit}${colon(lang)}${w.files}` },
    children: files ?? html`<p class="meta">${w.noFiles}</p>`,
  })}<form class="form" method="post" action="${url(`${draftPath(draft.id)}/publication`)}" novalidate>${onceField()}${draft.entry_id && changed}<p>${w.publicRecord}</p><div class="buttons">${button({ text: draft.entry_id ? w.publishChange : w.publish, tone: 'main' })}${linkButton({ href: draftPath(draft.id, FILES_STEP), text: w.back })}</div></form>`;
}

function shownValue(one: Field, typed: Typed, lang: Lang): Html | string {
  const value = typed[one.name] ?? '';
  if (value === '') return html`<span class="meta">${words(lang).draft.missing}</span>`;
  if (one.as === 'box') return '✓';
  const day = one.as === 'date' && dayOf(value);
  if (day) return formatDate(day, lang);
  if (one.choices) {
    const chosen = value.split(',');
    const names = one.choices.filter((choice) => chosen.includes(choice.value)).map(({ text }) => text);
    return names.join(lang === 'en' ? ', ' : '、');
  }
  return one.as === 'area' ? paragraphs(value) : value;
}

export interface StartProps {
  lang: Lang;
  drafts: readonly EntryDraft[];
  actingName: string;
  /** to speak as somebody else; null: there is nobody */
  others: Html | null;
  chosen: string;
  reason: string | null;
  problem?: Problem | undefined;
}

export function startView({ lang, drafts, actingName, others, chosen, reason, problem }: StartProps): Html {
  const w = words(lang);
  return html`${pageHead({ title: w.draft.start, lead: w.draft.lead })}<p>${w.draft.asWhom(actingName)}</p>${others}${form(
    {
      action: '/entry-drafts',
      children: html`${onceField()}${radioGroup(
        {
          name: 'kind',
          label: w.draft.kind,
          required: true,
          value: chosen,
          error: errorAt(problem?.items ?? [], 'kind'),
          choices: ENTRY_KINDS.map((value) => ({ value, text: w.kinds[value], hint: w.kindHints[value] })),
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.draft.begin, tone: 'main', icon: 'edit', ...(reason ? { reason } : {}) }),
    },
  )}${ownDrafts({
    lang,
    title: w.draft.drafts,
    discard: w.draft.discard,
    drafts: drafts.map((draft) => ({
      title: draft.entry_title ?? (draft.fields.title || w.draft.unnamed),
      href: draftPath(draft.id, 1),
      removal: `${draftPath(draft.id)}/removal`,
      saved_at: draft.saved_at,
      about: `${w.kinds[draft.kind]}・${draft.actor_name}`,
    })),
  })}`;
}

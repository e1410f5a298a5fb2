/** Pages on which a proposal is begun, written, looked at before it is public, and taken back. */

import type { AttachedFile } from '#commons/files/index.ts';
import type { HubRules } from '#commons/hubs/index.ts';
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, formatFiscalYear, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, buttons, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldId } from '#ui/field-frame.ts';
import { form, hidden, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { list, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, meta, prose } from '#ui/prose.ts';
import { budgetYear, type Round, roundName } from '../../rounds/index.ts';
import { consentWords } from '../consent-words.ts';
import type { Draft } from '../drafts.ts';
import { mapWords } from '../map-words.ts';
import type { KeptOutline } from '../outline-queries.ts';
import { degreesText, placeOf } from '../place.ts';
import type { DraftFields } from '../proposal.ts';
import type { PolicyChoice, ShownProposal } from '../queries.ts';
import { words } from '../words.ts';
import { attachedSection, draftAttachments, publicFiles } from './attachment-pages.ts';
import { placeFields } from './place-fields.ts';
import { proposalText } from './show.ts';

export interface StartProps {
  lang: Lang;
  round: Round | null;
  drafts: readonly Draft[];
  actingName: string;
  reason: string | null;
}

export function startPage(props: StartProps): Html {
  const { lang, round } = props;
  const w = words(lang).start;
  return html`${pageHead({ title: w.title, lead: w.lead })}${section({
    title: w.how,
    children: html`<ol class="next-steps">${w.steps.map((step) => html`<li>${step}</li>`)}</ol>`,
  })}${notice({
    tone: 'info',
    title: w.publicRecord,
    body: html`<p>${w.asWhom(props.actingName)}</p>${round && html`<p>${w.goesInto(roundName(round, lang), formatDate(tokyoDate(new Date(round.debating_at.getTime() - 1)), lang, 'short'))}</p><p>${w.budget(formatFiscalYear(budgetYear(round), lang))}</p>`}`,
  })}${form({
    action: '/proposal-drafts',
    children: onceField(),
    buttons: button({ text: w.begin, tone: 'main', icon: 'edit', ...(props.reason ? { reason: props.reason } : {}) }),
  })}${props.drafts.length > 0 && section({ title: w.drafts, children: list(props.drafts.map((draft) => listedDraft(draft, lang))) })}<p>${link('/proposal-requests', w.requests)}</p>`;
}

function listedDraft(draft: Draft, lang: Lang): Html {
  const w = words(lang).start;
  return listItem({
    title: draft.fields.title || w.untitled,
    href: `/proposal-drafts/${draft.id}`,
    meta: `${draft.actor_name}・${w.saved(formatDateTime(draft.saved_at, lang, 'short'))}${draft.proposal_id ? `・${w.revision}` : ''}`,
  });
}

/** The fields by the words over them. */
export function fieldLabels(lang: Lang): Record<string, string> {
  const w = words(lang).form;
  const { kind, problem, proposal, effect, roles, cost, area, policy, changed } = w;
  return {
    kind,
    title: w.titleField,
    problem,
    proposal,
    effect,
    roles,
    cost,
    area,
    policyId: policy,
    changed,
    ...placeLabels(lang),
  };
}

function placeLabels(lang: Lang): Record<'lat' | 'lng' | 'shape', string> {
  const { lat, lng, shape } = mapWords(lang).form;
  return { lat, lng, shape };
}

export interface EditProps {
  lang: Lang;
  origin: string;
  draft: Draft;
  /** what was typed, when it differs from what is saved */
  typed: DraftFields;
  limits: HubRules['limits'];
  policies: readonly PolicyChoice[];
  files: readonly AttachedFile[];
  outline: KeptOutline | null;
  town: string;
  problem?: Problem;
}

export function editPage(props: EditProps): Html {
  const { lang, draft, typed, limits } = props;
  const w = words(lang).form;
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  const at = `/proposal-drafts/${draft.id}`;
  const area = (name: keyof DraftFields, label: string, hint: string, limit: number, rows: number, required = false) =>
    textArea({ name, label, hint, value: typed[name], limit, rows, required, error: errorAt(errors, name) }, f);
  return html`${pageHead({ title: draft.proposal_id ? w.titleRevision : w.title })}${stored(props)}${form({
    action: at,
    draft: { save: at, words: { saving: w.saving, saved: w.savedAt, offline: w.notSaved, failed: w.newer } },
    children: html`${hidden('version', draft.version)}${radioGroup(
      {
        name: 'kind',
        label: w.kind,
        required: true,
        value: typed.kind,
        error: errorAt(errors, 'kind'),
        choices: (['project', 'plan'] as const).map((value) => ({
          value,
          text: words(lang).kinds[value],
          hint: words(lang).kindHints[value],
        })),
      },
      f,
    )}${textField({ name: 'title', label: w.titleField, hint: w.titleHint, example: w.titleExample, required: true, value: typed.title, error: errorAt(errors, 'title') }, f)}${area(
      'problem',
      w.problem,
      w.problemHint,
      limits.problem,
      6,
      true,
    )}${area('proposal', w.proposal, w.proposalHint, limits.proposal, 8, true)}${area('effect', w.effect, w.effectHint, limits.detail, 4)}${area(
      'roles',
      w.roles,
      w.rolesHint,
      limits.detail,
      4,
    )}${area('cost', w.cost, w.costHint, limits.detail, 2)}${area('area', w.area, w.areaHint, limits.detail, 2)}${placeFields({ lang, town: props.town, outline: props.outline, typed, errors })}${selectField(
      {
        name: 'policyId',
        label: w.policy,
        hint: w.policyHint,
        value: typed.policyId,
        empty: w.noPolicy,
        error: errorAt(errors, 'policyId'),
        choices: props.policies.map((policy) => ({ value: policy.id, text: `${policy.code} ${policy.title}` })),
      },
      f,
    )}${draft.proposal_id && area('changed', w.changed, w.changedHint, limits.detail, 3, true)}${draftAttachments(props.files, lang)}`,
    buttons: buttons(
      button({ text: w.preview, tone: 'main', name: 'next', value: 'preview' }),
      button({ text: w.save, name: 'next', value: 'stay' }),
    ),
  })}${
    !draft.proposal_id &&
    section({
      title: consentWords(lang).coProposers,
      lead: w.coProposersHint,
      children: html`<p>${link(`${at}/co-proposers`, w.coProposers)}</p>`,
    })
  }${section({
    title: w.share,
    lead: w.shareHint,
    children: html`<p><a href="/shared-drafts/${draft.share_key}">${props.origin}/shared-drafts/${draft.share_key}</a></p>`,
  })}${form({ action: `${at}/removal`, children: onceField(), buttons: button({ text: w.discard, small: true }) })}`;
}

/** After a conflict: what is saved, beside what was typed into the form. */
function stored({ lang, draft, problem }: EditProps): Html | null {
  if (!problem?.items.some((item) => item.code === 'edited-elsewhere')) return null;
  return section({ title: words(lang).form.storedTitle, children: proposalText(draft.fields, lang) });
}

export interface PreviewProps {
  lang: Lang;
  draft: Draft;
  round: Round | null;
  files: readonly AttachedFile[];
  /** what would be refused as it stands */
  problem: Problem | null;
}

export function previewPage(props: PreviewProps): Html {
  const { lang, draft, round, files } = props;
  const w = words(lang).preview;
  const text = html`<article class="card"><h2>${draft.fields.title}</h2>${meta(words(lang).kinds[draft.fields.kind])}${proposalText(draft.fields, lang)}${placeLine(draft, lang)}${attachedSection(files, lang)}</article>`;
  if (props.problem) return html`${pageHead({ title: w.title })}${toMend(props.problem, draft, lang)}${text}`;
  return confirmPanel({
    title: w.title,
    content: html`${text}<h2>${w.recordTitle}</h2>`,
    consequences: [
      w.asWhom(draft.actor_name),
      ...(round && !draft.proposal_id ? [w.round(roundName(round, lang))] : []),
      w.keep,
      ...(draft.proposal_id ? [w.changedText] : []),
      w.named,
      ...(placeLine(draft, lang) ? [w.place] : []),
      ...publicFiles(files, lang),
    ],
    action: `/proposal-drafts/${draft.id}/publication`,
    fields: html`${onceField()}${hidden('version', draft.version)}`,
    confirm: { text: draft.proposal_id ? w.publishRevision : w.publish },
    cancel: { href: `/proposal-drafts/${draft.id}`, text: w.back },
  });
}

/** What has to be put right before it can be public, each leading to its field. */
function toMend({ items }: Problem, draft: Draft, lang: Lang): Html {
  const w = words(lang).preview;
  const names = fieldLabels(lang);
  const at = `/proposal-drafts/${draft.id}`;
  const lines = items.map(({ field, message }) =>
    field && names[field] ? link(`${at}#${fieldId(field)}`, labelled(names[field], message, lang)) : message,
  );
  return notice({
    tone: 'warn',
    title: w.mend,
    body: html`<ul>${lines.map((one) => html`<li>${one}</li>`)}</ul>`,
    actions: linkButton({ text: w.back, href: at, tone: 'main' }),
  });
}

/** Where it is about, in degrees; nothing while that can't stand. */
function placeLine(draft: Draft, lang: Lang): Html | null {
  const found = placeOf(draft.fields, null);
  if (!('place' in found) || !found.place) return null;
  return html`<p>${mapWords(lang).place.degrees(degreesText(found.place))}</p>`;
}

export function sharedPage(draft: Draft, files: readonly AttachedFile[], lang: Lang): Html {
  const w = words(lang);
  return html`${pageHead({ title: draft.fields.title || w.start.untitled, meta: draft.actor_name })}${notice({
    tone: 'info',
    title: w.preview.sharedText,
  })}${proposalText(draft.fields, lang)}${attachedSection(files, lang, draft.share_key)}`;
}

export function withdrawPage(
  proposal: ShownProposal,
  typed: string,
  problem: Problem | undefined,
  lang: Lang,
  longest: number,
): Html {
  const w = words(lang).withdraw;
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  return confirmPanel({
    title: w.title,
    lead: w.lead,
    content: prose(html`<p><strong>${proposal.title}</strong></p>`),
    consequences: w.consequences,
    action: `${at}/withdrawal`,
    fields: html`${onceField()}${textArea(
      {
        name: 'reason',
        label: w.reason,
        hint: w.reasonHint,
        required: true,
        value: typed,
        limit: longest,
        error: errorAt(problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    confirm: { text: w.confirm },
    cancel: { href: at, text: w.back },
  });
}

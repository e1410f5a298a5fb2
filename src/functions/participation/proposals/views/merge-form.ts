/** The form in which one side suggests a merge: with whom, which way, what becomes of it, and a common text where they want one. */
import type { HubRules } from '#commons/hubs/index.ts';
import { formWords, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { closing, colon, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, buttons, linkButton } from '#ui/button.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, selectField, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { link } from '#ui/prose.ts';
import { WAYS, type Way } from '../merge.ts';
import { mergeWords } from '../merge-words.ts';
import type { ProposalText } from '../proposal.ts';
import type { ShownProposal } from '../queries.ts';
import { words } from '../words.ts';

export interface TypedMerge extends ProposalText {
  otherId: string;
  way: Way;
  plan: string;
}

export interface MergeFormProps {
  lang: Lang;
  proposal: ShownProposal;
  others: readonly { id: string; title: string; actor_name: string }[];
  typed: TypedMerge;
  limits: HubRules['limits'];
  problem?: Problem | undefined;
}

/** The fields by the words over them. */
export function mergeFieldLabels(lang: Lang): Record<string, string> {
  const w = mergeWords(lang).new;
  const f = words(lang).form;
  const { problem, proposal, effect, roles, cost, area } = f;
  return {
    otherId: w.other,
    way: w.way,
    plan: w.plan,
    title: f.titleField,
    problem,
    proposal,
    effect,
    roles,
    cost,
    area,
  };
}

export function mergeForm(props: MergeFormProps): Html {
  const { lang, proposal, others, typed, limits } = props;
  const w = mergeWords(lang).new;
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  const at = `/proposals/${ref(proposal.id, proposal.title)}`;
  const until = w.until(formatDate(tokyoDate(new Date(proposal.round.drafting_at.getTime() - 1)), lang, 'short'));
  const head = pageHead({
    title: w.title,
    lead: w.lead,
    meta: html`${w.ours}${colon(lang)}${link(at, proposal.title)}　${until}`,
  });
  if (others.length === 0)
    return html`${head}${empty({ title: w.noOther, act: linkButton({ href: at, text: w.back }) })}`;
  return html`${head}<ul class="consequences">${w.consequences.map((item) => html`<li>${item}</li>`)}</ul>${form({
    action: `${at}/merges`,
    note: publicRecord(lang),
    children: html`${onceField()}${selectField(
      {
        name: 'otherId',
        label: w.other,
        hint: w.otherHint,
        required: true,
        value: typed.otherId,
        error: errorAt(errors, 'otherId'),
        choices: others.map((one) => ({
          value: one.id,
          text: `${one.title}${opening(lang)}${one.actor_name}${closing(lang)}`,
        })),
      },
      f,
    )}${radioGroup(
      {
        name: 'way',
        label: w.way,
        required: true,
        value: typed.way,
        error: errorAt(errors, 'way'),
        choices: WAYS.map((value) => ({ value, text: w.ways[value] })),
      },
      f,
    )}${textArea({ name: 'plan', label: w.plan, hint: w.planHint, required: true, rows: 5, limit: limits.reason, value: typed.plan, error: errorAt(errors, 'plan') }, f)}${disclosure(
      {
        summary: w.commonTitle,
        open: typed.way === 'common-text',
        body: html`<p>${w.commonLead}</p>${commonFields(props)}`,
      },
    )}`,
    buttons: buttons(button({ text: w.send, tone: 'main' }), linkButton({ href: at, text: w.back })),
  })}`;
}

function commonFields({ lang, typed, limits, problem }: MergeFormProps): Html {
  const w = words(lang).form;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const area = (name: keyof ProposalText, label: string, limit: number, rows: number) =>
    textArea({ name, label, rows, limit, plain: true, value: typed[name], error: errorAt(errors, name) }, f);
  return html`${textField({ name: 'title', label: w.titleField, plain: true, value: typed.title, error: errorAt(errors, 'title') }, f)}${area(
    'problem',
    w.problem,
    limits.problem,
    5,
  )}${area('proposal', w.proposal, limits.proposal, 7)}${area('effect', w.effect, limits.detail, 3)}${area(
    'roles',
    w.roles,
    limits.detail,
    3,
  )}${area('cost', w.cost, limits.detail, 2)}${area('area', w.area, limits.detail, 2)}`;
}

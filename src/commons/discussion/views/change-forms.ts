/** F9.2 Forms with which somebody changes what it said itself: rewrite, add, withdraw. */
import { formWords, type HubRules, onceField, publicRecord } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { paragraphs } from '#ui/prose.ts';
import { opinionHref } from '../addresses.ts';
import type { OpinionKind } from '../discussion.ts';
import { words } from '../words.ts';

export interface ChangeProps {
  lang: Lang;
  opinion: { id: string; kind: OpinionKind; version: number; body: string };
  /** where one came from */
  back: string;
  limits: HubRules['limits'];
  problem?: Problem;
}

const isEntry = (kind: OpinionKind) => kind === 'opinion' || kind === 'question' || kind === 'explanation';

export function revisionForm(props: ChangeProps & { typed: { body: string; reason: string } }): Html {
  const { lang, opinion, typed, limits } = props;
  const w = words(lang);
  const f = formWords(lang);
  const errors = props.problem?.items ?? [];
  const short = opinion.kind === 'opinion' || opinion.kind === 'question';
  return html`${pageHead({ title: w.change.reviseTitle, lead: w.change.reviseLead })}${form({
    action: `${opinionHref(opinion.id)}/revision`,
    children: html`${onceField()}${hidden('version', opinion.version)}${textArea(
      {
        name: 'body',
        label: w.kinds[opinion.kind],
        required: true,
        rows: 5,
        value: typed.body,
        limit: short ? limits.opinion : limits.reply,
        error: errorAt(errors, 'body'),
      },
      f,
    )}${
      isEntry(opinion.kind) &&
      textArea(
        {
          name: 'reason',
          label: opinion.kind === 'explanation' ? w.write.source : w.write.reason,
          rows: 3,
          value: typed.reason,
          limit: limits.reason,
          error: errorAt(errors, 'reason'),
        },
        f,
      )
    }${publicRecord(lang)}`,
    buttons: html`${button({ text: w.change.reviseSubmit, tone: 'main' })}${linkButton({ text: w.change.back, href: props.back })}`,
  })}`;
}

export function amendmentForm(props: ChangeProps & { typed: string }): Html {
  const { lang, opinion, limits } = props;
  const w = words(lang).change;
  return html`${pageHead({ title: w.amendTitle, lead: w.amendLead })}<blockquote class="voice-quote">${paragraphs(opinion.body)}</blockquote>${form(
    {
      action: `${opinionHref(opinion.id)}/amendment`,
      children: html`${onceField()}${textArea(
        {
          name: 'amendment',
          label: w.amendField,
          hint: w.amendHint,
          required: true,
          rows: 4,
          value: props.typed,
          limit: limits.opinion,
          error: errorAt(props.problem?.items ?? [], 'amendment'),
        },
        formWords(lang),
      )}${publicRecord(lang)}`,
      buttons: html`${button({ text: w.amendSubmit, tone: 'main' })}${linkButton({ text: w.back, href: props.back })}`,
    },
  )}`;
}

export function withdrawalForm(props: ChangeProps & { typed: string }): Html {
  const { lang, opinion, limits } = props;
  const w = words(lang).change;
  return confirmPanel({
    title: w.withdrawTitle,
    lead: w.withdrawLead,
    content: html`<blockquote class="voice-quote">${paragraphs(opinion.body)}</blockquote>`,
    consequences: w.withdrawConsequences,
    action: `${opinionHref(opinion.id)}/withdrawal`,
    fields: html`${onceField()}${textArea(
      {
        name: 'reason',
        label: w.withdrawReason,
        hint: w.withdrawHint,
        required: true,
        rows: 3,
        value: props.typed,
        limit: limits.reason,
        error: errorAt(props.problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    confirm: { text: w.withdrawSubmit, tone: 'danger' },
    cancel: { href: props.back, text: w.back },
  });
}

/** F9.5 Pages of the annex: another reason for an entry; and all that is left in one act, where nobody edits. */
import { formWords, onceField, publicRecord } from '#commons/hubs/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link, paragraphs } from '#ui/prose.ts';
import type { DebateDesk, Desk } from '../desk.ts';
import type { HandledOpinion } from '../opinion-queries.ts';
import { words } from '../words.ts';
import { partPath, statementPath } from './paths.ts';
import { quote } from './pieces.ts';

export interface AnnexReasonProps {
  lang: Lang;
  desk: DebateDesk;
  opinion: HandledOpinion;
  reason: string;
  limit: number;
  problem?: Problem;
}

export function annexReasonPage({ lang, desk, opinion, reason, limit, problem }: AnnexReasonProps): Html {
  const w = words(lang);
  const at = partPath(desk.round.id, desk.debate);
  const conflict = problem?.items.some((item) => item.code === 'reason-elsewhere') ?? false;
  return html`${pageHead({ title: w.annex.editTitle, meta: link(`${at}/workshop?show=annexed`, w.form.back) })}${quote(
    opinion,
    lang,
    {
      within: 'annex',
    },
  )}${conflict && section({ title: w.annex.theirs, children: paragraphs(opinion.annex_reason ?? '') })}${form({
    action: `${at}/annex/${opinion.id}`,
    note: publicRecord(lang),
    children: html`${onceField()}${hidden('version', opinion.annex_version ?? 1)}${textArea(
      {
        name: 'reason',
        label: w.workshop.annexReason,
        hint: w.workshop.annexReasonHint,
        required: true,
        rows: 4,
        value: reason,
        limit,
        error: errorAt(problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    buttons: button({ text: w.annex.save, tone: 'main' }),
  })}`;
}

export interface StandInProps {
  lang: Lang;
  desk: Desk;
  uncovered: number;
  reason: string;
  limit: number;
  problem?: Problem;
}

export function standInPage({ lang, desk, uncovered, reason, limit, problem }: StandInProps): Html {
  const w = words(lang);
  const at = statementPath(desk.round.id);
  return confirmPanel({
    title: w.annex.standInTitle,
    lead: w.annex.standInLead,
    consequences: [w.annex.standInCount(formatNumber(uncovered)), ...w.annex.standInConsequences],
    action: `${at}/annex`,
    fields: html`${onceField()}${textArea(
      {
        name: 'reason',
        label: w.annex.reason,
        hint: w.workshop.annexReasonHint,
        required: true,
        rows: 4,
        value: reason,
        limit,
        error: errorAt(problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    confirm: { text: w.annex.confirm },
    cancel: { href: at, text: w.annex.cancel },
  });
}

/** X4: the page of one decision: for everybody, what was decided and why; for those concerned, their words and the way to appeal. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues, list } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { decisionPath } from '../addresses.ts';
import type { ShownAppeal, WholeDecision } from '../decision-queries.ts';
import { REASON_MAX } from '../moderation.ts';
import { words } from '../words.ts';
import { appealChip } from './log.ts';
import { kindName, outcomeText } from './names.ts';

export interface DecisionProps {
  lang: Lang;
  decision: WholeDecision;
  /** the reader's own words, where they are what this is about */
  own: string | null;
  /** what this reader can do: appeal until that day, be told why not, sign in, or nothing */
  appeal: { until: string } | { reason: string } | 'sign-in' | null;
  typed: string;
  problem?: Problem;
}

const HOUR = 3_600_000;

/** A span of time in whole hours, from two days on in days. */
export function spanOf(ms: number, lang: Lang): string {
  const w = words(lang).figures;
  const hours = Math.max(1, Math.round(ms / HOUR));
  return hours < 48 ? w.hours(formatNumber(hours)) : w.days(formatNumber(Math.round(hours / 24)));
}

export function decisionTitle(decision: WholeDecision, lang: Lang): string {
  const w = words(lang);
  return w.decision.title(kindName(decision.kind, lang), outcomeText(decision.kind, decision.outcome, lang));
}

export function decisionView(props: DecisionProps): Html {
  const { lang, decision, own } = props;
  const w = words(lang);
  const { decision: d } = w;
  return html`${pageHead({
    above: chips([chip('info', w.grounds[decision.ground]), appealChip(decision, lang)]),
    title: decisionTitle(decision, lang),
  })}${keyValues([
    [d.by, w.moderator(decision.office, `${decision.number}`)],
    [d.at, formatDateTime(decision.decided_at, lang)],
    [d.took, spanOf(decision.decided_at.getTime() - decision.opened_at.getTime(), lang)],
    [d.ground, w.grounds[decision.ground]],
    [d.reason, paragraphs(decision.reason)],
    [d.about, decision.path ? link(decision.path, d.see) : d.untold],
    [d.kept, decision.kept_until && formatDate(decision.kept_until, lang)],
  ])}${
    own !== null &&
    section({ title: d.yoursText, children: html`<blockquote class="voice-quote">${paragraphs(own)}</blockquote>` })
  }${section({
    title: d.appeals,
    id: 'appeals',
    children:
      decision.appeals.length === 0
        ? html`<p>${d.noAppeals}</p>`
        : list(decision.appeals.map((appeal) => shownAppeal(appeal, lang))),
  })}${appealing(props)}`;
}

function shownAppeal(appeal: ShownAppeal, lang: Lang): Html {
  const w = words(lang).decision;
  return html`<p><strong>${w.sides[appeal.side]}</strong>・${formatDateTime(new Date(appeal.filed_at), lang, 'short')}</p>${
    appeal.outcome === null
      ? html`<p>${w.waiting}</p>`
      : html`<p>${w.settled[appeal.outcome]}${opening(lang)}${w.settledBy(`${appeal.number}`)}・${formatDateTime(new Date(appeal.settled_at!), lang, 'short')}${closing(lang)}</p>${paragraphs(appeal.answer)}`
  }`;
}

function appealing({ lang, decision, appeal, typed, problem }: DecisionProps): Html | null {
  if (appeal === null) return null;
  const w = words(lang).decision;
  if (appeal === 'sign-in')
    return html`<p>${link(`/sign-in?next=${encodeURIComponent(decisionPath(decision.id))}`, w.signIn)}</p>`;
  if ('reason' in appeal) return notice({ tone: 'info', title: appeal.reason });
  return section({
    title: w.appealTitle,
    lead: w.appealLead(appeal.until),
    id: 'appeal',
    children: form({
      action: `${decisionPath(decision.id)}/appeals`,
      label: w.appealTitle,
      children: html`${onceField()}${textArea(
        {
          name: 'reason',
          label: w.appealReason,
          required: true,
          rows: 5,
          limit: REASON_MAX,
          value: typed,
          error: errorAt(problem?.items ?? [], 'reason'),
        },
        formWords(lang),
      )}`,
      buttons: button({ text: w.appealSubmit, tone: 'main' }),
    }),
  });
}

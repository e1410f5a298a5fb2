/** X4: the page of a report that was made without signing in. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { copyLink } from '#ui/disclosure.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link, paragraphs } from '#ui/prose.ts';
import { decisionPath } from '../addresses.ts';
import { REASON_MAX } from '../moderation.ts';
import type { ShownReport } from '../own-report.ts';
import { ownReportWords } from '../own-report-words.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';

export interface OwnReportProps {
  lang: Lang;
  report: ShownReport;
  /** of this page */
  path: string;
  /** until when an appeal may be made; null where none may */
  appealUntil: string | null;
  typed: string;
  problem?: Problem;
}

export function ownReportView(props: OwnReportProps): Html {
  const { lang, report } = props;
  const w = ownReportWords(lang);
  const all = words(lang);
  const { decision_id: decisionId, outcome } = report;
  return html`${pageHead({ title: w.title, lead: w.lead })}${keyValues([
    [w.sent, formatDate(tokyoDate(report.sent_at), lang)],
    [w.about, link(report.path, report.title)],
    [all.decision.ground, all.grounds[report.ground]],
    [w.state, outcome ? stands(report, all.outcomes[outcome], all.log.reversed) : waits(report, lang)],
    [all.decision.reason, report.reason && paragraphs(report.reason)],
  ])}${decisionId && html`<p>${linkButton({ href: decisionPath(decisionId), text: w.toDecision })}</p>`}${
    report.appealed && !report.reversed_at && notice({ tone: 'info', title: w.appealSent })
  }${props.appealUntil !== null && appealForm(props, props.appealUntil)}`;
}

/** For whoever wrote a letter without an account. */
export function ownLetterView(props: OwnReportProps): Html {
  const { lang, report } = props;
  const w = privateWords(lang);
  const all = words(lang);
  const { decision_id: decisionId, outcome, stopped_until: until } = report;
  return html`${pageHead({ title: w.ownLetter.title, lead: w.ownLetter.lead })}${keyValues([
    [all.log.outcome, outcome && stands(report, w.outcomes[outcome], all.log.reversed)],
    [all.decision.ground, all.grounds[report.ground]],
    [all.decision.reason, report.reason && paragraphs(report.reason)],
    [w.ownLetter.stoppedUntil, until && w.ownLetter.until(formatDate(tokyoDate(until), lang))],
  ])}<p>${w.ownLetter.notYou}</p>${decisionId && html`<p>${linkButton({ href: decisionPath(decisionId), text: ownReportWords(lang).toDecision })}</p>`}${
    report.appealed && !report.reversed_at && notice({ tone: 'info', title: ownReportWords(lang).appealSent })
  }${props.appealUntil !== null && appealForm(props, props.appealUntil)}`;
}

/** What was decided, and that it didn't stay so. */
function stands({ reversed_at: reversed }: ShownReport, outcome: string, overturned: string): Html {
  return html`${outcome}${reversed && html`<br>${overturned}`}`;
}

function waits({ answer_by }: ShownReport, lang: Lang): string {
  const w = ownReportWords(lang);
  return answer_by ? w.asking(formatDate(tokyoDate(new Date(answer_by.getTime() - 1)), lang)) : w.waiting;
}

function appealForm({ lang, path, typed, problem }: OwnReportProps, until: string): Html {
  const w = words(lang).decision;
  return section({
    title: w.appealTitle,
    lead: w.appealLead(until),
    id: 'appeal',
    children: form({
      action: `${path}/appeals`,
      label: w.appealTitle,
      children: textArea(
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
      ),
      buttons: button({ text: w.appealSubmit, tone: 'main' }),
    }),
  });
}

/** On the page that says thank you: where the result will be. */
export function ownReportAddress(origin: string, path: string, lang: Lang): Html {
  const w = ownReportWords(lang);
  return html`<p>${w.keep}</p>${copyLink({ url: origin + path, text: w.copy, done: w.copied, label: w.address, id: 'own-report' })}<p>${link(path, w.toReport)}</p>`;
}

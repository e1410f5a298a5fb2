/** X4: the page on which another moderator looks again at a decision that was appealed against. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDateTime } from '#kernel/dates.ts';
import { closing, type Lang, opening } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { paragraphs } from '#ui/prose.ts';
import { appealPath } from '../addresses.ts';
import type { Appeal, WholeDecision } from '../decision-queries.ts';
import { deskWords } from '../desk-words.ts';
import { isPrivate, type Moderated } from '../kinds.ts';
import { APPEAL_OUTCOMES, REASON_MAX } from '../moderation.ts';
import { privateWords } from '../private-words.ts';
import { words } from '../words.ts';
import { kindName, outcomeText } from './names.ts';
import { quotedThing } from './report.ts';

export interface SettleProps {
  lang: Lang;
  appeal: Appeal;
  decision: WholeDecision;
  thing: Moderated | null;
  typed: { outcome: string; answer: string };
  /** why this reader can't settle it, as a sentence: said before anything is written */
  reason: string | null;
  problem?: Problem;
}

export function settleView(props: SettleProps): Html {
  const { lang, appeal, decision, thing } = props;
  const w = deskWords(lang).settle;
  const log = words(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${thing && section({ title: w.text, children: quotedThing(thing) })}${section(
    {
      title: w.first,
      children: keyValues([
        [
          log.log.outcome,
          log.log.item(kindName(decision.kind, lang), outcomeText(decision.kind, decision.outcome, lang)),
        ],
        [log.decision.ground, log.grounds[decision.ground]],
        [log.decision.reason, paragraphs(decision.reason)],
        [log.decision.at, formatDateTime(decision.decided_at, lang)],
        [log.decision.by, log.moderator(decision.office, `${decision.number}`)],
      ]),
    },
  )}${section({ title: `${w.appeal}${opening(lang)}${log.decision.sides[appeal.side]}${closing(lang)}`, children: paragraphs(appeal.reason) })}${
    props.reason === null
      ? settleForm(props)
      : html`<p>${button({ text: w.submit, reason: props.reason })}</p><p>${linkButton({ text: deskWords(lang).decide.back, href: '/moderation' })}</p>`
  }`;
}

function settleForm({ lang, appeal, decision, typed, problem }: SettleProps): Html {
  const w = deskWords(lang).settle;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const hints = isPrivate(decision.kind) ? privateWords(lang).settleHints : w.hints;
  return html`${form({
    action: appealPath(appeal.id),
    note: lastingRecord(lang),
    label: w.title,
    children: html`${onceField()}${radioGroup(
      {
        name: 'outcome',
        label: w.outcome,
        hint: hints[decision.outcome === 'asked' && appeal.side === 'author' ? 'unasked' : decision.outcome],
        required: true,
        value: typed.outcome,
        error: errorAt(errors, 'outcome'),
        choices: APPEAL_OUTCOMES.map((value) => ({ value, text: w.outcomes[value] })),
      },
      f,
    )}${textArea(
      {
        name: 'answer',
        label: w.answer,
        hint: deskWords(lang).decide.reasonHint,
        required: true,
        rows: 4,
        limit: REASON_MAX,
        value: typed.answer,
        error: errorAt(errors, 'answer'),
      },
      f,
    )}`,
    buttons: html`${button({ text: w.submit, tone: 'main' })}${linkButton({ text: deskWords(lang).decide.back, href: '/moderation' })}`,
  })}`;
}

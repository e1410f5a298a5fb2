/** F9.5, P2 Raising one's hand as an editor, and lowering it. */
import { formWords, onceField, publicRecord } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, textArea } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import type { Round } from '../../rounds/index.ts';
import type { Reason } from '../statement.ts';
import { words } from '../words.ts';
import { statementPath } from './paths.ts';
import { day, reasonText } from './pieces.ts';

export interface HandProps {
  lang: Lang;
  round: Round;
  /** the hand that is up, with its word */
  hand: { why: string; raised_at: Date } | null;
  why: string;
  limit: number;
  /** why a hand can't be raised, or the word changed, now */
  no: Reason | null;
  problem?: Problem;
}

export function handPage(props: HandProps): Html {
  const { lang, round, hand, no } = props;
  const w = words(lang).hand;
  const at = `${statementPath(round.id)}/hand`;
  const act = {
    text: hand ? w.change : w.submit,
    tone: hand ? ('plain' as const) : ('main' as const),
    icon: 'hand' as const,
  };
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    hand && notice({ tone: 'success', title: w.raised, body: html`<p>${w.raisedSince(day(hand.raised_at, lang))}</p>` })
  }${section({ title: w.what, children: html`<ul>${w.steps.map((step) => html`<li>${step}</li>`)}</ul>` })}${notice({
    tone: 'info',
    title: w.public,
  })}${no !== null && !props.problem ? button({ ...act, reason: reasonText(no, round, lang) }) : whyForm(props, button(act))}${hand && html`${actButton({ text: w.lower, action: `${at}/lowering`, fields: onceField() })}<p class="meta">${w.lowerHint}</p>`}`;
}

/** Once something was typed the form stays, whatever became of the round meanwhile. */
function whyForm({ lang, round, why, limit, problem }: HandProps, submit: Html): Html {
  const w = words(lang).hand;
  return form({
    action: `${statementPath(round.id)}/hand`,
    children: html`${onceField()}${textArea(
      {
        name: 'why',
        label: w.why,
        hint: w.whyHint,
        value: why,
        limit,
        rows: 3,
        error: errorAt(problem?.items ?? [], 'why'),
      },
      formWords(lang),
    )}${publicRecord(lang)}`,
    buttons: submit,
  });
}

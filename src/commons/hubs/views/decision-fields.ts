/** P9: the fields of every form that records a decision: why, and what stands behind it. */
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { textArea, textField } from '#ui/fields.ts';
import { heading } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import { html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { actingAsPath } from '../acting-as-path.ts';
import { DECISION_LIMITS } from '../decision-limits.ts';
import { formWords } from '../form-words.ts';
import { ruleWords } from '../rule-words.ts';

export type Typed = Readonly<Record<string, string>>;

export function decisionFieldsView(typed: Typed, problem: Problem | undefined, today: string, lang: Lang): Html {
  const w = ruleWords(lang).form;
  const f = formWords(lang);
  const error = (name: string) => errorAt(problem?.items ?? [], name);
  const text = (
    name: 'decision' | 'decidedBy' | 'link',
    more: { hint?: string; example?: string; required?: boolean },
  ) =>
    textField(
      { name, label: w[name], value: typed[name] ?? '', maxlength: DECISION_LIMITS[name], error: error(name), ...more },
      f,
    );
  return html`${heading(2, w.decisionTitle)}${textArea(
    {
      name: 'reason',
      label: w.reason,
      hint: w.reasonHint,
      required: true,
      limit: DECISION_LIMITS.reason,
      value: typed.reason ?? '',
      error: error('reason'),
    },
    f,
  )}${text('decision', { example: w.decisionExample, required: true })}${text('decidedBy', { example: w.decidedByExample, required: true })}${textField(
    {
      name: 'decidedOn',
      label: w.decidedOn,
      type: 'date',
      required: true,
      max: today,
      value: typed.decidedOn ?? today,
      error: error('decidedOn'),
    },
    f,
  )}${text('link', { hint: w.linkHint })}`;
}

/** Labels by field name, for the summary of what is wrong. */
export function decisionFieldNames(lang: Lang): Record<string, string> {
  const { reason, decision, decidedBy, decidedOn, link } = ruleWords(lang).form;
  return { reason, decision, decidedBy, decidedOn, link };
}

/** Whoever works in the secretariat and acts as somebody else now is told how to go on. */
export function actAsNotice(lang: Lang, here: string): Html {
  const w = ruleWords(lang).form;
  return notice({ tone: 'info', title: w.actAs, actions: linkButton({ text: w.switchTo, href: actingAsPath(here) }) });
}

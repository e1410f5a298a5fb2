/** F9.8 What became of an answer: the steps with their dates and evidence; corrected ones stay, struck through. */
import { formatDate, formatFiscalYear, formatYen, tokyoDate } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { keyValues } from '#ui/list.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { type TrailEvent, trail } from '#ui/trail.ts';
import { isFollowed, reflectionOf, standing } from '../rules.ts';
import type { ShownStep, StepName } from '../step.ts';
import { words } from '../words.ts';

export function stepName(step: StepName, lang: Lang): string {
  return words(lang).steps[step];
}

/** 「予算化」 with the day of the vote, or the present step; null before the first step. */
export function reflectionChip(steps: readonly ShownStep[], lang: Lang): Html | null {
  const { present, budgeted } = reflectionOf(steps);
  if (!present) return null;
  if (present.step === 'dropped') return chip('no', stepName('dropped', lang));
  if (present.step === 'done') return chip('ok', stepName('done', lang));
  if (budgeted) return chip('ok', words(lang).section.budgeted(formatDate(budgeted.happened_on, lang, 'short')));
  return chip('info', stepName(present.step, lang));
}

/** Events for a trail: what stands, in order, the present one marked. */
export function stepEvents(steps: readonly ShownStep[], lang: Lang): TrailEvent[] {
  const w = words(lang).section;
  const order = standing(steps);
  return order.map((step, index) => {
    const ended = step.step === 'done' || step.step === 'dropped';
    const state = index === order.length - 1 && !ended ? 'now' : 'done';
    return {
      title: stepName(step.step, lang),
      state,
      stateText: w.state[state],
      when: { text: formatDate(step.happened_on, lang), datetime: step.happened_on },
      body: stepBody(step, steps, lang),
      ...(step.link ? { evidence: [{ href: step.link, text: step.document || w.open }] } : {}),
    };
  });
}

function stepBody(step: ShownStep, all: readonly ShownStep[], lang: Lang): Html {
  const w = words(lang).section;
  const before = all.find((other) => other.id === step.corrects_id);
  const day = formatDate(tokyoDate(new Date(step.recorded_at)), lang);
  return prose([
    paragraphs(step.note),
    evidence(step, lang),
    before && corrected(before, lang),
    html`<p class="meta">${step.corrects_id !== null && html`${w.correction}・`}${w.recordedBy(step.division_name, day)}</p>`,
  ]);
}

/** Document and page, budget line, amount: whatever was given. */
export function evidence(step: ShownStep, lang: Lang): Html | null {
  const w = words(lang).section;
  const { document, page, budget_line, amount_yen } = step;
  if (document === '' && budget_line === '' && amount_yen === null) return null;
  const f = words(lang).form;
  return keyValues([
    [f.document, document !== '' && w.document(document, page)],
    [w.budgetLine, budget_line !== '' && lineLink(step, lang)],
    [w.amount, amount_yen !== null && formatYen(amount_yen, lang)],
  ]);
}

/** The line with its fiscal year, leading to everything that was said about it. */
function lineLink({ budget_line, budget_line_id, budget_year }: ShownStep, lang: Lang): Html {
  const year = budget_year === null ? '' : `${formatFiscalYear(budget_year, lang)} `;
  if (budget_line_id === null) return html`${year}${budget_line}`;
  return link(`/budget-lines/${ref(budget_line_id, budget_line)}`, `${year}${budget_line}`);
}

function corrected(step: ShownStep, lang: Lang): Html {
  const w = words(lang).section;
  const day = formatDate(step.happened_on, lang, 'short');
  return html`<p>${w.corrected}${colon(lang)}<del>${day} ${stepName(step.step, lang)} ${step.note}</del></p>`;
}

/** The whole section; null for an answer that leaves nothing to carry out and never did. */
export function stepsSection(answerKind: string, steps: readonly ShownStep[], lang: Lang, act?: Html): Html | null {
  if (!isFollowed(answerKind) && steps.length === 0) return null;
  const w = words(lang).section;
  const { budgeted } = reflectionOf(steps);
  return section({
    title: w.title,
    level: 3,
    act,
    children: html`${
      steps.length === 0 ? html`<p>${w.none}</p>` : trail({ label: w.label, events: stepEvents(steps, lang) })
    }${steps.length > 0 && !budgeted && isFollowed(answerKind) && html`<p class="meta">${w.notBudgeted}</p>`}`,
  });
}

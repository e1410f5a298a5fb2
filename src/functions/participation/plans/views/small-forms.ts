/** F9.9 Short forms of the division: moving a date, giving a plan up, a stage's documents. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, radioGroup, textArea, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { confirmPanel } from '#ui/panel.ts';
import { link } from '#ui/prose.ts';
import { planHref } from '../addresses.ts';
import type { ShownPlan, ShownStage } from '../queries.ts';
import { words } from '../words.ts';
import type { Typed } from './forms.ts';

interface Props {
  lang: Lang;
  plan: ShownPlan;
  typed: Typed;
  longest: number;
  problem?: Problem;
}

/** A date that can be moved: `stage ID:which:YYYY-MM-DD`, so that a stale form is noticed. */
export interface MovableDate {
  value: string;
  stage: ShownStage;
  which: 'start' | 'until';
  on: string;
}

export function movableDates(plan: ShownPlan, now: Date): MovableDate[] {
  return plan.stages.flatMap((stage): MovableDate[] => {
    if (!stage.began_on) return [date(stage, 'start', stage.planned_on)];
    const isOpen = stage.closes_at !== null && now < stage.closes_at;
    return isOpen && stage.until_on ? [date(stage, 'until', stage.until_on)] : [];
  });
}

function date(stage: ShownStage, which: MovableDate['which'], on: string): MovableDate {
  return { value: `${stage.id}:${which}:${on}`, stage, which, on };
}

export function moveForm(props: Props & { dates: readonly MovableDate[] }): Html {
  const { lang, plan, typed } = props;
  const w = words(lang);
  const f = formWords(lang);
  const at = (name: string) => ({ name, value: typed[name] ?? '', error: errorAt(props.problem?.items ?? [], name) });
  return html`${pageHead({ title: w.move.title, lead: w.move.lead, meta: link(planHref(plan), plan.title) })}${form({
    action: `${planHref(plan)}/dates`,
    note: lastingRecord(lang),
    children: html`${onceField()}${radioGroup(
      {
        ...at('date'),
        label: w.fields.date,
        required: true,
        choices: props.dates.map((one) => ({
          value: one.value,
          text: w.move.date(w.stages[one.stage.stage], w.show.which[one.which], formatDate(one.on, lang)),
        })),
      },
      f,
    )}${textField({ ...at('toOn'), label: w.fields.toOn, type: 'date', required: true }, f)}${textArea(
      {
        ...at('reason'),
        label: w.fields.reason,
        hint: w.move.reasonHint,
        required: true,
        limit: props.longest,
        rows: 4,
      },
      f,
    )}`,
    buttons: html`${button({ text: w.move.submit, tone: 'main' })}${linkButton({ text: w.post.cancel, href: planHref(plan) })}`,
  })}`;
}

export function endPanel({ lang, plan, typed, longest, problem }: Props): Html {
  const w = words(lang);
  return confirmPanel({
    title: w.end.title,
    lead: plan.title,
    consequences: w.end.consequences,
    action: `${planHref(plan)}/end`,
    fields: html`${onceField()}${textArea(
      {
        name: 'reason',
        label: w.fields.reason,
        hint: w.move.reasonHint,
        required: true,
        value: typed.reason,
        limit: longest,
        error: errorAt(problem?.items ?? [], 'reason'),
      },
      formWords(lang),
    )}`,
    confirm: { text: w.end.confirm, tone: 'danger' },
    cancel: { href: planHref(plan), text: w.post.cancel },
  });
}

/** F9.9, P10 How early participation was opened: per division and per plan, with the formula. */
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, listHead } from '#ui/list.ts';
import { meters } from '#ui/meter.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { planHref } from '../addresses.ts';
import { type DivisionEarly, earlyFigure } from '../early.ts';
import type { FiguredPlan } from '../figure-queries.ts';
import { words } from '../words.ts';

export interface FiguresProps {
  lang: Lang;
  plans: readonly FiguredPlan[];
  divisions: readonly DivisionEarly[];
}

export function figuresPage({ lang, plans, divisions }: FiguresProps): Html {
  const w = words(lang);
  const c = w.figures;
  return html`${pageHead({ title: c.title, lead: c.lead })}${listHead({
    count: c.count(formatNumber(plans.length)),
    data: [
      { href: '/plans/figures.csv', text: 'CSV', type: 'text/csv' },
      { href: '/plans/figures.json', text: 'JSON', type: 'application/json' },
    ],
  })}${
    plans.length === 0
      ? empty({ title: c.empty })
      : html`${section({
          title: c.byDivision,
          children: html`${meters(
            divisions.map((one) => ({
              label: one.name,
              value: one.openShare,
              max: 100,
              text: c.division(one.openShare, formatNumber(one.plans)),
            })),
            'progress',
          )}${table({
            caption: c.byDivision,
            captionHidden: true,
            columns: [
              { text: c.columns.division },
              { text: c.columns.plans, number: true },
              { text: c.columns.fromConcept, number: true },
              { text: c.columns.openShare, number: true },
              { text: c.columns.median, number: true },
            ],
            rows: divisions.map((one) => [
              one.name,
              formatNumber(one.plans),
              formatNumber(one.fromConcept),
              `${one.openShare} %`,
              c.days(formatNumber(one.medianDaysBeforeDecision)),
            ]),
          })}`,
        })}${section({ title: c.byPlan, children: planTable(plans, lang) })}`
  }${section({ title: c.how, children: prose(paragraphs(c.formula)) })}`;
}

function planTable(plans: readonly FiguredPlan[], lang: Lang): Html {
  const w = words(lang);
  const c = w.figures;
  return table({
    caption: c.byPlan,
    captionHidden: true,
    columns: [
      { text: c.columns.plan },
      { text: c.columns.division },
      { text: c.columns.opened },
      { text: c.columns.stage },
      { text: c.columns.openShare, number: true },
      { text: c.columns.daysBeforeDecision, number: true },
      { text: c.columns.daysBeforeDraft, number: true },
    ],
    rows: plans.map((plan) => {
      const early = earlyFigure(plan);
      return [
        link(planHref(plan), plan.title),
        plan.actor_name,
        formatDate(tokyoDate(plan.posted_at), lang),
        w.stages[plan.opened_stage],
        `${early.openShare} %`,
        c.days(formatNumber(early.daysBeforeDecision)),
        c.days(formatNumber(early.daysBeforeDraft)),
      ];
    }),
  });
}

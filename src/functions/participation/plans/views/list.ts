/** F9.9 The list of plans: filters in the address, newest first, the same list as data. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { card, cards } from '#ui/card.ts';
import { chips } from '#ui/chip.ts';
import { checkbox, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import type { PolicyChoice } from '../../policies/index.ts';
import { planHref } from '../addresses.ts';
import { earlyFigure } from '../early.ts';
import type { ListedPlan, PlanFilter, PlanningBody } from '../list-queries.ts';
import { PLAN_STAGES } from '../plan.ts';
import { words } from '../words.ts';
import { earlyFacts, openChip, poster, stateChip } from './parts.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: PlanFilter;
  bodies: readonly PlanningBody[];
  policies: readonly PolicyChoice[];
  plans: readonly ListedPlan[];
  count: number | null;
  more: boolean;
  /** the button of those who may post, else nothing */
  post: Html;
}

export function planList(props: ListProps): Html {
  const { lang, filter } = props;
  const w = words(lang).list;
  const query = queryOf(filter);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    meta: link('/plans/figures', words(lang).figures.title),
  })}${props.post}${filterForm(props)}${listHead({
    count: props.count === null ? w.countMany : w.count(formatNumber(props.count)),
    data: [
      { href: `/plans.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `/plans.json${query}`, text: 'JSON', type: 'application/json' },
      { href: `/plans.atom${query}`, text: 'Atom', type: 'application/atom+xml' },
      { href: `/plans.ics${query}`, text: w.calendar, type: 'text/calendar' },
    ],
  })}${
    props.plans.length === 0
      ? empty({
          ...(query === '' ? { title: w.none, body: w.noneTry } : { title: w.empty, body: w.emptyTry }),
          act: linkButton({ text: w.propose, href: '/proposals/new' }),
        })
      : list(props.plans.map((plan) => listed(plan, props)))
  }${pager({
    label: w.pages,
    ...(filter.before ? { previous: { href: `/plans${query}`, text: w.first } } : {}),
    ...(props.more ? { next: { href: `/plans${queryOf(filter, props.plans.at(-1)?.id)}`, text: w.next } } : {}),
  })}`;
}

function filterForm({ lang, filter, bodies, policies }: ListProps): Html {
  const w = words(lang);
  const f = formWords(lang);
  const division = bodies.find((one) => one.id === filter.divisionId);
  const policy = policies.find((one) => one.id === filter.policyId);
  const without = (change: Partial<PlanFilter>) => `/plans${queryOf({ ...filter, ...change })}`;
  const active = [
    ...(filter.q ? [{ text: filter.q, removeHref: without({ q: '' }) }] : []),
    ...(filter.stage ? [{ text: w.stages[filter.stage], removeHref: without({ stage: '' }) }] : []),
    ...(division ? [{ text: division.name, removeHref: without({ divisionId: '' }) }] : []),
    ...(policy ? [{ text: policy.title, removeHref: without({ policyId: '' }) }] : []),
    ...(filter.open ? [{ text: w.list.openNow, removeHref: without({ open: false }) }] : []),
  ];
  return filters({
    action: '/plans',
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${textField({ name: 'q', label: w.list.search, value: filter.q, type: 'search', plain: true }, f)}${selectField(
      {
        name: 'stage',
        label: w.list.stage,
        plain: true,
        value: filter.stage,
        empty: w.list.anyStage,
        choices: PLAN_STAGES.map((value) => ({ value, text: w.stages[value] })),
      },
      f,
    )}${selectField(
      {
        name: 'division',
        label: w.list.division,
        plain: true,
        value: filter.divisionId,
        empty: w.list.anyDivision,
        choices: bodies.map((one) => ({ value: one.id, text: one.name })),
      },
      f,
    )}${selectField(
      {
        name: 'policy',
        label: w.list.policy,
        plain: true,
        value: filter.policyId,
        empty: w.list.anyPolicy,
        choices: policies.map((one) => ({ value: one.id, text: `${one.code} ${one.title}` })),
      },
      f,
    )}${checkbox({ name: 'open', label: w.list.openNow, plain: true, checked: filter.open }, f)}`,
    active: active.map((item) => ({ ...item, removeText: w.list.remove(item.text) })),
    reset: { href: '/plans', text: w.list.reset },
  });
}

function listed(plan: ListedPlan, { lang, now }: ListProps): Html {
  const w = words(lang);
  const early = earlyFigure(earlyFacts(plan));
  return listItem({
    title: plan.title,
    href: planHref(plan),
    level: 2,
    above: html`${stateChip(plan, lang)}${openChip(plan, now, lang)}${actor(poster(plan, lang))}`,
    body: `${plan.excerpt}${plan.excerpt.length >= 120 ? '…' : ''}`,
    meta: [
      w.kinds[plan.kind],
      w.list.posted(formatDate(tokyoDate(plan.posted_at), lang)),
      plan.decided_at
        ? w.list.decided(formatDate(plan.decision_on, lang))
        : w.list.decision(formatDate(plan.decision_on, lang)),
      w.early.line(w.stages[plan.opened_stage], formatNumber(early.daysBeforeDecision)),
    ].join('・'),
  });
}

/** Cards of plans on which opinions can be given now, for the front page; empty without any. */
export function openPlanCards(plans: readonly ListedPlan[], now: Date, lang: Lang): Html {
  const w = words(lang);
  return cards(
    plans.map((plan) =>
      card({
        title: plan.title,
        href: planHref(plan),
        above: html`${chips([stateChip(plan, lang), openChip(plan, now, lang)])}${actor(poster(plan, lang))}`,
        body: `${plan.excerpt}${plan.excerpt.length >= 90 ? '…' : ''}`,
        meta: `${w.kinds[plan.kind]}・${w.list.decision(formatDate(plan.decision_on, lang, 'short'))}`,
      }),
    ),
  );
}

/** The filter as it stands in addresses; `before` continues after that plan. */
export function queryOf(filter: Omit<PlanFilter, 'before' | 'limit'>, before?: string): string {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  if (filter.stage) query.set('stage', filter.stage);
  if (filter.divisionId) query.set('division', filter.divisionId);
  if (filter.policyId) query.set('policy', filter.policyId);
  if (filter.open) query.set('open', 'yes');
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}

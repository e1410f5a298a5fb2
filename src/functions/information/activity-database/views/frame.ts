/** F1.1 What all views of the database have in common: the question, its conditions, how many, and the ways to look at it. */

import { formWords } from '#commons/hubs/index.ts';
import {
  type Answer,
  accessChoices,
  accessTerm,
  activeConditions,
  audienceChoices,
  audienceTerm,
  bare,
  costTerm,
  countedSelect,
  districtSelect,
  fieldSelect,
  happeningDays,
  KILOMETRES,
  kindName,
  type Point,
  type Question,
  queryOf,
  searchWords,
} from '#commons/search/index.ts';
import { subscriptionHref } from '#kernel/calendar-address.ts';
import { formatNumber } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { checkboxGroup, hidden, selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, listHead } from '#ui/list.ts';
import type { DataLink } from '#ui/shell-props.ts';
import { tabs } from '#ui/tabs.ts';
import { VIEWS, type View, viewHref } from '../asked.ts';
import { words } from '../words.ts';

/** A place distances may be counted from. */
export interface Origin extends Point {
  text: string;
}

export interface FrameProps {
  lang: Lang;
  now: Date;
  view: View;
  question: Question;
  /** its counts; hits where they are shown */
  answer: Answer;
  kinds: readonly string[];
  /** names of districts in this language, by the name they are kept under */
  districts: ReadonlyMap<string, string>;
  origins: readonly Origin[];
  /** what belongs to this view alone, and stays when the question changes */
  own?: Readonly<Record<string, string>>;
  /** registration is open: a group may be the first to stand here */
  mayDeclare: boolean;
}

export const pointText = ({ lat, lng }: Point): string => `${lat},${lng}`;

/** Head, form, views and numbers; then what the view shows. */
export function frame(props: FrameProps, shown: Html): Html {
  const { lang, question, view, answer } = props;
  const w = words(lang);
  return html`${pageHead({ title: w.title, lead: w.lead })}${searchForm(props)}${tabs(
    w.views,
    VIEWS.map((one) => ({ text: w[one], href: viewHref(one, question), current: one === view })),
  )}${kindTabs(props)}${listHead({
    count: (answer.isExact ? w.count : w.about)(formatNumber(answer.count)),
    ...(props.view === 'list' ? { sorts: sorts(props) } : {}),
    data: dataLinks(question, lang).map((one) =>
      one.type === 'text/calendar' ? { href: subscriptionHref(one.href), text: one.text } : one,
    ),
  })}<p>${linkButton({ text: w.save, href: `/saved-searches/new${queryOf(question, { of: 'activities' })}`, icon: 'bell' })}</p>${shown}`;
}

function sorts({ lang, question, own = {} }: FrameProps) {
  const w = words(lang);
  const sort = own.sort ?? '';
  return {
    label: w.sorts,
    items: [
      { text: question.q ? w.closest : w.newest, href: viewHref('list', question), current: sort === '' },
      { text: w.soonest, href: viewHref('list', question, { sort: 'soonest' }), current: sort === 'soonest' },
    ],
  };
}

export function dataLinks(question: Question, lang: Lang): DataLink[] {
  const w = words(lang);
  const query = queryOf(question);
  return [
    { href: `/activities.csv${query}`, text: 'CSV', type: 'text/csv' },
    { href: `/activities.json${query}`, text: 'JSON', type: 'application/json' },
    { href: `/activities.atom${query}`, text: w.feed, type: 'application/atom+xml' },
    { href: `/activities.ics${query}`, text: w.ics, type: 'text/calendar' },
  ];
}

function searchForm(props: FrameProps): Html {
  const { lang, question, view, answer, own = {} } = props;
  const w = words(lang);
  const narrowing = { lang, question, under: answer.under };
  const active = activeConditions(question, lang, (one) => viewHref(view, one, own));
  return filters({
    action: viewHref(view, { ...bare(question), q: '' }),
    label: w.form,
    submit: w.submit,
    fields: html`${textField({ name: 'q', label: w.q, value: question.q, type: 'search', plain: true }, formWords(lang))}${fieldSelect(narrowing)}${districtSelect(narrowing, props.districts)}`,
    more: {
      text: w.more,
      open: false,
      fields: html`${kindSelect(props)}${happeningDays(narrowing)}${choices(props)}${nearFields(props)}${Object.entries(own).map(([name, value]) => hidden(name, value))}`,
    },
    active,
    reset: { href: viewHref(view, bare(question), own), text: w.reset },
  });
}

function kindSelect({ lang, question, kinds }: FrameProps): Html {
  const w = words(lang);
  return selectField(
    {
      name: 'kind',
      label: w.kind,
      plain: true,
      value: question.kind,
      empty: w.anyKind,
      choices: kinds.map((value) => ({ value, text: kindName(value, lang) })),
    },
    formWords(lang),
  );
}

function choices({ lang, question: { filter }, answer: { under } }: FrameProps): Html {
  const w = words(lang);
  const count = (term: string) => under.get(term) ?? 0;
  const access = accessChoices(lang).filter(
    ({ value }) => count(accessTerm(value)) > 0 || filter.access.some((code) => code === value),
  );
  return html`${countedSelect(
    { lang, under },
    {
      name: 'for',
      label: w.audience,
      empty: w.anyAudience,
      value: filter.audience,
      choices: audienceChoices(lang).map((one) => ({ ...one, term: audienceTerm(one.value) })),
    },
  )}${countedSelect(
    { lang, under },
    {
      name: 'cost',
      label: w.cost,
      empty: w.anyCost,
      value: filter.cost,
      choices: (['free', 'paid'] as const).map((cost) => ({
        value: cost,
        text: searchWords(lang)[cost],
        term: costTerm(cost),
      })),
    },
  )}${
    access.length > 0 &&
    checkboxGroup(
      {
        name: 'access',
        label: w.access,
        plain: true,
        inline: true,
        values: [...filter.access],
        choices: access.map(({ value, text }) => ({
          value,
          text: searchWords(lang).counted(text, formatNumber(count(accessTerm(value)))),
        })),
      },
      formWords(lang),
    )
  }`;
}

function nearFields({ lang, question: { filter }, origins }: FrameProps): Html | null {
  const w = words(lang);
  const f = formWords(lang);
  const { near } = filter;
  if (origins.length === 0 && !near) return null;
  const chosen = near ? pointText(near) : '';
  const known = origins.map((one) => ({ value: pointText(one), text: one.text }));
  const own = chosen && !known.some(({ value }) => value === chosen) ? [{ value: chosen, text: chosen }] : [];
  return html`${selectField({ name: 'near', label: w.near, plain: true, value: chosen, empty: w.nowhere, choices: [...own, ...known] }, f)}${selectField(
    {
      name: 'km',
      label: w.km,
      plain: true,
      value: near ? String(near.km) : '',
      empty: w.anyKm,
      choices: KILOMETRES.map((km) => ({ value: String(km), text: w.kmOf(String(km)) })),
    },
    f,
  )}`;
}

/** How many there are of each kind, each a filter; nothing where there is one kind only. */
function kindTabs({ lang, question, kinds, answer, view, own = {} }: FrameProps): Html | null {
  const w = words(lang);
  const held = kinds.filter((kind) => (answer.counts.get(kind) ?? 0) > 0 || kind === question.kind);
  if (held.length < 2 && !question.kind) return null;
  const tab = (kind: string, text: string) => ({
    text,
    href: viewHref(view, { ...question, kind }, own),
    current: kind === question.kind,
    ...(kind ? { count: formatNumber(answer.counts.get(kind) ?? 0) } : {}),
  });
  return tabs(w.byKind, [tab('', w.all), ...held.map((kind) => tab(kind, kindName(kind, lang)))]);
}

/** Nothing was found: what to do about it depends on whether anything was asked. */
export function nothing({ lang, question, view, mayDeclare }: FrameProps): Html {
  const w = words(lang);
  const isAsked = queryOf(question) !== '';
  if (isAsked)
    return empty({
      title: w.none,
      body: w.noneTry,
      act: linkButton({ text: w.allActivities, href: viewHref(view, { ...bare(question), q: '' }) }),
    });
  return empty({
    title: w.emptyTown,
    body: w.emptyTownTry,
    ...(mayDeclare ? { act: linkButton({ text: w.declare, href: '/groups/new', tone: 'main' }) } : {}),
  });
}

/** F9.2 The list of debates, and the page of one that has no proposal: where it comes from, its figures, its opinions. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { chip, chips } from '#ui/chip.ts';
import { hidden, selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listHead, listItem } from '#ui/list.ts';
import { stats } from '#ui/meter.ts';
import { pager } from '#ui/pager.ts';
import { linked, paragraphs, prose } from '#ui/prose.ts';
import { debateHref } from '../addresses.ts';
import type { Debate, DebateFilter } from '../debates.ts';
import { stateOf } from '../rules.ts';
import { words } from '../words.ts';

function stateChip(debate: Debate, now: Date, lang: Lang): Html {
  const w = words(lang).debates;
  const state = stateOf(debate, now);
  if (state === 'open') return chip('on', w.open);
  return state === 'before' ? chip('info', w.before) : chip('no', w.closed);
}

function period(debate: Debate, lang: Lang): string {
  const last = new Date(Math.max(debate.opens_at.getTime(), debate.closes_at.getTime() - 1));
  const day = (at: Date) => formatDate(tokyoDate(at), lang);
  return words(lang).debates.period(day(debate.opens_at), day(last));
}

export interface DebateListProps {
  /** the secretariat may bring in what was said elsewhere */
  mayBringIn: boolean;
  lang: Lang;
  now: Date;
  filter: DebateFilter;
  debates: readonly Debate[];
  more: boolean;
  count: number | null;
}

export function debateQuery({ kind, order }: Pick<DebateFilter, 'kind' | 'order'>, after?: string): string {
  const query = new URLSearchParams();
  if (kind !== 'imported') query.set('kind', kind === '' ? 'all' : kind);
  if (order !== 'newest') query.set('order', order);
  if (after) query.set('after', shortId(after));
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

export function debateList(props: DebateListProps): Html {
  const { lang, filter } = props;
  const w = words(lang);
  return html`${pageHead({
    title: w.debates.title,
    lead: w.debates.lead,
    ...(props.mayBringIn ? { buttons: linkButton({ text: w.debates.bringIn, href: '/debates/imports/new' }) } : {}),
  })}${filters({
    action: '/debates',
    label: w.debates.filter,
    submit: w.list.submit,
    fields: html`${filter.order !== 'newest' && hidden('order', filter.order)}${selectField(
      {
        name: 'kind',
        label: w.list.kind,
        plain: true,
        value: filter.kind === '' ? 'all' : filter.kind,
        empty: false,
        choices: [
          ...(['imported', 'proposal', 'plan'] as const).map((kind) => ({ value: kind, text: w.debates.kinds[kind] })),
          { value: 'all', text: w.debates.anyKind },
        ],
      },
      formWords(lang),
    )}`,
  })}${listHead({
    count: props.count === null ? w.list.countMany : w.list.count(formatNumber(props.count)),
    sorts: {
      label: w.list.order,
      items: (['newest', 'oldest'] as const).map((order) => ({
        text: w.debates[order],
        href: `/debates${debateQuery({ ...filter, order })}`,
        current: filter.order === order,
      })),
    },
    data: [
      { href: `/debates.csv${debateQuery(filter)}`, text: 'CSV', type: 'text/csv' },
      { href: `/debates.json${debateQuery(filter)}`, text: 'JSON', type: 'application/json' },
    ],
  })}${
    props.debates.length === 0
      ? empty({ title: w.debates.empty, body: w.debates.emptyTry })
      : list(props.debates.map((debate) => listed(debate, props)))
  }${pager({
    label: w.list.pages,
    ...(filter.after ? { previous: { href: `/debates${debateQuery(filter)}`, text: w.list.first } } : {}),
    ...(props.more
      ? { next: { href: `/debates${debateQuery(filter, props.debates.at(-1)?.id)}`, text: w.debates.next } }
      : {}),
  })}`;
}

function listed(debate: Debate, { lang, now }: DebateListProps): Html {
  const w = words(lang).debates;
  return listItem({
    title: debate.title,
    href: debateHref(debate),
    level: 2,
    above: stateChip(debate, now, lang),
    ...(debate.about === '' ? {} : { body: excerpt(debate.about) }),
    meta: `${w.kinds[debate.kind]}・${counts(debate, lang)}`,
  });
}

const EXCERPT = 120;

function excerpt(text: string): string {
  const letters = [...text];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : text;
}

function counts(debate: Debate, lang: Lang): string {
  return words(lang).debates.counts(
    formatNumber(debate.opinion_count),
    formatNumber(debate.voter_count),
    formatNumber(debate.vote_count),
  );
}

export function debateHead(debate: Debate, now: Date, lang: Lang): Html {
  return pageHead({
    above: chips([stateChip(debate, now, lang)]),
    title: debate.title,
    meta: words(lang).debates.kinds[debate.kind],
  });
}

export interface DebateMainProps {
  lang: Lang;
  debate: Debate;
  /** what functions show of it */
  sections: readonly Html[];
  discussion: Html;
}

export function debateMain({ lang, debate, sections, discussion }: DebateMainProps): Html {
  const w = words(lang).debates;
  return html`${section({
    title: w.about,
    children: html`${debate.about !== '' && prose(paragraphs(debate.about))}${keyValues([
      [w.dates, period(debate, lang)],
      [w.source, debate.source !== null && linked(debate.source)],
    ])}`,
  })}${section({
    title: w.figures,
    children: html`${stats([
      { value: formatNumber(debate.opinion_count), label: w.opinions },
      { value: formatNumber(debate.voter_count), unit: w.people, label: w.voters },
      { value: formatNumber(debate.vote_count), unit: w.times, label: w.votes },
    ])}<p class="meta">${w.figuresNote}</p>`,
  })}${sections}${discussion}`;
}

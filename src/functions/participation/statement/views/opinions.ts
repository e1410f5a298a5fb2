/** F9.5 Every opinion on one proposal, and where the statement takes it up; and those of one author. */

import { formWords } from '#commons/hubs/index.ts';
import type { Reader } from '#kernel/context.ts';
import { formatNumber } from '#kernel/dates.ts';
import { closing, colon, comma, type Lang, opening } from '#kernel/lang.ts';
import { chip } from '#ui/chip.ts';
import { hidden, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html, join } from '#ui/html.ts';
import { empty, list, listHead } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { link } from '#ui/prose.ts';
import { tabs } from '#ui/tabs.ts';
import type { Round } from '../../rounds/index.ts';
import type { DebateCounts } from '../coverage-queries.ts';
import type { HandledOpinion } from '../opinion-queries.ts';
import { mayObject } from '../rules.ts';
import { type OpinionFilter, type OpinionKey, type Show, showsOf } from '../shows.ts';
import { words } from '../words.ts';
import { objectPath, partPath, pointPath } from './paths.ts';
import { opinionName, quote } from './pieces.ts';

export interface OpinionListProps {
  lang: Lang;
  round: Round;
  debate: { id: string; title: string };
  counts: DebateCounts;
  /** of proposals that went into this one */
  absorbed: number;
  filter: OpinionFilter;
  opinions: readonly HandledOpinion[];
  next: OpinionKey | null;
}

export function opinionList(props: OpinionListProps): Html {
  const { lang, round, debate, filter, opinions, next } = props;
  const w = words(lang);
  const at = `${partPath(round.id, debate)}/opinions`;
  return html`${pageHead({ title: w.opinions.title, lead: w.opinions.lead, meta: link(partPath(round.id, debate), debate.title) })}${opinionTabs(
    props,
    at,
  )}${opinionFilter(at, filter, lang)}${listHead({
    count: countOf(props),
    data: [{ href: `${at}.csv${queryOf(filter)}`, text: w.opinions.csv, type: 'text/csv' }],
  })}${
    opinions.length === 0
      ? empty({ title: w.opinions.empty, body: w.opinions.emptyTry })
      : list(opinions.map((opinion) => handled(opinion, lang)))
  }${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: at + queryOf(filter), text: w.first } } : {}),
    ...(next ? { next: { href: at + queryOf(filter, next), text: w.next } } : {}),
  })}`;
}

/** The views of the list, each with its number. */
export function opinionTabs(
  { lang, counts, absorbed, filter }: Pick<OpinionListProps, 'lang' | 'counts' | 'absorbed' | 'filter'>,
  at: string,
  shows: readonly Show[] = showsOf({ absorbed }),
): Html {
  const w = words(lang);
  const numbers: Partial<Record<Show, number>> = {
    all: counts.total,
    uncovered: counts.uncovered,
    cited: counts.cited,
    annexed: counts.annexed,
    hidden: counts.hidden,
    absorbed,
  };
  return tabs(
    w.opinions.tabs,
    shows.map((show) => {
      const n = numbers[show];
      return {
        text: w.shows[show],
        href: at + queryOf({ show, q: '' }),
        current: show === filter.show,
        ...(n === undefined ? {} : { count: formatNumber(n) }),
      };
    }),
  );
}

export function opinionFilter(at: string, filter: OpinionFilter, lang: Lang): Html {
  const w = words(lang).opinions;
  return filters({
    action: at,
    label: w.filter,
    submit: w.submit,
    fields: html`${hidden('show', filter.show)}${textField(
      { name: 'q', label: w.q, value: filter.q, type: 'search', plain: true },
      formWords(lang),
    )}`,
  });
}

/** As counted for the tab; with a search, what is on this page, and whether there is more. */
function countOf({ lang, counts, absorbed, filter, opinions, next }: OpinionListProps): string {
  const w = words(lang);
  const searched = next ? w.countMore : w.count;
  if (filter.q || filter.show === 'questions') return searched(formatNumber(opinions.length));
  const { total: all, uncovered, cited, annexed, hidden } = counts;
  return w.count(formatNumber({ all, uncovered, cited, annexed, hidden, absorbed }[filter.show]));
}

/** The filter as it stands in addresses; `after` continues behind that opinion. */
export function queryOf(filter: Pick<OpinionFilter, 'show' | 'q'>, after?: OpinionKey): string {
  const query = new URLSearchParams();
  if (filter.show !== 'all') query.set('show', filter.show);
  if (filter.q) query.set('q', filter.q);
  if (after) query.set('after', `${after.covered ? 1 : 0}.${after.id}`);
  const text = query.toString();
  return text ? `?${text}` : '';
}

function handled(opinion: HandledOpinion, lang: Lang): Html {
  const w = words(lang);
  if (opinion.hidden)
    return html`<p><strong>${opinionName(opinion.number, lang)}</strong>${colon(lang)}${opinion.hidden_reason ?? w.overview.hiddenUnknown}</p>`;
  return quote(opinion, lang, {
    within: 'list',
    marks: handlingChip(opinion, lang),
    after: whereabouts(opinion, lang),
  });
}

function handlingChip(opinion: HandledOpinion, lang: Lang): Html {
  const w = words(lang).shows;
  if (opinion.cited_by.length > 0) return chip('ok', w.cited);
  return opinion.annex_reason === null ? chip('info', w.uncovered) : chip('part', w.annexed);
}

/** The points that cite it, and the reason for the annex. */
export function whereabouts(opinion: HandledOpinion, lang: Lang): Html {
  const w = words(lang);
  const points = opinion.cited_by.map((point) =>
    link(
      pointPath(point.id),
      `${w.sections[point.section]}「${point.excerpt}${point.excerpt.length >= 40 ? '…' : ''}」`,
    ),
  );
  return html`${points.length > 0 && html`<p class="meta">${w.opinions.citedIn}${colon(lang)}${join(points, comma(lang))}</p>`}${
    opinion.annex_reason !== null &&
    html`<p class="meta">${w.part.annexReason}${colon(lang)}${opinion.annex_reason}</p>`
  }`;
}

export interface MineProps {
  lang: Lang;
  now: Date;
  reader: Reader;
  round: Round;
  opinions: readonly (HandledOpinion & { debate_id: string; debate_title: string })[];
  more: boolean;
  at: string;
}

/** What one said oneself, and the way to object. */
export function minePage(props: MineProps): Html {
  const { lang, opinions, reader, round, now } = props;
  const w = words(lang).mine;
  const objecting = mayObject(reader, reader.acting.id, round, now) === null;
  const last = opinions.at(-1);
  return html`${pageHead({ title: w.title, lead: w.lead(reader.acting.name) })}${
    opinions.length === 0 && empty({ title: w.empty, ...(reader.roles.length > 0 ? { body: w.emptyTry } : {}) })
  }${[...Map.groupBy(opinions, (opinion) => opinion.debate_id).values()].map((own) =>
    section({
      title: link(partPath(round.id, { id: own[0]!.debate_id, title: own[0]!.debate_title }), own[0]!.debate_title),
      children: list(own.map((opinion) => mine(opinion, props, objecting))),
    }),
  )}${pager({
    label: words(lang).pages,
    ...(props.more && last ? { next: { href: `${props.at}?after=${last.id}`, text: words(lang).next } } : {}),
  })}`;
}

function mine(opinion: MineProps['opinions'][number], { lang, round }: MineProps, objecting: boolean): Html {
  const w = words(lang).mine;
  const debate = { id: opinion.debate_id, title: opinion.debate_title };
  const places = [...opinion.cited_by.map((point) => point.id), ...(opinion.annex_reason === null ? [] : [null])];
  return quote(opinion, lang, {
    within: 'mine',
    marks: handlingChip(opinion, lang),
    after: html`${opinion.covered ? whereabouts(opinion, lang) : html`<p class="meta">${w.uncovered}</p>`}${
      objecting &&
      places.length > 0 &&
      html`<ul class="inline-links">${places.map((place, index) => {
        const name = place === null ? words(lang).part.annex : words(lang).sections[opinion.cited_by[index]!.section];
        return html`<li>${link(objectPath(round.id, debate, opinion.id, place), `${w.object}${opening(lang)}${name}${closing(lang)}`)}</li>`;
      })}</ul>`
    }`,
  });
}

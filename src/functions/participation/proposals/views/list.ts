/** The list of proposals: filters in the address, newest first, and the same list as data. */

import { formWords } from '#commons/hubs/index.ts';
import { formatDate, formatNumber, tokyoDate } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { actor } from '#ui/actor.ts';
import { linkButton } from '#ui/button.ts';
import { chip } from '#ui/chip.ts';
import { selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { answerChip } from '../../answers/index.ts';
import { type Round, roundName, stageName, stateOf } from '../../rounds/index.ts';
import { mapWords } from '../map-words.ts';
import type { districtsOf } from '../outline.ts';
import type { ListedProposal, ProposalFilter } from '../queries.ts';
import { words } from '../words.ts';
import { proposer } from './actor.ts';

export interface ListProps {
  lang: Lang;
  now: Date;
  filter: ProposalFilter;
  rounds: readonly Round[];
  districts: ReturnType<typeof districtsOf>;
  proposals: readonly ListedProposal[];
  count: number | null;
  more: boolean;
}

export function proposalList(props: ListProps): Html {
  const { lang, filter } = props;
  const w = words(lang).list;
  const f = formWords(lang);
  const query = queryOf(filter);
  return html`${pageHead({
    title: w.title,
    lead: w.lead,
    buttons: html`${linkButton({ text: w.propose, href: '/proposals/new', tone: 'main', icon: 'edit' })}${mapButton(props)}`,
  })}${filters({
    action: '/proposals',
    label: w.filter,
    submit: w.submit,
    fields: html`${textField({ name: 'q', label: w.search, value: filter.q, type: 'search', plain: true }, f)}${selectField(
      {
        name: 'kind',
        label: w.kind,
        plain: true,
        value: filter.kind,
        empty: w.anyKind,
        choices: (['plan', 'project'] as const).map((value) => ({ value, text: words(lang).kinds[value] })),
      },
      f,
    )}${selectField(
      {
        name: 'round',
        label: w.round,
        plain: true,
        value: filter.roundId,
        empty: w.anyRound,
        choices: props.rounds.map((round) => ({ value: round.id, text: roundName(round, lang) })),
      },
      f,
    )}${districtField(props)}`,
    active: activeFilters(props),
    reset: { href: '/proposals', text: w.reset },
  })}${listHead({
    count: props.count === null ? w.countMany : w.count(formatNumber(props.count)),
    data: [
      { href: `/proposals.csv${query}`, text: w.csv, type: 'text/csv' },
      { href: `/proposals.json${query}`, text: w.json, type: 'application/json' },
      { href: `/proposals.geojson${query}`, text: w.geojson },
      { href: `/proposals.atom${query}`, text: w.feed, type: 'application/atom+xml' },
    ],
  })}${
    props.proposals.length === 0
      ? empty({
          ...(isFiltered(filter) ? { title: w.empty, body: w.emptyTry } : { title: w.none, body: w.noneTry }),
          act: linkButton({ text: w.propose, href: '/proposals/new' }),
        })
      : list(props.proposals.map((proposal) => listed(proposal, props)))
  }${pager({
    label: w.pages,
    ...(filter.before ? { previous: { href: `/proposals${query}`, text: w.first } } : {}),
    ...(props.more ? { next: { href: `/proposals${queryOf(filter, props.proposals.at(-1)?.id)}`, text: w.next } } : {}),
  })}`;
}

/** To the map of the round that is looked at, or of the newest. */
function mapButton({ lang, filter, rounds, districts }: ListProps): Html | null {
  const round = rounds.find((one) => one.id === filter.roundId) ?? rounds[0];
  if (!round || districts.length === 0) return null;
  return linkButton({ text: mapWords(lang).round.link, href: `/rounds/${shortId(round.id)}/map`, icon: 'map' });
}

/** Only where the town's outline names districts. */
function districtField({ lang, filter, districts }: ListProps): Html | null {
  if (districts.length === 0) return null;
  const w = words(lang).list;
  return selectField(
    {
      name: 'district',
      label: w.district,
      plain: true,
      value: filter.district ?? '',
      empty: w.anyDistrict,
      choices: districts.map((one) => ({ value: one.name, text: lang === 'ja' ? one.name : one[lang] })),
    },
    formWords(lang),
  );
}

function listed(proposal: ListedProposal, { lang, rounds, now }: ListProps): Html {
  const w = words(lang);
  const round = rounds.find((one) => one.id === proposal.round_id);
  return listItem({
    title: proposal.title,
    href: `/proposals/${ref(proposal.id, proposal.title)}`,
    level: 2,
    above: html`${standingChip({ ...proposal, round }, now, lang)}${actor(proposer(proposal, lang))}`,
    body: `${proposal.excerpt}${proposal.excerpt.length >= 120 ? '…' : ''}`,
    meta: [
      w.kinds[proposal.kind],
      ...(round ? [roundName(round, lang)] : []),
      ...(proposal.district ? [proposal.district] : []),
      w.list.by(formatDate(tokyoDate(proposal.published_at), lang, 'short')),
      w.list.opinions(formatNumber(proposal.opinion_count)),
      w.list.votes(formatNumber(proposal.vote_count)),
    ].join('・'),
  });
}

interface Standing {
  withdrawn_at: Date | null;
  merged_into_id: string | null;
  answer_kind: string | null;
  round: Round | undefined;
}

/** Taken back, merged, answered, or where its round stands. */
export function standingChip(of: Standing, now: Date, lang: Lang): Html | null {
  if (of.merged_into_id) return chip('info', words(lang).list.merged);
  if (of.withdrawn_at) return chip('no', words(lang).list.withdrawn);
  return answerChip(of.answer_kind, lang) || stateChip(of.round, now, lang);
}

/** Where the proposal stands, as the name of its round's stage. */
export function stateChip(round: Round | undefined, now: Date, lang: Lang): Html | null {
  if (!round) return null;
  const state = stateOf(round, now);
  if (state === 'planned' || state === 'closed') return null;
  return chip(state === 'debating' ? 'on' : 'info', stageName(state, lang));
}

function activeFilters({ lang, filter, rounds }: ListProps) {
  const w = words(lang);
  const round = rounds.find((one) => one.id === filter.roundId);
  const without = (change: Partial<ProposalFilter>) => `/proposals${queryOf({ ...filter, ...change })}`;
  return [
    ...(filter.q ? [{ text: filter.q, removeHref: without({ q: '' }) }] : []),
    ...(filter.kind ? [{ text: w.kinds[filter.kind], removeHref: without({ kind: '' }) }] : []),
    ...(round ? [{ text: roundName(round, lang), removeHref: without({ roundId: '' }) }] : []),
    ...(filter.district ? [{ text: filter.district, removeHref: without({ district: '' }) }] : []),
  ].map((item) => ({ ...item, removeText: w.list.remove(item.text) }));
}

/** The filter as it stands in addresses; `before` continues after that proposal. */
export function queryOf(filter: Pick<ProposalFilter, 'q' | 'kind' | 'roundId' | 'district'>, before?: string): string {
  const query = new URLSearchParams();
  if (filter.q) query.set('q', filter.q);
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.roundId) query.set('round', filter.roundId);
  if (filter.district) query.set('district', filter.district);
  if (before) query.set('before', before);
  const text = query.toString();
  return text ? `?${text}` : '';
}

function isFiltered({ q, kind, roundId, district = '' }: ProposalFilter): boolean {
  return [q, kind, roundId, district].some((part) => part !== '');
}

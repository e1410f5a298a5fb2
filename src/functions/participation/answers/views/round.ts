/** F9.7 All answers of one round: every proposal and every point, with chip, division, date and clock. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues, list, listHead } from '#ui/list.ts';
import { stats } from '#ui/meter.ts';
import { pager } from '#ui/pager.ts';
import { lastDay, type Round, roundName } from '../../rounds/index.ts';
import { type ClockedItem, ITEM_STATES, type ItemFilter } from '../round-answers.ts';
import { MOST_COUNTED, type RoundItems } from '../round-page.ts';
import { words } from '../words.ts';
import { itemRow } from './items.ts';
import { kindField } from './list.ts';

export interface RoundProps {
  lang: Lang;
  round: Round;
  filter: ItemFilter;
  /** a page of what the filter lets through; null before the publication */
  shown: RoundItems | null;
  officer: boolean;
}

export function roundAnswers(props: RoundProps): Html {
  const { lang, round, filter, shown } = props;
  const w = words(lang);
  const at = `/rounds/${shortId(round.id)}/answers`;
  const name = roundName(round, lang);
  if (!shown)
    return html`${pageHead({ title: w.round.of(name), lead: w.round.lead })}${empty({ title: w.round.notYet })}`;
  const { items, more, found } = shown;
  const query = itemQuery(filter);
  return html`${pageHead({ title: w.round.of(name), lead: w.round.lead })}${summary(props, shown)}${section({
    title: w.round.items,
    children: html`${filterForm(props, shown, at)}${listHead({
      count:
        found > MOST_COUNTED && found !== shown.counts.total ? w.list.countMany : w.list.count(formatNumber(found)),
      data: [
        { href: `${at}.csv${query}`, text: 'CSV', type: 'text/csv' },
        { href: `${at}.json${query}`, text: 'JSON', type: 'application/json' },
      ],
    })}${items.length === 0 ? empty({ title: w.list.empty, body: w.list.emptyTry }) : byProposal(items, props)}`,
  })}${pager({
    label: w.list.pages,
    ...(filter.after ? { previous: { href: `${at}${query}`, text: w.list.first } } : {}),
    ...(more ? { next: { href: `${at}${itemQuery(filter, items.at(-1)?.id)}`, text: w.list.next } } : {}),
  })}`;
}

function summary({ lang, round }: RoundProps, { counts }: RoundItems): Html {
  const w = words(lang);
  const day = (date: Date) => formatDate(lastDay(date), lang);
  return html`${stats([
    { value: formatNumber(counts.answered), label: w.round.answered, note: w.round.ofAll(formatNumber(counts.total)) },
    { value: formatNumber(counts.total - counts.answered), label: w.round.unanswered },
    { value: formatNumber(counts.overdue), label: w.round.overdue },
  ])}${keyValues([[w.clock.title, html`${w.clock.interim(day(round.interim_answer_at))}<br>${w.clock.final(day(round.final_answer_at))}`]])}`;
}

/** Items under the title of their proposal. */
function byProposal(items: readonly ClockedItem[], { lang, officer }: RoundProps): Html {
  return html`${[...Map.groupBy(items, (item) => item.debate_id).values()].map((group) =>
    section({ title: group[0]!.title, level: 3, children: list(group.map((item) => itemRow(item, lang, officer))) }),
  )}`;
}

function filterForm({ lang, filter }: RoundProps, { divisions }: RoundItems, at: string): Html {
  const w = words(lang);
  const f = formWords(lang);
  const division = divisions.find((one) => one.id === filter.divisionId);
  const without = (change: Partial<ItemFilter>) => at + itemQuery({ ...filter, ...change });
  const active = [
    ...(filter.kind ? [{ text: w.kinds[filter.kind], removeHref: without({ kind: '' }) }] : []),
    ...(division ? [{ text: division.name, removeHref: without({ divisionId: '' }) }] : []),
    ...(filter.state ? [{ text: w.list.states[filter.state], removeHref: without({ state: '' }) }] : []),
  ];
  return filters({
    action: at,
    label: w.list.filter,
    submit: w.list.submit,
    fields: html`${kindField(filter.kind, lang)}${selectField(
      {
        name: 'division',
        label: w.list.division,
        plain: true,
        value: filter.divisionId,
        empty: w.list.anyDivision,
        choices: divisions.map((one) => ({ value: one.id, text: one.name })),
      },
      f,
    )}${selectField(
      {
        name: 'state',
        label: w.list.state,
        plain: true,
        value: filter.state,
        empty: w.list.anyState,
        choices: ITEM_STATES.map((value) => ({ value, text: w.list.states[value] })),
      },
      f,
    )}`,
    active: active.map((item) => ({ ...item, removeText: w.list.remove(item.text) })),
    reset: { href: at, text: w.list.reset },
  });
}

/** The filter as it stands in addresses; `after` continues behind that item. */
export function itemQuery(filter: Pick<ItemFilter, 'kind' | 'divisionId' | 'state'>, after?: string): string {
  const query = new URLSearchParams();
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.divisionId) query.set('division', filter.divisionId);
  if (filter.state) query.set('state', filter.state);
  if (after) query.set('after', after);
  const text = query.toString();
  return text ? `?${text}` : '';
}

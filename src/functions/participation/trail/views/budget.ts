/** F9.8 Budget lines, and behind each the answers, the proposals and the voices. */
import { formWords } from '#commons/hubs/index.ts';
import { formatDate, formatFiscalYear, formatNumber, formatYen } from '#kernel/dates.ts';
import { ref } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { chips } from '#ui/chip.ts';
import { selectField, textField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { stats } from '#ui/meter.ts';
import { pager } from '#ui/pager.ts';
import { link, paragraphs, prose } from '#ui/prose.ts';
import { table } from '#ui/table.ts';
import { answerChip, answerHref, voicesList } from '../../answers/index.ts';
import { lineParts, stepName } from '../../reflection/index.ts';
import type { BudgetLine, LineFilter, LineStep, ListedLine, ShownLine } from '../budget-queries.ts';
import { budgetWords } from '../budget-words.ts';

export function lineHref(line: Pick<BudgetLine, 'id' | 'title'>): string {
  return `/budget-lines/${ref(line.id, line.title)}`;
}

/** The filter as it stands in addresses. */
export function lineQuery(
  { year, q }: Pick<LineFilter, 'year' | 'q'>,
  after?: Pick<BudgetLine, 'fiscal_year' | 'title'>,
): string {
  const query = new URLSearchParams();
  if (year) query.set('year', String(year));
  if (q) query.set('q', q);
  if (after) {
    query.set('after-year', String(after.fiscal_year));
    query.set('after', after.title);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

export interface LinesProps {
  lang: Lang;
  filter: LineFilter;
  lines: readonly ListedLine[];
  more: boolean;
  years: readonly number[];
}

export function linesPage({ lang, filter, lines, more, years }: LinesProps): Html {
  const w = budgetWords(lang);
  const f = formWords(lang);
  const query = lineQuery(filter);
  return html`${pageHead({ title: w.title, lead: w.lead })}${filters({
    action: '/budget-lines',
    label: w.filter,
    submit: w.submit,
    fields: html`${selectField(
      {
        name: 'year',
        label: w.year,
        plain: true,
        value: filter.year ? String(filter.year) : '',
        empty: w.anyYear,
        choices: years.map((year) => ({ value: String(year), text: formatFiscalYear(year, lang) })),
      },
      f,
    )}${textField({ name: 'q', label: w.q, plain: true, value: filter.q }, f)}`,
    reset: { href: '/budget-lines', text: w.reset },
  })}${listHead({
    count: w.order,
    data: [
      { href: `/budget-lines.csv${query}`, text: 'CSV', type: 'text/csv' },
      { href: `/budget-lines.json${query}`, text: 'JSON', type: 'application/json' },
    ],
  })}${
    lines.length === 0
      ? empty({ title: w.empty, body: w.emptyTry })
      : html`${[...Map.groupBy(lines, (line) => line.fiscal_year)].map(([year, own]) =>
          section({ title: formatFiscalYear(year, lang), children: list(own.map((line) => lineRow(line, lang))) }),
        )}`
  }${pager({
    label: w.pages,
    ...(filter.after ? { previous: { href: `/budget-lines${query}`, text: w.first } } : {}),
    ...(more ? { next: { href: `/budget-lines${lineQuery(filter, lines.at(-1))}`, text: w.next } } : {}),
  })}`;
}

function lineRow(line: ListedLine, lang: Lang): Html {
  const w = budgetWords(lang);
  const { voted, items, subjects } = line;
  const href = lineHref(line);
  const sum = voted === null ? w.notVoted : line.is_much_voted ? w.votedOften : w.voted(formatYen(voted, lang));
  const count = formatNumber(items);
  return listItem({
    title: line.title,
    href,
    level: 3,
    body: html`<ul>${subjects.map(({ title, body }) => html`<li>${body ?? title}</li>`)}</ul>${
      (line.is_long || items > subjects.length) && html`<p>${link(href, w.allOf(line.title))}</p>`
    }`,
    meta: [sum, line.is_long ? w.itemsOrMore(count) : w.items(count)].join('・'),
  });
}

/** `isFurther`: pages come before this one. */
export function linePage(line: ShownLine, isFurther: boolean, lang: Lang): Html {
  const w = budgetWords(lang);
  const { voted } = line;
  const at = lineHref(line);
  const subjects = new Map(line.steps.map((step) => [step.answer_id, step]));
  return html`${pageHead({ above: formatFiscalYear(line.fiscal_year, lang), title: line.title, meta: partLinks(line) })}${
    voted !== null && stats([{ value: formatYen(voted, lang), label: w.sum, note: w.sumNote }])
  }${section({ title: w.steps, children: stepsTable(line.steps, lang) })}${section({
    title: w.voices,
    children: list([...subjects.values()].map((step) => behind(step, lang))),
  })}${pager({
    label: w.pages,
    ...(isFurther ? { previous: { href: at, text: w.first } } : {}),
    ...(line.more ? { next: { href: `${at}?after=${line.steps.at(-1)?.id}`, text: w.next } } : {}),
  })}`;
}

/** 款・項・目, each leading to all lines of that year under it. */
function partLinks(line: BudgetLine): Html {
  const parts = lineParts(line.title);
  return html`${parts.map((part, at) => html`${at > 0 && ' › '}${link(`/budget-lines${lineQuery({ year: line.fiscal_year, q: parts.slice(0, at + 1).join(' ') })}`, part)}`)}`;
}

function stepsTable(steps: readonly LineStep[], lang: Lang): Html {
  const w = budgetWords(lang);
  const { columns } = w;
  return table({
    caption: w.steps,
    captionHidden: true,
    columns: [
      { text: columns.date },
      { text: columns.step },
      { text: columns.about },
      { text: columns.amount, number: true },
      { text: columns.evidence },
    ],
    rows: steps.map((step) => [
      formatDate(step.happened_on, lang),
      step.is_corrected ? html`<del>${stepName(step.step, lang)}</del> ${w.corrected}` : stepName(step.step, lang),
      link(answerHref({ id: step.answer_id }, step.title), step.title),
      step.amount_yen === null ? '' : formatYen(step.amount_yen, lang),
      step.link ? link(step.link, w.page(step.document || step.link, step.page)) : w.page(step.document, step.page),
    ]),
    id: 'line-steps',
  });
}

/** From a step to the answer, to the way of the proposal, to the opinions. */
function behind(step: LineStep, lang: Lang): Html {
  const w = budgetWords(lang);
  return listItem({
    title: step.title,
    href: `/proposals/${ref(step.debate_id, step.title)}`,
    level: 3,
    above: chips([answerChip(step.kind, lang)]) ?? undefined,
    body: prose([step.body !== null && paragraphs(step.body), voicesList(step.voices ?? [], lang)]),
    meta: html`${link(answerHref({ id: step.answer_id }, step.title), w.answer)}・${link(`/proposals/${ref(step.debate_id, step.title)}/trail`, w.trail)}`,
  });
}

/** F7.7 The form of a report: what was done, then the accounts line by line. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import { formatFiscalYear, formatYen } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldRow, form, hidden, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { type Field, fieldHtml } from '../../groups/index.ts';
import { type Part, rowsOf, type Typed } from '../lines.ts';
import { LIMITS, REACHES } from '../report.ts';
import { reportWords } from '../words.ts';

export interface ReportFormProps {
  lang: Lang;
  /** where it is posted to */
  action: string;
  years: readonly number[];
  /** what the year before left; null where nobody said */
  left: number | null;
  typed: Typed;
  problem?: Problem | undefined;
}

export function reportForm(props: ReportFormProps): Html {
  const { lang, action, years, left, typed, problem } = props;
  const w = reportWords(lang);
  const isNew = (typed.of ?? '0') === '0';
  const field = (one: Field) => fieldHtml(one, { lang, typed, problem });
  return html`${pageHead({ title: isNew ? w.write : w.writeAgain, lead: w.writeLead })}${form({
    action,
    label: w.write,
    children: html`${onceField()}${hidden('of', typed.of ?? '0')}${hidden('rows', rowsOf(typed))}${
      isNew
        ? field({
            name: 'year',
            label: w.year,
            as: 'select',
            choices: years.map((year) => ({ value: String(year), text: formatFiscalYear(year, lang) })),
          })
        : html`${hidden('year', typed.year ?? '')}<p>${w.year}${colon(lang)}${formatFiscalYear(Number(typed.year), lang)}</p>`
    }${field({ name: 'done', label: w.done, hint: w.doneHint, as: 'area', limit: LIMITS.done })}${field({
      name: 'people',
      label: w.people,
      as: 'number',
      unit: w.persons,
      optional: true,
    })}<h2>${w.accounts}</h2>${field({
      name: 'brought',
      label: w.brought,
      as: 'number',
      unit: w.yen,
      ...(left === null ? {} : { hint: w.broughtHint(formatYen(left, lang)) }),
    })}<p class="meta">${w.linesHint}</p>${lineFields(props, 'income')}${lineFields(props, 'expense')}<p>${button({ text: w.moreLines, tone: 'plain', small: true, name: 'more', value: 'yes' })}</p>${field(
      {
        name: 'carried',
        label: w.carried,
        hint: w.carriedHint,
        as: 'number',
        unit: w.yen,
      },
    )}${field({ name: 'note', label: w.note, hint: w.noteHint, as: 'area', limit: LIMITS.note, optional: true })}${field(
      {
        name: 'reach',
        label: w.reach,
        as: 'select',
        choices: REACHES.map((value) => ({ value, text: w.reaches[value] })),
      },
    )}${!isNew && field({ name: 'changed', label: w.changed, optional: true })}`,
    note: html`<p class="meta">${w.recordPublic}</p>${lastingRecord(lang)}`,
    buttons: button({ text: w.keep, tone: 'main' }),
  })}`;
}

function lineFields({ lang, typed, problem }: ReportFormProps, part: Part): Html {
  const w = reportWords(lang);
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  const at = (row: number, item: 'label' | 'amount') => {
    const name = `${part}.${row}.${item}`;
    return { name, value: typed[name] ?? '', error: errorAt(errors, name), plain: true as const };
  };
  const row = (_: unknown, n: number) =>
    fieldRow(
      textField({ ...at(n, 'label'), label: w.lineLabel(w[part], n + 1), maxlength: LIMITS.label }, f),
      textField(
        { ...at(n, 'amount'), label: w.lineAmount(w[part], n + 1), inputmode: 'numeric', width: 8, unit: w.yen },
        f,
      ),
    );
  return html`<h3>${w[part]}</h3>${Array.from({ length: rowsOf(typed) }, row)}`;
}

/** F9.9 Fields of the forms around committees, from a short description of each. */
import { formWords, lastingRecord, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, selectField, textArea, textField } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';

export interface Field {
  name: string;
  label: string;
  hint?: string;
  /** text: one line; area: several, up to `limit` characters */
  as?: 'text' | 'area' | 'date' | 'time' | 'number';
  limit?: number;
  unit?: string;
  optional?: boolean;
  choices?: readonly { value: string; text: string }[];
}

export type Typed = Readonly<Record<string, string>>;

export interface FormProps {
  lang: Lang;
  action: string;
  fields: readonly Field[];
  typed: Typed;
  problem?: Problem | undefined;
  submit: string;
  /** why it can't be sent: stands in its place */
  no?: string | null;
  hiddenFields?: Readonly<Record<string, string | number>>;
  /** keeps ids apart where a page has two forms */
  prefix?: string;
  buttons?: Html;
  label?: string;
  /** read by the office alone; everything else is said to become part of the public record */
  isPrivate?: boolean;
}

export function fieldsForm(props: FormProps): Html {
  const { action, submit, no, hiddenFields = {}, buttons } = props;
  if (no) return html`<p>${no}</p>`;
  return form({
    action,
    ...(props.label === undefined ? {} : { label: props.label }),
    children: html`${onceField()}${Object.entries(hiddenFields).map(([name, value]) => hidden(name, value))}${props.fields.map((one) => field(one, props))}`,
    ...(props.isPrivate ? {} : { note: lastingRecord(props.lang) }),
    buttons: buttons ?? button({ text: submit, tone: 'main' }),
  });
}

function field(one: Field, { lang, typed, problem, prefix }: FormProps): Html {
  const f = formWords(lang);
  const base = {
    name: one.name,
    label: one.label,
    required: one.optional !== true,
    value: typed[one.name] ?? '',
    error: errorAt(problem?.items ?? [], one.name),
    ...(one.hint ? { hint: one.hint } : {}),
    ...(prefix ? { id: `${prefix}-${one.name}` } : {}),
  };
  if (one.choices) return selectField({ ...base, choices: one.choices }, f);
  if (one.as === 'area') return textArea({ ...base, rows: 5, ...(one.limit ? { limit: one.limit } : {}) }, f);
  if (one.as === 'date' || one.as === 'time') return textField({ ...base, type: one.as, width: 8 }, f);
  if (one.as === 'number')
    return textField({ ...base, inputmode: 'numeric', width: 4, ...(one.unit ? { unit: one.unit } : {}) }, f);
  return textField(base, f);
}

/** F7 Fields of the forms of registration, from a short description of each. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { type ButtonTone, button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { checkbox, checkboxGroup, form, hidden, selectField, textArea, textField } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import type { Typed } from '../group.ts';

export interface Field {
  name: string;
  label: string;
  hint?: string | undefined;
  /** text: one line; area: several, up to `limit` characters; boxes: several choices, sent with commas between */
  as?: 'text' | 'date' | 'area' | 'email' | 'url' | 'tel' | 'number' | 'select' | 'boxes' | 'box';
  limit?: number;
  unit?: string;
  optional?: boolean;
  choices?: readonly { value: string; text: string }[];
}

export interface FieldsForm {
  lang: Lang;
  action: string;
  fields: readonly Field[];
  typed: Typed;
  problem?: Problem | undefined;
  submit: string;
  tone?: ButtonTone;
  hiddenFields?: Readonly<Record<string, string | number>>;
  /** keeps ids apart where a page has two forms */
  prefix?: string;
  buttons?: Html;
  label?: string;
  /** what is to be known before sending */
  note?: Html;
}

export function fieldsForm(props: FieldsForm): Html {
  return form({
    action: props.action,
    ...(props.label === undefined ? {} : { label: props.label }),
    children: html`${onceField()}${Object.entries(props.hiddenFields ?? {}).map(([name, value]) => hidden(name, value))}${props.fields.map((one) => fieldHtml(one, props))}`,
    ...(props.note ? { note: props.note } : {}),
    buttons: html`${button({ text: props.submit, tone: props.tone ?? 'main' })}${props.buttons}`,
  });
}

export function fieldHtml(
  one: Field,
  { lang, typed, problem, prefix }: Omit<FieldsForm, 'action' | 'fields' | 'submit'>,
): Html {
  const f = formWords(lang);
  const value = typed[one.name] ?? '';
  const base = {
    name: one.name,
    label: one.label,
    required: one.optional !== true,
    error: errorAt(problem?.items ?? [], one.name),
    ...(one.hint ? { hint: one.hint } : {}),
    ...(prefix ? { id: `${prefix}-${one.name}` } : {}),
  };
  if (one.as === 'boxes') return checkboxGroup({ ...base, values: value.split(','), choices: one.choices ?? [] }, f);
  if (one.as === 'box') return checkbox({ ...base, required: false, checked: value === 'yes' }, f);
  if (one.as === 'select') return selectField({ ...base, value, choices: one.choices ?? [] }, f);
  if (one.as === 'area') return textArea({ ...base, value, rows: 4, ...(one.limit ? { limit: one.limit } : {}) }, f);
  if (one.as === 'number')
    return textField({ ...base, value, inputmode: 'numeric', width: 8, ...(one.unit ? { unit: one.unit } : {}) }, f);
  return textField({ ...base, value, ...(one.as && one.as !== 'text' ? { type: one.as } : {}) }, f);
}

/** Everything that was typed, by field; several values of one name with commas between. */
export function typedOf(entries: Iterable<readonly [string, readonly string[]]>): Typed {
  return Object.fromEntries([...entries].map(([name, values]) => [name, values.join(',')]));
}

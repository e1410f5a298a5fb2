/** F1.1 Fields of the announcement's form: those of every form, and days, times and a point on the map. */
import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldRow, textField } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { type KeptOutline, placeOf, placePicker } from '../../../participation/proposals/index.ts';
import { type Field as AnyField, fieldHtml as anyField } from '../../../registration/groups/index.ts';
import type { Typed } from '../event.ts';
import { formTexts } from '../form-words.ts';

export interface Field extends Omit<AnyField, 'as'> {
  as?: AnyField['as'] | 'date' | 'time' | 'degrees';
  /** stands beside the field before it */
  beside?: true;
}

export interface FieldProps {
  lang: Lang;
  typed: Typed;
  problem?: Problem | undefined;
}

function one(field: Field, props: FieldProps): Html {
  const { as, beside: _beside, ...rest } = field;
  if (as !== 'date' && as !== 'time' && as !== 'degrees') return anyField({ ...rest, ...(as ? { as } : {}) }, props);
  return textField(
    {
      name: field.name,
      label: field.label,
      value: props.typed[field.name] ?? '',
      required: field.optional !== true,
      error: errorAt(props.problem?.items ?? [], field.name),
      width: 8,
      ...(as === 'degrees' ? { inputmode: 'decimal' as const, autocomplete: 'off' } : { type: as }),
      ...(field.hint ? { hint: field.hint } : {}),
    },
    formWords(props.lang),
  );
}

/** Fields in their order; those that belong beside each other in one row. */
export function fieldsOf(fields: readonly Field[], props: FieldProps): Html {
  const rows: Field[][] = [];
  for (const field of fields) {
    if (field.beside && rows.length > 0) rows.at(-1)!.push(field);
    else rows.push([field]);
  }
  return html`${rows.map((row) => {
    const shown = row.map((field) => one(field, props));
    return shown.length === 1 ? shown[0] : fieldRow(...shown);
  })}`;
}

/** The map to press, above the fields for latitude and longitude. */
export function mapField(outline: KeptOutline | null, { lang, typed }: FieldProps, town: string): Html | null {
  const found = placeOf({ lat: typed.lat ?? '', lng: typed.lng ?? '', shape: '' }, null);
  return placePicker(outline, 'place' in found ? found.place : null, town, lang);
}

/** The words over every field, for the summary of what is wrong. */
export function namesOf(fields: readonly Field[], lang: Lang): Record<string, string> {
  const w = formTexts(lang);
  return { ...Object.fromEntries(fields.map(({ name, label }) => [name, label])), reason: w.reason, scope: w.scope };
}

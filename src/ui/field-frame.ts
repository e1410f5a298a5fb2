// X6: one frame for every form field: label above, required or optional in words, hint, example, error at the field, all tied by id.

import { attrs, type Html, html, type Renderable } from './html.ts';
import { icon } from './icons.ts';

/** Words every form needs, one set a language. */
export type FormWords = {
  /** 必須 */
  required: string;
  /** 任意 */
  optional: string;
  /** れい： before an example */
  example: string;
  /** エラー, read before an error message by screen readers */
  error: string;
  /** 選んでください, the empty choice of a select */
  choose: string;
  /** Counter templates with {n}: 「あと{n}字」「{n}字こえています」, and 「{n}字まで」 where no script runs */
  left: string;
  over: string;
  limit: string;
};

/** What every field takes. `error` is the message at the field after a refusal; `value` is what was typed. */
export type FieldProps = {
  name: string;
  label: Renderable;
  hint?: Renderable;
  example?: string;
  required?: boolean;
  /** True leaves out the word 任意 (a search filter, a single field). */
  plain?: boolean;
  error?: string;
  /** Element id when a page has two fields of one name. */
  id?: string;
  disabled?: boolean;
};

/** The id of the input for a field name; error summaries link to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

type Ids = { id: string; hint: string; example: string; error: string };

export function idsOf(props: FieldProps): Ids {
  const id = props.id ?? fieldId(props.name);
  return { id, hint: `${id}-hint`, example: `${id}-example`, error: `${id}-error` };
}

/** ids for aria-describedby, in reading order: error last, so that it is heard last and remembered. */
export function describedBy(props: FieldProps, ...more: readonly (string | false)[]): string | undefined {
  const ids = idsOf(props);
  const list = [
    props.hint !== undefined && ids.hint,
    props.example !== undefined && ids.example,
    ...more,
    props.error !== undefined && ids.error,
  ].filter((id) => id !== false);
  return list.length === 0 ? undefined : list.join(' ');
}

/** Attributes every input shares. */
export function inputAttrs(props: FieldProps, ...more: readonly (string | false)[]): Html {
  return attrs({
    id: idsOf(props).id,
    name: props.name,
    required: props.required === true,
    disabled: props.disabled === true,
    'aria-invalid': props.error === undefined ? undefined : 'true',
    'aria-describedby': describedBy(props, ...more),
  });
}

/** 必須 or 任意, in words. */
export function need(props: FieldProps, words: FormWords): Html | false {
  if (props.required === true) return html`<span class="need need-required">${words.required}</span>`;
  return props.plain !== true && html`<span class="need">${words.optional}</span>`;
}

/** Hint, example and error of a field. */
export function notes(props: FieldProps, words: FormWords): Html {
  const ids = idsOf(props);
  return html`${props.hint !== undefined && html`<p class="field-hint" id="${ids.hint}">${props.hint}</p>`}${
    props.example !== undefined &&
    html`<p class="field-example" id="${ids.example}"><span>${words.example}</span>${props.example}</p>`
  }${
    props.error !== undefined &&
    html`<p class="field-error" id="${ids.error}">${icon('alert')}<span class="visually-hidden">${words.error}: </span>${props.error}</p>`
  }`;
}

/** A field with one input: label, notes, input, what follows it. */
export function field(props: FieldProps, words: FormWords, input: Renderable, after?: Renderable): Html {
  return html`<div class="field${props.error !== undefined && ' field-invalid'}"><label for="${idsOf(props).id}">${props.label}${need(props, words)}</label>${notes(props, words)}${input}${after}</div>`;
}

/** Several inputs under one question. */
export function fieldGroup(props: FieldProps, words: FormWords, inputs: Renderable): Html {
  return html`<fieldset${attrs({ class: props.error === undefined ? 'field' : 'field field-invalid', 'aria-describedby': describedBy(props) })}><legend>${props.label}${need(props, words)}</legend>${notes(props, words)}${inputs}</fieldset>`;
}

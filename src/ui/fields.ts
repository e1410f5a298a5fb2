// X6: form fields: text, textarea with counter, select, radio group, checkboxes, date, file. All work without JavaScript.

import { type FieldProps, type FormWords, field, fieldGroup, idsOf, inputAttrs, need, notes } from './field-frame.ts';
import { attrs, type Html, html, type Renderable } from './html.ts';

export type { FieldProps, FormWords } from './field-frame.ts';
export { fieldGroup, fieldId } from './field-frame.ts';

/** One choice of a select, radio or checkbox group. `disabled` with a `reason` is shown, not hidden. */
export type Choice = { value: string; text: Renderable; hint?: Renderable; disabled?: boolean; reason?: string };

/** Width of an input says how long an answer is expected to be, in full-width characters. */
export type FieldWidth = 4 | 8 | 16 | 24;

export type TextFieldProps = FieldProps & {
  value?: string | number | null;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'date' | 'time' | 'datetime-local' | 'number';
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'none';
  maxlength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  pattern?: string;
  width?: FieldWidth;
  /** Words right after the input: 円, 人. */
  unit?: string;
  spellcheck?: false;
};

/** A one-line input. Numbers should use inputmode numeric rather than type number. */
export function textField(props: TextFieldProps, words: FormWords): Html {
  const unitId = `${idsOf(props).id}-unit`;
  const input = html`<input${inputAttrs(props, props.unit !== undefined && unitId)}${attrs({
    type: props.type ?? 'text',
    value: props.value === null ? undefined : props.value,
    autocomplete: props.autocomplete,
    inputmode: props.inputmode,
    maxlength: props.maxlength,
    min: props.min,
    max: props.max,
    step: props.step,
    pattern: props.pattern,
    spellcheck: props.spellcheck === false ? 'false' : undefined,
    class: props.width === undefined ? undefined : `width-${props.width}`,
  })}>`;
  return field(
    props,
    words,
    props.unit === undefined
      ? input
      : html`<span class="with-unit">${input}<span id="${unitId}">${props.unit}</span></span>`,
  );
}

export type TextAreaProps = FieldProps & {
  value?: string | null;
  rows?: number;
  /** Greatest length in characters (code points). Longer text can be typed and is then refused with a message; nothing is cut off. */
  limit?: number;
};

/** Several lines. With a limit, the rest is counted while typing (island char-counter); without JavaScript the limit stands there in words. */
export function textArea(props: TextAreaProps, words: FormWords): Html {
  const counterId = `${idsOf(props).id}-count`;
  const input = html`<textarea${inputAttrs(props, props.limit !== undefined && counterId)}${attrs({ rows: props.rows ?? 5 })}>
${props.value}</textarea>`;
  if (props.limit === undefined) return field(props, words, input);
  return field(
    props,
    words,
    html`<char-counter data-limit="${props.limit}" data-left="${words.left}" data-over="${words.over}">${input}<span class="field-count" id="${counterId}">${words.limit.replace('{n}', `${props.limit}`)}</span><span class="visually-hidden" role="status"></span></char-counter>`,
  );
}

export type SelectProps = FieldProps & {
  value?: string | null;
  choices: readonly Choice[] /** words of the empty choice; false when there is none */;
  empty?: string | false;
};

/** A choice from a long list; for up to about seven, take radioGroup. */
export function selectField(props: SelectProps, words: FormWords): Html {
  const empty = props.empty ?? words.choose;
  return field(
    props,
    words,
    html`<select${inputAttrs(props)}>${empty !== false && html`<option value="">${empty}</option>`}${props.choices.map(
      (choice) =>
        html`<option${attrs({ value: choice.value, selected: choice.value === props.value, disabled: choice.disabled })}>${choice.text}${
          choice.reason !== undefined && html` (${choice.reason})`
        }</option>`,
    )}</select>`,
  );
}

function option(props: FieldProps, choice: Choice, index: number, type: 'radio' | 'checkbox', checked: boolean): Html {
  // The first input carries the field's own id, so that the error summary's link lands on it.
  const base = idsOf(props).id;
  const id = index === 0 ? base : `${base}-${index + 1}`;
  const hint = choice.reason ?? choice.hint;
  return html`<div class="option"><input${attrs({
    type,
    id,
    name: props.name,
    value: choice.value,
    checked,
    disabled: choice.disabled === true || props.disabled === true,
    required: type === 'radio' && props.required === true,
    'aria-describedby': hint === undefined ? undefined : `${id}-note`,
  })}><label for="${id}">${choice.text}</label>${hint !== undefined && html`<p class="option-hint" id="${id}-note">${hint}</p>`}</div>`;
}

export type RadioGroupProps = FieldProps & {
  value?: string | null;
  choices: readonly Choice[] /** side by side for two or three short choices */;
  inline?: boolean;
};

/** One of a few, all seen at once. */
export function radioGroup(props: RadioGroupProps, words: FormWords): Html {
  return fieldGroup(
    props,
    words,
    html`<div class="options${props.inline === true && ' options-inline'}">${props.choices.map((choice, index) =>
      option(props, choice, index, 'radio', choice.value === props.value),
    )}</div>`,
  );
}

export type CheckboxGroupProps = FieldProps & {
  values?: readonly string[];
  choices: readonly Choice[];
  inline?: boolean;
};

/** Any number of a few. */
export function checkboxGroup(props: CheckboxGroupProps, words: FormWords): Html {
  const values = props.values ?? [];
  return fieldGroup(
    props,
    words,
    html`<div class="options${props.inline === true && ' options-inline'}">${props.choices.map((choice, index) =>
      option(props, choice, index, 'checkbox', values.includes(choice.value)),
    )}</div>`,
  );
}

export type CheckboxProps = FieldProps & { checked?: boolean; value?: string };

/** One yes-or-no, e.g. a consent. Its label is a whole sentence. */
export function checkbox(props: CheckboxProps, words: FormWords): Html {
  const { id } = idsOf(props);
  return html`<div class="field field-check${props.error !== undefined && ' field-invalid'}"><div class="option"><input${inputAttrs(props)}${attrs({ type: 'checkbox', value: props.value ?? 'yes', checked: props.checked })}><label for="${id}">${props.label}${
    props.required === true && need(props, words)
  }</label></div>${notes(props, words)}</div>`;
}

export type FileFieldProps = FieldProps & {
  /** Media types or endings: "image/*,.pdf" */
  accept?: string;
  multiple?: boolean;
  /** Files already kept, each with a link and a checkbox to take it away. */
  kept?: readonly { href: string; text: string; removeName: string; removeText: string }[];
};

/** Choosing files. Types and largest size belong into the hint. */
export function fileField(props: FileFieldProps, words: FormWords): Html {
  const kept =
    props.kept !== undefined &&
    props.kept.length > 0 &&
    html`<ul class="kept-files">${props.kept.map(
      (file, index) =>
        html`<li><a${attrs({ href: file.href })}>${file.text}</a><span class="option"><input type="checkbox" id="${idsOf(props).id}-remove-${index}" name="${file.removeName}" value="yes"><label for="${idsOf(props).id}-remove-${index}">${file.removeText}</label></span></li>`,
    )}</ul>`;
  return field(
    props,
    words,
    html`${kept}<input${inputAttrs(props)}${attrs({ type: 'file', accept: props.accept, multiple: props.multiple })}>`,
  );
}

/** A value that travels with the form unseen. */
export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

export type FormProps = {
  action: string;
  /** post by default; get for searches and filters. */
  method?: 'get' | 'post';
  /** True for forms with files. */
  files?: boolean;
  id?: string;
  label?: string;
  children: Renderable;
  /** What is to be known before sending; stands above the buttons. */
  note?: Renderable;
  /** Buttons at the foot. */
  buttons?: Renderable;
  /** Saves what is typed while it is typed (island draft-keeper). Words: saved 「{time}に保存しました」, offline 「つながったら保存します…」, failed, restored. */
  draft?: { save: string; words: { saving: string; saved: string; offline: string; failed: string } };
};

/** One column of fields. The server checks (novalidate), so that every reader gets the same messages in the same place. */
export function form(props: FormProps): Html {
  const body = html`<form${attrs({
    class: 'form',
    id: props.id,
    action: props.action,
    method: props.method ?? 'post',
    enctype: props.files === true ? 'multipart/form-data' : undefined,
    'aria-label': props.label,
    novalidate: true,
  })}>${props.children}${props.note}${props.buttons !== undefined && html`<div class="buttons">${props.buttons}</div>`}</form>`;
  if (props.draft === undefined) return body;
  const { save, words } = props.draft;
  return html`<draft-keeper${attrs({
    'data-save': save,
    'data-saving': words.saving,
    'data-saved': words.saved,
    'data-offline': words.offline,
    'data-failed': words.failed,
  })}>${body}<p class="draft-state" role="status"></p></draft-keeper>`;
}

/** Text fields of one answer side by side (year, month, day; from, to); each still has its own label. */
export function fieldRow(...fields: readonly Renderable[]): Html {
  return html`<div class="field-row">${fields}</div>`;
}

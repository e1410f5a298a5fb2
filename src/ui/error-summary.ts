// X6: after a refusal, a summary on top says what is wrong and links to each field; the same words stand at the field.

import { fieldId } from './field-frame.ts';
import { type Html, html, url } from './html.ts';
import { icon } from './icons.ts';

/** One refusal. Without a field it stands in the summary alone; `on`: path of the page that has the field, where it is another one. */
export type FieldError = { field?: string; message: string; on?: string };

/** The error summary; writes nothing when there are no errors. It takes the focus when the page loads. */
export function errorSummary(title: string, errors: readonly FieldError[]): Html | null {
  if (errors.length === 0) return null;
  return html`<section class="error-summary" aria-labelledby="error-summary-title" role="alert" tabindex="-1" autofocus><h2 id="error-summary-title">${icon('alert')}${title}</h2><ul>${errors.map(
    (error) =>
      html`<li>${error.field === undefined ? error.message : html`<a href="${url(`${error.on ?? ''}#${fieldId(error.field)}`)}">${error.message}</a>`}</li>`,
  )}</ul></section>`;
}

/** The message of a field among errors, to be handed to it as `error`. The first one wins. */
export function errorAt(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

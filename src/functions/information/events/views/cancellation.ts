/** F1.1 The question before an event is called off. */
import { lastingRecord, onceField } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button, linkButton } from '#ui/button.ts';
import { form } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { eventPath } from '../addresses.ts';
import { LIMITS, type Typed } from '../event.ts';
import { formTexts } from '../form-words.ts';
import type { ShownEvent } from '../queries.ts';
import { type Field, fieldsOf } from './forms.ts';
import { whenText } from './when.ts';

export function cancellationView({
  lang,
  event,
  typed,
  problem,
}: {
  lang: Lang;
  event: ShownEvent;
  typed: Typed;
  problem?: Problem | undefined;
}): Html {
  const w = formTexts(lang);
  const scopes = (['this', 'later'] as const).map((value) => ({ value, text: w.scopes[value] }));
  const fields: Field[] = [
    ...(event.days.length > 1 ? [{ name: 'scope', label: w.scope, as: 'select' as const, choices: scopes }] : []),
    { name: 'reason', label: w.cancelReason, as: 'area', limit: LIMITS.text },
  ];
  const at = eventPath(event);
  return html`${pageHead({ title: w.cancelTitle, lead: w.cancelLead })}<p><strong>${event.title}</strong> ${whenText(event, lang, 'long')}</p>${form(
    {
      action: `${at}/cancellation`,
      children: html`${onceField()}${fieldsOf(fields, { lang, problem, typed: { scope: 'this', ...typed } })}`,
      note: lastingRecord(lang),
      buttons: html`${button({ text: w.cancel, tone: 'main' })}${linkButton({ href: at, text: w.back })}`,
    },
  )}`;
}

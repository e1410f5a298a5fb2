import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import type { Way } from '../../let-in.ts';
import { safetyWords } from '../../safety-words.ts';
import { along } from '../../views/along.ts';

/** The field for a code of the app or a recovery code. */
export function codeField(lang: Lang, problem: Problem | null, label: string, hint?: string): Html {
  return textField(
    {
      name: 'code',
      label,
      ...(hint ? { hint } : {}),
      required: true,
      autocomplete: 'one-time-code',
      width: 8,
      spellcheck: false,
      error: errorAt(problem?.items ?? [], 'code'),
    },
    formWords(lang),
  );
}

export interface StepProps {
  lang: Lang;
  /** one-time key of the first factor */
  key: string;
  way: Way;
  problem: Problem | null;
}

export function stepView({ lang, key, way, problem }: StepProps): Html {
  const w = safetyWords(lang).second;
  return html`${pageHead({ title: w.asks, lead: w.asksLead })}${form({
    action: '/sign-in/second-step',
    label: w.asks,
    children: [codeField(lang, problem, w.codeOrRecovery, w.codeHint), hidden('step', key), along(way)],
    buttons: button({ text: w.submit, tone: 'main', icon: 'sign-in' }),
  })}<p>${w.lost}</p>`;
}

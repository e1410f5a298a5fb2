import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { actButton, button, buttons } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { form, hidden, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { prose } from '#ui/prose.ts';
import { words } from '../words.ts';

/** What a guardian agrees to stands before the button. */
export function consentView(lang: Lang, key: string, name: string): Html {
  const w = words(lang).guardian;
  return html`${pageHead({ title: w.title, lead: w.lead(name) })}${prose([
    html`<ul>${w.list.map((line) => html`<li>${line}</li>`)}</ul>`,
    buttons(actButton({ action: '/guardian-consent', fields: hidden('key', key), text: w.submit, tone: 'main' })),
    html`<p>${w.not}</p>`,
  ])}`;
}

export function consentDoneView(lang: Lang): Html {
  const w = words(lang).guardian;
  return html`${pageHead({ title: w.title })}${notice({ tone: 'success', title: w.done, body: w.doneText, live: true })}`;
}

export function consentOverView(lang: Lang): Html {
  const w = words(lang).guardian;
  return pageHead({ title: w.over, lead: w.overText });
}

/** On the young person's own page, while the consent isn't there. */
export function waitingSection(lang: Lang, guardian: string, problem: Problem | null): Html {
  const w = words(lang).account;
  return section({
    title: w.waits,
    lead: w.waitsText,
    children: form({
      action: '/account/guardian',
      label: w.waits,
      children: textField(
        {
          name: 'guardian',
          type: 'email',
          label: w.guardian,
          required: true,
          value: guardian,
          error: errorAt(problem?.items ?? [], 'guardian'),
        },
        formWords(lang),
      ),
      buttons: button({ text: w.guardianAgain }),
    }),
  });
}

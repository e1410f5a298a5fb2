import type { Lang } from '#kernel/lang.ts';
import { actButton, buttons, linkButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { words } from '../words.ts';

/** To the old address: whether the account may have the new one. */
export function agreeView(lang: Lang, key: string, email: string): Html {
  const w = words(lang).addressChange;
  return html`${pageHead({ title: w.title, lead: w.lead(email) })}${buttons(
    actButton({ action: '/address-change', fields: hidden('key', key), text: w.submit, tone: 'main' }),
  )}<p>${w.notYou}</p>`;
}

export function agreedView(lang: Lang, just: 'done' | 'waits'): Html {
  const w = words(lang).addressChange;
  const head = just === 'done' ? { title: w.done, lead: w.doneText } : { title: w.waits, lead: w.waitsText };
  return html`${pageHead(head)}${buttons(linkButton({ href: '/account', text: words(lang).account.title }))}`;
}

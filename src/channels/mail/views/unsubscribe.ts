import type { Lang } from '#kernel/lang.ts';
import { button } from '#ui/button.ts';
import { form } from '#ui/fields.ts';
import { pageHead } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import { html } from '#ui/html.ts';
import { outcomePanel } from '#ui/panel.ts';
import { words } from '../words.ts';

/** The choice: no letters of notices, or one a week. */
export function unsubscribeView(lang: Lang, action: string): Html {
  const w = words(lang).unsubscribe;
  return html`${pageHead({ title: w.title, lead: w.lead })}${form({
    action,
    label: w.title,
    children: html`<p>${w.others}</p>`,
    buttons: html`${button({ text: w.off, tone: 'main', name: 'rhythm', value: 'off' })}${button({ text: w.weekly, name: 'rhythm', value: 'weekly' })}`,
  })}`;
}

export function endedView(lang: Lang, chosen: string): Html {
  const w = words(lang).unsubscribe;
  return outcomePanel({
    title: chosen === 'off' ? w.ended : w.endedWeekly,
    nextTitle: w.nextTitle,
    next: w.next,
    links: [{ href: '/notices/settings', text: w.settings }],
  });
}

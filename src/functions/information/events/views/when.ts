/** F1.1 When an event is, as a page says it. */
import { tokyoDateTime } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import { type Times, whenText } from '../when.ts';

export { whenText };

export function whenHtml(times: Times, lang: Lang, style: 'long' | 'short' = 'short'): Html {
  return html`<time datetime="${tokyoDateTime(times.starts_at)}">${whenText(times, lang, style)}</time>`;
}

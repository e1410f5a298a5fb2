/** X13: said before posting, on every form whose words become part of a public record: under which name, and what can't be taken back. */
import type { Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import { words } from './words.ts';

/** `name`: as whom it is published, where that isn't said elsewhere on the form. */
export function publicRecord(lang: Lang, name?: string): Html {
  const w = words(lang).record;
  return html`<p class="meta">${name !== undefined && w.asWhom(name)}${w.text}</p>`;
}

/** The same where nothing can be taken back: reasons of decisions, what an office announces. */
export function lastingRecord(lang: Lang): Html {
  return html`<p class="meta">${words(lang).record.lasting}</p>`;
}

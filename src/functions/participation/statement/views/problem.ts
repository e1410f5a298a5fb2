/** F9.5 Where an act of one button was refused: the reason stands above, here is the way back. */
import type { Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { words } from '../words.ts';

export function problemPage(title: string, back: string, lang: Lang): Html {
  return html`<h1>${title}</h1><p>${link(back, words(lang).form.back)}</p>`;
}

/** P1: who speaks here, and one press to speak as somebody else one may speak for, coming back to the same page. */
import type { Reader } from '#kernel/context.ts';
import type { Lang } from '#kernel/lang.ts';
import { actButton } from '#ui/button.ts';
import { hidden } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { words } from '../words.ts';

/** More than that are chosen on the page for it. */
const MOST = 6;

/** Everybody this person may speak for besides whom it speaks as now. `back` is encoded as in a link. Null where there is nobody else. */
export function speakAs(reader: Reader, back: string, lang: Lang): Html | null {
  const w = words(lang).show;
  const organisations = reader.roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation);
  const others = [reader.person, ...organisations].filter(({ id }) => id !== reader.acting.id).slice(0, MOST);
  if (others.length === 0) return null;
  return html`<div class="buttons">${others.map(({ id, name }) =>
    actButton({
      action: '/acting-as',
      fields: html`${hidden('actor', id)}${hidden('back', back)}`,
      text: w.speakAs(name),
      icon: 'swap',
      small: true,
    }),
  )}</div>`;
}

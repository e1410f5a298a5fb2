/** F9.6: where no PDF can be made, the page that says so, with the same document in its other forms. */
import type { Lang } from '#kernel/lang.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { link } from '#ui/prose.ts';
import { printWords } from '../print-words.ts';
import { words } from '../words.ts';
import { documentHref } from './cover.ts';

export function noPrintPage(roundId: string, lang: Lang): Html {
  const p = printWords(lang);
  const w = words(lang).cover;
  const at = documentHref(roundId);
  const ways = [link(`${at}/full`, w.full), link(`${at}.csv`, w.csv), link(`${at}.json`, w.json)];
  return html`${pageHead({ title: p.away, lead: p.awayText })}<ul>${ways.map((one) => html`<li>${one}</li>`)}</ul>`;
}

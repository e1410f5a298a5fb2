// X6: words with their readings in parentheses (やさしい日本語) in a narrow place: the reading stands above its characters.

import { type Html, html } from './html.ts';

const READING = /([\p{Script=Han}々]+)（([\p{Script=Hiragana}ー]+)）/gu;

/** 「言葉（ことば）」 with its reading above; what has none stays as it is. */
export function withReadings(text: string): Html {
  const parts: (Html | string)[] = [];
  let last = 0;
  for (const match of text.matchAll(READING)) {
    const [whole, word, reading] = match;
    parts.push(text.slice(last, match.index), html`<ruby>${word}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`);
    last = match.index + whole.length;
  }
  return html`${parts}${text.slice(last)}`;
}

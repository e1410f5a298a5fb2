// X8: what a page is about, for programs. A block of data, not a script: browsers carry nothing of it out.

import { type Markup, raw } from './raw.ts';

/**
 * JSON-LD for the head of a page. Whatever texts it holds, nothing in it can end the block or begin a comment: `<` and `>` are written
 * as JSON writes any letter by its number, and `&` is no reference there.
 */
export function linkedData(value: Readonly<Record<string, unknown>>): Markup {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return raw(`<script type="application/ld+json">${json}</script>`);
}

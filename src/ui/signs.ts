// The vocabulary of pictures: three verbs, three colours, three signs; the logo is the three overlapping.

import type { Html } from './html.ts';
import { raw } from './raw.ts';

/** think: blue, speech · join: green, raised hand · back: orange, heart. A colour has one meaning. */
export type Verb = 'think' | 'join' | 'back';

const LOGO = raw(
  '<svg class="logo-mark" viewBox="0 0 44 44" width="44" height="44" aria-hidden="true" focusable="false"><circle class="logo-join" cx="22" cy="14.5" r="11.5"/><circle class="logo-back" cx="14" cy="28.5" r="11.5"/><circle class="logo-think" cx="30" cy="28.5" r="11.5"/></svg>',
);

const open = '<svg class="sign" viewBox="0 0 72 72" width="72" height="72" aria-hidden="true" focusable="false">';

const SIGNS: Readonly<Record<Verb, Html>> = {
  think: raw(
    `${open}<path class="sign-line" d="M46 22h14a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6h-2v9l-11-9H34a6 6 0 0 1-6-5"/><path class="sign-body" d="M12 9h34a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H27L15 52V41h-3a6 6 0 0 1-6-6V15a6 6 0 0 1 6-6z"/><path class="sign-line" d="M17 20h24M17 29h16"/></svg>`,
  ),
  join: raw(
    `${open}<path class="sign-body" d="M25 64c-2-8-5-13-9-19l-6-9c-2-4 3-8 7-4l8 8V15a4.5 4.5 0 0 1 9 0v15-20a4.5 4.5 0 0 1 9 0v20-16a4.5 4.5 0 0 1 9 0v18-11a4.5 4.5 0 0 1 9 0v22c0 9-3 14-6 21z"/><path class="sign-line" d="M34 30v4M43 30v4M52 32v3"/></svg>`,
  ),
  back: raw(
    `${open}<path class="sign-body" d="M36 62C17 47 7 37 7 25a14.5 14.5 0 0 1 27-7.5l2 3.5 2-3.5A14.5 14.5 0 0 1 65 25c0 12-10 22-29 37z"/><path class="sign-line" d="M17 26a6 6 0 0 1 6-6"/></svg>`,
  ),
};

/** The three overlapping circles. */
export function logo(): Html {
  return LOGO;
}

/** The sign of a verb, 72 px; its colours come from the verb class around it. */
export function sign(verb: Verb): Html {
  return SIGNS[verb];
}

/** The logo as a file of its own, for the browser's tab. */
export const TAB_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><g fill-opacity=".88"><circle cx="22" cy="14.5" r="11.5" fill="#259d63"/><circle cx="14" cy="28.5" r="11.5" fill="#fb5b01"/><circle cx="30" cy="28.5" r="11.5" fill="#3460fb"/></g></svg>';

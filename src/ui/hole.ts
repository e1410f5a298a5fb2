// X12: a place in a page that is filled for each reader, see kernel/web/personal-parts.ts.

import { markOf } from '#kernel/web/personal-parts.ts';
import type { Html } from './html.ts';
import { raw } from './raw.ts';

/** Stands where part `number` of this page's personal parts belongs. */
export function hole(number: number): Html {
  return raw(markOf(number));
}

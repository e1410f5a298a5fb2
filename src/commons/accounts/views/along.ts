import { hidden } from '#ui/fields.ts';
import type { Renderable } from '#ui/html.ts';
import type { Way } from '../let-in.ts';

/** Hidden fields that travel from page to page of the way in: where to go on to, or what was about to be sent. */
export function along({ next, kept }: Way): Renderable {
  if (kept === null) return next !== null && hidden('next', next);
  return [
    hidden('resume_path', kept.path),
    kept.values.map(([name, values]) => values.map((value) => hidden(`resume.${name}`, value))),
  ];
}

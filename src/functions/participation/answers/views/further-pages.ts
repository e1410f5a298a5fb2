/** To the first page of a list, and to the one after this. */
import type { Lang } from '#kernel/lang.ts';
import type { Html } from '#ui/html.ts';
import { pager } from '#ui/pager.ts';
import { words } from '../words.ts';

/** `at`: the list's address with a query of its own; `next`: key of the page after this one, null where there is none. */
export function furtherPages(
  at: string,
  { isFurther, next }: { isFurther: boolean; next: string | null },
  lang: Lang,
): Html | null {
  const w = words(lang).list;
  return pager({
    label: w.pages,
    ...(isFurther ? { previous: { href: at, text: w.first } } : {}),
    ...(next ? { next: { href: `${at}&after=${next}`, text: w.next } } : {}),
  });
}

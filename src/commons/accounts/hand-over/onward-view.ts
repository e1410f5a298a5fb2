import type { Lang } from '#kernel/lang.ts';
import { linkButton } from '#ui/button.ts';
import { pageHead } from '#ui/heading.ts';
import type { Html } from '#ui/html.ts';
import { outsideWords } from '../outside/words.ts';

/** Seen for a moment only, unless the browser doesn't go on by itself. */
export function onwardView(
  lang: Lang,
  { location, title, text }: { location: string; title: string; text: string },
): Html {
  const go = linkButton({ href: location, text: outsideWords(lang).entrance.go, tone: 'main' });
  return pageHead({ title, lead: text, buttons: go });
}

import type { Lang } from '#kernel/lang.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import { words } from '../words.ts';

const PAGES = {
  notices: '/notices',
  follows: '/follows',
  searches: '/saved-searches',
  settings: '/notices/settings',
} as const;

/** The pages about notices, side by side. */
export function noticeTabs(current: keyof typeof PAGES, lang: Lang): Html {
  const w = words(lang).tabs;
  return tabs(
    w.label,
    (['notices', 'follows', 'searches', 'settings'] as const).map((name) => ({
      text: w[name],
      href: PAGES[name],
      current: name === current,
    })),
  );
}

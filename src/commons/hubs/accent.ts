/** X11: a hub's own colour. Its inks are moved until they can be read; the style is a file of its own, named by the colour. */
import type { Hub } from '#kernel/context.ts';
import { get, type Route } from '#kernel/module.ts';
import { refuse } from '#kernel/refusal.ts';
import { accentCss } from '#ui/theme.ts';

export const ACCENT = /^#[0-9a-f]{6}$/;

/** Address of the style of the hub's colour; nothing for the colour of the house. */
export function accentOf({ accent }: Pick<Hub, 'accent'>): { accentHref?: string } {
  return ACCENT.test(accent) ? { accentHref: `/accents/${accent.slice(1)}.css` } : {};
}

export const accentRoutes: readonly Route[] = [
  get('/accents/:colour', 'public', ['X11'], async (visit) => {
    const [, colour] = /^([0-9a-f]{6})\.css$/.exec(visit.params.colour ?? '') ?? [];
    if (!colour) throw refuse('not-found', { status: 404 });
    return {
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
      body: accentCss(`#${colour}`),
    };
  }),
];

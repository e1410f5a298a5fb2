/** X11: the colour a town may wear. Pure. */
import { accents, contrast } from '#ui/theme.ts';
import { refuse } from './refusals.ts';

/** WCAG 2.2, 1.4.11: what isn't text but must be seen. Inks for text are made darker from it until they reach 4.5. */
export const LEAST_CONTRAST = 3;

const HEX = /^#?([0-9a-f]{6})$/i;

/** The colour as it is kept (#rrggbb), or 'green', the colour of the house; null when it is no colour. Pure. */
export function readColour(text: string): string | null {
  const typed = text.normalize('NFKC').trim();
  if (typed === '' || typed === 'green') return 'green';
  const [, digits] = HEX.exec(typed) ?? [];
  return digits ? `#${digits.toLowerCase()}` : null;
}

/** Null when it can be seen on white; otherwise its contrast and the nearest colour that can. Pure. */
export function tooPale(colour: string): { ratio: number; instead: string } | null {
  if (colour === 'green') return null;
  const ratio = contrast(colour, '#ffffff');
  return ratio >= LEAST_CONTRAST ? null : { ratio: Math.floor(ratio * 10) / 10, instead: accents(colour).light.line };
}

/** The colour as it is kept. @throws Refusal at the field `accent` when it is none, or can't be seen on white */
export function insistOnColour(text: string): string {
  const accent = readColour(text);
  if (accent === null) throw refuse('bad-colour', { field: 'accent' });
  const pale = tooPale(accent);
  if (pale) throw refuse('pale-colour', { field: 'accent', facts: pale });
  return accent;
}

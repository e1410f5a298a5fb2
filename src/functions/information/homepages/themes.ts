/**
 * F1.3, X6: how a site looks: six themes, each with grounds of its own, and the group's colour in it. A colour that couldn't be read is
 * refused with the nearest that can. Formula: contrast ratio of WCAG 2.2 (1.4.3, text: at least 4.5). Pure.
 */
import { accents, contrast, mix } from '#ui/theme.ts';

export const THEMES = ['plain', 'soft', 'washi', 'bold', 'board', 'night'] as const;
export type ThemeName = (typeof THEMES)[number];

/** What text needs on its ground. */
export const LEAST_CONTRAST = 4.5;

interface Grounds {
  paper: string;
  soft: string;
  card: string;
  ink: string;
  inkSoft: string;
  line: string;
}

interface Theme {
  /** its own colour, where the group chose none */
  colour: string;
  /** dark whatever the reader's device prefers */
  isDark?: true;
  /** line: a line in the colour below the head; filled: the head on the colour; tinted: the head on a tint of it */
  head: 'line' | 'filled' | 'tinted';
  grounds: Grounds;
}

const LIGHT: Grounds = {
  paper: '#ffffff',
  soft: '#f6f6f4',
  card: '#ffffff',
  ink: '#1a1a1a',
  inkSoft: '#4d4d4d',
  line: '#d0d0cc',
};
const DARK: Grounds = {
  paper: '#16202b',
  soft: '#101821',
  card: '#1f2b38',
  ink: '#f2f2f2',
  inkSoft: '#c8d0d8',
  line: '#46535f',
};

const BY_NAME: Readonly<Record<ThemeName, Theme>> = {
  plain: { colour: '#197a4b', head: 'line', grounds: LIGHT },
  soft: {
    colour: '#9a3d6b',
    head: 'tinted',
    grounds: { ...LIGHT, paper: '#fffafc', soft: '#fcf0f4', line: '#e2cfd8' },
  },
  washi: {
    colour: '#8a3b12',
    head: 'line',
    grounds: { ...LIGHT, paper: '#faf6ea', soft: '#f3ecd8', card: '#fdfaf2', line: '#d8ccb0' },
  },
  bold: { colour: '#00508f', head: 'filled', grounds: LIGHT },
  board: {
    colour: '#4a5a12',
    head: 'tinted',
    grounds: { ...LIGHT, paper: '#f3f4ee', soft: '#e9ebdf', line: '#cdd1bd' },
  },
  night: { colour: '#ffc46b', head: 'line', isDark: true, grounds: DARK },
};

export function isTheme(name: string): name is ThemeName {
  return (THEMES as readonly string[]).includes(name);
}

const HEX = /^#?([0-9a-f]{6})$/i;

/** A colour as typed → #rrggbb; '' for none; null when it is no colour. */
export function readColour(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return '';
  const [, digits] = HEX.exec(text) ?? [];
  return digits ? `#${digits.toLowerCase()}` : null;
}

/** Grounds on which the colour is text, and under white text where the head is filled with it. */
function facing(theme: Theme): string[] {
  const { paper, soft, card } = theme.grounds;
  return [paper, soft, card];
}

function least(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrast(colour, ground)));
}

/** Moved towards black (or white on dark) in steps of 2 % until it can be read on all of them. */
function readable(colour: string, towards: string, grounds: readonly string[]): string {
  for (let step = 0; step < 50; step += 1) {
    const moved = mix(colour, towards, step / 50);
    if (least(moved, grounds) >= LEAST_CONTRAST) return moved;
  }
  return towards;
}

/** Null when the colour can be read in this theme; otherwise its contrast there and the nearest colour that can. */
export function unreadable(name: ThemeName, colour: string): { ratio: number; instead: string } | null {
  if (colour === '') return null;
  const theme = BY_NAME[name];
  const grounds = facing(theme);
  const ratio = least(colour, grounds);
  if (ratio >= LEAST_CONTRAST) return null;
  return {
    ratio: Math.floor(ratio * 10) / 10,
    instead: readable(colour, theme.isDark ? '#ffffff' : '#000000', grounds),
  };
}

export interface Look {
  grounds: Grounds;
  /** text in the colour */
  accent: string;
  accentSoft: string;
  head: string;
  onHead: string;
  rule: string;
}

/** Every colour of a theme with the group's colour in it ('' for the theme's own). */
export function lookOf(name: ThemeName, chosen: string): Look {
  const theme = BY_NAME[name];
  const { grounds } = theme;
  const colour = chosen === '' || unreadable(name, chosen) ? theme.colour : chosen;
  const accentSoft = mix(grounds.paper, colour, theme.isDark ? 0.16 : 0.09);
  const accent = readable(colour, theme.isDark ? '#ffffff' : '#000000', [...facing(theme), accentSoft]);
  const head = theme.head === 'filled' ? accent : theme.head === 'tinted' ? accentSoft : grounds.paper;
  const onHead = theme.head === 'filled' ? '#ffffff' : theme.head === 'tinted' ? accent : grounds.ink;
  return { grounds, accent, accentSoft, head, onHead, rule: accent };
}

function rules({ grounds: g, accent, accentSoft, head, onHead, rule }: Look): string {
  return `:root{--paper:${g.paper};--soft:${g.soft};--card:${g.card};--ink:${g.ink};--ink-soft:${g.inkSoft};--line:${g.line};--accent:${accent};--accent-ink:${accent};--accent-soft:${accentSoft};--site-head:${head};--on-site-head:${onHead};--site-rule:${rule}}`;
}

/** The theme in the dark of a device that prefers it: the house's own dark grounds, the colour made light enough for them. */
function darkRules(theme: Theme, accent: string): string {
  const { ink, soft } = accents(accent).dark;
  const [head, onHead] = theme.head === 'filled' ? [accent, '#ffffff'] : ['var(--card)', 'var(--ink)'];
  return `:root{--accent:${ink};--accent-ink:${ink};--accent-soft:${soft};--site-head:${head};--on-site-head:${onHead};--site-rule:${ink}}`;
}

const NIGHT_LINKS =
  ':root{color-scheme:dark;--fill:#2a3846;--track:#33414e;--edge:#9aa7b3;--strong:#f2f2f2;--on-strong:#16202b;--link:#9fc9ff;--link-hover:#cfe4ff;--visited:#f0b6e6;--focus:#ffd43d;--focus-ring:#000000;--button:#9bd4b0;--button-hover:#c2e5ce;--on-button:#10301f}';

/** The style text of a site, served as a file of its own and put into a static export: inline style is not allowed. */
export function siteCss(name: ThemeName, chosen: string): string {
  const theme = BY_NAME[name];
  const look = lookOf(name, chosen);
  if (theme.isDark) return `${rules(look)}${NIGHT_LINKS}`;
  return `@media not (prefers-color-scheme:dark){${rules(look)}}@media(prefers-color-scheme:dark){${darkRules(theme, look.accent)}}`;
}

/** Name of the file with that style: `bold-197a4b.css`. */
export function styleName(theme: string, colour: string): string {
  return `${theme}${colour === '' ? '' : `-${colour.slice(1)}`}.css`;
}

/** What a style's name asks for, or null. */
export function readStyleName(name: string): { theme: ThemeName; colour: string } | null {
  const [, theme, digits] = /^([a-z]+)(?:-([0-9a-f]{6}))?\.css$/.exec(name) ?? [];
  return theme !== undefined && isTheme(theme) ? { theme, colour: digits ? `#${digits}` : '' } : null;
}

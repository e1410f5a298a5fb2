// X11: a hub has its own accent colour. Whatever colour is chosen, its inks are moved until they can be read.
// Formula: contrast ratio and relative luminance of WCAG 2.2.

type Rgb = readonly [number, number, number];

function parse(colour: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) throw new RangeError(`not a colour like #197a4b: ${colour.slice(0, 20)}`);
  return [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16), Number.parseInt(match[3]!, 16)];
}

const hex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours (#rrggbb), 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour `share` of the way from one colour to another; share 0 is the first. */
export function mix(from: string, to: string, share: number): string {
  const a = parse(from);
  const b = parse(to);
  return hex([0, 1, 2].map((i) => a[i]! + (b[i]! - a[i]!) * share) as unknown as Rgb);
}

/** Moves a colour towards another in steps of 4 % until it reaches the ratio on every ground. */
function readable(colour: string, towards: string, grounds: readonly string[], ratio: number): string {
  for (let step = 0; step < 25; step++) {
    const moved = mix(colour, towards, step / 25);
    if (grounds.every((ground) => contrast(moved, ground) >= ratio)) return moved;
  }
  return towards;
}

/** The accent's colours in one scheme: lines (3:1 on paper), ink (4.5:1 on paper and on the soft ground), soft ground. */
export type Accent = { line: string; ink: string; soft: string };

/** The colours made from a hub's accent, for light and dark. Throws RangeError when it is not #rrggbb. */
export function accents(colour: string): { light: Accent; dark: Accent } {
  const scheme = (paper: string, towards: string, share: number): Accent => {
    const soft = mix(paper, colour, share);
    return {
      line: readable(colour, towards, [paper], 3),
      ink: readable(colour, towards, [paper, soft], 4.5),
      soft,
    };
  };
  return { light: scheme('#ffffff', '#000000', 0.1), dark: scheme('#1a1a1a', '#ffffff', 0.14) };
}

/** The style text of a hub's accent, to be served as a file of its own (ShellHub.accentHref): inline style is not allowed. */
export function accentCss(colour: string): string {
  const rule = (accent: Accent): string =>
    `:root{--accent:${accent.line};--accent-ink:${accent.ink};--accent-soft:${accent.soft}}`;
  const { light, dark } = accents(colour);
  return `${rule(light)}@media(prefers-color-scheme:dark){${rule(dark)}}`;
}

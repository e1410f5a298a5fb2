/** F9.6: text as the fonts can show it. What they can't is named by its code point, never left out or shown as a box. */

/** Joiners, directions and variants: without a shape of their own. PDF/UA allows none of them without one. */
const SHAPELESS = /^\p{Default_Ignorable_Code_Point}$/u;
const SPACE = /^[\t\n ]$/;
/** Runs in which no rule of Japanese or Latin typesetting finds a place to end a line. */
const UNBROKEN =
  /[!-~\u00a1-\u058f]{24}|[ー〜～…‥・。、，．！？!?「」『』（）()々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]{16}/gu;
const LINE_MAY_END = '\u200b';

export interface Legible {
  text: string;
  /** true where a code point was named */
  named: boolean;
}

/**
 * @param has whether every font in use has this code point
 * Tabs become spaces, other line ends become \n; letters and accents that only exist as one shape are put together.
 */
export function legible(text: string, has: (codePoint: number) => boolean): Legible {
  let shown = '';
  let last = '';
  let named = false;
  for (const char of text.toWellFormed().replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')) {
    const code = char.codePointAt(0)!;
    if (SHAPELESS.test(char)) continue;
    if (SPACE.test(char)) {
      shown += char === '\t' ? ' ' : char;
      last = '';
    } else if (has(code) && code >= 0x20 && code !== 0x7f) {
      shown += char;
      last = char;
    } else {
      const whole = (last + char).normalize('NFC');
      if (last !== '' && [...whole].length === 1 && has(whole.codePointAt(0)!)) {
        shown = shown.slice(0, -last.length) + whole;
        last = whole;
      } else {
        shown += `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`;
        last = '';
        named = true;
      }
    }
  }
  return { text: shown.replace(UNBROKEN, `$&${LINE_MAY_END}`), named };
}

/** The same value with every text in it made legible. Keys stay: they are ours. */
export function legibleAll<T>(value: T, has: (codePoint: number) => boolean): { value: T; named: boolean } {
  let named = false;
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const made = legible(one, has);
      named ||= made.named;
      return made.text;
    }
    if (Array.isArray(one)) return one.map(walk);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  return { value: walk(value) as T, named };
}

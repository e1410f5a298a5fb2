// A state in one word. Tones differ by shape and sign as well as by colour; an answer of a public body is always a chip.

import { type Html, html } from './html.ts';
import { type IconName, icon } from './icons.ts';

/**
 * ok: done, adopted (green, tick) · part: partly, another way (blue, half) · no: declined, closed (grey, line) · late: overdue, error (red, heavy, alarm) ·
 * on: the present state, open now (black, heavy outline) · info: a plain word · need: what is still needed (orange, heart).
 */
export type ChipTone = 'ok' | 'part' | 'no' | 'late' | 'on' | 'info' | 'need';

const SIGNS: Readonly<Partial<Record<ChipTone, IconName>>> = {
  ok: 'check',
  part: 'half',
  no: 'minus',
  late: 'warning',
  need: 'heart',
};

/** A chip. `sign` false leaves the picture out where many stand close together. */
export function chip(tone: ChipTone, text: string, sign = true): Html {
  const name = sign ? SIGNS[tone] : undefined;
  return html`<span class="chip chip-${tone}">${name !== undefined && icon(name)}${text}</span>`;
}

/** Several chips in a row. */
export function chips(items: readonly (Html | false | null | undefined)[]): Html | null {
  const shown = items.filter((item) => item !== false && item !== null && item !== undefined);
  return shown.length === 0 ? null : html`<p class="chips">${shown}</p>`;
}

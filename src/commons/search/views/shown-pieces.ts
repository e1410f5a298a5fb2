/** X7: a text with what matched marked. */
import { type Html, html } from '#ui/html.ts';
import type { Piece } from '../excerpt.ts';

export function shownPieces(pieces: readonly Piece[]): Html {
  return html`${pieces.map(({ text, isHit }) => (isHit ? html`<mark>${text}</mark>` : text))}`;
}

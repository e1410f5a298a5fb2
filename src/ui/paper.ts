// X9: what a printed page needs: a code that leads back to the web, and lines to write on by hand.

import { type Html, html } from './html.ts';

const QUIET = 4;

/** Modules of a QR code, row by row; `data` holds 1 where it is dark. */
export type QrModules = { size: number; data: ArrayLike<number> };

/** A QR code with its quiet zone; `label` says where it leads. */
export function qrPicture(modules: QrModules, label: string): Html {
  const { size, data } = modules;
  const whole = size + 2 * QUIET;
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => data[at] === 1);
  const path = dark.map((at) => `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`).join('');
  return html`<svg class="qr-code" role="img" aria-label="${label}" width="128" height="128" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${whole}v${whole}h-${whole}z"/><path d="${path}"/></svg>`;
}

const LINE = 34;

/** Empty lines, as wide as the page. */
export function writingLines(count: number): Html {
  const height = count * LINE;
  const lines = Array.from({ length: count }, (_, at) => `M0 ${(at + 1) * LINE - 1}h640`).join('');
  return html`<svg class="writing-lines" aria-hidden="true" focusable="false" width="100%" height="${height}" viewBox="0 0 640 ${height}" preserveAspectRatio="none"><path d="${lines}" stroke="currentColor" stroke-width="1" vector-effect="non-scaling-stroke"/></svg>`;
}

/** Rows read by the costliest pages, as bars on a scale of powers of ten, drawn by code. */
import { escaped } from '../escaped.ts';
import type { AddressCost } from './bounds.ts';

const [LEFT, WIDTH, ROW, MOST_BARS] = [300, 420, 20, 30];

/** An SVG; `bound` is the line no bar may cross. */
export function rowsPicture(pages: readonly AddressCost[], bound: number): string {
  const bars = pages.slice(0, MOST_BARS);
  const decades = Math.ceil(Math.log10(Math.max(bound, ...bars.map(({ rowsRead }) => rowsRead)) + 1));
  const x = (rows: number) => LEFT + (Math.log10(Math.max(1, rows)) / decades) * WIDTH;
  const height = (bars.length + 2) * ROW;
  const lines = Array.from({ length: decades + 1 }, (_, power) => {
    const at = x(10 ** power).toFixed(1);
    return `<line x1="${at}" x2="${at}" y1="16" y2="${height - 16}" stroke="#ccc"/><text x="${at}" y="12" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`;
  });
  const drawn = bars.map(({ route, rowsRead }, place) => {
    const y = (place + 1) * ROW;
    const colour = rowsRead > bound ? '#c0392b' : '#2e7d5b';
    return `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${escaped(route)}</text><rect x="${LEFT}" y="${y + 3}" width="${(x(rowsRead) - LEFT).toFixed(1)}" height="14" fill="${colour}"/>`;
  });
  const limit = x(bound).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 40}" height="${height}" font-family="sans-serif" font-size="11" role="img" aria-label="Rows read by the costliest pages">
<rect width="100%" height="100%" fill="#fff"/>
${lines.join('\n')}
${drawn.join('\n')}
<line x1="${limit}" x2="${limit}" y1="16" y2="${height - 16}" stroke="#c0392b" stroke-dasharray="4 3"/>
</svg>
`;
}

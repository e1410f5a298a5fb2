/** The figures beside their floors, as bars, drawn by code: a bar that ends at the line is just enough, one of twice its length twice as good. */
import { escaped } from '../escaped.ts';
import type { Figure } from './figure.ts';

const [LEFT, WIDTH, ROW, TOP] = [330, 400, 26, 28];
/** Bars end here; what is better still ends in an arrow of its figure. */
const MOST = 5;

export function marginsPicture(figures: readonly Figure[], title: string): string {
  const x = (margin: number) => LEFT + (Math.min(Math.max(margin, 0), MOST) / MOST) * WIDTH;
  const height = TOP + figures.length * ROW + 12;
  const steps = Array.from({ length: MOST + 1 }, (_, at) => {
    const place = x(at).toFixed(1);
    return `<line x1="${place}" x2="${place}" y1="${TOP - 6}" y2="${height - 10}" stroke="#ccc"/><text x="${place}" y="${TOP - 10}" text-anchor="middle">${at === 0 ? '0' : `${at}×`}</text>`;
  });
  const bars = figures.map(({ title: name, margin, ok }, place) => {
    const y = TOP + place * ROW;
    const told = Number.isFinite(margin) ? `${margin.toFixed(margin < 10 ? 2 : 0)}×` : '–';
    return `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${escaped(name)}</text><rect x="${LEFT}" y="${y + 3}" width="${(x(margin) - LEFT).toFixed(1)}" height="17" fill="${ok ? '#2e7d5b' : '#c0392b'}"/><text x="${(x(margin) + 6).toFixed(1)}" y="${y + 15}">${told}</text>`;
  });
  const floor = x(1).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 60}" height="${height}" font-family="sans-serif" font-size="11" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#fff"/>
${steps.join('\n')}
${bars.join('\n')}
<line x1="${floor}" x2="${floor}" y1="${TOP - 6}" y2="${height - 10}" stroke="#c0392b" stroke-dasharray="4 3"/>
</svg>
`;
}

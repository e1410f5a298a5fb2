// X6: who is tied to whom, drawn on the server: places come from the ties alone, the same ties give the same picture. A list of the same
// ties stands beside it: the picture adds nothing that isn't there in words.

import { attrs, type Html, html } from './html.ts';

export type NetworkNode = {
  id: string;
  name: string;
  href?: string /** the one the page is about */;
  isCentre?: boolean;
};
export type NetworkProps = {
  /** What the picture shows, in words. */
  label: string;
  nodes: readonly NetworkNode[];
  /** Pairs of ids. */
  ties: readonly (readonly [string, string])[];
};

export type Spot = readonly [x: number, y: number];

const SIDE = 1000;
const MARGIN = 90;
const TURNS = 160;

/**
 * Places between 0 and 1 for `count` nodes, pulled together by ties and apart by everything else (Fruchterman and Reingold, 1991), from a
 * ring on which they stand in their order. Pure.
 */
export function networkPlaces(count: number, ties: readonly (readonly [number, number])[]): Spot[] {
  if (count === 0) return [];
  if (count === 1) return [[0.5, 0.5]];
  const x = Float64Array.from({ length: count }, (_, at) => Math.cos((2 * Math.PI * at) / count));
  const y = Float64Array.from({ length: count }, (_, at) => Math.sin((2 * Math.PI * at) / count));
  const ideal = 1.6 / Math.sqrt(count);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const dx = new Float64Array(count);
    const dy = new Float64Array(count);
    const push = (a: number, b: number, strength: (distance: number) => number) => {
      const [gx, gy] = [x[a]! - x[b]!, y[a]! - y[b]!];
      const distance = Math.max(0.01, Math.hypot(gx, gy));
      const force = strength(distance) / distance;
      dx[a]! += gx * force;
      dy[a]! += gy * force;
      dx[b]! -= gx * force;
      dy[b]! -= gy * force;
    };
    for (let a = 0; a < count; a += 1)
      for (let b = a + 1; b < count; b += 1) push(a, b, (distance) => (ideal * ideal) / distance);
    for (const [a, b] of ties) push(a, b, (distance) => -(distance * distance) / ideal);
    const most = 0.2 * (1 - turn / TURNS);
    for (let at = 0; at < count; at += 1) {
      // Towards the middle, so that parts without a tie to the others don't drift away.
      dx[at]! -= x[at]! * 3 * ideal;
      dy[at]! -= y[at]! * 3 * ideal;
      const length = Math.max(0.001, Math.hypot(dx[at]!, dy[at]!));
      x[at]! += (dx[at]! / length) * Math.min(length, most);
      y[at]! += (dy[at]! / length) * Math.min(length, most);
    }
  }
  const [left, top] = [Math.min(...x), Math.min(...y)];
  const wide = Math.max(0.001, Math.max(...x) - left);
  const high = Math.max(0.001, Math.max(...y) - top);
  return Array.from({ length: count }, (_, at): Spot => [(x[at]! - left) / wide, (y[at]! - top) / high]);
}

/** The picture. Above some forty nodes only those with the most ties bear their names; all of them have it as their title. */
export function network({ label, nodes, ties }: NetworkProps): Html {
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const pairs = ties.flatMap(([a, b]): [number, number][] => {
    const [from, to] = [place.get(a), place.get(b)];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
  const height = nodes.length > 12 ? SIDE : 600;
  const round = (n: number) => Math.round(n);
  const spots = networkPlaces(nodes.length, pairs).map(([x, y]) => [
    round(MARGIN + x * (SIDE - 2 * MARGIN)),
    round(MARGIN / 2 + y * (height - 1.5 * MARGIN)),
  ]);
  const degree = new Array<number>(nodes.length).fill(0);
  for (const pair of pairs) for (const at of pair) degree[at]! += 1;
  const named = [...degree].sort((a, b) => b - a)[39] ?? 0;
  const lines = pairs.map(([a, b]) => {
    const [[x1, y1], [x2, y2]] = [spots[a]!, spots[b]!];
    return html`<line${attrs({ x1, y1, x2, y2 })}/>`;
  });
  const dots = nodes.map((node, at) => {
    const [x, y] = spots[at]!;
    const dot = html`<circle${attrs({ cx: x, cy: y, r: node.isCentre ? 18 : 10 + Math.min(8, degree[at]!), class: node.isCentre ? 'network-centre' : undefined })}><title>${node.name}</title></circle>`;
    const shown = nodes.length <= 40 || degree[at]! > named || node.isCentre;
    return html`<g>${dot}${shown && html`<text${attrs({ x, y: y! + 38, 'text-anchor': anchor(x!) })}>${short(node.name)}</text>`}</g>`;
  });
  return html`<figure class="network${nodes.length > 12 && ' network-many'}"><svg viewBox="0 0 ${SIDE} ${height}" role="img" aria-label="${label}">${lines}${dots}</svg></figure>`;
}

/** Names near an edge begin or end there, so that none runs out of the picture. */
function anchor(x: number): 'start' | 'middle' | 'end' {
  return x < SIDE * 0.2 ? 'start' : x > SIDE * 0.8 ? 'end' : 'middle';
}

const LONGEST = 12;

function short(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : name;
}

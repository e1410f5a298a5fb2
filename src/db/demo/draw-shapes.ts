/** Simple shapes as SVG for the drawings of the demo town: sky, hills, houses, people from afar. */
export const [W, H] = [960, 540];

/** The same wobble at every drawing. */
export function wobble(seed: number): (n: number) => number {
  return (n) => {
    const x = Math.sin(seed * 91.7 + n * 37.3) * 43758.5453;
    return x - Math.floor(x);
  };
}

export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
export const circle = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export function sky(top: string, low: string): string {
  return `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>${rect(0, 0, W, H, 'url(#s)')}`;
}

export function hills(y: number, height: number, fill: string, seed: number): string {
  const at = wobble(seed);
  const points = Array.from({ length: 7 }, (_, n) => `${n * 160} ${y - at(n) * height}`);
  return shape(
    `M0 ${H}L${points.join('L')}L${W} ${H}Z`,
    fill,
    `stroke="${fill}" stroke-width="60" stroke-linejoin="round"`,
  );
}

export function tree(x: number, y: number, size: number, fill: string): string {
  return (
    rect(x - size * 0.07, y - size * 0.5, size * 0.14, size * 0.5, '#6b4a2b') +
    circle(x, y - size * 0.75, size * 0.38, fill) +
    circle(x - size * 0.24, y - size * 0.58, size * 0.26, fill) +
    circle(x + size * 0.25, y - size * 0.57, size * 0.27, fill)
  );
}

export function house(x: number, y: number, w: number, wall: string, roof: string): string {
  const h = w * 0.62;
  return `${rect(x, y - h, w, h, wall)}${shape(`M${x - w * 0.1} ${y - h}L${x + w / 2} ${y - h - w * 0.42}L${x + w * 1.1} ${y - h}Z`, roof)}${rect(x + w * 0.14, y - h * 0.7, w * 0.22, h * 0.3, '#f7e6a8')}${rect(x + w * 0.6, y - h * 0.62, w * 0.24, h * 0.62, '#7a5636')}`;
}

/** Somebody from afar: head, coat, and what the arm holds. */
export function person(x: number, y: number, size: number, coat: string, held = ''): string {
  const skin = '#e7bd97';
  return `${circle(x, y - size * 0.86, size * 0.13, skin)}${shape(`M${x - size * 0.14} ${y - size * 0.92}a${size * 0.14} ${size * 0.14} 0 0 1 ${size * 0.28} 0z`, '#3b2b22')}${shape(`M${x - size * 0.2} ${y - size * 0.24}Q${x - size * 0.2} ${y - size * 0.72} ${x} ${y - size * 0.72}Q${x + size * 0.2} ${y - size * 0.72} ${x + size * 0.2} ${y - size * 0.24}Z`, coat)}${rect(x - size * 0.14, y - size * 0.26, size * 0.11, size * 0.26, '#3f4856')}${rect(x + size * 0.03, y - size * 0.26, size * 0.11, size * 0.26, '#3f4856')}${stroke(`M${x + size * 0.12} ${y - size * 0.6}L${x + size * 0.32} ${y - size * 0.42}`, coat, size * 0.1)}${held}`;
}

export const COATS = ['#c0563f', '#2f6f9f', '#d9a23a', '#5a8a4a', '#8a5a9a', '#3f7f7f', '#b0763f'];
export const crowd = (n: number, y: number, size: number, from = 90, gap = 120) =>
  Array.from({ length: n }, (_, at) =>
    person(from + at * gap, y + (at % 2) * 14, size * (0.92 + (at % 3) * 0.06), COATS[at % 7]!),
  ).join('');

export function room(wall: string, floor: string): string {
  return `${rect(0, 0, W, H, wall)}${rect(0, 400, W, 140, floor)}${rect(80, 70, 200, 150, '#cfe6f2', 6)}${stroke('M180 70V220M80 145H280', '#ffffff', 8)}${rect(680, 70, 200, 150, '#cfe6f2', 6)}${stroke('M780 70V220M680 145H880', '#ffffff', 8)}`;
}

export const table = (x: number, y: number, w: number) =>
  `${rect(x, y, w, 22, '#b98b58', 6)}${rect(x + 24, y + 20, 18, 110, '#8a6238')}${rect(x + w - 42, y + 20, 18, 110, '#8a6238')}`;

/** The same people behind a table. */
export const seated = (n: number, y: number, size: number, from: number, gap: number) =>
  crowd(n, y, size, from, gap).replace(/<rect[^>]*fill="#3f4856"\/>/g, '');

/** F9.3, F9.6: the picture as one drawing for a print: letters of groups and numbers of opinions, nobody's words. Shapes differ wherever shades do. Pure. */
import type { Picture, PictureGroup, PictureOpinion } from './picture.ts';

const WIDTH = 720;
const HEIGHT = 440;
const MARGIN = 34;
/** On paper nobody comes closer: what is drawn has to be told apart at this size. */
const MOST_MARKS = 120;
const INK = '#1a1a1c';
const AREAS = ['#cfe8e4', '#f3ddc2', '#dcd8f0', '#f5d3d8', '#dbe7c3'];

interface Scale {
  x(value: number): number;
  y(value: number): number;
  unit: number;
}

/** @param numbers by opinion id; an opinion without one is drawn without a number */
export function pictureSvg(picture: Picture, numbers: ReadonlyMap<string, number>): string {
  const drawn = picture.opinions.toSorted((one, other) => other.all[2] - one.all[2]).slice(0, MOST_MARKS);
  const scale = scaleOf(picture.groups, drawn);
  const agree = new Set(picture.agree.map(({ id }) => id));
  const divided = new Set(picture.divided);
  const named = new Set([
    ...agree,
    ...divided,
    ...picture.groups.flatMap(({ represents }) => represents.map(({ id }) => id)),
  ]);
  const marks = drawn.map((opinion) =>
    mark(divided.has(opinion.id) ? 'divided' : agree.has(opinion.id) ? 'agree' : 'other', opinion, scale),
  );
  const letters = picture.groups.map(({ x, y }) => boxAt(scale.x(x) - 16, scale.y(y) - 18, 32, 34));
  const labels = numbered(
    drawn.filter(({ id }) => named.has(id)),
    numbers,
    scale,
    letters,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="BIZ UDPGothic"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff" stroke="#b3b3b3"/>${picture.groups
    .map((group, at) => area(group, at, scale))
    .join(
      '',
    )}${marks.toReversed().join('')}${labels.join('')}${picture.groups.map((group) => letter(group, scale)).join('')}</svg>`;
}

/** Both directions in the same measure; upwards is up. */
function scaleOf(groups: readonly PictureGroup[], opinions: readonly PictureOpinion[]): Scale {
  const points = [
    ...opinions.map(({ x, y }) => [x, y, 0] as const),
    ...groups.map(({ x, y, rx }) => [x, y, rx] as const),
  ];
  const low = (axis: 0 | 1) => Math.min(0, ...points.map((point) => point[axis] - point[2]));
  const high = (axis: 0 | 1) => Math.max(0, ...points.map((point) => point[axis] + point[2]));
  const [left, right, bottom, top] = [low(0), high(0), low(1), high(1)];
  const unit = Math.min((WIDTH - 2 * MARGIN) / (right - left || 1), (HEIGHT - 2 * MARGIN) / (top - bottom || 1));
  return {
    x: (value) => tenth(WIDTH / 2 + (value - (left + right) / 2) * unit),
    y: (value) => tenth(HEIGHT / 2 - (value - (bottom + top) / 2) * unit),
    unit,
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

const LEAST_AXIS = 14;

function area({ x, y, rx, ry, angle }: PictureGroup, at: number, scale: Scale): string {
  const [cx, cy] = [scale.x(x), scale.y(y)];
  const axis = (value: number) => Math.max(LEAST_AXIS, tenth(value * scale.unit));
  return `<ellipse cx="${cx}" cy="${cy}" rx="${axis(rx)}" ry="${axis(ry)}" transform="rotate(${tenth(-angle)} ${cx} ${cy})" fill="${AREAS[at % AREAS.length]}" fill-opacity="0.75" stroke="#595959"/>`;
}

/** Circle: many agree; diamond: groups part; small ring: others. */
function mark(kind: 'agree' | 'divided' | 'other', { x, y }: PictureOpinion, scale: Scale): string {
  const [cx, cy] = [scale.x(x), scale.y(y)];
  if (kind === 'agree') return `<circle cx="${cx}" cy="${cy}" r="6" fill="#00605a"/>`;
  if (kind === 'other') return `<circle cx="${cx}" cy="${cy}" r="4" fill="#fff" stroke="#595959" stroke-width="1.5"/>`;
  const r = 8;
  return `<path d="M${cx} ${tenth(cy - r)}L${tenth(cx + r)} ${cy}L${cx} ${tenth(cy + r)}L${tenth(cx - r)} ${cy}Z" fill="#a1401a"/>`;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxAt(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function touches(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

const DIGIT = 7.5;
const TALL = 13;
const GAP = 9;

/** Each number right, left, above or below its mark, where nothing else is; one without room stands in the list below alone. */
function numbered(
  opinions: readonly PictureOpinion[],
  numbers: ReadonlyMap<string, number>,
  scale: Scale,
  kept: readonly Box[],
): string[] {
  const taken = [...kept];
  return opinions.flatMap(({ id, x, y }) => {
    const number = numbers.get(id);
    if (number === undefined) return [];
    const width = String(number).length * DIGIT;
    const [cx, cy] = [scale.x(x), scale.y(y)];
    const places = [
      boxAt(cx + GAP, cy - TALL / 2, width, TALL),
      boxAt(cx - GAP - width, cy - TALL / 2, width, TALL),
      boxAt(cx - width / 2, cy - GAP - TALL, width, TALL),
      boxAt(cx - width / 2, cy + GAP, width, TALL),
    ];
    const free = places.find((box) => !taken.some((other) => touches(box, other)));
    if (!free) return [];
    taken.push(free);
    return `<text x="${tenth(free.left)}" y="${tenth(free.bottom - 2)}" font-size="13" fill="${INK}" stroke="#fff" stroke-width="3" paint-order="stroke">${number}</text>`;
  });
}

function letter({ letter: name, x, y }: PictureGroup, scale: Scale): string {
  return `<text x="${scale.x(x)}" y="${tenth(scale.y(y) + 12)}" font-size="34" font-weight="700" text-anchor="middle" fill="${INK}" stroke="#fff" stroke-width="4" paint-order="stroke">${name}</text>`;
}

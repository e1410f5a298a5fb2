/** F9.3: the picture itself: groups as areas with their letter, opinions as marks. Shapes differ wherever colours do. */
import { formatNumber } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Html, html } from '#ui/html.ts';
import type { Picture, PictureGroup, PictureOpinion } from '../picture.ts';
import type { OwnPlace } from '../queries.ts';
import { words } from '../words.ts';

const WIDTH = 720;
const HEIGHT = 480;
const MARGIN = 28;
/** Marks beyond these would be one blot; the most seen are drawn. */
const MOST_MARKS = 300;

type Kind = 'agree' | 'divided' | 'other';

interface Scale {
  x(value: number): number;
  y(value: number): number;
  /** of one unit of the map */
  unit: number;
}

export function mapFigure(picture: Picture, own: OwnPlace | null, lang: Lang): Html {
  const w = words(lang).picture;
  const scale = scaleFor(picture, own);
  const drawn = picture.opinions.toSorted((one, other) => other.all[2] - one.all[2]).slice(0, MOST_MARKS);
  const agree = new Set(picture.agree.map(({ id }) => id));
  const divided = new Set(picture.divided);
  const kindOf = ({ id }: PictureOpinion): Kind => (divided.has(id) ? 'divided' : agree.has(id) ? 'agree' : 'other');
  return html`<figure class="map"><svg class="map-picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${w.label(picture.groups.length, formatNumber(drawn.length))}">${picture.groups.map(
    (group, at) => areaOf(group, at, scale),
  )}${drawn.toReversed().map((opinion) => markOf(opinion, kindOf(opinion), scale))}${picture.groups.map((group) => nameOf(group, scale, lang))}${
    own && ownMark(own, scale)
  }</svg><figcaption>${legend(own !== null, lang)}<p class="meta">${w.note}</p></figcaption></figure>`;
}

/** Both directions in the same measure, so that distances mean what they look like; upwards is up. */
function scaleFor({ groups, opinions }: Picture, own: OwnPlace | null): Scale {
  const reach = groups.map(({ x, y, rx }) => [x, y, rx] as const);
  const points = [
    ...opinions.map(({ x, y }) => [x, y, 0] as const),
    ...reach,
    ...(own ? [[own.x, own.y, 0] as const] : []),
  ];
  const low = (axis: 0 | 1) => Math.min(0, ...points.map((point) => point[axis] - point[2]));
  const high = (axis: 0 | 1) => Math.max(0, ...points.map((point) => point[axis] + point[2]));
  const [left, right, bottom, top] = [low(0), high(0), low(1), high(1)];
  const unit = Math.min((WIDTH - 2 * MARGIN) / (right - left || 1), (HEIGHT - 2 * MARGIN) / (top - bottom || 1));
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  return {
    x: (value) => round(WIDTH / 2 + (value - middle.x) * unit),
    y: (value) => round(HEIGHT / 2 - (value - middle.y) * unit),
    unit,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function areaOf({ x, y, rx, ry, angle }: PictureGroup, at: number, scale: Scale): Html {
  const [cx, cy] = [scale.x(x), scale.y(y)];
  const least = 14;
  return html`<ellipse class="map-area map-area-${at + 1}" cx="${cx}" cy="${cy}" rx="${Math.max(least, round(rx * scale.unit))}" ry="${Math.max(least, round(ry * scale.unit))}" transform="rotate(${round(-angle)} ${cx} ${cy})"/>`;
}

function nameOf({ x, y, letter, size }: PictureGroup, scale: Scale, lang: Lang): Html {
  const w = words(lang).picture;
  const [cx, cy] = [scale.x(x), scale.y(y)];
  return html`<text class="map-letter" x="${cx}" y="${cy}">${letter}</text><text class="map-size" x="${cx}" y="${cy}" dy="1.25em">${w.people(formatNumber(size))}</text>`;
}

function markOf({ id, x, y }: PictureOpinion, kind: Kind, scale: Scale): Html {
  return mark(kind, scale.x(x), scale.y(y), shortId(id));
}

/** Circle: many agree; diamond: groups part; small ring: others. */
function mark(kind: Kind, x: number, y: number, id?: string): Html {
  const name = id === undefined ? null : html` data-mark="${id}"`;
  if (kind === 'divided') {
    const r = 8;
    return html`<path class="map-mark map-divided"${name} d="M${x} ${round(y - r)}L${round(x + r)} ${y}L${x} ${round(y + r)}L${round(x - r)} ${y}Z"/>`;
  }
  return html`<circle class="map-mark map-${kind}"${name} cx="${x}" cy="${y}" r="${kind === 'agree' ? 7 : 4.5}"/>`;
}

function star(x: number, y: number): Html {
  const points = Array.from({ length: 10 }, (_, at) => {
    const angle = (Math.PI / 5) * at - Math.PI / 2;
    const reach = at % 2 === 0 ? 13 : 5.5;
    return `${round(x + reach * Math.cos(angle))},${round(y + reach * Math.sin(angle))}`;
  });
  return html`<polygon class="map-own" points="${points.join(' ')}"/>`;
}

function ownMark(own: OwnPlace, scale: Scale): Html {
  return star(scale.x(own.x), scale.y(own.y));
}

function legend(withOwn: boolean, lang: Lang): Html {
  const { marks } = words(lang).picture;
  const sample = (shape: Html, text: string) =>
    html`<li><svg class="map-sample" viewBox="0 0 28 28" aria-hidden="true" focusable="false">${shape}</svg>${text}</li>`;
  return html`<ul class="map-legend">${(['agree', 'divided', 'other'] as const).map((kind) => sample(mark(kind, 14, 14), marks[kind]))}${
    withOwn && sample(star(14, 14), marks.own)
  }</ul>`;
}

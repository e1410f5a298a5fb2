// X6: a plain map drawn on the server from lines of degrees: no third party is asked unless the operator named one for the ground.
// Projection: spherical Mercator as all map tiles use it (EPSG:3857), so that tiles lie exactly below the lines.

import { attrs, type Html, html } from './html.ts';

/** [latitude, longitude] in degrees. */
export type MapPoint = readonly [number, number];

export type MapBounds = { south: number; west: number; north: number; east: number };

/** How a line or area is drawn. `spot` is a single point with its name. */
export type MapKind = 'border' | 'district' | 'water' | 'railway' | 'road' | 'green' | 'landmark';

export type MapFeature = {
  kind: MapKind;
  name?: string;
  /** Where the name stands; left out: in the middle. */
  nameAt?: MapPoint;
  closed: boolean;
  lines: readonly (readonly MapPoint[])[];
};

export type MapMark = {
  at: MapPoint;
  /** One or two characters in the mark; none: a pin without. */
  text?: string;
  /** An area around it. */
  shape?: readonly MapPoint[] | null;
  /** Where it leads, and its name for those who hear it. */
  link?: { href: string; label: string };
  /** Shape and colour of a flat mark, by number; left out: a pin. `many`: a square that stands for several. */
  look?: number | 'many' | 'origin';
};

/** Pictures of the ground from somewhere else: `https://…/{z}/{x}/{y}.png`. */
export type MapTiles = { template: string; attribution: string };

export type OutlineMapProps = {
  /** What the picture shows, in words. */
  label: string;
  bounds: MapBounds;
  features: readonly MapFeature[];
  marks: readonly MapMark[];
  tiles?: MapTiles | null;
  /** Lines below the map: where it comes from. */
  note?: readonly string[];
  /** Only the picture, for the island map-point around it. */
  bare?: boolean;
};

const WIDTH = 1000;
/** Empty space around the bounds, as a share of their width. */
const MARGIN = 0.05;
const TILE = 256;
const DEEPEST = 18;

/** Position on the square world, 0…1 from west to east and from north to south. */
export function mercator([lat, lng]: MapPoint): readonly [number, number] {
  const phi = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
  return [(lng + 180) / 360, (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2];
}

/** From degrees to the picture: its corner on the square world, units a world's width, and its size in units. */
export type MapFrame = { x: number; y: number; scale: number; width: number; height: number };

export function mapFrame(bounds: MapBounds): MapFrame {
  const [west, north] = mercator([bounds.north, bounds.west]);
  const [east, south] = mercator([bounds.south, bounds.east]);
  const margin = (east - west) * MARGIN;
  const wide = Math.max(east - west + 2 * margin, 1e-7);
  const scale = WIDTH / wide;
  const high = Math.min(Math.max(south - north + 2 * margin, wide / 3), wide * 1.5);
  return {
    x: west - margin,
    y: (north + south) / 2 - high / 2,
    scale,
    width: WIDTH,
    height: Math.round(high * scale),
  };
}

/** Units from the picture's upper left corner, to a tenth. */
export function placed(frame: MapFrame, point: MapPoint): readonly [number, number] {
  const [x, y] = mercator(point);
  const round = (n: number) => Math.round(n * 10) / 10;
  return [round((x - frame.x) * frame.scale), round((y - frame.y) * frame.scale)];
}

function path(frame: MapFrame, { lines, closed }: Pick<MapFeature, 'lines' | 'closed'>): string {
  return lines
    .map((line) => `M${line.map((point) => placed(frame, point).join(' ')).join('L')}${closed ? 'Z' : ''}`)
    .join('');
}

const ORDER: readonly MapKind[] = ['border', 'green', 'district', 'water', 'road', 'railway', 'landmark'];

function ground(frame: MapFrame, features: readonly MapFeature[]): Html {
  const sorted = [...features].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return html`${sorted.map((one) =>
    one.kind === 'landmark'
      ? spot(frame, one.lines[0]![0]!)
      : html`<path class="map-${one.kind}"${attrs({ d: path(frame, one) })}/>`,
  )}`;
}

function spot(frame: MapFrame, at: MapPoint): Html {
  const [cx, cy] = placed(frame, at);
  return html`<circle${attrs({ class: 'map-landmark', cx, cy, r: 7 })}/>`;
}

/** The middle of a line's box: where its name stands. */
function middle(frame: MapFrame, line: readonly MapPoint[]): readonly [number, number] {
  const points = line.map((point) => placed(frame, point));
  const mid = (at: 0 | 1) => {
    const all = points.map((point) => point[at]);
    return Math.round((Math.min(...all) + Math.max(...all)) / 2);
  };
  return [mid(0), mid(1)];
}

function names(frame: MapFrame, features: readonly MapFeature[]): Html {
  return html`${features.flatMap((one) => {
    if (!one.name || one.kind === 'border') return [];
    const [x, y] = one.nameAt ? placed(frame, one.nameAt) : middle(frame, one.lines[0]!);
    const below = one.kind === 'landmark' ? 36 : 0;
    return [html`<text class="map-name map-name-${one.kind}"${attrs({ x, y: y + below })}>${one.name}</text>`];
  })}`;
}

function areas(frame: MapFrame, marks: readonly MapMark[]): Html {
  return html`${marks.flatMap(({ shape }) =>
    shape && shape.length > 2
      ? [html`<path class="map-area"${attrs({ d: path(frame, { lines: [shape], closed: true }) })}/>`]
      : [],
  )}`;
}

/** Drawn at the point (0, 0): its tip is where it stands. */
export function mapPin(text?: string): Html {
  return html`<path class="map-pin" d="M0 0C-8 -22 -30 -32 -30 -56A30 30 0 1 1 30 -56C30 -32 8 -22 0 0Z"/>${
    text === undefined
      ? html`<circle class="map-pin-eye" cx="0" cy="-56" r="11"/>`
      : html`<text class="map-pin-text" x="0" y="-44">${text}</text>`
  }`;
}

const FLAT = [
  'M-26 0a26 26 0 1 0 52 0a26 26 0 1 0 -52 0Z',
  'M0 -32L32 0L0 32L-32 0Z',
  'M-28 22L0 -30L28 22Z',
  'M-24 -24H24V24H-24Z',
];

/** A mark whose middle is the point (0, 0): its shape and colour by number, its text in it. */
export function flatMark(look: number | 'many' | 'origin', text?: string): Html {
  if (look === 'origin') return html`<path class="map-origin" d="M-34 0H34M0 -34V34"/>`;
  const size = look === 'many' ? 'M-36 -28H36V28H-36Z' : FLAT[look % FLAT.length]!;
  return html`<path class="map-flat map-flat-${look === 'many' ? 'many' : look % FLAT.length}"${attrs({ d: size })}/>${
    text !== undefined && html`<text class="map-flat-text" x="0" y="10">${text}</text>`
  }`;
}

function pins(frame: MapFrame, marks: readonly MapMark[]): Html {
  // From north to south, so that a nearer pin stands before a farther one.
  const sorted = [...marks].sort((a, b) => b.at[0] - a.at[0]);
  return html`${sorted.map((mark) => {
    const [x, y] = placed(frame, mark.at);
    const drawn = html`<g${attrs({ transform: `translate(${x} ${y})${mark.look === undefined ? '' : ' scale(1.4)'}` })}>${mark.look === undefined ? mapPin(mark.text) : flatMark(mark.look, mark.text)}</g>`;
    return mark.link ? html`<a${attrs({ href: mark.link.href, 'aria-label': mark.link.label })}>${drawn}</a>` : drawn;
  })}`;
}

/** Pictures that cover the frame, at the depth at which one is about as large as it was made. */
export function tilesOf(frame: MapFrame, template: string): { href: string; x: number; y: number; size: number }[] {
  const depth = Math.max(0, Math.min(DEEPEST, Math.round(Math.log2(frame.scale / TILE))));
  const count = 2 ** depth;
  const size = frame.scale / count;
  const first = (from: number) => Math.max(0, Math.floor(from * count));
  const last = (to: number) => Math.min(count - 1, Math.floor(to * count));
  const found = [];
  for (let x = first(frame.x); x <= last(frame.x + frame.width / frame.scale); x += 1) {
    for (let y = first(frame.y); y <= last(frame.y + frame.height / frame.scale); y += 1) {
      const href = template.replace('{z}', `${depth}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
      found.push({ href, x: (x / count - frame.x) * frame.scale, y: (y / count - frame.y) * frame.scale, size });
    }
  }
  return found;
}

function tiles(frame: MapFrame, given: MapTiles | null | undefined): Html | null {
  if (!given) return null;
  return html`<g class="map-tiles">${tilesOf(frame, given.template).map(
    ({ href, x, y, size }) =>
      html`<image${attrs({ href, x: x.toFixed(1), y: y.toFixed(1), width: (size + 0.5).toFixed(1), height: (size + 0.5).toFixed(1) })}/>`,
  )}</g>`;
}

/** The map with its note. */
export function outlineMap(props: OutlineMapProps): Html {
  const frame = mapFrame(props.bounds);
  const picture = html`<svg${attrs({
    class: props.tiles ? 'outline-map outline-map-tiled' : 'outline-map',
    viewBox: `0 0 ${frame.width} ${frame.height}`,
    role: props.marks.some(({ link }) => link) ? 'group' : 'img',
    'aria-label': props.label,
  })}>${tiles(frame, props.tiles)}${ground(frame, props.features)}${areas(frame, props.marks)}${names(frame, props.features)}${pins(
    frame,
    props.marks,
  )}</svg>`;
  if (props.bare) return picture;
  return html`<figure class="map-figure">${picture}${props.note && props.note.length > 0 && html`<figcaption class="meta">${props.note.join(' ')}</figcaption>`}</figure>`;
}

export type PointPickerProps = OutlineMapProps & {
  /** Ids of the inputs that hold latitude and longitude. */
  latId: string;
  lngId: string;
  words: { choose: string; hint: string; clear: string; zoomIn: string; zoomOut: string; chosen: string };
};

/** The map of a form (island map-point): a press sets latitude and longitude. Without JavaScript it is a picture beside the inputs. */
export function pointPicker(props: PointPickerProps): Html {
  const frame = mapFrame(props.bounds);
  const { words } = props;
  const tool = (name: string, text: string) =>
    html`<button type="button" class="button button-plain button-small" data-do="${name}">${text}</button>`;
  return html`<map-point${attrs({
    class: 'map-point',
    'data-x': frame.x,
    'data-y': frame.y,
    'data-scale': frame.scale,
    'data-lat': props.latId,
    'data-lng': props.lngId,
    'data-choose': words.choose,
    'data-chosen': words.chosen,
  })}><div class="map-stage">${outlineMap({ ...props, bare: true })}</div><div class="buttons map-tools" hidden>${tool('in', words.zoomIn)}${tool('out', words.zoomOut)}${tool('clear', words.clear)}</div><p class="meta map-hint" hidden>${words.hint}</p><p class="meta" role="status"></p>${
    props.note && props.note.length > 0 && html`<p class="meta">${props.note.join(' ')}</p>`
  }</map-point>`;
}

/** F1.1 What was found where it is: marks on the outline of the town or on tiles, and the same by distance. */
import { formWords } from '#commons/hubs/index.ts';
import { asKind, type Hit, kindName, type Placed, partsOf, wordsAsked } from '#commons/search/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { inBrackets } from '#kernel/lang.ts';
import { button, linkButton } from '#ui/button.ts';
import { form, hidden, selectField } from '#ui/fields.ts';
import { section } from '#ui/heading.ts';
import { attrs, type Html, html } from '#ui/html.ts';
import { empty, list } from '#ui/list.ts';
import { flatMark, type MapBounds, type MapMark, type MapTiles, mapFrame, placed as unitsOf } from '#ui/outline-map.ts';
import { pager } from '#ui/pager.ts';
import { viewHref } from '../asked.ts';
import { words } from '../words.ts';
import { type FrameProps, frame, type Origin, pointText } from './frame.ts';
import { activityItem } from './item.ts';

export interface MapProps extends FrameProps {
  town: string;
  placed: readonly Placed[];
  /** all that has a place is there */
  isAll: boolean;
  /** of this page, by their place in `placed` */
  hits: readonly { at: number; hit: Hit }[];
  /** place in `placed` of the first one of the next page; null: this is the last one */
  next: number | null;
  isFirst: boolean;
  origin: Origin;
  /** the drawn map with these marks; null while the town has no outline */
  drawn: ((marks: readonly MapMark[]) => Html | null) | null;
  bounds: MapBounds | null;
  tiles: MapTiles | null;
}

export function activityMap(props: MapProps): Html {
  const { lang, placed } = props;
  const w = words(lang);
  if (placed.length === 0)
    return frame(
      props,
      empty({
        title: w.mapNone,
        body: w.mapNoneTry,
        act: linkButton({ text: w.toList, href: viewHref('list', props.question) }),
      }),
    );
  const n = formatNumber(placed.length);
  return frame(
    props,
    html`<p class="meta">${props.isAll ? w.mapLead(n) : w.mapMost(n)}</p>${picture(props)}${legend(props)}${nearest(props)}`,
  );
}

function picture(props: MapProps): Html {
  const { lang, town, tiles, bounds, question, drawn } = props;
  const w = words(lang);
  const figure = drawn && bounds ? drawn(marksOf(props, bounds)) : null;
  const shown = figure ?? html`<p>${w.noOutline}</p>`;
  if (!tiles) return shown;
  const query = viewHref('list', question).slice('/activities'.length);
  return html`<place-map${attrs({
    'data-tiles': tiles.template,
    'data-attribution': tiles.attribution,
    'data-src': `/activities.geojson${query}`,
    'data-label': w.mapTitle(town),
    'data-many': w.many('{n}'),
    'data-bounds': bounds ? [bounds.south, bounds.west, bounds.north, bounds.east].join(',') : undefined,
  })}>${shown}<p class="meta map-hint" hidden>${w.mapHelp}</p></place-map>`;
}

/** Marks nearer than this on the drawing (of 1000 units) stand together. */
const NEAR = 84;

/** Kinds in the order in which they are first found have a look of their own. */
export function lookOf(kinds: readonly string[], kind: string): number {
  return Math.max(0, kinds.indexOf(kind));
}

function marksOf(props: MapProps, bounds: MapBounds): MapMark[] {
  const { lang, placed, question, kinds, origin } = props;
  const w = words(lang);
  const box = mapFrame(bounds);
  const groups: { x: number; y: number; all: { one: Placed; at: number }[] }[] = [];
  for (const [at, one] of placed.entries()) {
    const [x, y] = unitsOf(box, [one.lat, one.lng]);
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < NEAR);
    if (near) near.all.push({ one, at });
    else groups.push({ x, y, all: [{ one, at }] });
  }
  const titles = new Map(props.hits.map(({ at, hit }) => [at, hit.title]));
  const marks = groups.map(({ all }): MapMark => {
    const { one, at } = all[0]!;
    const point = [one.lat, one.lng] as const;
    if (all.length === 1) {
      const title = titles.get(at) ?? kindName(one.kind, lang);
      const href = titles.has(at) ? `#n-${at + 1}` : viewHref('map', question, { near: pointText(one) });
      const look = lookOf(kinds, asKind(one.kind));
      return { at: point, look, text: String(at + 1), link: { href, label: `${at + 1} ${title}` } };
    }
    const link = { href: viewHref('map', question, { near: pointText(one) }), label: w.many(formatNumber(all.length)) };
    return { at: point, look: 'many', text: String(all.length), link };
  });
  return [...marks, { at: [origin.lat, origin.lng], look: 'origin' }];
}

function sign(look: number | 'many' | 'origin', text: string): Html {
  return html`<li><svg class="map-sign" viewBox="-40 -40 80 80" aria-hidden="true">${flatMark(look)}</svg> ${text}</li>`;
}

function legend({ lang, kinds, placed, origin }: MapProps): Html {
  const w = words(lang);
  const there = kinds.filter((kind) => placed.some((one) => asKind(one.kind) === kind));
  return html`<ul class="inline-links">${there.map((kind) => sign(lookOf(kinds, kind), kindName(kind, lang)))}${sign('many', w.manyMark)}${sign('origin', inBrackets(w.originHere, origin.text, lang))}</ul>`;
}

const kmText = (km: number): string => (km < 10 ? km.toFixed(1) : String(Math.round(km)));

function nearest(props: MapProps): Html {
  const { lang, now, question, hits, placed, origin, next } = props;
  const w = words(lang);
  const asked = wordsAsked(question.q);
  const from = { near: pointText(origin) };
  return html`${section({
    title: w.nearest(origin.text),
    children: html`${originForm(props)}${list(
      hits.map(
        ({ at, hit }) =>
          html`<div id="n-${at + 1}">${activityItem(hit, { lang, now, asked, level: 3, side: html`<strong>${at + 1}</strong> <span class="meta">${w.away(kmText(placed[at]!.km))}</span>` })}</div>`,
      ),
    )}`,
  })}${pager({
    label: w.pages,
    ...(props.isFirst ? {} : { previous: { href: viewHref('map', question, from), text: w.first } }),
    ...(next === null
      ? {}
      : { next: { href: viewHref('map', question, { ...from, start: String(next) }), text: w.next } }),
  })}`;
}

function originForm({ lang, question, origins, origin }: MapProps): Html | null {
  const w = words(lang);
  if (origins.length < 2) return null;
  const at = pointText(origin);
  const known = origins.map((one) => ({ value: pointText(one), text: one.text }));
  const all = known.some(({ value }) => value === at) ? known : [{ value: at, text: origin.text }, ...known];
  return form({
    action: '/activities/map',
    method: 'get',
    label: w.origin,
    children: html`${partsOf(question)
      .filter(([name]) => name !== 'near')
      .map(([name, value]) => hidden(name, value))}${selectField(
      { name: 'near', id: 'origin', label: w.origin, value: at, empty: false, choices: all, plain: true },
      formWords(lang),
    )}`,
    buttons: button({ text: w.originSubmit }),
  });
}

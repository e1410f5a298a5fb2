/** The outline of the town as a drawn map, with marks; and the page about it. */
import { formWords, onceField } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import { colon, type Lang } from '#kernel/lang.ts';
import type { Problem } from '#kernel/web/visit.ts';
import { button } from '#ui/button.ts';
import { errorAt } from '#ui/error-summary.ts';
import { fieldId, form, textArea, textField } from '#ui/fields.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, keyValues } from '#ui/list.ts';
import { type MapFeature, type MapMark, outlineMap, pointPicker } from '#ui/outline-map.ts';
import { link } from '#ui/prose.ts';
import { mapWords } from '../map-words.ts';
import { boundsOf, districtsOf, linesOf, type Outline } from '../outline.ts';
import type { KeptOutline } from '../outline-queries.ts';
import type { Place } from '../place.ts';
import { tiles } from '../tiles.ts';

function nameIn(properties: Outline['features'][number]['properties'], lang: Lang): string {
  return (lang === 'ja' ? undefined : properties[lang]) ?? properties.name;
}

function featuresOf(outline: Outline, lang: Lang): MapFeature[] {
  return outline.features.map((one) => ({
    kind: one.properties.kind,
    // Readings make names too long for a map; the list beside it has them.
    name: lang === 'easy' ? one.properties.name : nameIn(one.properties, lang),
    ...(one.properties.nameAt ? { nameAt: [one.properties.nameAt[1], one.properties.nameAt[0]] as const } : {}),
    closed: one.geometry.type.endsWith('Polygon'),
    lines: linesOf(one),
  }));
}

function noteOf(outline: KeptOutline, lang: Lang): string[] {
  return [
    `${mapWords(lang).town.source}${colon(lang)}${outline.source}`,
    ...(tiles ? [mapWords(lang).tiles(tiles.attribution)] : []),
  ];
}

/** Null without an outline: then words and degrees say where it is. */
export function townMap(
  outline: KeptOutline | null,
  marks: readonly MapMark[],
  hub: Pick<Hub, 'town'>,
  lang: Lang,
  label?: string,
): Html | null {
  if (!outline) return null;
  const w = mapWords(lang).place;
  const town = hub.town[lang];
  return outlineMap({
    label: label ?? (marks.length > 0 ? w.map(town) : w.mapOf(town)),
    bounds: boundsOf(outline.geojson),
    features: featuresOf(outline.geojson, lang),
    marks,
    tiles,
    note: noteOf(outline, lang),
  });
}

export function markOf(place: Place, text?: string): MapMark {
  return { at: [place.lat, place.lng], shape: place.shape, ...(text === undefined ? {} : { text }) };
}

/** The map of a form, beside the inputs for latitude and longitude. */
export function placePicker(outline: KeptOutline | null, chosen: Place | null, town: string, lang: Lang): Html | null {
  if (!outline) return null;
  const w = mapWords(lang);
  return pointPicker({
    label: w.place.mapOf(town),
    bounds: boundsOf(outline.geojson),
    features: featuresOf(outline.geojson, lang),
    marks: chosen ? [markOf(chosen)] : [],
    tiles,
    note: noteOf(outline, lang),
    latId: fieldId('lat'),
    lngId: fieldId('lng'),
    words: {
      choose: w.form.choose,
      hint: w.form.chooseHint,
      clear: w.form.clear,
      zoomIn: w.form.zoomIn,
      zoomOut: w.form.zoomOut,
      chosen: w.form.chosen,
    },
  });
}

export interface TownMapProps {
  lang: Lang;
  hub: Pick<Hub, 'town'>;
  outline: KeptOutline | null;
  /** null: no form for this reader */
  typed: { geojson: string; source: string } | null;
  problem?: Problem | undefined;
}

export function townMapPage({ lang, hub, outline, typed, problem }: TownMapProps): Html {
  const w = mapWords(lang).town;
  const districts = districtsOf(outline?.geojson ?? null).map((one) => (lang === 'ja' ? one.name : one[lang]));
  return html`${pageHead({ title: w.title, lead: w.lead })}${
    outline
      ? html`${townMap(outline, [], hub, lang)}${keyValues([
          [w.source, outline.source],
          [w.districts, districts.join('・')],
          [w.data, link('/town-map.geojson', w.drawn(formatDate(tokyoDate(outline.drawn_at), lang)))],
        ])}`
      : empty({ title: w.none })
  }${typed && change(typed, problem, lang)}`;
}

function change(typed: { geojson: string; source: string }, problem: Problem | undefined, lang: Lang): Html {
  const w = mapWords(lang).town;
  const f = formWords(lang);
  const errors = problem?.items ?? [];
  return section({
    title: w.change,
    children: form({
      action: '/town-map',
      children: html`${onceField()}${textArea(
        {
          name: 'geojson',
          label: w.geojson,
          hint: w.changeHint,
          required: true,
          rows: 8,
          value: typed.geojson,
          error: errorAt(errors, 'geojson'),
        },
        f,
      )}${textField({ name: 'source', label: w.sourceField, required: true, value: typed.source, error: errorAt(errors, 'source') }, f)}`,
      buttons: button({ text: w.save }),
    }),
  });
}

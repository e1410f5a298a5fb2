/** The place on the map, in the form of a draft: the map to press, degrees to type, and an area for those who want one. */
import { formWords } from '#commons/hubs/index.ts';
import type { Lang } from '#kernel/lang.ts';
import { disclosure } from '#ui/disclosure.ts';
import { errorAt, type FieldError } from '#ui/error-summary.ts';
import { fieldGroup, fieldRow, textArea, textField } from '#ui/fields.ts';
import { type Html, html } from '#ui/html.ts';
import { mapWords } from '../map-words.ts';
import { boundsOf } from '../outline.ts';
import type { KeptOutline } from '../outline-queries.ts';
import { type Bounds, placeOf } from '../place.ts';
import type { TypedPlace } from '../proposal.ts';
import { placePicker } from './town-map.ts';

export interface PlaceFieldsProps {
  lang: Lang;
  town: string;
  outline: KeptOutline | null;
  typed: TypedPlace;
  errors: readonly FieldError[];
}

/** A corner in the middle of the town, or somewhere in Japan while nobody knows where the town lies. */
function exampleCorner(bounds: Bounds | null): string {
  const { south, north, west, east } = bounds ?? { south: 36.101, north: 36.101, west: 139.502, east: 139.502 };
  return [(south + north) / 2, (west + east) / 2].map((degrees) => degrees.toFixed(3)).join(', ');
}

export function placeFields({ lang, town, outline, typed, errors }: PlaceFieldsProps): Html {
  const w = mapWords(lang).form;
  const f = formWords(lang);
  const found = placeOf(typed, null);
  const bounds = outline && boundsOf(outline.geojson);
  const short = (degrees: number) => degrees.toFixed(2);
  const field = (name: 'lat' | 'lng', label: string, hint: string) =>
    textField(
      {
        name,
        label,
        hint,
        value: typed[name],
        inputmode: 'decimal',
        autocomplete: 'off',
        width: 8,
        plain: true,
        error: errorAt(errors, name),
      },
      f,
    );
  return fieldGroup(
    { name: 'place', label: w.title, hint: w.lead },
    f,
    html`${placePicker(outline, 'place' in found ? found.place : null, town, lang)}${fieldRow(
      field('lat', w.lat, bounds ? w.latHint(short(bounds.south), short(bounds.north)) : w.latHintAny),
      field('lng', w.lng, bounds ? w.lngHint(short(bounds.west), short(bounds.east)) : w.lngHintAny),
    )}${disclosure({
      summary: w.shape,
      open: typed.shape !== '',
      body: textArea(
        {
          name: 'shape',
          label: w.shape,
          hint: w.shapeHint,
          example: exampleCorner(bounds),
          rows: 4,
          plain: true,
          value: typed.shape,
          error: errorAt(errors, 'shape'),
        },
        f,
      ),
    })}`,
  );
}

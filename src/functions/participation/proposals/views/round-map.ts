/** The proposals of a round by place: the map, and the same in words. */
import { formWords } from '#commons/hubs/index.ts';
import type { Hub } from '#kernel/context.ts';
import { formatNumber } from '#kernel/dates.ts';
import { ref, shortId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { selectField } from '#ui/fields.ts';
import { filters } from '#ui/filters.ts';
import { pageHead, section } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty, list, listHead, listItem } from '#ui/list.ts';
import { notice } from '#ui/notice.ts';
import { link } from '#ui/prose.ts';
import { type Round, roundName } from '../../rounds/index.ts';
import type { PlacedProposal } from '../map-queries.ts';
import { mapWords } from '../map-words.ts';
import { districtsOf } from '../outline.ts';
import type { KeptOutline } from '../outline-queries.ts';
import { degreesText, placeOfRow } from '../place.ts';
import { words } from '../words.ts';
import { markOf, townMap } from './town-map.ts';

export interface RoundMapProps {
  lang: Lang;
  hub: Pick<Hub, 'town'>;
  round: Round;
  outline: KeptOutline | null;
  district: string;
  proposals: readonly PlacedProposal[];
}

export function roundMap(props: RoundMapProps): Html {
  const { lang, hub, round, outline, proposals } = props;
  const w = mapWords(lang).round;
  const placed = proposals.flatMap((one) => {
    const place = placeOfRow(one);
    return place ? [{ ...one, place }] : [];
  });
  const elsewhere = proposals.filter((one) => placeOfRow(one) === null);
  const marks = placed.map((one, at) => markOf(one.place, `${at + 1}`));
  return html`${pageHead({ title: w.title, lead: w.lead(roundName(round, lang)) })}${outline ? narrowing(props) : notice({ tone: 'info', title: w.noOutline })}${townMap(
    outline,
    marks,
    hub,
    lang,
  )}${section({
    title: w.list,
    children: html`${listHead({
      count: w.count(formatNumber(placed.length)),
      data: [
        {
          href: `/proposals.geojson?round=${round.id}${props.district && `&district=${encodeURIComponent(props.district)}`}`,
          text: w.geojson,
        },
      ],
    })}${
      placed.length === 0
        ? empty({ title: w.none })
        : list(placed.map((one, at) => listed(one, lang, degreesText(one.place), `${at + 1}. `)))
    }`,
  })}${elsewhere.length > 0 && section({ title: w.elsewhere, children: list(elsewhere.map((one) => listed(one, lang, ''))) })}<p>${link('/town-map', mapWords(lang).town.title)}</p>`;
}

function narrowing({ lang, outline, round, district }: RoundMapProps): Html {
  const w = mapWords(lang).round;
  const at = `/rounds/${shortId(round.id)}/map`;
  const districts = districtsOf(outline?.geojson ?? null);
  if (districts.length === 0) return html``;
  const known = districts.find((one) => one.name === district);
  return filters({
    action: at,
    label: w.filter,
    submit: w.submit,
    fields: selectField(
      {
        name: 'district',
        label: w.district,
        plain: true,
        value: district,
        empty: w.any,
        choices: districts.map((one) => ({ value: one.name, text: lang === 'ja' ? one.name : one[lang] })),
      },
      formWords(lang),
    ),
    ...(known
      ? {
          active: [
            {
              text: lang === 'ja' ? known.name : known[lang],
              removeHref: at,
              removeText: words(lang).list.remove(known.name),
            },
          ],
          reset: { href: at, text: w.reset },
        }
      : {}),
  });
}

function listed(one: PlacedProposal, lang: Lang, degrees: string, number = ''): Html {
  const w = mapWords(lang).place;
  return listItem({
    title: `${number}${one.title}`,
    href: `/proposals/${ref(one.id, one.title)}`,
    body: one.area,
    meta: [
      words(lang).kinds[one.kind],
      one.actor_name,
      ...(one.district ? [w.district(one.district)] : []),
      ...(degrees ? [w.degrees(degrees)] : []),
    ].join('・'),
  });
}

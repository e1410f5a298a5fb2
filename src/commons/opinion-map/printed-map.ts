/** F9.3, F9.6: a debate's map as part of a print: the drawing, and all it says in words. Pure. */
import type { Block, Words } from '#channels/pdf/index.ts';
import { formatNumber } from '#kernel/dates.ts';
import { inBrackets, type Lang, labelled } from '#kernel/lang.ts';
import type { Picture } from './picture.ts';
import { pictureSvg } from './picture-svg.ts';
import { LEAST_PEOPLE } from './views/map-page.ts';
import { words } from './words.ts';

const label = (text: string) => ({ label: text });

/**
 * `numbers` of the opinions that may be shown: others are neither drawn nor named. Nothing where too few people stand on the map.
 * The caller writes the heading.
 */
export function mapBlocks(given: Picture, numbers: ReadonlyMap<string, number>, lang: Lang): Block[] {
  if (given.placed < LEAST_PEOPLE) return [];
  const picture = { ...given, opinions: given.opinions.filter(({ id }) => numbers.has(id)) };
  const w = words(lang);
  const p = w.print;
  const named = (id: string) => (numbers.has(id) ? [p.number(formatNumber(numbers.get(id)!))] : []);
  const comma = lang === 'en' ? ', ' : '、';
  const items: Words[] = [
    ...picture.groups.map(({ letter, size, represents }) => {
      const found = represents.flatMap(({ id, stance }) =>
        named(id).map((one) => inBrackets(one, stance === 'agree' ? w.groups.agrees : w.groups.disagrees, lang)),
      );
      return label(p.group(w.picture.group(letter), formatNumber(size), found.join(comma) || w.groups.none));
    }),
    label(labelled(w.all.agree, picture.agree.flatMap(({ id }) => named(id)).join(comma) || w.all.none, lang)),
    label(labelled(w.divided.title, picture.divided.flatMap(named).join(comma) || w.divided.none, lang)),
  ];
  const facts = w.facts(formatNumber(picture.voters), formatNumber(picture.votes), formatNumber(picture.placed));
  return [
    {
      kind: 'picture',
      svg: pictureSvg(picture, numbers),
      alt: label(w.picture.label(picture.groups.length, formatNumber(picture.opinions.length))),
      caption: label(`${p.marks} ${w.picture.note}`),
    },
    { kind: 'list', items },
    { kind: 'text', small: true, text: label([facts, w.missing.others].join('\n')) },
  ];
}

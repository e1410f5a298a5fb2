/** X10, F1.1: the picture of a thing beside its title in a list. */
import type { ShownPicture } from '#kernel/facets.ts';
import { foldText } from '#kernel/grams.ts';
import type { Html } from '#ui/html.ts';
import { picture as drawn, thumbnail } from '#ui/picture.ts';
import { fileHref } from '../addresses.ts';

/** The narrowest copy that is made. */
const WIDTH = 320;

const folded = (text: string): string => foldText(text).replace(/\s+/g, '');

/** Undefined where the thing has none. Words that the title says already are not read out twice. */
export function listPicture(picture: ShownPicture | null | undefined, title: string): Html | undefined {
  if (!picture) return undefined;
  const width = Math.min(WIDTH, picture.width);
  return thumbnail({
    src: fileHref(picture, { width: WIDTH }),
    width,
    height: Math.max(1, Math.round((picture.height * width) / picture.width)),
    alt: folded(title).includes(folded(picture.label)) ? '' : picture.label,
  });
}

/** As wide as a page shows it. */
const PAGE_WIDTH = 960;

/** The same picture on the page of the thing. */
export function shownPicture(picture: ShownPicture): Html {
  const { width, height, label } = picture;
  return drawn({ src: fileHref(picture, { width: PAGE_WIDTH }), width, height, alt: label, href: fileHref(picture) });
}

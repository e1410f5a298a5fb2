/** F1.3 The homepages of a town's groups, the latest changed first. */

import { attachedPicture } from '#commons/files/index.ts';
import { formatDate, tokyoDate } from '#kernel/dates.ts';
import type { Lang } from '#kernel/lang.ts';
import { card, cards } from '#ui/card.ts';
import { pageHead } from '#ui/heading.ts';
import { type Html, html } from '#ui/html.ts';
import { empty } from '#ui/list.ts';
import { pager } from '#ui/pager.ts';
import { sitePath } from '../addresses.ts';
import type { ListedSite } from '../queries.ts';
import { words } from '../words.ts';

export function siteListMain(lang: Lang, sites: readonly ListedSite[], older: string | null): Html {
  const w = words(lang).list;
  const items = sites.map((site) =>
    card({
      title: site.title,
      href: sitePath(site.key),
      level: 2,
      body: html`${site.header[0] && attachedPicture(site.header[0])}${site.tagline !== '' && html`<p>${site.tagline}</p>`}`,
      meta: html`${site.group_name}・${w.updated(formatDate(tokyoDate(site.changed_at), lang, 'short'))}`,
    }),
  );
  return html`${pageHead({ title: w.title, lead: w.lead })}${items.length === 0 ? empty({ title: w.none }) : cards(items)}${
    older !== null && pager({ label: w.pages, next: { href: `/sites?after=${older}`, text: w.older } })
  }`;
}

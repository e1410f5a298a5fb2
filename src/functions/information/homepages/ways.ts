/** F1.3 Where the links and pictures of a site point. A page is rendered without knowing under which address it stands. */
import { type AttachedFile, fileHref } from '#commons/files/index.ts';
import { ref } from '#kernel/ids.ts';
import { sitePath } from './addresses.ts';
import { styleName } from './themes.ts';

export interface SiteWays {
  home: string;
  page(page: { slug: string }): string;
  /** the list of news; `after`: from the one after this key on */
  news(after?: string): string;
  post(post: { id: string; title: string }): string;
  /** null: there is none here */
  feed: string | null;
  file(file: AttachedFile, width?: number): string;
  /** style sheets in their order: the house's, the site's */
  styles: readonly string[];
  icon: string | null;
  /** what the group's own words lead to, e.g. /sites/kawabe/about in a town */
  link(address: string): string;
  /** before addresses of the town: '' within it, else its origin */
  town: string;
  /** the page with the form to write to the group; null: there is none */
  contact: string | null;
  /** absolute address of what is shown, for search engines; null: none of its own (a copy on a disk, a look before) */
  canonical: string | null;
}

export interface TownWays {
  site: { key: string; theme: string; colour: string };
  assets: { css: string; icon: string };
  canonical: string | null;
  contact: string | null;
  /** opens files of a draft to whoever has its link */
  fileKey?: string;
}

/** As it stands in the town: /sites/KEY/… */
export function townWays({ site, assets, canonical, contact, fileKey }: TownWays): SiteWays {
  const home = sitePath(site.key);
  return {
    home,
    page: ({ slug }) => `${home}/${slug}`,
    news: (after) => `${home}/news${after ? `?after=${encodeURIComponent(after)}` : ''}`,
    post: ({ id, title }) => `${home}/news/${ref(id, title)}`,
    feed: `${home}/news.atom`,
    file: (file, width) => fileHref(file, { ...(width ? { width } : {}), ...(fileKey ? { key: fileKey } : {}) }),
    styles: [assets.css, `/site-styles/${styleName(site.theme, site.colour)}`],
    icon: assets.icon,
    link: (address) => address,
    town: '',
    contact,
    canonical,
  };
}

/** F1.3 Where the links of a site point under a host of its own. */
import { fileHref } from '#commons/files/index.ts';
import { ref } from '#kernel/ids.ts';
import { type ShownSite, type SiteWays, sitePath, styleName } from '../homepages/index.ts';

export interface OwnWays {
  site: Pick<ShownSite, 'key' | 'theme' | 'colour'>;
  assets: { css: string; icon: string };
  /** the town's, with scheme */
  town: string;
  canonical: string | null;
}

export function ownWays({ site, assets, town, canonical }: OwnWays): SiteWays {
  const inTown = sitePath(site.key);
  return {
    home: '/',
    page: ({ slug }) => `/${slug}`,
    news: (after) => `/news${after ? `?after=${encodeURIComponent(after)}` : ''}`,
    post: ({ id, title }) => `/news/${ref(id, title)}`,
    feed: '/news.atom',
    file: (file, width) => fileHref(file, width ? { width } : {}),
    styles: [assets.css, `/site-styles/${styleName(site.theme, site.colour)}`],
    icon: assets.icon,
    // What the group wrote for its address in the town goes on leading to the same page.
    link: (address) => {
      if (address === inTown) return '/';
      if (address.startsWith(`${inTown}/`)) return address.slice(inTown.length);
      return address.startsWith('/') ? town + address : address;
    },
    town,
    contact: '/contact',
    canonical,
  };
}

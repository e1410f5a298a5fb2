/** F1.3 Where the links of a site point when it lies in a folder: to the files beside, or back to the town. */
import type { AttachedFile } from '#commons/files/index.ts';
import { shortId } from '#kernel/ids.ts';
import { type ShownSite, type SiteWays, sitePath } from '../homepages/index.ts';

export interface Wanted {
  file: AttachedFile;
  /** the copy of this width; null: the file itself */
  width: number | null;
}

export interface DiskWays extends SiteWays {
  /** name in the folder → what it holds; grows as pages are written */
  wanted: Map<string, Wanted>;
  nameOf(page: { id: string; kind: string; slug: string }): string;
}

const OURS = new Set(['index', 'news']);

export function diskWays(site: Pick<ShownSite, 'key' | 'menu'>, town: string): DiskWays {
  const [first] = site.menu;
  const wanted = new Map<string, Wanted>();
  const inTown = sitePath(site.key);
  const pageName = (slug: string) => {
    if (slug === first?.slug) return 'index.html';
    return OURS.has(slug) || slug.startsWith('news-') ? `page-${slug}.html` : `${slug}.html`;
  };
  const postName = (id: string) => `news-${shortId(id)}.html`;
  const page = ({ slug }: { slug: string }) => `./${encodeURIComponent(pageName(slug))}`;
  return {
    wanted,
    nameOf: ({ id, kind, slug }) => (kind === 'post' ? postName(id) : pageName(slug)),
    home: './index.html',
    page,
    news: (after) => (after ? `./news-${after}.html` : './news.html'),
    post: ({ id }) => `./${postName(id)}`,
    feed: './news.atom',
    file: (file, width) => {
      const copy = width !== undefined && file.widths.includes(width) ? width : null;
      const name = `files/${shortId(file.id)}${copy === null ? `.${file.extension}` : `-${copy}.webp`}`;
      wanted.set(name, { file, width: copy });
      return `./${name}`;
    },
    styles: ['./style/house.css', './style/site.css'],
    icon: null,
    link: (address) => {
      if (address === inTown) return './index.html';
      const own = address.startsWith(`${inTown}/`) ? address.slice(inTown.length + 1) : null;
      const known = own === null ? undefined : site.menu.find(({ slug }) => slug === decodeURIComponent(own));
      if (known) return page(known);
      return address.startsWith('/') ? town + address : address;
    },
    town,
    contact: `${town}${inTown}/contact`,
    canonical: null,
  };
}

/** What a page in a folder can't do without a server: icons of another file, paths that begin at the root. */
export function forDisk(markup: string, town: string): string {
  return markup
    .replace(/<svg class="icon"[^>]*><use [^>]*\/><\/svg>/g, '')
    .replace(/ (href|src|action)="\/(?!\/)/g, (_, name: string) => ` ${name}="${town}/`);
}

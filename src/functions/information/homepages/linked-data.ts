/** F1.2, X8: a page of a site in the words of schema.org. Pure. */
import type { ShownPage, ShownSite } from './queries.ts';
import type { SiteWays } from './ways.ts';

export function siteAbout(site: ShownSite, page: ShownPage, ways: SiteWays): Record<string, unknown> | undefined {
  if (ways.canonical === null) return undefined;
  const at = (path: string) => new URL(path, ways.canonical!).href;
  const publisher = { '@type': 'Organization', name: site.group_name, url: at(ways.home) };
  const isPartOf = { '@type': 'WebSite', name: site.title, url: at(ways.home) };
  if (page.kind === 'post')
    return {
      '@type': 'BlogPosting',
      '@id': ways.canonical,
      headline: page.title,
      datePublished: page.first_at.toISOString(),
      dateModified: page.valid_from.toISOString(),
      author: publisher,
      publisher,
      isPartOf,
    };
  return {
    '@type': 'WebPage',
    '@id': ways.canonical,
    url: ways.canonical,
    name: page.title,
    dateModified: page.valid_from.toISOString(),
    publisher,
    isPartOf,
  };
}

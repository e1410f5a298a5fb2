/** F1.3 Links between articles of an earlier homepage: how many find what they lead to. Pure. */
import { type OldAddress, readOldAddress } from '../homepages/index.ts';
import type { LinkSight } from './import.ts';
import type { Article } from './reading/article.ts';

const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|zip|mp[34]|m4a|wav)$/i;

const key = ({ host, path }: OldAddress) => `${host} ${path}`;

function read(addresses: readonly string[]): OldAddress[] {
  return addresses.map(readOldAddress).filter((one) => one !== null);
}

function hrefsIn({ pieces }: Article): string[] {
  const runs = pieces.flatMap((piece) =>
    piece.is === 'text' ? piece.runs : piece.is === 'list' ? piece.items.flat() : [],
  );
  return runs.flatMap(({ href }) => href ?? []);
}

/** What links of these articles lead to, each address once: for asking which of them came earlier. */
export function linkedAddresses(articles: readonly Article[]): OldAddress[] {
  return [...new Map(articles.flatMap((one) => read(hrefsIn(one))).map((one) => [key(one), one])).values()];
}

/** @param earlier addresses of pages that were brought in before */
export function linkSight(articles: readonly Article[], earlier: readonly OldAddress[]): LinkSight {
  const own = read(articles.flatMap(({ addresses }) => addresses));
  const hosts = new Set([...own, ...earlier].map(({ host }) => host));
  const here = new Set(own.map(key));
  const before = new Set(earlier.map(key));
  const sight: LinkSight & { documents: number } = { coming: 0, earlier: 0, left: 0, documents: 0 };
  for (const link of articles.flatMap((one) => read(hrefsIn(one)))) {
    if (here.has(key(link))) sight.coming += 1;
    else if (before.has(key(link))) sight.earlier += 1;
    else if (hosts.has(link.host)) sight[DOCUMENT.test(link.path) ? 'documents' : 'left'] += 1;
  }
  return sight;
}

/** F1.2, X8: an entry in the words of schema.org, where it has one for it. Nothing of one that is hidden. Pure. */
import { pictureAddress } from '#commons/files/index.ts';
import type { Hub } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { entryPath } from './addresses.ts';
import type { EntryKind } from './entry.ts';
import type { ListedEntry } from './queries.ts';

const TYPES: Record<EntryKind, string> = {
  activity: 'CreativeWork',
  call: 'Offer',
  'know-how': 'Article',
  place: 'Place',
  skill: 'Offer',
  document: 'DigitalDocument',
};
const AUTHORED: readonly EntryKind[] = ['activity', 'know-how', 'document'];

export function entryData(entry: ListedEntry, hub: Pick<Hub, 'origin'>): Record<string, unknown> {
  const url = hub.origin + encodeURI(entryPath(entry));
  const { kind, title, body, facts, lat, lng } = entry;
  const by = {
    '@type': entry.actor_kind === 'person' ? 'Person' : 'Organization',
    name: entry.actor_name,
  };
  const isTrade = kind === 'call' || kind === 'skill';
  const point = lat === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lng } };
  return {
    '@type': TYPES[kind],
    '@id': url,
    url,
    name: title,
    description: body,
    ...(entry.picture ? { image: pictureAddress(entry.picture, hub.origin) } : {}),
    ...(AUTHORED.includes(kind)
      ? {
          headline: title,
          author: by,
          datePublished: tokyoDate(entry.published_at),
          dateModified: tokyoDate(entry.changed_at),
        }
      : {}),
    ...(isTrade ? { offeredBy: by } : {}),
    ...(isTrade && entry.ends_on ? { availabilityEnds: entry.ends_on } : {}),
    ...(kind === 'place' ? { ...point, ...(facts.where ? { address: facts.where } : {}) } : {}),
    ...(AUTHORED.includes(kind) && lat !== null ? { contentLocation: { '@type': 'Place', ...point } } : {}),
    ...(entry.tags.length > 0 && AUTHORED.includes(kind) ? { keywords: entry.tags.join(', ') } : {}),
  };
}

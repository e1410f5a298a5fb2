/** F1.2, X8: a registered group as an organisation of schema.org, with the contacts it made public. Nothing of one that is hidden. Pure. */
import { pictureAddress } from '#commons/files/index.ts';
import type { Hub } from '#kernel/context.ts';
import { groupPath } from './addresses.ts';
import { fieldWords } from './field-words.ts';
import type { ShownGroup } from './queries.ts';

/** Kinds that schema.org has a word for. */
const TYPES: Partial<Record<ShownGroup['kind'], string>> = { npo: 'NGO', company: 'LocalBusiness' };

export function groupData(group: ShownGroup, hub: Pick<Hub, 'origin'>): Record<string, unknown> | undefined {
  if (group.hiding || group.withdrawn_at) return undefined;
  const url = hub.origin + encodeURI(groupPath(group));
  const { website, phone, email, address } = group.contacts;
  return {
    '@type': TYPES[group.kind] ?? 'Organization',
    '@id': url,
    url,
    name: group.name,
    ...(group.reading ? { alternateName: group.reading } : {}),
    description: group.purpose,
    ...(group.picture ? { image: pictureAddress(group.picture, hub.origin) } : {}),
    ...(group.founded ? { foundingDate: group.founded } : {}),
    ...(group.number
      ? {
          identifier: {
            '@type': 'PropertyValue',
            propertyID: 'https://www.houjin-bangou.nta.go.jp/',
            value: group.number,
          },
        }
      : {}),
    ...(group.areas.length > 0 ? { areaServed: group.areas } : {}),
    knowsAbout: group.fields.map((field) => fieldWords('ja').fields[field - 1]),
    ...(website ? { sameAs: website } : {}),
    ...(phone ? { telephone: phone } : {}),
    ...(email ? { email } : {}),
    ...(address ? { address } : {}),
  };
}

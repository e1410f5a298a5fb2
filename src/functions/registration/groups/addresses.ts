/** F7.1 Where registered groups are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';

export function groupPath(group: { id: string; name: string }): string {
  return `/groups/${ref(group.id, group.name)}`;
}

/** Where a notice leads: the page finds its own name. */
export function groupHref(id: string): string {
  return `/groups/${shortId(id)}`;
}

/** F9.9 Where things of a committee are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';

export function committeePath(committee: { id: string; name: string }): string {
  return `/committees/${ref(committee.id, committee.name)}`;
}

export function callPath(id: string): string {
  return `/committee-calls/${shortId(id)}`;
}

export function sittingPath(id: string): string {
  return `/sittings/${shortId(id)}`;
}

/** F7.6 Where requirement sets and a group's own standing are. Not percent-encoded. */
import { ref, shortId } from '#kernel/ids.ts';
import { groupHref } from '../groups/index.ts';

export function setPath(set: { id: string; name: string }): string {
  return `/requirements/${ref(set.id, set.name)}`;
}

export function standingPath(groupId: string, setId: string): string {
  return `${groupHref(groupId)}/eligibility/${shortId(setId)}`;
}

export function checksPath(set: { id: string; name: string }): string {
  return `${setPath(set)}/checks`;
}

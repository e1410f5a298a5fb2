/** F9.2 Where things of the debate are. Not percent-encoded: a Location header needs `encodeURI`. */
import { ref, shortId } from '#kernel/ids.ts';
import type { DebateKind } from './discussion.ts';

/** A proposal's debate is read on the proposal's page, a plan's on that of its stage; every other one has its own. */
export function debateHref(debate: { kind: DebateKind; id: string; title: string }): string {
  return debate.kind === 'plan'
    ? `/plan-stages/${shortId(debate.id)}`
    : `/${debate.kind === 'proposal' ? 'proposals' : 'debates'}/${ref(debate.id, debate.title)}`;
}

/** Where the debate's further pages are: writing an opinion, the next opinion, its data. */
export function debatePath(debate: { id: string; title: string }): string {
  return `/debates/${ref(debate.id, debate.title)}`;
}

export function opinionHref(id: string): string {
  return `/opinions/${shortId(id)}`;
}

/** Where something was said in a hall. */
export function meetingHref(id: string): string {
  return `/meetings/${shortId(id)}`;
}

/** The anchor of an opinion in the page it stands in. */
export function opinionAnchor(id: string): string {
  return `o-${shortId(id)}`;
}

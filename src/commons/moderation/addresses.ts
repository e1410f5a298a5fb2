/** X4: where one reports something, and where one claims a right. */
import { shortId } from '#kernel/ids.ts';

/** The form on which anybody reports this thing. */
export function reportHref(kind: string, id: string): string {
  return `/moderation/reports/new?kind=${kind}&id=${shortId(id)}`;
}

export function claimHref(kind: string, id: string): string {
  return `/moderation/claims/new?kind=${kind}&id=${shortId(id)}`;
}

export const decisionPath = (id: string): string => `/moderation/decisions/${shortId(id)}`;
export const claimPath = (caseId: string): string => `/moderation/claims/${shortId(caseId)}`;
export const casePath = (id: string): string => `/moderation/cases/${shortId(id)}`;
export const appealPath = (id: string): string => `/moderation/appeals/${shortId(id)}`;

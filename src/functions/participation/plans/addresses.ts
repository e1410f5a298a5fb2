import { ref, shortId } from '#kernel/ids.ts';

/** Not percent-encoded: a Location header needs `encodeURI`. */
export function planHref(plan: { id: string; title: string }): string {
  return `/plans/${ref(plan.id, plan.title)}`;
}

export function stageHref(stageId: string): string {
  return `/plan-stages/${shortId(stageId)}`;
}

export function planAnswerHref(answerId: string): string {
  return `/plan-answers/${shortId(answerId)}`;
}

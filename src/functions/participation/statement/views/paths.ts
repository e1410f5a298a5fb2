/** F9.5 Addresses of the statement's pages. */
import { ref, shortId } from '#kernel/ids.ts';

export function statementPath(roundId: string): string {
  return `/rounds/${shortId(roundId)}/statement`;
}

/** The part of the statement on one proposal. */
export function partPath(roundId: string, debate: { id: string; title: string }): string {
  return `${statementPath(roundId)}/${ref(debate.id, debate.title)}`;
}

export function pointPath(pointId: string): string {
  return `/points/${shortId(pointId)}`;
}

export function objectionPath(objectionId: string): string {
  return `/objections/${shortId(objectionId)}`;
}

export function opinionPath(opinionId: string): string {
  return `/opinions/${shortId(opinionId)}`;
}

/** The form in which an author objects to a point, or (null) to the annex. */
export function objectPath(
  roundId: string,
  debate: { id: string; title: string },
  opinionId: string,
  pointId: string | null,
): string {
  const query = new URLSearchParams({ opinion: opinionId, ...(pointId ? { point: pointId } : {}) });
  return `${partPath(roundId, debate)}/objections/new?${query}`;
}

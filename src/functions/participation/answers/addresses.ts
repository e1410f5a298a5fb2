import { ref, shortId } from '#kernel/ids.ts';

interface Subject {
  subject: 'proposal' | 'point';
  id: string;
  debate_id: string;
  title: string;
}

/** Where what is answered can be read: the proposal, or the point of the statement. */
export function subjectHref(item: Subject): string {
  if (item.subject === 'proposal') return `/proposals/${ref(item.debate_id, item.title)}`;
  return `/points/${shortId(item.id)}`;
}

export function answerHref(answer: { id: string }, title: string): string {
  return `/answers/${ref(answer.id, title)}`;
}

/** Where answers to a proposal or point are sent to. */
export function answersHref(item: Pick<Subject, 'subject' | 'id'>): string {
  return `/${item.subject === 'proposal' ? 'proposals' : 'points'}/${shortId(item.id)}/answers`;
}

/** The form by which a division answers. */
export function answerFormHref(item: Pick<Subject, 'subject' | 'id'>): string {
  return `${answersHref(item)}/new`;
}

/** Where the divisions concerned work on the answer, inside. */
export function deskHref(item: Pick<Subject, 'subject' | 'id'>): string {
  return `/${item.subject === 'proposal' ? 'proposals' : 'points'}/${shortId(item.id)}/answer-desk`;
}

export function followUpHref(id: string): string {
  return `/follow-ups/${shortId(id)}`;
}

/** The figures of a division. */
export function figuresHref(division: { id: string; name: string }): string {
  return `/divisions/${ref(division.id, division.name)}/figures`;
}

/** Where a draft of the answer is saved to. */
export function draftsHref(item: Pick<Subject, 'subject' | 'id'>): string {
  return `/${item.subject === 'proposal' ? 'proposals' : 'points'}/${shortId(item.id)}/answer-drafts`;
}

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

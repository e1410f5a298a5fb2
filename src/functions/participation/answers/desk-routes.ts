/** F9.7 The divisions' own pages on one answer. Whoever is not concerned is told that there is no such page. */
import { actsAsSecretariat, page, rulesOf } from '#commons/hubs/index.ts';
import type { Action } from '#kernel/action.ts';
import { parseRef } from '#kernel/ids.ts';
import { get, post, type Route } from '#kernel/module.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import type { Reply } from '#kernel/web/reply.ts';
import type { Problem, Visit } from '#kernel/web/visit.ts';
import { actingDivision } from '../reflection/index.ts';
import { answerHref, deskHref } from './addresses.ts';
import { askPartner } from './ask-partner.ts';
import { assignLead } from './assign-lead.ts';
import { answerClock } from './clock.ts';
import { seenDesk } from './desk-access.ts';
import { type DraftNote, deskOf } from './desk-queries.ts';
import { giveShare } from './give-share.ts';
import { insideWords } from './inside-words.ts';
import { approveDraft, commentDraft } from './note-draft.ts';
import { publishDraft } from './publish-draft.ts';
import type { Subject } from './queries.ts';
import { mayAnswer, mayApprove, mayAssign, mayNote } from './rules.ts';
import { type AnswerSubject, subjectOf } from './subject.ts';
import { deskPage } from './views/desk.ts';

export type Named = (visit: Visit) => Subject;
export const proposal: Named = (visit) => ({ proposalId: idOf(visit) });
export const point: Named = (visit) => ({ pointId: idOf(visit) });

export function idOf(visit: Visit): string {
  const id = parseRef(visit.params.ref ?? '');
  if (!id) throw refuseKernel('not-found', { status: 404 });
  return id;
}

type Typed = Readonly<Record<string, string | undefined>>;

async function desk(visit: Visit, of: Subject, typed: Typed = {}, problem?: Problem): Promise<Reply> {
  const { lang, hub, signedIn: reader } = visit;
  const id = 'proposalId' in of ? of.proposalId : of.pointId;
  const [subject, behind] = await visit.read((db) => Promise.all([subjectOf(db, of), deskOf(db, id)]));
  const seen = subject && seenDesk(hub, reader, subject, behind);
  if (!subject || !seen) throw refuseKernel('not-found', { status: 404 });
  const { draft } = seen;
  const duty = subject.assigned_id ?? subject.division_id ?? subject.lead_id;
  const own = actingDivision(reader)?.id ?? null;
  const title = insideWords(lang).of(subject.title);
  return page(visit, {
    title,
    place: 'answers',
    layout: 'reading',
    indexed: false,
    problem,
    breadcrumb: [{ text: insideWords(lang).back, href: '/divisions/answers' }, { text: title }],
    main: deskPage({
      lang,
      subject,
      clock: answerClock(subject.round, timesOf(subject), visit.now),
      desk: behind,
      seen,
      dutyName: behind.divisions.find((one) => one.id === duty)?.name ?? null,
      may: {
        assign: mayAssign(hub, reader, subject) === null,
        write: mayAnswer(reader, subject) === null,
        approve:
          draft !== null &&
          mayApprove(reader, draft) === null &&
          !draft.notes.some((one) => approvedBy(one, draft.version, reader.person.id)),
        publish: draft !== null && draft.division_id === own && mayAnswer(reader, subject) === null,
        comment: draft !== null && mayNote(reader, draft) === null,
        shareOf: seen.partners.find((one) => one.division_id === own)?.division_id ?? null,
      },
      approvalAsked: rulesOf(hub, subject.round.rules_version).answers.approval,
      typed,
      problem,
    }),
  });
}

function approvedBy(note: DraftNote, version: number, personId: string): boolean {
  return note.approves && note.version === version && note.person_id === personId;
}

function timesOf({ kind, next_on, first_at, final_at }: AnswerSubject) {
  return kind === null || first_at === null ? null : { kind, next_on, first_at, final_at };
}

/** An act of the desk: back to it, with what was typed when it was refused. */
function act<I>(action: Action<I, { subject: 'proposal' | 'point'; id: string }>, at: string) {
  return async (visit: Visit, of: Subject): Promise<Reply> => {
    const form = await visit.form();
    return visit.attempt(
      action,
      { ...form.toObject(), ...of },
      {
        done: (item) =>
          // Whoever hands it on may have nothing more to do with it.
          actsAsSecretariat({ hub: visit.hub, reader: visit.reader }) || at !== 'lead'
            ? `${deskHref(item)}?done=recorded#${at}`
            : '/divisions/answers?done=recorded',
        again: (problem) => desk(visit, of, typedIn(form), problem),
      },
    );
  };
}

function typedIn(form: { entries(): IterableIterator<[string, string[]]> }): Typed {
  return Object.fromEntries([...form.entries()].map(([name, values]) => [name, values[0]]));
}

const lead = act(assignLead, 'lead');
const partner = act(askPartner, 'partners');
const share = act(giveShare, 'partners');

/** What an open draft is about. */
async function subjectOfDraft(visit: Visit): Promise<{ draftId: string; of: Subject }> {
  const draftId = idOf(visit);
  const [draft] = await visit.read((db) =>
    db
      .selectFrom('answer_drafts')
      .select(['proposal_id', 'point_id'])
      .where('id', '=', draftId)
      .where('published_at', 'is', null)
      .execute(),
  );
  if (!draft) throw refuseKernel('not-found', { status: 404 });
  return { draftId, of: draft.proposal_id ? { proposalId: draft.proposal_id } : { pointId: draft.point_id ?? '' } };
}

async function note(visit: Visit, action: typeof commentDraft | typeof approveDraft): Promise<Reply> {
  const { draftId, of } = await subjectOfDraft(visit);
  const form = await visit.form();
  const input = { ...form.toObject(), draftId };
  const item =
    'proposalId' in of
      ? { subject: 'proposal' as const, id: of.proposalId }
      : { subject: 'point' as const, id: of.pointId };
  return visit.attempt(action as typeof commentDraft, input, {
    done: () => `${deskHref(item)}?done=recorded#notes`,
    again: (problem) => desk(visit, of, { comment: form.get('body') }, problem),
  });
}

async function publish(visit: Visit): Promise<Reply> {
  const { draftId, of } = await subjectOfDraft(visit);
  const form = await visit.form();
  return visit.attempt(
    publishDraft,
    { ...form.toObject(), draftId },
    {
      done: ({ id, title }) => `${encodeURI(answerHref({ id }, title))}?done=published`,
      again: (problem) => desk(visit, of, {}, problem),
    },
  );
}

export const deskRoutes: readonly Route[] = [
  get('/proposals/:ref/answer-desk', 'person', ['F9.7'], (visit) => desk(visit, proposal(visit))),
  get('/points/:ref/answer-desk', 'person', ['F9.7'], (visit) => desk(visit, point(visit))),
  post('/proposals/:ref/answer-desk/lead', 'person', ['F9.7'], (visit) => lead(visit, proposal(visit))),
  post('/points/:ref/answer-desk/lead', 'person', ['F9.7'], (visit) => lead(visit, point(visit))),
  post('/proposals/:ref/answer-desk/partners', 'person', ['F9.7'], (visit) => partner(visit, proposal(visit))),
  post('/points/:ref/answer-desk/partners', 'person', ['F9.7'], (visit) => partner(visit, point(visit))),
  post('/proposals/:ref/answer-desk/shares', 'person', ['F9.7'], (visit) => share(visit, proposal(visit))),
  post('/points/:ref/answer-desk/shares', 'person', ['F9.7'], (visit) => share(visit, point(visit))),
  post('/answer-drafts/:ref/comments', 'person', ['F9.7'], (visit) => note(visit, commentDraft)),
  post('/answer-drafts/:ref/approvals', 'person', ['F9.7'], (visit) => note(visit, approveDraft)),
  post('/answer-drafts/:ref/publication', 'person', ['F9.7'], publish),
];

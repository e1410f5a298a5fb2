/** F9.7, F9.8, X8: the city's answers for programs: reading, drafting and giving them, asking on, briefing. */
import { z } from 'zod';
import {
  ACTOR,
  type ApiOperation,
  act,
  camelled,
  copied,
  gives,
  idIn,
  idKey,
  list,
  MADE,
  paged,
  slice,
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { answerFollowUp, withdrawFollowUp } from './answer-follow-up.ts';
import { answerItem } from './answer-item.ts';
import { assignmentReads, deskReads } from './api-desk.ts';
import { askFollowUp } from './ask-follow-up.ts';
import { askPartner } from './ask-partner.ts';
import { assignLead } from './assign-lead.ts';
import { DIVISION_FIGURES, FIGURES, ROUND_ANSWERS } from './described.ts';
import { answerFilter } from './filters.ts';
import { followUpById, newestFollowUps } from './follow-up-queries.ts';
import { giveShare } from './give-share.ts';
import { approveDraft, commentDraft } from './note-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { answerVersions, newestAnswers } from './queries.ts';
import { routes } from './routes.ts';
import { saveDraft } from './save-draft.ts';
import { cancelBriefing, scheduleBriefing } from './schedule-briefing.ts';

const ANSWER = z.object({
  id: z.uuid(),
  version: z.int(),
  isCurrent: z.boolean(),
  kind: z.string(),
  subject: z.enum(['proposal', 'point']),
  subjectId: z.uuid(),
  debateId: z.uuid(),
  roundId: z.uuid(),
  title: z.string(),
  reason: z.string(),
  changeReason: z.string(),
  decidedOn: z.string(),
  passedTo: z.string().nullable(),
  passedOn: z.string().nullable(),
  onBudget: z.boolean(),
  answeredAt: WHEN,
  divisionId: z.uuid(),
  divisionName: z.string(),
  policyId: z.uuid().nullable(),
  policyCode: z.string().nullable(),
  policyTitle: z.string().nullable(),
});
const FOLLOW_UP = z.object({
  id: z.uuid(),
  number: z.int(),
  answerId: z.uuid(),
  roundId: z.uuid(),
  debateId: z.uuid(),
  title: z.string(),
  body: z.string().nullable(),
  ...ACTOR,
  divisionId: z.uuid(),
  divisionName: z.string(),
  askedAt: WHEN,
  dueOn: z.string(),
  answeredAt: WHEN.nullable(),
  withdrawnAt: WHEN.nullable(),
  answers: z.array(
    z.object({
      version: z.int(),
      body: z.string(),
      changeReason: z.string(),
      divisionName: z.string(),
      answeredAt: z.string(),
    }),
  ),
});

const SUBJECT = gives({ subject: z.enum(['proposal', 'point']), id: z.uuid() });
const OF_SUBJECT = gives({ subjectId: z.uuid() });
const OF_ANSWER = gives({ answerId: z.uuid(), title: z.string() });

/** The same act for a proposal and for a point of its statement. */
function both(tail: string, of: (path: string, binds: Record<string, string>, name?: string) => ApiOperation) {
  const proposal = of(`/proposals/:ref/${tail}`, { ref: 'proposalId' });
  return [proposal, of(`/points/:ref/${tail}`, { ref: 'pointId' }, `${proposal.name}-to-point`)];
}

export const answersApi: readonly ApiOperation[] = [
  list('/answers', 'answers:list', ANSWER, async (visit, { after, limit }) => {
    const filter = { ...answerFilter(visit), before: idKey(after), limit };
    const { answers, more } = await visit.read((db) => newestAnswers(db, filter));
    return paged(answers, more);
  }),
  thing('/answers/:ref', 'answers:show', ANSWER, async (visit) => {
    const id = idIn(visit, 'ref');
    const versions = await visit.read((db) => answerVersions(db, id));
    return camelled(versions.find((one) => one.id === id) ?? null);
  }),
  list('/answers/:ref/versions', 'answers:versions', ANSWER, async (visit, keyset) =>
    slice(camelled(await visit.read((db) => answerVersions(db, idIn(visit, 'ref')))), keyset),
  ),
  list('/follow-ups', 'answers:follow-ups', FOLLOW_UP, async (visit, { after, limit }) => {
    const filter = { state: '' as const, divisionId: '', before: idKey(after), limit };
    const { questions, more } = await visit.read((db) => newestFollowUps(db, filter));
    return paged(questions, more);
  }),
  thing('/follow-ups/:ref', 'answers:follow-up', FOLLOW_UP, async (visit) => {
    const found = await visit.read((db) => followUpById(db, idIn(visit, 'ref')));
    return found && camelled(found);
  }),
  copied('/rounds/:ref/answers', 'answers:of-round', [routes, '/rounds/:ref/answers.json'], ROUND_ANSWERS),
  copied('/answers-figures', 'answers:figures', [routes, '/answers/figures.json'], FIGURES),
  copied(
    '/divisions/:ref/figures',
    'answers:division-figures',
    [routes, '/divisions/:ref/figures.json'],
    DIVISION_FIGURES,
  ),
  ...deskReads,
  ...assignmentReads,
  ...within('answer', [
    ...both('answers', (path, binds, name) =>
      act(path, answerItem, binds, { ...(name ? { name } : {}), answer: MADE }),
    ),
    ...both('answer-drafts', (path, binds, name) =>
      act(path, saveDraft, binds, { ...SUBJECT, ...(name ? { name } : {}) }),
    ),
    ...both('answer-desk/lead', (path, binds, name) =>
      act(path, assignLead, binds, { ...SUBJECT, ...(name ? { name } : {}) }),
    ),
    ...both('answer-desk/partners', (path, binds, name) =>
      act(path, askPartner, binds, { ...SUBJECT, ...(name ? { name } : {}) }),
    ),
    ...both('answer-desk/shares', (path, binds, name) =>
      act(path, giveShare, binds, { ...SUBJECT, ...(name ? { name } : {}) }),
    ),
    act('/answer-drafts/:ref/comments', commentDraft, { ref: 'draftId' }, OF_SUBJECT),
    act('/answer-drafts/:ref/approvals', approveDraft, { ref: 'draftId' }, OF_SUBJECT),
    act('/answer-drafts/:ref/publication', publishDraft, { ref: 'draftId' }, { answer: MADE }),
    act('/follow-ups/:ref/answers', answerFollowUp, { ref: 'followUpId' }, gives({ id: z.uuid(), version: z.int() })),
    act('/answers/:ref/briefings', scheduleBriefing, { ref: 'answerId' }, OF_ANSWER),
    act(
      '/answers/:ref/briefings/:briefing/cancellation',
      cancelBriefing,
      { ref: 'answerId', briefing: 'briefingId' },
      OF_ANSWER,
    ),
  ]),
  ...within('discuss', [
    act('/answers/:ref/follow-ups', askFollowUp, { ref: 'answerId' }, gives({ id: z.uuid(), number: z.int() })),
    act('/follow-ups/:ref/withdrawal', withdrawFollowUp, { ref: 'followUpId' }, gives({ id: z.uuid() })),
  ]),
];

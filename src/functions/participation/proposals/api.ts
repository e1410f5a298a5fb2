/** F9.1, X8: proposals for programs: writing, publishing and changing them, asking others to propose together, joining two. */
import { z } from 'zod';
import { type ApiOperation, act, gives, MADE, within } from '#kernel/api.ts';
import { answerCoProposal } from './answer-co-proposal.ts';
import { answerMerge, takeBackMerge } from './answer-merge.ts';
import { proposalReads } from './api-reads.ts';
import { addAttachment, describeAttachment, moveAttachment, removeAttachment } from './attachment-acts.ts';
import { beginRevision } from './begin-revision.ts';
import { beginDraft, discardDraft, saveDraft } from './drafts.ts';
import { inviteCoProposer } from './invite-co-proposer.ts';
import { publishProposal } from './publish-proposal.ts';
import { setOutline } from './set-outline.ts';
import { settleQuestion } from './settle-question.ts';
import { suggestMerge } from './suggest-merge.ts';
import { takeBackInvitation } from './take-back-invitation.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const SAVED = z.object({ id: z.uuid(), version: z.int(), savedAt: z.string() });
const FILES = '/proposal-drafts/:id/attachments';
const file = { id: 'id', file: 'fileId' };

const ITSELF = gives({ id: z.uuid() });

const CO_ANSWERED = gives({
  id: z.uuid(),
  answer: z.enum(['consent', 'decline', 'leave']),
  proposal: z.object({ id: z.uuid(), title: z.string() }).nullable(),
});

export const proposalsApi: readonly ApiOperation[] = [
  ...proposalReads,
  ...within('propose', [
    act('/proposal-drafts', beginDraft, {}, { answer: MADE }),
    act('/proposal-drafts/:id', saveDraft, { id: 'id' }, { answer: SAVED }),
    act('/proposal-drafts/:id/publication', publishProposal, { id: 'id' }, { answer: MADE }),
    act('/proposal-drafts/:id/removal', discardDraft, { id: 'id' }),
    act(FILES, addAttachment, { id: 'id' }, ITSELF),
    act(`${FILES}/:file/label`, describeAttachment, file, ITSELF),
    act(`${FILES}/:file/place`, moveAttachment, file, ITSELF),
    act(`${FILES}/:file/removal`, removeAttachment, file, ITSELF),
    act(
      '/proposal-drafts/:id/invitations',
      inviteCoProposer,
      { id: 'draftId' },
      { name: 'proposals.invite-to-draft', answer: MADE },
    ),
    act('/proposals/:ref/invitations', inviteCoProposer, { ref: 'proposalId' }, { answer: MADE }),
    act('/proposals/:ref/revisions', beginRevision, { ref: 'proposalId' }, { answer: MADE }),
    act('/proposals/:ref/withdrawal', withdrawProposal, { ref: 'id' }, gives({ id: z.uuid(), title: z.string() })),
    act('/proposals/:ref/merges', suggestMerge, { ref: 'proposalId' }, { answer: MADE }),
    act(
      '/proposal-merges/:ref/answers',
      answerMerge,
      { ref: 'id' },
      gives({ id: z.uuid(), outcome: z.enum(['merged', 'refused', 'open']) }),
    ),
    act('/proposal-merges/:ref/removal', takeBackMerge, { ref: 'id' }, ITSELF),
    act('/merge-questions/:ref/settlements', settleQuestion, { ref: 'mergeId' }),
    act('/co-proposals/:id/answers', answerCoProposal, { id: 'id' }, CO_ANSWERED),
    act('/co-proposals/:id/removal', takeBackInvitation, { id: 'id' }),
    act(
      '/co-proposal-letters/:key/answers',
      answerCoProposal,
      { key: 'key' },
      { name: 'proposals.answer-co-proposal-letter', ...CO_ANSWERED },
    ),
  ]),
  ...within('decide', [act('/town-map', setOutline, {}, gives({ version: z.int() }))]),
];

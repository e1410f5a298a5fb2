/** X4, X8: for programs: what was decided about writings and why; reporting, claiming, appealing, deciding. */
import { z } from 'zod';
import { type ApiOperation, act, camelled, gives, idIn, idKey, list, paged, thing, WHEN, within } from '#kernel/api.ts';
import { MOMENT } from '#kernel/described.ts';
import { answerClaim } from './answer-claim.ts';
import { queueReads } from './api-queue.ts';
import { appealDecision } from './appeal-decision.ts';
import { appointModerator, endModerator } from './appoint-moderator.ts';
import { decideCases } from './decide-cases.ts';
import { decisionById, decisionLog } from './decision-queries.ts';
import { claimRight } from './file-claim.ts';
import { reportThing } from './file-report.ts';
import { APPEAL_OUTCOMES, GROUNDS, OUTCOMES, WAYS } from './moderation.ts';
import { settleAppeal } from './settle-appeal.ts';

const APPEAL = z.object({
  side: z.enum(['author', 'reporter']),
  filedAt: MOMENT,
  outcome: z.enum(APPEAL_OUTCOMES).nullable().meta({ description: 'Null: not settled yet.' }),
  answer: z.string(),
  number: z.int().nullable().meta({ description: 'Of the moderator who settled it.' }),
  settledAt: MOMENT.nullable(),
});
const DECISION = z.object({
  id: z.uuid(),
  way: z.enum(WAYS),
  kind: z.string().meta({ description: 'What sort of writing it was about.' }),
  ground: z.enum(GROUNDS),
  outcome: z.enum(OUTCOMES),
  reason: z.string(),
  office: z.string(),
  number: z.int().meta({ description: 'Of the moderator within that office.' }),
  openedAt: WHEN,
  decidedAt: WHEN,
  reversedAt: WHEN.nullable(),
  path: z.string().nullable().meta({ description: 'Where the thing is; told of what was hidden.' }),
  appeals: z.array(APPEAL),
});

const OF_CASE = gives({ caseId: z.uuid() });
const NUMBERED = gives({ number: z.int() });

export const moderationApi: readonly ApiOperation[] = [
  list('/moderation/log', 'moderation:log', DECISION, async (visit, { after, limit }) => {
    const { decisions, more } = await visit.read((db) =>
      decisionLog(db, { ground: '', outcome: '', before: idKey(after), limit }),
    );
    return paged(decisions, more);
  }),
  thing('/moderation/decisions/:ref', 'moderation:decision', DECISION, async (visit) => {
    const decision = await visit.read((db) => decisionById(db, idIn(visit, 'ref')));
    return decision && camelled(decision);
  }),
  ...queueReads,
  ...within('report', [
    act('/moderation/reports', reportThing, {}, OF_CASE),
    act('/moderation/claims', claimRight, {}, OF_CASE),
    act('/moderation/decisions/:ref/appeals', appealDecision, { ref: 'decisionId' }, gives({ id: z.uuid() })),
    act('/moderation/claims/:ref', answerClaim, { ref: 'caseId' }, OF_CASE),
  ]),
  ...within('decide', [
    act('/moderation/decisions', decideCases, {}, gives({ decisions: z.array(z.uuid()) })),
    act('/moderation/appeals/:ref', settleAppeal, { ref: 'id' }, gives({ decisionId: z.uuid() })),
    act('/moderation/moderators', appointModerator, {}, NUMBERED),
    act('/moderation/former-moderators', endModerator, {}, NUMBERED),
  ]),
];

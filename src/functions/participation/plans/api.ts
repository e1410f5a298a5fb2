/** F9.9, X8: plans for programs: the city's acts, and comments on them. */
import { z } from 'zod';
import {
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
  thing,
  WHEN,
  within,
} from '#kernel/api.ts';
import { answerOpinions, reviseAnswer } from './answer-opinions.ts';
import { planAnswer } from './answer-queries.ts';
import { commentReads } from './api-comments.ts';
import { beginStage } from './begin-stage.ts';
import { enterPaper, sendComment, withdrawComment } from './comments.ts';
import { ANSWER, FIGURES, STAGE_ANSWERS } from './described.ts';
import { addDocument, removeDocument } from './documents.ts';
import { endPlan } from './end-plan.ts';
import { filterOf } from './list-filter.ts';
import { listedPlans } from './list-queries.ts';
import { moveDate } from './move-date.ts';
import { postPlan } from './post-plan.ts';
import { shownPlan } from './queries.ts';
import { revisePlan } from './revise-plan.ts';
import { routes } from './routes.ts';

const ROW = {
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  version: z.int(),
  actorId: z.uuid(),
  actorName: z.string(),
  policyId: z.uuid().nullable(),
  stage: z.string(),
  postedAt: WHEN,
  decidedAt: WHEN.nullable(),
  endedAt: WHEN.nullable(),
  endReason: z.string().nullable(),
};
const LISTED = z.object(ROW);
const STAGE = z.object({ id: z.uuid(), stage: z.string(), plannedOn: z.string().nullable() });
const PLAN = z.object({ ...ROW, about: z.string(), why: z.string(), stages: z.array(STAGE) });

const stage = { ref: 'stageId' };

const TITLED = gives({ id: z.uuid(), title: z.string() });
const ANSWERED = gives({ id: z.uuid(), version: z.int(), stageId: z.uuid(), title: z.string() });
const COMMENTED = gives({ id: z.uuid(), number: z.int(), stageId: z.uuid() });

export const plansApi: readonly ApiOperation[] = [
  list('/plans', 'plans:list', LISTED, async (visit, { after, limit }) => {
    const filter = { ...filterOf(visit), before: idKey(after), limit };
    const { plans, more } = await visit.read((db) => listedPlans(db, filter, visit.now));
    return paged(plans, more);
  }),
  thing('/plans/:ref', 'plans:show', PLAN, async (visit) => {
    const plan = await visit.read((db) => shownPlan(db, idIn(visit, 'ref')));
    return plan && camelled(plan);
  }),
  copied('/plan-stages/:ref/answers', 'plans:stage-answers', [routes, '/plan-stages/:ref/answers.json'], STAGE_ANSWERS),
  thing('/plan-answers/:ref', 'plans:answer', ANSWER, async (visit) => {
    const answer = await visit.read((db) => planAnswer(db, idIn(visit, 'ref')));
    return answer && camelled(answer);
  }),
  copied('/plan-figures', 'plans:figures', [routes, '/plans/figures.json'], FIGURES),
  ...commentReads,
  ...within('answer', [
    act('/plans', postPlan, {}, { answer: MADE }),
    act(
      '/plans/:ref/stages',
      beginStage,
      { ref: 'planId' },
      gives({ id: z.uuid(), title: z.string(), stageId: z.uuid() }),
    ),
    act('/plans/:ref/text', revisePlan, { ref: 'id' }, gives({ id: z.uuid(), title: z.string(), version: z.int() })),
    act('/plan-stages/:ref/dates', moveDate, stage, TITLED),
    act('/plans/:ref/end', endPlan, { ref: 'id' }, TITLED),
    act(
      '/plan-stages/:ref/documents',
      addDocument,
      stage,
      gives({ id: z.uuid(), title: z.string(), documentId: z.uuid() }),
    ),
    act('/plan-documents/:ref/removal', removeDocument, { ref: 'id' }, TITLED),
    act('/plan-stages/:ref/answers', answerOpinions, stage, ANSWERED),
    act('/plan-answers/:ref/revision', reviseAnswer, { ref: 'id' }, ANSWERED),
    act('/plan-stages/:ref/comments/paper', enterPaper, stage, COMMENTED),
  ]),
  ...within('discuss', [
    act('/plan-stages/:ref/comments', sendComment, stage, COMMENTED),
    act('/plan-comments/:ref/withdrawal', withdrawComment, { ref: 'id' }, gives({ stageId: z.uuid() })),
  ]),
];

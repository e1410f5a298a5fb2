/** F9.9, X8: the city's answers to what was said on a plan, and how early plans were opened, as programs are given them. */
import { z } from 'zod';
import { GROUNDS } from '#commons/hubs/index.ts';
import { DAY, LICENCE, MOMENT, NAMED } from '#kernel/described.ts';
import { ANSWER_KINDS } from '../answers/index.ts';
import { PLAN_STAGES } from './plan.ts';

const SAID = {
  kind: z.enum(['opinion', 'comment']),
  id: z.uuid(),
  number: z.int(),
  body: z.string().meta({ description: 'Empty where it was withdrawn or hidden.' }),
  speaker: z.string().nullable().meta({ description: 'Of an opinion; formal comments are shown without anybody.' }),
  paper: z.boolean().meta({ description: 'Entered from paper.' }),
};
const HIDING = z
  .object({ ground: z.enum(GROUNDS), reason: z.string(), decisionId: z.uuid() })
  .nullable()
  .meta({ description: 'Of a comment that is hidden: why.' });

/** `moment`: how `answeredAt` and the like come here, as a Date or as JSON gives it already. */
const answerWith = <Moment extends z.ZodType>(moment: Moment) =>
  z.object({
    id: z.uuid(),
    stageId: z.uuid(),
    version: z.int(),
    gist: z.string(),
    kind: z.enum(ANSWER_KINDS),
    reason: z.string(),
    decidedOn: DAY,
    nextOn: DAY.nullable(),
    passedTo: z.string().nullable(),
    divisionId: z.uuid(),
    divisionName: z.string(),
    answeredAt: moment,
    firstAt: moment,
    finalAt: moment.nullable(),
    items: z.array(z.object({ ...SAID, hiding: HIDING.optional() })),
  });

export const ANSWER = answerWith(z.date());

export const STAGE_ANSWERS = z.object({
  licence: LICENCE,
  kind: z.literal('plan-answers'),
  planId: z.uuid(),
  stage: z.enum(PLAN_STAGES),
  stageId: z.uuid(),
  waiting: z.array(z.object(SAID)).meta({ description: 'What has no answer yet.' }),
  items: z.array(answerWith(MOMENT)),
});

const PERCENT = z.int().min(0).max(100);

export const FIGURES = z.object({
  licence: LICENCE,
  divisions: z.array(
    z.object({
      ...NAMED.shape,
      plans: z.int(),
      fromConcept: z.int().meta({ description: 'Opened while the plan was a concept.' }),
      openShare: PERCENT,
      medianDaysBeforeDecision: z.int(),
    }),
  ),
  items: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      division: NAMED,
      workBeganOn: DAY,
      openedOn: DAY,
      openedStage: z.enum(PLAN_STAGES),
      draftOn: DAY,
      decisionOn: DAY,
      decided: z.boolean(),
      daysBeforeDecision: z.int(),
      daysBeforeDraft: z.int(),
      daysOfWork: z.int(),
      openShare: PERCENT.meta({ description: 'Percent of the work in which everybody could see it and speak.' }),
      beforeDraftShare: PERCENT.meta({ description: 'Percent of that time in which no draft was written yet.' }),
      url: z.url(),
    }),
  ),
});

/** F9.8 A division records what became of an adopted answer, with its evidence. Putting right is a new step; nothing is rewritten. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { lengthOf, line, prose } from '#kernel/text.ts';
import { recountFigures } from '../answers/index.ts';
import { fileUnder, suggestedYear } from './budget-line.ts';
import { civicDay } from './civic-day.ts';
import { type FollowedSubject, lockedSubject } from './queries.ts';
import { actingDivision, mayRecord, orderProblem, standing } from './rules.ts';
import { refuse, STEPS, type StepName } from './step.ts';

const short = line({ min: 0, max: 200 });
/** Yen as people write it: 3,120,000 or ３１２万 is not read, digits and commas are. */
const yen = z
  .string()
  .optional()
  .default('')
  .transform((text) => text.normalize('NFKC').replace(/[,\s円]/g, ''))
  .pipe(z.string().regex(/^\d{0,14}$/, 'not-a-number'))
  .transform((digits) => (digits === '' ? null : Number(digits)));

/** A fiscal year as people write it, e.g. 2027 or ２０２７年度; left out: null. */
const year = z
  .string()
  .optional()
  .default('')
  .transform((text) => text.normalize('NFKC').replace(/[\s年度]/g, ''))
  .pipe(z.string().regex(/^(20\d\d)?$/, 'not-a-number'))
  .transform((digits) => (digits === '' ? null : Number(digits)));

export const stepInput = z.object({
  answerId: z.uuid(),
  step: z.enum(STEPS, { error: 'not-a-choice' }),
  happenedOn: civicDay,
  note: prose({ max: 20_000 }),
  document: short.optional().default(''),
  page: short.optional().default(''),
  budgetLine: short.optional().default(''),
  amountYen: yen,
  /** the fiscal year whose budget it is; left out: the one that the day suggests */
  budgetYear: year,
  link: line({ min: 0, max: 500 }).optional().default(''),
  correctsId: z
    .union([z.uuid(), z.literal('')], { error: 'not-a-choice' })
    .optional()
    .default(''),
});
type StepInput = z.infer<typeof stepInput>;

export const recordStep = action({
  name: 'reflection.record-step',
  input: stepInput,
  async run(ctx, input): Promise<{ answerId: string; title: string }> {
    const subject = await lockedSubject(ctx.db, input.answerId);
    if (!subject) throw refuseKernel('not-found', { status: 404 });
    const no = mayRecord(ctx.reader, subject);
    if (no) throw refuse(no, { status: no === 'not-followed' ? 422 : 403 });
    check(ctx, subject, input);
    const id = ctx.newId();
    const correctsId = input.correctsId || null;
    const fact = { id, step: input.step, happened_on: input.happenedOn, corrects_id: correctsId };
    const wrong = orderProblem(standing([...subject.steps, fact]));
    if (wrong) throw refuse(wrong, { field: 'step' });
    const budgetYear = input.budgetLine === '' ? null : (input.budgetYear ?? suggestedYear(input));
    await ctx.db
      .insertInto('reflection_steps')
      .values({
        hub_id: ctx.hub.id,
        ...fact,
        answer_id: subject.id,
        note: input.note,
        document: input.document,
        page: input.page,
        budget_line: input.budgetLine,
        budget_year: budgetYear,
        budget_line_id: budgetYear === null ? null : await fileUnder(ctx.db, ctx, budgetYear, input.budgetLine),
        amount_yen: input.amountYen,
        link: input.link,
        division_id: ctx.actor.id,
        person_id: ctx.person.id,
        recorded_at: ctx.now,
      })
      .execute();
    await recountFigures(ctx.db, ctx.hub.id, subject.round_id);
    await record(ctx, subject, input);
    return { answerId: subject.id, title: subject.title };
  },
});

/** Money that is in a budget has a line and a page in it: without naming them nobody could look it up. */
const EVIDENCE: Partial<Record<StepName, readonly ('document' | 'page' | 'budgetLine' | 'amountYen')[]>> = {
  'draft-budget': ['document', 'budgetLine'],
  voted: ['document', 'page', 'budgetLine', 'amountYen'],
};

function check(ctx: ActionContext, subject: FollowedSubject, input: StepInput): void {
  const { detail } = rulesOf(ctx.hub, subject.rules_version).limits;
  if (lengthOf(input.note) > detail) throw refuseKernel('too-long', { field: 'note', facts: { max: detail } });
  if (input.happenedOn > tokyoDate(ctx.now)) throw refuse('in-the-future', { field: 'happenedOn' });
  if (subject.published_at && input.happenedOn < tokyoDate(subject.published_at)) {
    throw refuse('before-publication', { field: 'happenedOn' });
  }
  const missing = EVIDENCE[input.step]?.find((field) => input[field] === '' || input[field] === null);
  if (missing) throw refuse('evidence-needed', { field: missing });
  if (input.link !== '' && !isWebAddress(input.link)) throw refuse('not-a-link', { field: 'link' });
  if (input.correctsId && !standing(subject.steps).some((one) => one.id === input.correctsId)) {
    throw refuse('corrected-already', { field: 'correctsId', status: 409 });
  }
}

function isWebAddress(text: string): boolean {
  const parsed = URL.parse(text);
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:') && /^https?:\/\//i.test(text);
}

async function record(ctx: ActionContext, subject: FollowedSubject, input: StepInput): Promise<void> {
  const { answerId: _, ...content } = input;
  const debate = subject.debate_id;
  await ctx.record({
    verb: 'reflection.recorded',
    object: { kind: 'answer', id: subject.id },
    public: {
      title: subject.title,
      step: input.step,
      happenedOn: input.happenedOn,
      answerId: subject.id,
      roundId: subject.round_id,
      division: actingDivision(ctx.reader)?.name ?? '',
    },
    parts: [{ part: 'step', actorId: ctx.actor.id, content: { ...content, answerId: subject.id } }],
    tags: [
      'answers',
      `round:${subject.round_id}`,
      `proposal:${debate}`,
      `debate:${debate}`,
      ...(subject.point_id ? [`point:${subject.point_id}`] : []),
      ...[subject.policy_id, subject.proposal_policy_id]
        .filter((policy) => policy !== null)
        .map((policy) => `policy:${policy}`),
      `actor:${ctx.actor.id}`,
    ],
  });
}

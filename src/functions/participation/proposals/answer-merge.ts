/** F9.1 Whoever is concerned by a merge says yes or no; the first no ends it, the last yes carries it out. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { type MergeFacts, mayAnswerMerge, mayTakeBackMerge } from './merge.ts';
import { lockedMerge, type ShownMerge } from './merge-queries.ts';
import { endMerge, settleMerge } from './merge-settling.ts';
import { refuse } from './proposal.ts';

const LONGEST_WORD = 400;

export const answerMerge = action({
  name: 'proposals.answer-merge',
  input: z.object({
    id: z.uuid(),
    answer: z.enum(['yes', 'no'], { error: 'not-a-choice' }),
    word: prose({ min: 0, max: LONGEST_WORD }).optional().default(''),
  }),
  async run(ctx, { id, answer, word }): Promise<{ id: string; outcome: 'merged' | 'refused' | 'open' }> {
    const merge = await lockedMerge(ctx.db, ctx.hub.id, id);
    if (!merge) throw refuseKernel('not-found', { status: 404 });
    const no = mayAnswerMerge(ctx.reader, factsOf(merge), merge.round, ctx.now);
    if (no === 'level' || no === 'sign-in') throw refuseKernel(no);
    if (no) throw refuse(no, no === 'merge-over' || no === 'answered-already' ? { status: 409 } : {});
    if (answer === 'no') {
      await endMerge(ctx, merge, 'refused', word);
      return { id, outcome: 'refused' };
    }
    await consent(ctx, merge);
    return { id, outcome: (await settleMerge(ctx, id)) ? 'merged' : 'open' };
  },
});

export const takeBackMerge = action({
  name: 'proposals.take-back-merge',
  input: z.object({ id: z.uuid(), word: prose({ min: 0, max: LONGEST_WORD }).optional().default('') }),
  async run(ctx, { id, word }): Promise<{ id: string }> {
    const merge = await lockedMerge(ctx.db, ctx.hub.id, id);
    if (!merge) throw refuseKernel('not-found', { status: 404 });
    const by = suggesterOf(merge);
    const no = mayTakeBackMerge(ctx.reader, factsOf(merge), { actorId: by.actor_id, withdrawnAt: null });
    if (no === 'level' || no === 'sign-in') throw refuseKernel(no);
    if (no) throw refuse(no, no === 'merge-over' ? { status: 409 } : {});
    await endMerge(ctx, merge, 'taken-back', word);
    return { id };
  },
});

export function factsOf(merge: Pick<ShownMerge, 'outcome' | 'needed'>): MergeFacts {
  return {
    outcome: merge.outcome,
    needed: merge.needed.map((one) => one.id),
    consented: merge.needed.filter((one) => one.at !== null).map((one) => one.id),
  };
}

/** The side that suggests. */
export function suggesterOf(merge: Pick<ShownMerge, 'absorbed' | 'target' | 'suggested_by'>) {
  return merge.suggested_by === merge.absorbed.id ? merge.absorbed : merge.target;
}

async function consent(ctx: ActionContext, merge: ShownMerge): Promise<void> {
  await run(
    ctx.db,
    'insert into merge_consents (hub_id, merge_id, actor_id, person_id, at) values ($1, $2, $3, $4, $5)',
    [ctx.hub.id, merge.id, ctx.actor.id, ctx.person.id, ctx.now],
  );
  await ctx.record({
    verb: 'proposals.merge-consented',
    object: { kind: 'proposal', id: merge.absorbed.id, version: merge.absorbed_version },
    public: {
      title: merge.absorbed.title,
      other: merge.target.title,
      otherId: merge.target.id,
      roundId: merge.round.id,
    },
    parts: [{ part: 'merge', actorId: ctx.actor.id, content: { into: merge.target.id, consent: true } }],
    tags: [`proposal:${merge.absorbed.id}`, `proposal:${merge.target.id}`],
  });
}

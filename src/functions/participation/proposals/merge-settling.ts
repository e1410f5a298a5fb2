/** F9.1 How suggestions of merges end: agreed and carried out, refused, taken back, overtaken by a new text. */
import { tell } from '#commons/notices/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { carryOutMerge } from './carry-out-merge.ts';
import { concerning } from './letters.ts';
import { isAgreed } from './merge.ts';
import { lockedMerge, mergeById, openMergesOf, type ShownMerge } from './merge-queries.ts';

/** Carries a merge out when everybody it needs has agreed and neither text has changed since. True when it is done. */
export async function settleMerge(ctx: ActionContext, id: string): Promise<boolean> {
  const merge = await lockedMerge(ctx.db, ctx.hub.id, id);
  if (!merge || merge.outcome || ctx.now >= merge.round.drafting_at) return false;
  const needed = merge.needed.map((one) => one.id);
  const consented = merge.needed.filter((one) => one.at !== null).map((one) => one.id);
  if (!isAgreed({ needed, consented })) return false;
  await carryOutMerge(ctx, merge);
  // What else was suggested with the proposal that is no more, or with the text that is another now.
  await overtakeMerges(ctx, merge.absorbed.id);
  if (merge.text) await overtakeMerges(ctx, merge.target.id);
  return true;
}

/** After a co-proposer has left: perhaps theirs was the last yes that was waited for. */
export async function settleMergesOf(ctx: ActionContext, proposalId: string): Promise<void> {
  for (const id of await openMergesOf(ctx.db, proposalId)) await settleMerge(ctx, id);
}

/** A new version, or a withdrawal: nobody agreed to that, so what was suggested before is over. */
export async function overtakeMerges(ctx: ActionContext, proposalId: string): Promise<void> {
  for (const id of await openMergesOf(ctx.db, proposalId)) {
    const merge = await mergeById(ctx.db, id);
    if (merge) await endMerge(ctx, merge, 'overtaken', '');
  }
}

const VERBS = {
  refused: 'proposals.merge-refused',
  'taken-back': 'proposals.merge-taken-back',
  overtaken: 'proposals.merge-overtaken',
} as const;

export async function endMerge(
  ctx: ActionContext,
  merge: ShownMerge,
  outcome: keyof typeof VERBS,
  word: string,
): Promise<void> {
  const ended = await run(
    ctx.db,
    `update merges set outcome = $3, ended_at = $4, word = $5 where hub_id = $1 and id = $2 and outcome is null returning id`,
    [ctx.hub.id, merge.id, outcome, ctx.now, word],
  );
  if (ended.length === 0) return;
  await ctx.record({
    verb: VERBS[outcome],
    object: { kind: 'proposal', id: merge.absorbed.id, version: merge.absorbed_version },
    public: {
      title: merge.absorbed.title,
      other: merge.target.title,
      otherId: merge.target.id,
      roundId: merge.round.id,
    },
    parts: [{ part: 'merge', actorId: ctx.actor.id, content: { into: merge.target.id, outcome, word } }],
    tags: [`proposal:${merge.absorbed.id}`, `proposal:${merge.target.id}`],
  });
  await tell(ctx, { people: everybody(merge), kind: 'proposals.merge-over', ...saidOf(merge, ctx.actor.name) });
}

/** Everybody a merge concerns: both proposers and their co-proposers. */
export function everybody(merge: ShownMerge): string[] {
  return [...new Set([merge.absorbed.actor_id, merge.target.actor_id, ...merge.needed.map((one) => one.id)])];
}

export function saidOf(merge: ShownMerge, by: string) {
  return concerning({
    proposalId: merge.target.id,
    href: `/proposal-merges/${shortId(merge.id)}`,
    by,
    title: merge.absorbed.title,
    other: merge.target.title,
  });
}

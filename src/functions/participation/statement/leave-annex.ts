/** F9.5 An opinion stands in one place: a point cites it, or the annex holds it. Taking entries out of the annex, and telling of it. */
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type DebateDesk, tagsOf } from './desk.ts';
import { settleRemoved } from './settle-objections.ts';

/**
 * Takes these opinions out of the annex of the desk's round; harmless where one isn't in it. What was said against an entry is settled
 * with it. Gives the opinions that were taken out. The caller holds the round.
 */
export async function leaveAnnex(
  ctx: ActionContext,
  desk: DebateDesk,
  opinionIds: readonly string[],
): Promise<string[]> {
  const entries = await run<{ opinion_id: string; reason: string }>(
    ctx.db,
    `delete from annex_entries where hub_id = $1 and round_id = $2 and opinion_id = any($3::uuid[]) returning opinion_id, reason`,
    [ctx.hub.id, desk.round.id, opinionIds],
  );
  if (entries.length === 0) return [];
  const ids = entries.map((entry) => entry.opinion_id);
  await ctx.record({
    verb: 'statement.annex-removed',
    object: { kind: 'statement', id: desk.round.id },
    public: { title: desk.debate.title, roundId: desk.round.id, debateId: desk.debate.id },
    parts: [
      {
        part: 'annex',
        actorId: ctx.actor.id,
        content: {
          debate: desk.debate.id,
          removed: entries.map(({ opinion_id: opinion, reason }) => ({ opinion, reason })),
        },
      },
    ],
    tags: tagsOf(desk, ids),
  });
  await settleRemoved(ctx, desk, { annexed: ids });
  return ids;
}

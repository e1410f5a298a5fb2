/** F9.2 Taking one's words back leaves a tombstone with the reason; that something was said stays in the journal. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { text } from './discussion.ts';
import { type Held, held } from './entries.ts';
import { tellKeepers, visibilityOf } from './keepers.ts';
import { refusalFor, within } from './refusing.ts';
import { tagsOf } from './revise-opinion.ts';
import { mayWithdraw } from './rules.ts';

export const withdrawOpinion = action({
  name: 'discussion.withdraw-opinion',
  input: z.object({ id: z.uuid(), reason: text }),
  async run(ctx, { id, reason }): Promise<{ id: string; parentId: string | null }> {
    const opinion = await held(ctx.db, id, true);
    within({ reason: [reason, rulesOf(ctx.hub, opinion.debate.rules_version).limits.reason] });
    const no = mayWithdraw(ctx.reader, opinion);
    if (no) throw refusalFor(no, opinion.debate, ctx.lang);
    await ctx.db
      .insertInto('opinion_withdrawals')
      .values({ hub_id: ctx.hub.id, opinion_id: id, person_id: ctx.person.id, reason, at: ctx.now })
      .execute();
    await run(ctx.db, 'update opinions set withdrawn_at = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, ctx.now]);
    await visibilityChanged(ctx.db, ctx.hub.id, opinion, { ...opinion, withdrawn_at: ctx.now });
    const { debate } = opinion;
    await ctx.record({
      verb: 'opinions.withdrawn',
      object: { kind: 'opinion', id, version: opinion.version },
      public: {
        debateId: debate.id,
        debateKind: debate.kind,
        debateTitle: debate.title,
        kind: opinion.kind,
        number: opinion.number,
      },
      parts: [{ part: 'withdrawal', actorId: ctx.actor.id, content: { debate: debate.id, reason } }],
      tags: tagsOf(opinion, ctx.actor.id),
    });
    return { id, parentId: opinion.parent_id };
  },
});

/** What is kept about others when an opinion comes or goes: how many can be chosen on, and whether a question is answered. */
export async function visibilityChanged(db: Db, hubId: number, opinion: Held, now: Held): Promise<void> {
  const [was, is] = [visibilityOf(opinion), visibilityOf(now)];
  if (was === is) return;
  const by = Number(is === 'visible') - Number(was === 'visible');
  if (opinion.kind === 'opinion' && by !== 0) {
    await run(
      db,
      `update debates set votable_count = votable_count + $3, map_changes = coalesce(map_changes, 0) + 1
       where hub_id = $1 and id = $2`,
      [hubId, opinion.debate_id, by],
    );
  }
  if (opinion.kind === 'answer') {
    await run(
      db,
      `update opinions set answered_at = (
         select min(a.said_at) from opinions a
         where a.parent_id = $2 and a.kind = 'answer' and a.withdrawn_at is null and a.hidden_at is null)
       where hub_id = $1 and id = $2`,
      [hubId, opinion.parent_id],
    );
  }
  await tellKeepers((keeper) => keeper.seen(db, hubId, opinion, was, is));
}

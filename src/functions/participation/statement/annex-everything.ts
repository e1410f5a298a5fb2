/**
 * F9.5 "If nobody volunteers by the date, the secretariat publishes every opinion in the annex and the round goes on": one act
 * that puts whatever nobody has dealt with into the annex, whole, with the reason.
 */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { VISIBLE } from './coverage-queries.ts';
import { roundDesk, tagsOf } from './desk.ts';
import { recountCoverage } from './kept-coverage.ts';
import { mayStandIn } from './rules.ts';
import { checkLength, insist, text } from './statement.ts';

/** An opinion's page carries its debate's tag as well; beyond this many the debates' tags alone are told. */
const MOST_TAGS = 1000;

export const annexEverything = action({
  name: 'statement.annex-everything',
  input: z.object({ roundId: z.uuid(), reason: text }),
  async run(ctx, { roundId, reason }): Promise<{ roundId: string; added: number }> {
    const desk = await roundDesk(ctx.db, ctx.reader, roundId, true);
    insist(mayStandIn(ctx.hub, ctx.reader, desk.round, desk.editors, ctx.now), desk.round, ctx.lang);
    checkLength('reason', reason, rulesOf(ctx.hub, desk.round.rules_version).limits.reason);
    const added = await run<{ opinion_id: string }>(
      ctx.db,
      `insert into annex_entries (hub_id, round_id, opinion_id, reason, person_id, at)
       select o.hub_id, $2, o.id, $3, $4, $5
       from debates d join opinions o on o.hub_id = d.hub_id and o.debate_id = d.id
       where d.hub_id = $1 and d.round_id = $2 and ${VISIBLE}
         and not exists (select 1 from citations c where c.hub_id = o.hub_id and c.opinion_id = o.id)
       on conflict do nothing returning opinion_id`,
      [ctx.hub.id, roundId, reason, ctx.person.id, ctx.now],
    );
    if (added.length === 0) return { roundId, added: 0 };
    const ids = added.map((row) => row.opinion_id);
    const debates = await run<{ id: string }>(ctx.db, 'select id from debates where round_id = $1', [roundId]);
    await recountCoverage(
      ctx.db,
      ctx.hub.id,
      debates.map((debate) => debate.id),
    );
    await ctx.record({
      verb: 'statement.annexed',
      object: { kind: 'statement', id: roundId },
      public: { roundId, count: ids.length },
      parts: [{ part: 'annex', actorId: ctx.actor.id, content: { round: roundId, reason, opinions: ids } }],
      tags: [...tagsOf(desk, ids.length > MOST_TAGS ? [] : ids), ...debates.map((debate) => `debate:${debate.id}`)],
    });
    return { roundId, added: ids.length };
  },
});

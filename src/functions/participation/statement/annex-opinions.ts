/** F9.5 The annex holds, whole, what no point sums up, each with the reason. Entries are added and taken out one by one. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type DebateDesk, debateDesk, HOLD_OPINION, tagsOf } from './desk.ts';
import { keepingCoverage } from './kept-coverage.ts';
import { leaveAnnex } from './leave-annex.ts';
import { maySettle } from './rules.ts';
import { checkLength, chosen, insist, refuse, text } from './statement.ts';

async function settlingDesk(ctx: ActionContext, debateId: string): Promise<DebateDesk> {
  const desk = await debateDesk(ctx.db, ctx.reader, debateId, true);
  insist(maySettle(ctx.hub, ctx.reader, desk.round, desk, ctx.now), desk.round, ctx.lang);
  return desk;
}

/**
 * Puts opinions of one debate into the annex with one reason. What is there already keeps the reason it has.
 * @throws Refusal cited when a point cites one of them
 */
export const annexOpinions = action({
  name: 'statement.annex',
  input: z.object({ debateId: z.uuid(), opinions: chosen, reason: text }),
  async run(ctx, { debateId, opinions, reason }): Promise<{ debateId: string; added: number }> {
    if (opinions.length === 0) throw refuse('choose-opinions', { field: 'opinion' });
    const desk = await settlingDesk(ctx, debateId);
    checkLength('reason', reason, rulesOf(ctx.hub, desk.round.rules_version).limits.reason);
    const citable = await run<{ id: string }>(
      ctx.db,
      `select o.id from opinions o where o.id = any($1::uuid[]) and o.debate_id = $2 and o.kind in ('opinion', 'question')
       and o.withdrawn_at is null and o.hidden_at is null order by o.id ${HOLD_OPINION}`,
      [opinions, debateId],
    );
    if (citable.length < opinions.length) throw refuse('not-citable', { field: 'opinion' });
    const cited = await run(ctx.db, 'select 1 from citations where opinion_id = any($1::uuid[]) limit 1', [opinions]);
    if (cited.length > 0) throw refuse('cited', { field: 'opinion' });
    const added = await keepingCoverage(ctx, { debateId, opinions }, () =>
      run<{ opinion_id: string }>(
        ctx.db,
        `insert into annex_entries (hub_id, round_id, opinion_id, reason, person_id, at)
         select $1, $2, chosen.id, $4, $5, $6 from unnest($3::uuid[]) as chosen (id) on conflict do nothing returning opinion_id`,
        [ctx.hub.id, desk.round.id, opinions, reason, ctx.person.id, ctx.now],
      ),
    );
    const ids = added.map((row) => row.opinion_id);
    if (ids.length > 0) await recordAnnexed(ctx, desk, ids, reason);
    return { debateId, added: ids.length };
  },
});

function recordAnnexed(
  ctx: ActionContext,
  desk: DebateDesk,
  opinions: readonly string[],
  reason: string,
): Promise<void> {
  return ctx.record({
    verb: 'statement.annexed',
    object: { kind: 'statement', id: desk.round.id },
    public: { title: desk.debate.title, roundId: desk.round.id, debateId: desk.debate.id, count: opinions.length },
    parts: [
      { part: 'annex', actorId: ctx.actor.id, content: { debate: desk.debate.id, reason, opinions: [...opinions] } },
    ],
    tags: tagsOf(desk, opinions),
  });
}

/** Another reason for an entry; refused (409) when somebody changed the reason, or took the entry out, meanwhile. */
export const reviseAnnexReason = action({
  name: 'statement.revise-annex-reason',
  input: z.object({ debateId: z.uuid(), opinionId: z.uuid(), version: z.coerce.number().int().min(1), reason: text }),
  async run(ctx, { debateId, opinionId, version, reason }): Promise<{ debateId: string }> {
    const desk = await settlingDesk(ctx, debateId);
    checkLength('reason', reason, rulesOf(ctx.hub, desk.round.rules_version).limits.reason);
    const [entry] = await run<{ version: number; reason: string }>(
      ctx.db,
      `select n.version, n.reason from annex_entries n join opinions o on o.hub_id = n.hub_id and o.id = n.opinion_id
       where n.round_id = $1 and n.opinion_id = $2 and o.debate_id = $3 for update of n`,
      [desk.round.id, opinionId, debateId],
    );
    if (!entry) throw refuse('not-in-annex', { status: 409 });
    if (entry.version !== version) throw refuse('reason-elsewhere', { status: 409, field: 'reason' });
    if (entry.reason === reason) return { debateId };
    await run(
      ctx.db,
      `update annex_entries set reason = $4, version = $5, person_id = $6, at = $7
       where hub_id = $1 and round_id = $2 and opinion_id = $3`,
      [ctx.hub.id, desk.round.id, opinionId, reason, version + 1, ctx.person.id, ctx.now],
    );
    await recordAnnexed(ctx, desk, [opinionId], reason);
    return { debateId };
  },
});

/** Takes an opinion out of the annex; harmless when it isn't there. It has to be dealt with anew. */
export const removeFromAnnex = action({
  name: 'statement.remove-from-annex',
  input: z.object({ debateId: z.uuid(), opinionId: z.uuid() }),
  async run(ctx, { debateId, opinionId }): Promise<{ debateId: string }> {
    const desk = await settlingDesk(ctx, debateId);
    const [said] = await run(ctx.db, 'select 1 from opinions where id = $1 and debate_id = $2', [opinionId, debateId]);
    if (said) await keepingCoverage(ctx, { debateId, opinions: [opinionId] }, () => leaveAnnex(ctx, desk, [opinionId]));
    return { debateId };
  },
});

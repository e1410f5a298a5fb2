/** F9.5 During checking, whoever said an opinion can say that the statement misrepresents it, and take that back. */
import { z } from 'zod';
import { rulesOf } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { type DebateDesk, debateDesk, tagsOf } from './desk.ts';
import { heldObjection } from './resolve-objection.ts';
import { mayObject, speaksAs } from './rules.ts';
import { recordSettled } from './settle-objections.ts';
import { checkLength, insist, refuse, text } from './statement.ts';

interface Subject {
  opinion_id: string;
  author_id: string;
  version: number;
}

/** To a point that cites the opinion, or (without a point) to its standing in the annex only. */
export const raiseObjection = action({
  name: 'statement.object',
  input: z.object({
    debateId: z.uuid(),
    opinionId: z.uuid(),
    pointId: z.union([z.uuid(), z.literal('')]).optional(),
    body: text,
  }),
  async run(ctx, { debateId, opinionId, pointId, body }): Promise<{ id: string; debateId: string }> {
    const desk = await debateDesk(ctx.db, ctx.reader, debateId, true);
    const subject = await subjectOf(ctx, desk, opinionId, pointId || null);
    insist(mayObject(ctx.reader, subject.author_id, desk.round, ctx.now), desk.round, ctx.lang);
    checkLength('body', body, rulesOf(ctx.hub, desk.round.rules_version).limits.reply);
    const id = ctx.newId();
    await run(
      ctx.db,
      `insert into objections (hub_id, id, round_id, debate_id, point_id, version, opinion_id, person_id, actor_id, body, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ctx.hub.id,
        id,
        desk.round.id,
        debateId,
        pointId || null,
        subject.version,
        opinionId,
        ctx.person.id,
        subject.author_id,
        body,
        ctx.now,
      ],
    );
    await ctx.record({
      verb: 'statement.objected',
      object: { kind: 'objection', id },
      public: { title: desk.debate.title, roundId: desk.round.id, debateId, ...(pointId ? { pointId } : {}) },
      parts: [
        {
          part: 'objection',
          actorId: ctx.actor.id,
          content: { point: pointId || null, version: subject.version, opinion: opinionId, body },
        },
      ],
      tags: tagsOf(desk, [opinionId]),
    });
    return { id, debateId };
  },
});

async function subjectOf(
  ctx: ActionContext,
  desk: DebateDesk,
  opinionId: string,
  pointId: string | null,
): Promise<Subject> {
  const [subject] = pointId
    ? await run<Subject>(
        ctx.db,
        `select o.id as opinion_id, o.actor_id as author_id, p.version
         from points p
         join citations c on c.hub_id = p.hub_id and c.point_id = p.id
         join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
         where p.id = $1 and o.id = $2 and p.debate_id = $3 and p.removed_at is null for share of p`,
        [pointId, opinionId, desk.debate.id],
      )
    : await run<Subject>(
        ctx.db,
        `select o.id as opinion_id, o.actor_id as author_id, n.version
         from annex_entries n join opinions o on o.hub_id = n.hub_id and o.id = n.opinion_id
         where n.round_id = $1 and n.opinion_id = $2 and o.debate_id = $3 for share of n`,
        [desk.round.id, opinionId, desk.debate.id],
      );
  if (!subject) throw refuse('not-cited', { status: 409 });
  return subject;
}

/** Whoever objected says that it is settled. */
export const takeBackObjection = action({
  name: 'statement.take-back-objection',
  input: z.object({ objectionId: z.uuid() }),
  async run(ctx, { objectionId }): Promise<{ debateId: string }> {
    const { objection, desk } = await heldObjection(ctx, objectionId);
    if (desk.round.published_at) throw refuse('published');
    if (!speaksAs(ctx.reader, objection.actor_id)) throw refuse('not-author');
    if (objection.resolution) throw refuse('resolved', { status: 409 });
    const changed = await run(
      ctx.db,
      `update objections set resolution = 'taken-back', resolved_by = $3, resolved_at = $4
       where hub_id = $1 and id = $2 and resolution is null returning id`,
      [ctx.hub.id, objectionId, ctx.person.id, ctx.now],
    );
    if (changed.length === 0) throw refuseKernel('not-found', { status: 404 });
    await recordSettled(ctx, desk, objection, 'taken-back', '');
    return { debateId: desk.debate.id };
  },
});

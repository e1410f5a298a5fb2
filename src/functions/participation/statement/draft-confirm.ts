/** F9.5 "Every sentence of the machine is marked as such until a person has edited or confirmed it." */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { notFound, type PointDesk, pointDesk, standing, tagsOf } from './desk.ts';
import { keepsMachine } from './draft-said.ts';
import { keepPoints } from './kept-coverage.ts';
import { mayEdit } from './rules.ts';
import { insist, refuse } from './statement.ts';

/** Says that what the machine wrote of a point may stand as it is; harmless when somebody did so before. @throws Refusal draft-changed (409) */
export const confirmDraft = action({
  name: 'statement.confirm-draft',
  input: z.object({
    pointId: z.uuid(),
    /** the version that was read */
    version: z.coerce.number().int().min(1),
  }),
  async run(ctx, { pointId, version }): Promise<{ id: string; debateId: string }> {
    const desk = standing(await pointDesk(ctx.db, ctx.reader, pointId, 'point'));
    insist(mayEdit(ctx.reader, desk.round, desk.edits, ctx.now), desk.round, ctx.lang);
    const done = { id: pointId, debateId: desk.debate.id };
    const draft = await draftOfPoint(ctx.db, pointId);
    if (!draft) throw notFound();
    if (draft.confirmed) return done;
    if (version !== desk.point.version) throw refuse('draft-changed', { status: 409 });
    await markConfirmed(ctx, pointId, desk.debate.id, desk.point.body === draft.body ? 'as-it-stands' : 'edited');
    const { section, body } = desk.point;
    await ctx.record({
      verb: 'statement.point-confirmed',
      object: { kind: 'point', id: pointId, version },
      public: { title: desk.debate.title, roundId: desk.round.id, debateId: desk.debate.id },
      parts: [
        { part: 'confirmation', actorId: ctx.actor.id, content: { draftedBy: 'machine', version, section, body } },
      ],
      tags: [...tagsOf(desk), `point:${pointId}`],
    });
    return done;
  },
});

async function draftOfPoint(db: Db, pointId: string): Promise<{ confirmed: boolean; body: string } | undefined> {
  const [draft] = await run<{ confirmed: boolean; body: string }>(
    db,
    `select f.confirmed_at is not null as confirmed, v.body
     from drafted_points f join point_versions v on v.hub_id = f.hub_id and v.point_id = f.point_id and v.version = 1
     where f.point_id = $1`,
    [pointId],
  );
  return draft;
}

/** After a person changed its words: the point is theirs when none of the machine's sentences is left; otherwise these wait. */
export async function confirmByWriting(ctx: ActionContext, desk: PointDesk, body: string): Promise<void> {
  const { id: pointId } = desk.point;
  const draft = await draftOfPoint(ctx.db, pointId);
  if (draft && !draft.confirmed && !keepsMachine(body, draft.body))
    await markConfirmed(ctx, pointId, desk.debate.id, 'edited');
}

/** The point is a person's from now on, if it was the machine's; the caller holds it. */
async function markConfirmed(
  ctx: ActionContext,
  pointId: string,
  debateId: string,
  how: 'as-it-stands' | 'edited',
): Promise<void> {
  await run(
    ctx.db,
    `update drafted_points set confirmed_by = $3, confirmed_at = $4, confirmed_how = $5
     where hub_id = $1 and point_id = $2 and confirmed_at is null`,
    [ctx.hub.id, pointId, ctx.person.id, ctx.now, how],
  );
  await keepPoints(ctx, debateId);
}

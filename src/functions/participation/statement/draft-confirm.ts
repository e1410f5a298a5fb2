/** F9.5 "Every sentence of the machine is marked as such until a person has edited or confirmed it." */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { notFound, pointDesk, standing, tagsOf } from './desk.ts';
import { mayEdit } from './rules.ts';
import { insist, refuse } from './statement.ts';

/** Says that a drafted point may stand as it is; harmless when somebody did so before. @throws Refusal draft-changed (409) */
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
    const [draft] = await run<{ confirmed: boolean }>(
      ctx.db,
      'select confirmed_at is not null as confirmed from drafted_points where point_id = $1',
      [pointId],
    );
    if (!draft) throw notFound();
    if (draft.confirmed) return done;
    if (version !== desk.point.version) throw refuse('draft-changed', { status: 409 });
    await markConfirmed(ctx, pointId, 'as-it-stands');
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

/** The point is a person's from now on, if it was the machine's; the caller holds it. */
export async function markConfirmed(
  ctx: ActionContext,
  pointId: string,
  how: 'as-it-stands' | 'edited',
): Promise<void> {
  await run(
    ctx.db,
    `update drafted_points set confirmed_by = $3, confirmed_at = $4, confirmed_how = $5
     where hub_id = $1 and point_id = $2 and confirmed_at is null`,
    [ctx.hub.id, pointId, ctx.person.id, ctx.now, how],
  );
}

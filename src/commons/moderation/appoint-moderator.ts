/** X4: the representative of the secretariat appoints moderators among its members, and ends an appointment. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { refuse } from './moderation.ts';
import { appointable, enrol } from './moderators.ts';
import { mayAppoint } from './rules.ts';

export const appointModerator = action({
  name: 'moderation.appoint',
  input: z.object({ personId: z.uuid({ error: 'not-a-choice' }) }),
  async run(ctx, { personId }): Promise<{ number: number }> {
    const no = mayAppoint(ctx.hub, ctx.reader);
    if (no) throw refuse(no, { status: 403 });
    const [present] = await run(ctx.db, 'select 1 from moderators where person_id = $1 and until is null', [personId]);
    if (present) throw refuse('moderator-already', { field: 'personId', status: 409 });
    const members = await appointable(ctx.db, ctx.hub, ctx.now);
    if (!members.some((one) => one.id === personId)) throw refuse('not-a-member', { field: 'personId' });
    return { number: (await enrol(ctx, personId)).number };
  },
});

export const endModerator = action({
  name: 'moderation.end',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ number: number }> {
    const no = mayAppoint(ctx.hub, ctx.reader);
    if (no) throw refuse(no, { status: 403 });
    const [ended] = await run<{ number: number; office_id: string }>(
      ctx.db,
      `update moderators set until = $3, ended_by = $4 where hub_id = $1 and id = $2 and until is null
       returning number, office_id`,
      [ctx.hub.id, id, ctx.now, ctx.person.id],
    );
    if (!ended) throw refuseKernel('not-found', { status: 404 });
    await ctx.record({
      verb: 'moderation.ended',
      object: { kind: 'moderator', id },
      public: { number: ended.number },
      parts: [{ part: 'office', actorId: ended.office_id, content: { number: ended.number } }],
      tags: ['moderators'],
      as: ended.office_id,
    });
    return { number: ended.number };
  },
});

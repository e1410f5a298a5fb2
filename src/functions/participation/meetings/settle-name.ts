/**
 * F9.2, X13: whoever a scribe named says "these are my words" or "I did not say that". Confirmed, they are theirs to change and
 * to take back as any opinion is; contested, the name is gone at once and the words stay as a participant's, for the scribe to
 * put right.
 */
import { z } from 'zod';
import { heldSaying, settleSpeaker } from '#commons/discussion/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { type HeldMeeting, heldMeeting } from './held.ts';
import { reason } from './meeting.ts';
import { notFound, refusalFor } from './refusing.ts';
import { maySettleName } from './rules.ts';
import { aboutSaying, type HeldSaying, type SayingRow } from './sayings.ts';

interface Named {
  meeting: HeldMeeting;
  saying: HeldSaying;
}

async function named(ctx: ActionContext, opinionId: string): Promise<Named> {
  const [row] = await run<SayingRow & { meeting_id: string }>(
    ctx.db,
    `select opinion_id, entry, meeting_id, named_id, confirmed_at, contested_at from hall_sayings
     where opinion_id = $1 for update`,
    [opinionId],
  );
  if (!row) throw notFound();
  const no = maySettleName(ctx.reader, row);
  if (no) throw refusalFor(no);
  const meeting = await heldMeeting(ctx.db, row.meeting_id, ctx.reader);
  return { meeting, saying: await heldSaying(ctx, opinionId, row.meeting_id) };
}

export const confirmName = action({
  name: 'meetings.confirm-name',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    const { meeting, saying } = await named(ctx, id);
    await settleSpeaker(ctx, saying, { actorId: ctx.actor.id, personId: ctx.person.id, as: 'confirmed' });
    await run(ctx.db, 'update hall_sayings set confirmed_at = $3 where hub_id = $1 and opinion_id = $2', [
      ctx.hub.id,
      id,
      ctx.now,
    ]);
    await ctx.record(
      aboutSaying('meetings.name-confirmed', meeting, saying, {
        parts: [{ part: 'confirmation', actorId: ctx.actor.id, content: { meeting: meeting.id, opinion: id } }],
      }),
    );
    return { id };
  },
});

export const contestName = action({
  name: 'meetings.contest-name',
  input: z.object({ id: z.uuid(), reason }),
  async run(ctx, { id, reason: why }): Promise<{ id: string }> {
    const { meeting, saying } = await named(ctx, id);
    const voice = meeting.voice_id;
    await settleSpeaker(ctx, saying, { actorId: voice, personId: voice, as: 'participant' });
    await run(
      ctx.db,
      `update hall_sayings set contested_at = $3, contest_reason = $4 where hub_id = $1 and opinion_id = $2`,
      [ctx.hub.id, id, ctx.now, why],
    );
    await ctx.record(
      aboutSaying('meetings.name-contested', meeting, saying, {
        parts: [{ part: 'contest', actorId: ctx.actor.id, content: { meeting: meeting.id, opinion: id, reason: why } }],
      }),
    );
    return { id };
  },
});

/** F9.2 The scribe puts the last words right, takes them back, or counts the hands raised for them. */
import { z } from 'zod';
import { correctSaying as correct, setHands, takeBackSaying as takeBack } from '#commons/discussion/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { reason } from './meeting.ts';
import { refusalFor } from './refusing.ts';
import { aboutSaying, atTheScreen, sayingFor } from './sayings.ts';

const which = z.object({ meetingId: z.uuid(), entry: z.uuid() });

export const correctSaying = action({
  name: 'meetings.correct',
  /** `version` is the one the scribe saw; left out by a screen that has entered it itself and not seen it since */
  input: which.extend({ body: prose({ max: 20_000 }), version: z.coerce.number().int().min(1).optional() }),
  async run(ctx, { meetingId, entry, body, version }): Promise<{ entry: string; version: number }> {
    const meeting = await atTheScreen(ctx, meetingId);
    const saying = await sayingFor(ctx, meetingId, entry);
    if (version !== undefined && version !== saying.version) throw refusalFor('changed-meanwhile');
    const next = await correct(ctx, saying, body);
    await ctx.record(
      aboutSaying('meetings.corrected', meeting, saying, {
        version: next,
        parts: [{ part: saying.kind, actorId: saying.actor_id, content: { meeting: meetingId, body } }],
      }),
    );
    return { entry, version: next };
  },
});

export const takeBackSaying = action({
  name: 'meetings.take-back',
  input: which.extend({ reason }),
  async run(ctx, { meetingId, entry, reason: why }): Promise<{ entry: string }> {
    const meeting = await atTheScreen(ctx, meetingId);
    const saying = await sayingFor(ctx, meetingId, entry);
    await takeBack(ctx, saying, why);
    await run(ctx.db, 'update meetings set saying_count = saying_count - 1 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      meetingId,
    ]);
    await ctx.record(
      aboutSaying('meetings.taken-back', meeting, saying, {
        parts: [{ part: 'withdrawal', actorId: ctx.actor.id, content: { meeting: meetingId, reason: why } }],
      }),
    );
    return { entry };
  },
});

const MOST_HANDS = 100_000;

/** 12, １２, or nothing for none. */
const hands = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.normalize('NFKC').trim() || '0' : (typed ?? 0)),
  z.coerce
    .number({ error: 'not-a-number' })
    .refine((n) => Number.isInteger(n) && n >= 0 && n <= MOST_HANDS, { error: 'not-a-number' }),
);

export const countHands = action({
  name: 'meetings.count-hands',
  input: which.extend({ agree: hands, disagree: hands, pass: hands }),
  async run(ctx, { meetingId, entry, agree, disagree, pass }): Promise<{ entry: string }> {
    const meeting = await atTheScreen(ctx, meetingId);
    const saying = await sayingFor(ctx, meetingId, entry);
    const counts = { agree, disagree, pass };
    await setHands(ctx, saying, counts);
    await run(ctx.db, 'update hall_sayings set counted_at = $3 where hub_id = $1 and opinion_id = $2', [
      ctx.hub.id,
      saying.id,
      ctx.now,
    ]);
    await ctx.record(
      aboutSaying('meetings.hands-counted', meeting, saying, {
        parts: [{ part: 'hands', actorId: ctx.actor.id, content: { meeting: meetingId, ...counts } }],
      }),
    );
    return { entry };
  },
});

/** F9.2 Minutes: a draft that host and scribes share, published by whoever called the meeting, corrected by further versions. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { type HeldMeeting, heldMeeting, meetingTags, publicFacts } from './held.ts';
import { type Reason, refuse } from './meeting.ts';
import { refusalFor } from './refusing.ts';
import { mayPublishMinutes, mayWriteMinutes } from './rules.ts';

const text = z.object({
  id: z.uuid(),
  body: prose({ min: 0, max: 20_000 }).optional().default(''),
  /** from the second version on: what was put right */
  changed: prose({ min: 0, max: 400 }).optional().default(''),
  /** the saves the form was shown with; 0: nothing had been saved */
  saves: z.coerce.number().int().min(0),
});

type Text = z.infer<typeof text>;

export interface Saved {
  id: string;
  title: string;
  version: number;
  saves: number;
}

async function save(
  ctx: ActionContext,
  { id, body, changed, saves }: Text,
  may: (meeting: HeldMeeting) => Reason | null,
): Promise<{ meeting: HeldMeeting; saved: Saved }> {
  const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
  const no = may(meeting);
  if (no) throw refusalFor(no);
  const version = meeting.minutes_version + 1;
  const [draft] = await run<{ saves: number }>(
    ctx.db,
    'select saves from meeting_minutes where meeting_id = $1 and version = $2',
    [id, version],
  );
  if ((draft?.saves ?? 0) !== saves) throw refusalFor('minutes-changed');
  await run(
    ctx.db,
    `insert into meeting_minutes (hub_id, meeting_id, version, body, changed, person_id, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (hub_id, meeting_id, version) do update set body = excluded.body, changed = excluded.changed,
       person_id = excluded.person_id, saved_at = excluded.saved_at, saves = meeting_minutes.saves + 1`,
    [ctx.hub.id, id, version, body, changed, ctx.person.id, ctx.now],
  );
  return { meeting, saved: { id, title: meeting.title, version, saves: saves + 1 } };
}

export const saveMinutes = action({
  name: 'meetings.save-minutes',
  input: text,
  async run(ctx, input): Promise<Saved> {
    const { saved } = await save(ctx, input, (meeting) =>
      mayWriteMinutes(ctx.reader, meeting, meeting.appointed, ctx.now),
    );
    return saved;
  },
});

export const publishMinutes = action({
  name: 'meetings.publish-minutes',
  input: text,
  async run(ctx, input): Promise<Saved> {
    if (input.body === '') throw refuse('minutes-empty', { field: 'body' });
    const { meeting, saved } = await save(ctx, input, (it) => mayPublishMinutes(ctx.reader, it, ctx.now));
    if (saved.version > 1 && input.changed === '') throw refuse('say-what-changed', { field: 'changed' });
    await run(
      ctx.db,
      'update meeting_minutes set published_at = $4 where hub_id = $1 and meeting_id = $2 and version = $3',
      [ctx.hub.id, input.id, saved.version, ctx.now],
    );
    await run(ctx.db, 'update meetings set minutes_version = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      input.id,
      saved.version,
    ]);
    await ctx.record({
      verb: saved.version === 1 ? 'meetings.minutes-published' : 'meetings.minutes-corrected',
      object: { kind: 'meeting', id: input.id, version: meeting.version },
      public: { ...publicFacts(meeting), minutesVersion: saved.version },
      parts: [
        {
          part: 'minutes',
          actorId: ctx.actor.id,
          content: { version: saved.version, body: input.body, changed: input.changed },
        },
      ],
      tags: meetingTags(input.id),
    });
    return saved;
  },
});

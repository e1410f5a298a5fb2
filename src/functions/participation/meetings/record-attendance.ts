/** F9.2 How many people came: a number, never who. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { heldMeeting, meetingTags, publicFacts } from './held.ts';
import { refusalFor } from './refusing.ts';
import { mayWriteMinutes } from './rules.ts';

const MOST = 100_000;

const people = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.normalize('NFKC').trim() : typed),
  z
    .union([z.number(), z.string().min(1, 'required').transform(Number)], { error: 'required' })
    .refine((n) => Number.isInteger(n) && n >= 0 && n <= MOST, { error: 'not-a-number' }),
);

export const recordAttendance = action({
  name: 'meetings.record-attendance',
  input: z.object({ id: z.uuid(), people }),
  async run(ctx, { id, people: attendance }): Promise<{ id: string; title: string }> {
    const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
    const no = mayWriteMinutes(ctx.reader, meeting, meeting.appointed, ctx.now);
    if (no) throw refusalFor(no);
    await ctx.db
      .updateTable('meetings')
      .set({ attendance })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    await ctx.record({
      verb: 'meetings.attendance-recorded',
      object: { kind: 'meeting', id, version: meeting.version },
      public: { ...publicFacts(meeting), people: attendance },
      parts: [{ part: 'attendance', actorId: ctx.actor.id, content: { people: attendance } }],
      tags: meetingTags(id),
    });
    return { id, title: meeting.title };
  },
});

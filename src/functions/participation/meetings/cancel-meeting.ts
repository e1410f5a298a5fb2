/** F9.2 A meeting is called off with a reason, which is public; its page stays, so that nobody stands before a closed door. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { tagsOfTopic } from './call-meeting.ts';
import { heldMeeting, meetingTags, publicFacts } from './held.ts';
import { reason } from './meeting.ts';
import { refusalFor } from './refusing.ts';
import { mayCancel } from './rules.ts';

export const cancelMeeting = action({
  name: 'meetings.cancel',
  input: z.object({ id: z.uuid(), reason }),
  async run(ctx, { id, reason: why }): Promise<{ id: string; title: string }> {
    const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
    const no = mayCancel(ctx.reader, meeting, ctx.now);
    if (no) throw refusalFor(no);
    await ctx.db
      .updateTable('meetings')
      .set({ cancelled_at: ctx.now, version: meeting.version + 1 })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    await ctx.db
      .insertInto('meeting_changes')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        meeting_id: id,
        kind: 'cancelled',
        reason: why,
        was_from: meeting.starts_at,
        was_to: meeting.ends_at,
        was_place: meeting.place,
        person_id: ctx.person.id,
        at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'meetings.cancelled',
      object: { kind: 'meeting', id, version: meeting.version + 1 },
      public: publicFacts(meeting),
      parts: [{ part: 'cancellation', actorId: ctx.actor.id, content: { reason: why } }],
      tags: [...meetingTags(id), ...tagsOfTopic(meeting)],
    });
    return { id, title: meeting.title };
  },
});

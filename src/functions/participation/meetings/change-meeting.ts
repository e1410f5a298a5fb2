/** F9.2 Changing a meeting. Another time or place is a move: it needs a reason, which is public. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { meetingPath } from './addresses.ts';
import { tagsOfTopic } from './call-meeting.ts';
import { heldMeeting, meetingTags, publicFacts } from './held.ts';
import { meetingInput, refuse } from './meeting.ts';
import { refusalFor } from './refusing.ts';
import { checkedTimes, columnsOf, contentOf } from './row.ts';
import { mayChange } from './rules.ts';
import { isMoved } from './times.ts';
import { voiceName } from './voice.ts';

export interface Changed {
  id: string;
  title: string;
  moved: boolean;
}

/** Followers hear of it from the event; whoever promised to write there is told whether they follow it or not. */
async function tellScribes(ctx: ActionContext, meeting: { id: string; title: string }): Promise<void> {
  const scribes = await run<{ person_id: string }>(
    ctx.db,
    'select person_id from meeting_scribes where meeting_id = $1 and ended_at is null and person_id <> $2',
    [meeting.id, ctx.person.id],
  );
  await tell(ctx, {
    people: scribes.map(({ person_id }) => person_id),
    kind: 'meetings.moved-scribe',
    about: { kind: 'meeting', id: meeting.id },
    href: meetingPath(meeting),
    facts: { meeting: meeting.title },
  });
}

export const changeMeeting = action({
  name: 'meetings.change',
  /** `version` is the one the form was shown with; `reason` is needed for another time or place */
  input: meetingInput.extend({
    id: z.uuid(),
    version: z.coerce.number().int().min(1),
    reason: prose({ min: 0, max: 400 }).optional().default(''),
  }),
  async run(ctx, { id, version, reason, ...input }): Promise<Changed> {
    const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
    const no = mayChange(ctx.reader, meeting, ctx.now);
    if (no) throw refusalFor(no);
    if (meeting.version !== version) throw refusalFor('changed-meanwhile');
    const times = checkedTimes(input, ctx.now);
    const moved = isMoved(meeting, { ...times, place: input.place });
    if (moved && reason === '') throw refuse('reason-needed', { field: 'reason' });
    await ctx.db
      .updateTable('meetings')
      .set({ ...columnsOf(input, times), version: version + 1 })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    await ctx.db
      .updateTable('actors')
      .set({ name: voiceName(input.title) })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', meeting.voice_id)
      .execute();
    if (moved) {
      await ctx.db
        .insertInto('meeting_changes')
        .values({
          hub_id: ctx.hub.id,
          id: ctx.newId(),
          meeting_id: id,
          kind: 'moved',
          reason,
          was_from: meeting.starts_at,
          was_to: meeting.ends_at,
          was_place: meeting.place,
          person_id: ctx.person.id,
          at: ctx.now,
        })
        .execute();
    }
    await ctx.record({
      verb: moved ? 'meetings.moved' : 'meetings.changed',
      object: { kind: 'meeting', id, version: version + 1 },
      public: publicFacts({ ...meeting, title: input.title }),
      parts: [
        {
          part: 'meeting',
          actorId: ctx.actor.id,
          content: { ...contentOf(input, times), ...(moved ? { reason } : {}) },
        },
      ],
      tags: [...meetingTags(id), ...tagsOfTopic(meeting)],
    });
    if (moved) await tellScribes(ctx, { id, title: input.title });
    return { id, title: input.title, moved };
  },
});

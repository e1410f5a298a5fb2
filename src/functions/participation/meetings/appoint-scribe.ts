/** F9.2 Whoever called the meeting says who writes down what is said in it; whoever was asked may step down. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { meetingPath } from './addresses.ts';
import { heldMeeting, meetingTags, publicFacts } from './held.ts';
import { refuse } from './meeting.ts';
import { actorNamed } from './people.ts';
import { notFound, refusalFor } from './refusing.ts';
import { isHost, MOST_SCRIBES, mayAppoint } from './rules.ts';

export const appointScribe = action({
  name: 'meetings.appoint-scribe',
  input: z.object({ id: z.uuid(), name: line({ max: 90 }) }),
  async run(ctx, { id, name }): Promise<{ id: string; title: string }> {
    const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
    const no = mayAppoint(ctx.reader, meeting, ctx.now);
    if (no) throw refusalFor(no);
    const scribe = await actorNamed(ctx.db, name, 'name', 'persons');
    const present = await run<{ person_id: string }>(
      ctx.db,
      'select person_id from meeting_scribes where meeting_id = $1 and ended_at is null',
      [id],
    );
    if (present.some(({ person_id }) => person_id === scribe.id))
      throw refusalFor('scribe-already', { field: 'name', facts: { name: scribe.name } });
    if (present.length >= MOST_SCRIBES) throw refuse('too-many-scribes', { facts: { most: MOST_SCRIBES } });
    await run(
      ctx.db,
      `insert into meeting_scribes (hub_id, meeting_id, person_id, appointed_by, appointed_at) values ($1, $2, $3, $4, $5)
       on conflict (hub_id, meeting_id, person_id)
       do update set appointed_by = excluded.appointed_by, appointed_at = excluded.appointed_at, ended_at = null`,
      [ctx.hub.id, id, scribe.id, ctx.person.id, ctx.now],
    );
    await ctx.record({
      verb: 'meetings.scribe-appointed',
      object: { kind: 'meeting', id },
      public: publicFacts(meeting),
      parts: [{ part: 'scribe', actorId: scribe.id, content: { meeting: id } }],
      tags: meetingTags(id),
    });
    await tell(ctx, {
      people: [scribe.id],
      kind: 'meetings.scribe',
      about: { kind: 'meeting', id },
      href: meetingPath(meeting),
      facts: { meeting: meeting.title },
    });
    return { id, title: meeting.title };
  },
});

export const endScribe = action({
  name: 'meetings.end-scribe',
  input: z.object({ id: z.uuid(), personId: z.uuid() }),
  async run(ctx, { id, personId }): Promise<{ id: string; title: string }> {
    const meeting = await heldMeeting(ctx.db, id, ctx.reader, 'for update');
    if (personId !== ctx.person.id && !isHost(ctx.reader, meeting)) throw refusalFor('not-host');
    const ended = await run(
      ctx.db,
      `update meeting_scribes set ended_at = $4
       where hub_id = $1 and meeting_id = $2 and person_id = $3 and ended_at is null returning person_id`,
      [ctx.hub.id, id, personId, ctx.now],
    );
    if (ended.length === 0) {
      const known = await run(ctx.db, 'select 1 from meeting_scribes where meeting_id = $1 and person_id = $2', [
        id,
        personId,
      ]);
      throw known.length === 0 ? notFound() : refusalFor('scribe-gone');
    }
    await ctx.record({
      verb: 'meetings.scribe-ended',
      object: { kind: 'meeting', id },
      public: publicFacts(meeting),
      parts: [{ part: 'scribe', actorId: personId, content: { meeting: id } }],
      tags: meetingTags(id),
    });
    return { id, title: meeting.title };
  },
});

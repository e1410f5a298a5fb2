/** F9.2 Anybody calls a meeting on a round or a proposal; nobody approves it first (P5). */
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { meetingTags, publicFacts } from './held.ts';
import { meetingInput, refuse, topic } from './meeting.ts';
import { refusalFor } from './refusing.ts';
import { checkedTimes, columnsOf, contentOf } from './row.ts';
import { MOST_COMING, mayCall } from './rules.ts';
import { voiceName } from './voice.ts';

export interface Called {
  id: string;
  title: string;
}

export const callMeeting = action({
  name: 'meetings.call',
  input: meetingInput.extend({ topic }),
  async run(ctx, { topic: about, ...input }): Promise<Called> {
    const no = mayCall(ctx.hub, ctx.reader);
    if (no) throw refusalFor(no);
    const times = checkedTimes(input, ctx.now);
    const belongsTo = await topicOf(ctx, about);
    await notTooMany(ctx);
    const id = ctx.newId();
    const voice_id = ctx.newId();
    const hub_id = ctx.hub.id;
    await ctx.db
      .insertInto('actors')
      .values({ hub_id, id: voice_id, kind: 'person', name: voiceName(input.title), level: 0, created_at: ctx.now })
      .execute();
    await ctx.db
      .insertInto('meetings')
      .values({
        hub_id,
        id,
        ...belongsTo,
        host_id: ctx.actor.id,
        person_id: ctx.person.id,
        voice_id,
        ...columnsOf(input, times),
        called_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'meetings.called',
      object: { kind: 'meeting', id },
      public: publicFacts({ id, title: input.title, ...belongsTo }),
      parts: [{ part: 'meeting', actorId: ctx.actor.id, content: { ...belongsTo, ...contentOf(input, times) } }],
      tags: [...meetingTags(id), `actor:${ctx.actor.id}`, ...tagsOfTopic(belongsTo)],
    });
    return { id, title: input.title };
  },
});

interface Topic {
  round_id: string | null;
  debate_id: string | null;
}

async function topicOf(ctx: ActionContext, about: string): Promise<Topic> {
  const [kind, id] = about.split(':') as ['round' | 'debate', string];
  const text = kind === 'round' ? 'select id from rounds where id = $1' : 'select id from debates where id = $1';
  const found = await run(ctx.db, text, [id]);
  if (found.length === 0) throw refuse('no-such-topic', { field: 'topic' });
  return kind === 'round' ? { round_id: id, debate_id: null } : { round_id: null, debate_id: id };
}

/** Followers of a round or a proposal learn of its meetings. */
export function tagsOfTopic({ round_id, debate_id }: Topic): string[] {
  return round_id ? [`round:${round_id}`] : debate_id ? [`debate:${debate_id}`, `proposal:${debate_id}`] : [];
}

async function notTooMany(ctx: ActionContext): Promise<void> {
  const coming = await run(
    ctx.db,
    'select 1 from meetings where host_id = $1 and starts_at > $2 and cancelled_at is null limit $3',
    [ctx.actor.id, ctx.now, MOST_COMING],
  );
  if (coming.length >= MOST_COMING) throw refuse('too-many-meetings', { facts: { most: MOST_COMING } });
}

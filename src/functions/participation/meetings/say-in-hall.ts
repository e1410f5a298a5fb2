/**
 * F9.2 The scribe enters what somebody said, by name or as "a participant". Sent twice with the same `entry`, it is the same
 * thing: the network of a hall comes and goes.
 */
import { z } from 'zod';
import { opinionHref, sayFromHall } from '#commons/discussion/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import type { HeldMeeting } from './held.ts';
import { refuse } from './meeting.ts';
import { actorNamed, type Found } from './people.ts';
import { SAYINGS_AN_HOUR } from './rules.ts';
import { atTheScreen, rowOf, saidFacts } from './sayings.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Entered {
  id: string;
  number: number;
  entry: string;
}

export const sayInHall = action({
  name: 'meetings.say',
  input: z.object({
    meetingId: z.uuid(),
    /** chosen by whoever sends */
    entry: z.uuid(),
    debateId: z.uuid({ error: 'required' }),
    kind: z.enum(['opinion', 'question'], { error: 'not-a-choice' }),
    body: prose({ max: 20_000 }),
    /** empty: a participant without a name */
    speaker: line({ min: 0, max: 90 }).optional().default(''),
  }),
  async run(ctx, { meetingId, entry, debateId, kind, body, speaker }): Promise<Entered> {
    const meeting = await atTheScreen(ctx, meetingId);
    const earlier = await earlierEntry(ctx, meetingId, entry);
    if (earlier) return earlier;
    await onThisMeeting(ctx, meeting, debateId);
    const named = speaker === '' ? null : await actorNamed(ctx.db, speaker, 'speaker', 'all');
    await keepPace(ctx, meetingId);
    const said = await sayFromHall(ctx, {
      debateId,
      kind,
      body,
      meetingId,
      speakerId: named?.id ?? meeting.voice_id,
      voiceId: meeting.voice_id,
      spokenAs: named ? 'named' : 'participant',
    });
    await keep(ctx, meeting, said.id, entry, named);
    const actorId = named?.id ?? meeting.voice_id;
    await ctx.record({
      verb: 'meetings.spoken',
      object: { kind: 'opinion', id: said.id },
      public: saidFacts(meeting, said, kind),
      parts: [{ part: kind, actorId, content: { meeting: meetingId, debate: debateId, number: said.number, body } }],
      tags: [`debate:${debateId}`, `opinion:${said.id}`, `actor:${actorId}`, `meeting:${meetingId}`],
    });
    if (named)
      await tell(ctx, {
        people: [named.id],
        kind: 'meetings.named',
        about: { kind: 'opinion', id: said.id },
        href: `${opinionHref(said.id)}#hall`,
        facts: { meeting: meeting.title, name: named.name },
      });
    return { id: said.id, number: said.number, entry };
  },
});

async function earlierEntry(ctx: ActionContext, meetingId: string, entry: string): Promise<Entered | null> {
  const row = await rowOf(ctx.db, meetingId, entry);
  if (!row) return null;
  const [opinion] = await run<{ number: number }>(ctx.db, 'select number from opinions where id = $1', [
    row.opinion_id,
  ]);
  return { id: row.opinion_id, number: opinion?.number ?? 0, entry };
}

async function onThisMeeting(ctx: ActionContext, meeting: HeldMeeting, debateId: string): Promise<void> {
  if (meeting.debate_id === debateId) return;
  const found =
    meeting.round_id === null
      ? []
      : await run(ctx.db, 'select 1 from debates where id = $1 and round_id = $2', [debateId, meeting.round_id]);
  if (found.length === 0) throw refuse('not-on-this-meeting', { field: 'debateId' });
}

/** X4: said in the refusal, after how many minutes the next is possible. */
async function keepPace(ctx: ActionContext, meetingId: string): Promise<void> {
  const [oldest] = await run<{ entered_at: Date }>(
    ctx.db,
    `select entered_at from hall_sayings where meeting_id = $1 and entered_at > $2
     order by entered_at desc offset $3 limit 1`,
    [meetingId, new Date(ctx.now.getTime() - HOUR), SAYINGS_AN_HOUR - 1],
  );
  if (!oldest) return;
  const wait = oldest.entered_at.getTime() + HOUR - ctx.now.getTime();
  throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.max(1, Math.ceil(wait / MINUTE)) } });
}

async function keep(
  ctx: ActionContext,
  meeting: HeldMeeting,
  opinionId: string,
  entry: string,
  named: Found | null,
): Promise<void> {
  await ctx.db
    .insertInto('hall_sayings')
    .values({
      hub_id: ctx.hub.id,
      opinion_id: opinionId,
      meeting_id: meeting.id,
      entry,
      person_id: ctx.person.id,
      office_id: ctx.actor.id,
      named_id: named?.id ?? null,
      entered_at: ctx.now,
    })
    .execute();
  await run(ctx.db, 'update meetings set saying_count = saying_count + 1 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    meeting.id,
  ]);
}

/** F9.2 What scribes entered, as their acts need it. */
import { type HallSaid, heldSaying, sayingTags } from '#commons/discussion/index.ts';
import type { ActionContext, EventInput } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type HeldMeeting, heldMeeting } from './held.ts';
import { notFound, refusalFor } from './refusing.ts';
import { mayScribe, type NameFacts } from './rules.ts';

export type HeldSaying = Awaited<ReturnType<typeof heldSaying>>;

export interface SayingRow extends NameFacts {
  opinion_id: string;
  entry: string;
}

/**
 * The meeting, held so that one thing after the other is entered in it, and the scribe's right to do so.
 * @throws Refusal 'not-found', or why not
 */
export async function atTheScreen(ctx: ActionContext, meetingId: string): Promise<HeldMeeting> {
  const meeting = await heldMeeting(ctx.db, meetingId, ctx.reader, 'for update');
  const no = mayScribe(ctx.reader, meeting, meeting.appointed, ctx.now);
  if (no) throw refusalFor(no);
  return meeting;
}

export async function rowOf(db: Db, meetingId: string, entry: string): Promise<SayingRow | null> {
  const [row] = await run<SayingRow>(
    db,
    `select opinion_id, entry, named_id, confirmed_at, contested_at from hall_sayings where meeting_id = $1 and entry = $2`,
    [meetingId, entry],
  );
  return row ?? null;
}

/** One thing said in this meeting, for a change by a scribe. @throws Refusal 'not-found', 'withdrawn', 'hidden' */
export async function sayingFor(ctx: ActionContext, meetingId: string, entry: string): Promise<HeldSaying> {
  const row = await rowOf(ctx.db, meetingId, entry);
  if (!row) throw notFound();
  return heldSaying(ctx, row.opinion_id, meetingId);
}

/** An event about something said: its meeting, its debate, its number. */
export function aboutSaying(
  verb: string,
  meeting: HeldMeeting,
  saying: HeldSaying,
  more: Pick<EventInput, 'parts'> & { version?: number },
): EventInput {
  const { debate } = saying;
  return {
    verb,
    object: { kind: 'opinion', id: saying.id, version: more.version ?? saying.version },
    public: saidFacts(meeting, { debate, number: saying.number ?? 0 }, saying.kind),
    ...(more.parts ? { parts: more.parts } : {}),
    tags: [...sayingTags(saying, saying.actor_id), `meeting:${meeting.id}`],
  };
}

export function saidFacts(meeting: HeldMeeting, said: Pick<HallSaid, 'debate' | 'number'>, kind: string) {
  const { debate, number } = said;
  return {
    meetingId: meeting.id,
    meetingTitle: meeting.title,
    debateId: debate.id,
    debateKind: debate.kind,
    debateTitle: debate.title,
    kind,
    number,
  };
}

/**
 * F9.2 What is said in a hall enters the debate as an ordinary opinion or question. Here is what becomes of its row; who may
 * enter, name, correct and count, and the event of each act, is the business of meetings.
 */
import { rulesOf } from '#commons/hubs/index.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse, type SpokenAs } from './discussion.ts';
import { type EnteredFor, enterFor } from './enter-for.ts';
import { type Held, held } from './entries.ts';
import { notFound, refusalFor, within } from './refusing.ts';
import { tagsOf } from './revise-opinion.ts';
import { keepVersion, votedByOthers } from './versions.ts';
import { visibilityChanged } from './withdraw-opinion.ts';

export interface Saying {
  debateId: string;
  kind: 'opinion' | 'question';
  body: string;
  meetingId: string;
  /** who spoke, or the voice of the meeting's participants */
  speakerId: string;
  /** stands for whoever has no account here: nobody signs in as it */
  voiceId: string;
  spokenAs: Exclude<SpokenAs, 'confirmed'>;
}

export type HallSaid = EnteredFor;

/**
 * Enters what was said, with the next number of its debate.
 * @throws Refusal 'not-found', 'too-long', or why the debate doesn't take it now
 */
export function sayFromHall(ctx: ActionContext, saying: Saying): Promise<HallSaid> {
  return enterFor(ctx, saying, () => ({
    actor_id: saying.speakerId,
    person_id: saying.voiceId,
    meeting_id: saying.meetingId,
    spoken_as: saying.spokenAs,
  }));
}

/** Something said in this meeting, held until the act is done. @throws Refusal 'not-found', 'withdrawn', 'hidden' */
export async function heldSaying(ctx: ActionContext, id: string, meetingId: string): Promise<Held> {
  const saying = await held(ctx.db, id, true);
  if (saying.meeting_id !== meetingId) throw notFound();
  if (saying.withdrawn_at) throw refusalFor('withdrawn', saying.debate, ctx.lang);
  if (saying.hidden_at) throw refusalFor('hidden', saying.debate, ctx.lang);
  return saying;
}

/**
 * Puts the scribe's words right; every version is kept. Once people have chosen on them, or whoever spoke has confirmed them,
 * they stay as they are.
 * @throws Refusal 'voted-already', 'not-yours', 'unchanged', 'too-long'
 */
export async function correctSaying(ctx: ActionContext, saying: Held, body: string): Promise<number> {
  within({ body: [body, rulesOf(ctx.hub, saying.debate.rules_version).limits.opinion] });
  if (saying.spoken_as === 'confirmed') throw refusalFor('not-yours', saying.debate, ctx.lang);
  if (saying.answered_at || (await votedByOthers(ctx.db, saying)))
    throw refusalFor('voted-already', saying.debate, ctx.lang);
  if (body === saying.body) throw refuse('unchanged', { field: 'body' });
  const version = await keepVersion(ctx, saying, { body, reason: saying.reason, amendment: null });
  await run(ctx.db, 'update opinions set body = $3, version = $4 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    saying.id,
    body,
    version,
  ]);
  return version;
}

/** Leaves a tombstone with the reason, as any withdrawal does. @throws Refusal 'not-yours' when its speaker has confirmed it */
export async function takeBackSaying(ctx: ActionContext, saying: Held, reason: string): Promise<void> {
  within({ reason: [reason, rulesOf(ctx.hub, saying.debate.rules_version).limits.reason] });
  if (saying.spoken_as === 'confirmed') throw refusalFor('not-yours', saying.debate, ctx.lang);
  await ctx.db
    .insertInto('opinion_withdrawals')
    .values({ hub_id: ctx.hub.id, opinion_id: saying.id, person_id: ctx.person.id, reason, at: ctx.now })
    .execute();
  await run(ctx.db, 'update opinions set withdrawn_at = $3 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    saying.id,
    ctx.now,
  ]);
  await visibilityChanged(ctx.db, ctx.hub.id, saying, { ...saying, withdrawn_at: ctx.now });
}

/** Hands raised in the hall, which are never added to the votes of persons (P1). @throws Refusal 'not-votable' */
export async function setHands(
  ctx: ActionContext,
  saying: Held,
  hands: { agree: number; disagree: number; pass: number },
): Promise<void> {
  if (saying.kind !== 'opinion') throw refusalFor('not-votable', saying.debate, ctx.lang);
  await run(
    ctx.db,
    'update opinions set hall_agree = $3, hall_disagree = $4, hall_pass = $5 where hub_id = $1 and id = $2',
    [ctx.hub.id, saying.id, hands.agree, hands.disagree, hands.pass],
  );
}

/** From now on these are the words of `actorId`, written as `personId`: as if they had written them, they can change them. */
export async function settleSpeaker(
  ctx: ActionContext,
  saying: Held,
  speaker: { actorId: string; personId: string; as: SpokenAs },
): Promise<void> {
  await run(ctx.db, 'update opinions set actor_id = $3, person_id = $4, spoken_as = $5 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    saying.id,
    speaker.actorId,
    speaker.personId,
    speaker.as,
  ]);
}

/** Pages that show it: its debate's, its own, its speaker's. */
export function sayingTags(saying: Held, actorId: string): string[] {
  return tagsOf(saying, actorId);
}

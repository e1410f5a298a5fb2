/**
 * F1.4 On the day: questions, kind words and 応援, with an account or from a seat in the hall. They are public under a nickname or none, so
 * the journal's entry is written by the worker, without a person; who it was is kept for reports and for taking it back.
 */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import type { Speaker } from './live-queries.ts';
import { handsOf, shownShowcase } from './queries.ts';
import { isLive, speaksAs, VOICES_AN_HOUR } from './rules.ts';
import { LIMITS, notFound, refusalFor, showcaseTags } from './showcase.ts';

const HOUR = 3_600_000;

/** What an act knows, whether of somebody signed in or of a seat. */
export interface LiveMeans {
  db: Db;
  hub: Pick<Hub, 'id'>;
  now: Date;
  newId(): string;
}

export const voiceInput = z.object({
  id: z.uuid(),
  slotId: z.uuid({ error: 'required' }),
  kind: z.enum(['question', 'word'], { error: 'not-a-choice' }),
  nickname: line({ min: 0, max: LIMITS.nickname }).optional().default(''),
  body: prose({ max: LIMITS.voice }),
});
export type VoiceInput = z.infer<typeof voiceInput>;

export const cheerInput = z.object({ id: z.uuid(), slotId: z.uuid({ error: 'required' }) });

export interface Said {
  id: string;
  title: string;
  slotId: string;
}

/** @throws Refusal not-found, not-live */
async function livePart(means: LiveMeans, id: string, slotId: string): Promise<Said> {
  const showcase = await shownShowcase(means.db, id);
  if (!isLive(showcase, means.now)) throw refusalFor('not-live');
  const [slot] = await run(
    means.db,
    'select id from showcase_slots where id = $1 and showcase_id = $2 and removed_at is null',
    [slotId, id],
  );
  if (!slot) throw notFound();
  return { id, title: showcase.title, slotId };
}

/** X4: said in the refusal, after how many minutes the next is possible. */
async function keepPace({ db, now }: LiveMeans, { personId, seatId }: Speaker): Promise<void> {
  const [oldest] = await run<{ said_at: Date }>(
    db,
    `select said_at from showcase_voices where (person_id = $1 or seat_id = $2) and said_at > $3
     order by said_at desc offset $4 limit 1`,
    [personId, seatId, new Date(now.getTime() - HOUR), VOICES_AN_HOUR - 1],
  );
  if (!oldest) return;
  const wait = oldest.said_at.getTime() + HOUR - now.getTime();
  throw refuseKernel('too-fast', { status: 429, facts: { minutes: Math.max(1, Math.ceil(wait / 60_000)) } });
}

/** @throws Refusal not-found, not-live, too-fast */
export async function say(means: LiveMeans, speaker: Speaker, input: VoiceInput): Promise<Said> {
  const part = await livePart(means, input.id, input.slotId);
  await keepPace(means, speaker);
  const id = means.newId();
  await means.db
    .insertInto('showcase_voices')
    .values({
      hub_id: means.hub.id,
      id,
      showcase_id: input.id,
      slot_id: input.slotId,
      kind: input.kind,
      person_id: speaker.personId,
      seat_id: speaker.seatId,
      nickname: input.nickname,
      body: input.body,
      said_at: means.now,
    })
    .execute();
  await run(means.db, 'select graphile_worker.add_job($1, $2::json, job_key => $3)', [
    'stage-voices.note',
    JSON.stringify({ hub: means.hub.id, id }),
    `stage-voices.note:${id}`,
  ]);
  return part;
}

/** Once a speaker and part; again changes nothing. @throws Refusal not-found, not-live */
export async function cheer(means: LiveMeans, speaker: Speaker, input: z.infer<typeof cheerInput>): Promise<Said> {
  const part = await livePart(means, input.id, input.slotId);
  const pressed = await run(
    means.db,
    `insert into showcase_cheers (hub_id, id, slot_id, person_id, seat_id, at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning id`,
    [means.hub.id, means.newId(), input.slotId, speaker.personId, speaker.seatId, means.now],
  );
  if (pressed.length > 0)
    await run(means.db, 'update showcase_slots set cheers = cheers + 1 where hub_id = $1 and id = $2', [
      means.hub.id,
      input.slotId,
    ]);
  return part;
}

/** @throws Refusal not-found, not-yours */
export async function takeBack({ db, hub, now }: LiveMeans, { personId, seatId }: Speaker, id: string): Promise<Said> {
  const [voice] = await run<{ showcase_id: string; slot_id: string; title: string; own: boolean }>(
    db,
    `select v.showcase_id, v.slot_id, s.title, coalesce(v.person_id = $2, v.seat_id = $3, false) as own from showcase_voices v
     join showcases s on s.hub_id = v.hub_id and s.id = v.showcase_id where v.id = $1 for update of v`,
    [id, personId, seatId],
  );
  if (!voice) throw notFound();
  if (!voice.own) throw refusalFor('not-yours');
  await run(db, 'update showcase_voices set withdrawn_at = coalesce(withdrawn_at, $3) where hub_id = $1 and id = $2', [
    hub.id,
    id,
    now,
  ]);
  return { id: voice.showcase_id, title: voice.title, slotId: voice.slot_id };
}

export const sayVoice = action({
  name: 'stage.say',
  input: voiceInput,
  async run(ctx, input): Promise<Said> {
    if (ctx.reader.level < 1) throw refusalFor('level');
    const said = await say(ctx, { personId: ctx.person.id, seatId: null }, input);
    await ctx.record({ verb: 'stage.said', object: { kind: 'showcase', id: input.id }, tags: showcaseTags(input.id) });
    return said;
  },
});

export const cheerSlot = action({
  name: 'stage.cheer',
  input: cheerInput,
  async run(ctx, input): Promise<Said> {
    const said = await cheer(ctx, { personId: ctx.person.id, seatId: null }, input);
    await ctx.record({
      verb: 'stage.cheered',
      object: { kind: 'showcase', id: input.id },
      tags: showcaseTags(input.id),
    });
    return said;
  },
});

export const takeBackVoice = action({
  name: 'stage.take-back-voice',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<Said> {
    const said = await takeBack(ctx, { personId: ctx.person.id, seatId: null }, id);
    await ctx.record({
      verb: 'stage.voice-taken-back',
      object: { kind: 'showcase-voice', id },
      tags: showcaseTags(said.id),
    });
    return said;
  },
});

/** The presenter, or whoever organises, marks a question as answered; in words, if they like. */
export const answerVoice = action({
  name: 'stage.answer',
  input: z.object({ id: z.uuid(), answer: prose({ min: 0, max: LIMITS.note }).optional().default('') }),
  async run(ctx, { id, answer }): Promise<Said> {
    const [voice] = await run<{
      showcase_id: string;
      slot_id: string;
      kind: string;
      answered_at: Date | null;
      withdrawn_at: Date | null;
    }>(
      ctx.db,
      'select showcase_id, slot_id, kind, answered_at, withdrawn_at from showcase_voices where id = $1 for update',
      [id],
    );
    if (!voice) throw notFound();
    const showcase = await shownShowcase(ctx.db, voice.showcase_id);
    const hands = await handsOf(ctx.db, showcase.id);
    const holder = hands.find((hand) => hand.slot_id === voice.slot_id && hand.state === 'holding');
    const by = [holder?.group_id, showcase.host_id].find((one) => one && speaksAs(ctx.reader, one));
    if (!by) throw refusalFor('not-presenter');
    if (voice.kind !== 'question' || voice.withdrawn_at) throw refusalFor('not-a-question');
    if (voice.answered_at) throw refusalFor('answered-already');
    await run(
      ctx.db,
      'update showcase_voices set answered_at = $3, answered_by = $4, answer = $5 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, ctx.now, ctx.person.id, answer],
    );
    await ctx.record({
      verb: 'stage.answered',
      object: { kind: 'showcase-voice', id },
      public: { title: showcase.title, showcase: showcase.id, slot: voice.slot_id },
      parts: [{ part: 'answer', actorId: by, content: { answer } }],
      tags: showcaseTags(showcase.id),
      as: by,
    });
    return { id: showcase.id, title: showcase.title, slotId: voice.slot_id };
  },
});

/** The journal's entry of what was said, by nobody's name. Taken back before its turn, there is nothing to write. */
export async function noteVoice(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const id = z.uuid().parse(payload.id);
  const tags = await job.hubwise.write(job.hub.id, async (db) => {
    const [voice] = await run<{
      showcase_id: string;
      slot_id: string;
      title: string;
      kind: string;
      nickname: string;
      body: string;
    }>(
      db,
      `select v.showcase_id, v.slot_id, s.title, v.kind, v.nickname, v.body from showcase_voices v
       join showcases s on s.hub_id = v.hub_id and s.id = v.showcase_id where v.id = $1 and v.withdrawn_at is null`,
      [id],
    );
    if (!voice) return [];
    const { showcase_id, slot_id, title, kind, nickname, body } = voice;
    await job.record(db, {
      verb: 'stage.voice-noted',
      object: { kind: 'showcase-voice', id },
      public: { title, showcase: showcase_id, slot: slot_id },
      parts: [{ part: 'voice', actorId: null, content: { slot: slot_id, kind, nickname, body } }],
      tags: showcaseTags(showcase_id),
    });
    return showcaseTags(showcase_id);
  });
  if (tags.length > 0) await job.invalidate(tags);
}

/** P2, P3: 「いっしょに始めたい」: a hand for a function, with a word; the secretariat answers it, whoever raised it lowers it. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { insistDecides } from './decision.ts';
import { refuse } from './refusals.ts';
import { type FunctionKey, TOWN_FUNCTIONS } from './town-functions.ts';

const KEYS = TOWN_FUNCTIONS.map(({ key }) => key) as [FunctionKey, ...FunctionKey[]];
export const WORD_LIMIT = 400;

/** Anybody with a confirmed contact; for an organisation those who speak for it. Null when allowed. Pure. */
export function mayRaiseHand(reader: Reader | null): 'sign-in' | 'level' | 'member-only' | null {
  if (!reader) return 'sign-in';
  if (reader.level < 1) return 'level';
  if (reader.acting.id === reader.person.id) return null;
  const role = reader.roles.find((held) => held.organisation.id === reader.acting.id)?.role;
  return role === 'representative' || role === 'editor' ? null : 'member-only';
}

export const raiseFunctionHand = action({
  name: 'hubs.raise-hand',
  input: z.object({ name: z.enum(KEYS, { error: 'not-a-choice' }), word: prose({ max: WORD_LIMIT }) }),
  async run(ctx, { name, word }): Promise<{ id: string }> {
    const no = mayRaiseHand(ctx.reader);
    if (no === 'sign-in') throw refuseKernel(no, { status: 401 });
    if (no === 'level') throw refuseKernel(no, { status: 403 });
    if (no) throw refuse(no, { status: 403 });
    const id = ctx.newId();
    const raised = await run(
      ctx.db,
      `insert into function_hands (hub_id, id, function, actor_id, person_id, word, raised_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (hub_id, function, actor_id) where lowered_at is null do nothing returning id`,
      [ctx.hub.id, id, name, ctx.actor.id, ctx.person.id, word, ctx.now],
    );
    if (raised.length === 0) throw refuse('hand-raised-already', { status: 409 });
    await ctx.record({
      verb: 'hubs.hand-raised',
      object: { kind: 'function-hand', id },
      public: { function: name, excerpt: word.slice(0, 120) },
      parts: [{ part: 'hand', actorId: ctx.actor.id, content: { function: name, word } }],
      tags: ['functions', `actor:${ctx.actor.id}`],
    });
    return { id };
  },
});

export const lowerFunctionHand = action({
  name: 'hubs.lower-hand',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ name: string }> {
    const [lowered] = await run<{ function: string }>(
      ctx.db,
      `update function_hands set lowered_at = $4 where hub_id = $1 and id = $2 and actor_id = $3 and lowered_at is null
       returning function`,
      [ctx.hub.id, id, ctx.actor.id, ctx.now],
    );
    if (!lowered || mayRaiseHand(ctx.reader) === 'member-only') throw refuse('hand-gone', { status: 409 });
    await ctx.record({
      verb: 'hubs.hand-lowered',
      object: { kind: 'function-hand', id },
      public: { function: lowered.function },
      parts: [{ part: 'hand', actorId: ctx.actor.id, content: { function: lowered.function, lowered: true } }],
      tags: ['functions', `actor:${ctx.actor.id}`],
    });
    return { name: lowered.function };
  },
});

/** The secretariat's answer, which everybody reads; writing it again replaces it. */
export const replyToHand = action({
  name: 'hubs.reply-to-hand',
  input: z.object({ id: z.uuid(), reply: prose({ max: WORD_LIMIT }) }),
  async run(ctx, { id, reply }): Promise<{ name: string }> {
    insistDecides(ctx);
    const [replied] = await run<{ function: string }>(
      ctx.db,
      `update function_hands set reply = $3, replied_at = $4, replied_by = $5 where hub_id = $1 and id = $2 and lowered_at is null
       returning function`,
      [ctx.hub.id, id, reply, ctx.now, ctx.person.id],
    );
    if (!replied) throw refuse('hand-gone', { status: 409 });
    await ctx.record({
      verb: 'hubs.hand-answered',
      object: { kind: 'function-hand', id },
      public: { function: replied.function, excerpt: reply.slice(0, 120) },
      parts: [{ part: 'text', actorId: ctx.actor.id, content: { function: replied.function, reply } }],
      tags: ['functions'],
    });
    return { name: replied.function };
  },
});

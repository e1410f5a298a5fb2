/** X8: adding and ending webhooks. Only public events are ever sent, so whoever confirmed an address may have some. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { refusesUrl } from './addresses.ts';
import { refuse } from './refusals.ts';
import { allowsPrivate } from './setting.ts';

const MOST_WEBHOOKS = 5;
const URL_MAX = 500;

export const addWebhook = action({
  name: 'programs.add-webhook',
  input: z.object({
    url: z.string({ error: 'required' }).trim().min(1, 'required').max(URL_MAX, 'too-long'),
    verbs: z.array(z.string().max(80)).max(200).optional().default([]),
  }),
  async run(ctx, { url, verbs }): Promise<{ id: string }> {
    if (ctx.reader.level === 0) throw refuseKernel('level');
    const no = refusesUrl(url, allowsPrivate());
    if (no) throw refuse(no, { field: 'url' });
    await run(ctx.db, 'select id from actors where hub_id = $1 and id = $2 for update', [ctx.hub.id, ctx.person.id]);
    const held = await run(ctx.db, 'select id from webhooks where person_id = $1 and stopped_at is null limit $2', [
      ctx.person.id,
      MOST_WEBHOOKS,
    ]);
    if (held.length >= MOST_WEBHOOKS) throw refuse('too-many-webhooks', { facts: { most: MOST_WEBHOOKS } });
    const id = ctx.newId();
    await ctx.db
      .insertInto('webhooks')
      .values({
        hub_id: ctx.hub.id,
        id,
        person_id: ctx.person.id,
        url: new URL(url).href,
        verbs: [...new Set(verbs)],
        made_at: ctx.now,
      })
      .execute();
    await ctx.record({ verb: 'programs.webhook-added', object: { kind: 'webhook', id }, tags: [] });
    return { id };
  },
});

export const removeWebhook = action({
  name: 'programs.remove-webhook',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const removed = await run(
      ctx.db,
      `update webhooks set stopped_at = coalesce(stopped_at, $4), stopped_because = 'taken-back'
       where hub_id = $1 and id = $2 and person_id = $3 returning id`,
      [ctx.hub.id, id, ctx.person.id, ctx.now],
    );
    if (removed.length === 0) throw refuseKernel('not-found', { status: 404 });
    await ctx.record({ verb: 'programs.webhook-removed', object: { kind: 'webhook', id }, tags: [] });
    return null;
  },
});

const MOST_TURNS = 30_000;

/** Whoever may have seen the key can't sign with it for longer than the day in which receivers learn the new one. */
export const renewKey = action({
  name: 'programs.renew-webhook-key',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const renewed = await run(
      ctx.db,
      `update webhooks set key_turn = key_turn + 1, key_turned_at = $4
       where hub_id = $1 and id = $2 and person_id = $3 and stopped_at is null and key_turn < ${MOST_TURNS} returning id`,
      [ctx.hub.id, id, ctx.person.id, ctx.now],
    );
    if (renewed.length === 0) throw refuseKernel('not-found', { status: 404 });
    await ctx.record({ verb: 'programs.webhook-key-renewed', object: { kind: 'webhook', id }, tags: [] });
    return null;
  },
});

const BOTH_KEYS_MS = 24 * 3_600_000;

/** The turns of the keys a message is signed with at `now`, the present one first; and until when the one before is among them. */
export function keyTurns(
  { key_turn, key_turned_at }: { key_turn: number; key_turned_at: Date | null },
  now: Date,
): { turns: number[]; bothUntil: Date | null } {
  const until = key_turned_at && new Date(key_turned_at.getTime() + BOTH_KEYS_MS);
  return until && now < until
    ? { turns: [key_turn, key_turn - 1], bothUntil: until }
    : { turns: [key_turn], bothUntil: null };
}

export interface OwnWebhook {
  id: string;
  url: string;
  verbs: string[];
  made_at: Date;
  failing_since: Date | null;
  stopped_because: 'taken-back' | 'failing' | null;
  key_turn: number;
  key_turned_at: Date | null;
}

/** Those in use, and those that were stopped because nothing arrived. */
export function webhooksOf(db: Db, personId: string): Promise<OwnWebhook[]> {
  return run<OwnWebhook>(
    db,
    `select id, url, verbs, made_at, failing_since, stopped_because, key_turn, key_turned_at from webhooks
     where person_id = $1 and stopped_because is distinct from 'taken-back' order by id desc limit 20`,
    [personId],
  );
}

export interface Delivery {
  event_id: string;
  verb: string;
  begun_at: Date;
  attempts: number;
  status: number | null;
  failure: string | null;
  delivered_at: Date | null;
  given_up_at: Date | null;
}

const LOGGED = 50;

export function deliveriesOf(db: Db, webhookId: string): Promise<Delivery[]> {
  return run<Delivery>(
    db,
    `select event_id, verb, begun_at, attempts, status, failure, delivered_at, given_up_at from webhook_deliveries
     where webhook_id = $1 order by event_id desc limit ${LOGGED}`,
    [webhookId],
  );
}

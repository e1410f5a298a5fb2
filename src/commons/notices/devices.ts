/** X3: the devices on which somebody wants to be told. One's own and private: no event. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { isPushGateway } from './push-gateways.ts';
import { refuse } from './refusals.ts';

export const PUSH_SCOPES = ['own', 'all'] as const;
export type PushScope = (typeof PUSH_SCOPES)[number];

const MOST = 20;
const base64url = (bytes: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}=*$`));

export function digestOf(endpoint: string): Buffer {
  return createHash('sha256').update(endpoint).digest();
}

/** The same device again replaces its earlier subscription, whoever was signed in then. */
export const subscribe = action({
  name: 'notices.add-device',
  input: z.object({
    endpoint: z.string().min(1, 'required').max(1000),
    publicKey: base64url(65),
    auth: base64url(16),
    device: line({ min: 0, max: 200 }),
  }),
  async run(ctx, { endpoint, publicKey, auth, device }): Promise<null> {
    if (!isPushGateway(endpoint)) throw refuse('unknown-gateway');
    const mine = await run(ctx.db, 'select 1 from push_subscriptions where person_id = $1 limit $2', [
      ctx.person.id,
      MOST,
    ]);
    if (mine.length >= MOST) throw refuse('too-many-devices', { facts: { most: MOST } });
    await run(
      ctx.db,
      `insert into push_subscriptions (hub_id, id, person_id, endpoint, endpoint_digest, public_key, auth, device, subscribed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (hub_id, endpoint_digest) do update set person_id = excluded.person_id, public_key = excluded.public_key,
         auth = excluded.auth, device = excluded.device, subscribed_at = excluded.subscribed_at`,
      [ctx.hub.id, ctx.randomId(), ctx.person.id, endpoint, digestOf(endpoint), publicKey, auth, device, ctx.now],
    );
    return null;
  },
});

/** Takes one of the reader's own devices away; twice is as once. */
export const unsubscribe = action({
  name: 'notices.remove-device',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    await run(ctx.db, 'delete from push_subscriptions where hub_id = $1 and id = $2 and person_id = $3', [
      ctx.hub.id,
      id,
      ctx.person.id,
    ]);
    return null;
  },
});

export const choosePushScope = action({
  name: 'notices.choose-push-scope',
  input: z.object({ scope: z.enum(PUSH_SCOPES, 'not-a-choice') }),
  async run(ctx, { scope }): Promise<null> {
    await run(
      ctx.db,
      `insert into notice_people (hub_id, person_id, push_scope) values ($1, $2, $3)
       on conflict (hub_id, person_id) do update set push_scope = excluded.push_scope`,
      [ctx.hub.id, ctx.person.id, scope],
    );
    return null;
  },
});

export interface OwnDevice {
  id: string;
  device: string;
  subscribed_at: Date;
  push_scope: PushScope;
}

/** The devices, and the scope beside each; one row without a device where there is none. */
export function devicesOf(db: Db, personId: string): Promise<(Omit<OwnDevice, 'id'> & { id: string | null })[]> {
  return run(
    db,
    `select s.id, s.device, s.subscribed_at, coalesce(p.push_scope, 'own') as push_scope
     from (select $1::uuid as id) me
     left join notice_people p on p.person_id = me.id
     left join push_subscriptions s on s.person_id = me.id
     order by s.subscribed_at limit 21`,
    [personId],
  );
}

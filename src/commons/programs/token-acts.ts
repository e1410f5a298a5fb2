/** X8: making and revoking tokens. The token itself is made outside and never reaches an act: what acts give may be kept. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { addDays, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line } from '#kernel/text.ts';
import { refuse } from './refusals.ts';
import { SCOPES } from './scopes.ts';

const MOST_TOKENS = 20;
/** Days a token may hold, shortest first. */
export const LIFETIMES = [30, 90, 365] as const;
export const NAME_MAX = 80;

export const makeToken = action({
  name: 'programs.make-token',
  input: z.object({
    name: line({ max: NAME_MAX }),
    scopes: z.array(z.enum(SCOPES, { error: 'not-a-choice' })).min(1, 'required'),
    /** the person itself or an organisation it speaks for */
    actingId: z.uuid({ error: 'not-a-choice' }),
    days: z.coerce.number().pipe(
      z.union(
        LIFETIMES.map((days) => z.literal(days)),
        { error: 'not-a-choice' },
      ),
    ),
    /** SHA-256 of the token in hexadecimal */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  async run(ctx, { name, scopes, actingId, days, hash }): Promise<{ id: string; hash: string }> {
    if (ctx.reader.level === 0) throw refuseKernel('level');
    const speaksFor = ctx.reader.roles.some((held) => held.organisation.id === actingId);
    if (actingId !== ctx.person.id && !speaksFor) throw refuse('not-your-role', { field: 'actingId' });
    await refuseTooMany(ctx.db, ctx.person.id, ctx.now);
    const id = ctx.newId();
    await ctx.db
      .insertInto('api_tokens')
      .values({
        hub_id: ctx.hub.id,
        id,
        person_id: ctx.person.id,
        acting_id: actingId,
        name,
        scopes: [...new Set(scopes)],
        hash: Buffer.from(hash, 'hex'),
        made_at: ctx.now,
        expires_at: startOfTokyoDay(addDays(tokyoDate(ctx.now), days + 1)),
      })
      .execute();
    await ctx.record({ verb: 'programs.token-made', object: { kind: 'token', id }, tags: [] });
    return { id, hash };
  },
});

async function refuseTooMany(db: Db, personId: string, now: Date): Promise<void> {
  const held = await run(
    db,
    `select id from api_tokens where person_id = $1 and revoked_at is null and expires_at > $2 limit ${MOST_TOKENS}`,
    [personId, now],
  );
  if (held.length >= MOST_TOKENS) throw refuse('too-many-tokens', { facts: { most: MOST_TOKENS } });
}

export const revokeToken = action({
  name: 'programs.revoke-token',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<null> {
    const revoked = await run(
      ctx.db,
      `update api_tokens set revoked_at = coalesce(revoked_at, $4)
       where hub_id = $1 and id = $2 and person_id = $3 returning id`,
      [ctx.hub.id, id, ctx.person.id, ctx.now],
    );
    if (revoked.length === 0) throw refuseKernel('not-found', { status: 404 });
    await ctx.record({ verb: 'programs.token-revoked', object: { kind: 'token', id }, tags: [] });
    return null;
  },
});

export interface OwnToken {
  id: string;
  name: string;
  scopes: string[];
  acting_name: string;
  made_at: Date;
  expires_at: Date;
  /** YYYY-MM-DD */
  last_used_on: string | null;
}

/** Tokens that still open something, newest first. */
export function tokensOf(db: Db, personId: string, now: Date): Promise<OwnToken[]> {
  return run<OwnToken>(
    db,
    `select t.id, t.name, t.scopes, a.name as acting_name, t.made_at, t.expires_at, t.last_used_on::text as last_used_on
     from api_tokens t join actors a on a.hub_id = t.hub_id and a.id = t.acting_id
     where t.person_id = $1 and t.revoked_at is null and t.expires_at > $2 order by t.id desc limit ${MOST_TOKENS}`,
    [personId, now],
  );
}

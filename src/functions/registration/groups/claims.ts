/** F7.5 Somebody of the group takes over the entry that was brought in from a list: by the entry's own address, or through the desk. */
import { z } from 'zod';
import { giveRole } from '#commons/actors/index.ts';
import { queueMail } from '#commons/letters/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { groupHref } from './addresses.ts';
import { groupTags, type NamedGroup } from './declare.ts';
import { notFound, refusalFor } from './group.ts';
import { addressOf } from './keeping.ts';
import { keyHash, newKey } from './keys.ts';
import { claimLetter } from './letters.ts';
import { type GroupRow, lockedGroup } from './queries.ts';
import { CLAIM_KEY_DAYS, mayDoAsDesk, mayTakeOver } from './rules.ts';

const DAY = 86_400_000;

/** One letter a day to an address that nobody of the group may have typed. */
async function refuseSecondLetter(db: Db, groupId: string, now: Date): Promise<void> {
  const recent = await run(
    db,
    `select key_hash from group_keys where group_id = $1 and purpose = 'claim' and made_at > $2 limit 1`,
    [groupId, new Date(now.getTime() - DAY)],
  );
  if (recent.length > 0) throw refusalFor('asked-already');
}

/** Sends a key to the address the entry has; whoever asks doesn't learn the address. @throws Refusal nothing-to-confirm, asked-already, … */
export const askByLetter = action({
  name: 'groups.ask-by-letter',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedGroup> {
    const group = await lockedGroup(ctx.db, id);
    const no = mayTakeOver(ctx.reader, group);
    if (no) throw refusalFor(no);
    const to = await addressOf(ctx.db, id);
    if (to === '') throw refusalFor('nothing-to-confirm');
    await refuseSecondLetter(ctx.db, id, ctx.now);
    const key = newKey();
    await run(
      ctx.db,
      `insert into group_keys (hub_id, key_hash, group_id, purpose, person_id, made_at, expires_at) values ($1, $2, $3, 'claim', $4, $5, $6)`,
      [ctx.hub.id, keyHash(key), id, ctx.person.id, ctx.now, new Date(ctx.now.getTime() + CLAIM_KEY_DAYS * DAY)],
    );
    const href = `${ctx.hub.origin}/group-claims/${key}`;
    await queueMail(ctx.db, { hubId: ctx.hub.id, to, ...claimLetter(ctx.hub, group.name, ctx.person.name, href) }, ctx);
    await ctx.record({ verb: 'groups.claim-asked', object: { kind: 'group', id }, tags: [] });
    return { id, name: group.name };
  },
});

/** The entry a key of a letter hands over, and to whom; null: unknown, used or over. */
export async function claimByKey(db: Db, key: string, now: Date) {
  const [found] = await run<NamedGroup & { person_id: string; person_name: string }>(
    db,
    `select g.id, g.name, p.id as person_id, p.name as person_name from group_keys k
     join groups g on g.hub_id = k.hub_id and g.id = k.group_id and g.actor_id is null
     join actors p on p.hub_id = k.hub_id and p.id = k.person_id
     where k.key_hash = $1 and k.purpose = 'claim' and k.used_at is null and k.expires_at > $2`,
    [keyHash(key), now],
  );
  return found ?? null;
}

/** The entry becomes an actor, and the person its representative. */
async function handOver(ctx: ActionContext, group: GroupRow, personId: string, by: 'letter' | 'desk'): Promise<void> {
  const { id, name } = group;
  await run(
    ctx.db,
    `insert into actors (hub_id, id, kind, name, about, level, created_at) values ($1, $2, 'group', left($3, 80), '', 1, $4)`,
    [ctx.hub.id, id, name, ctx.now],
  );
  await giveRole(ctx.db, ctx.hub.id, { personId, organisationId: id, role: 'representative', now: ctx.now });
  await run(
    ctx.db,
    `update groups set actor_id = id, confirmed_at = $3, known_at = $3, known_by = 'desk' where hub_id = $1 and id = $2`,
    [ctx.hub.id, id, ctx.now],
  );
  await ctx.record({
    verb: 'groups.taken-over',
    object: { kind: 'group', id, version: group.version },
    public: { title: name, by },
    parts: [{ part: 'representative', actorId: personId, content: { group: id, person: personId } }],
    tags: [...groupTags(id), 'actors', `actor:${personId}`],
    as: id,
  });
}

/** Pressed by whoever asked, with the key from the group's own letter box. */
export const takeOverByKey = action({
  name: 'groups.take-over',
  input: z.object({ key: z.string().max(100) }),
  async run(ctx, { key }): Promise<NamedGroup> {
    const found = await claimByKey(ctx.db, key, ctx.now);
    if (!found || found.person_id !== ctx.person.id) throw refusalFor('key-over');
    const group = await lockedGroup(ctx.db, found.id);
    const no = mayTakeOver(ctx.reader, group);
    if (no) throw refusalFor(no);
    await run(ctx.db, 'update group_keys set used_at = $3 where hub_id = $1 and key_hash = $2', [
      ctx.hub.id,
      keyHash(key),
      ctx.now,
    ]);
    await handOver(ctx, group, ctx.person.id, 'letter');
    return { id: group.id, name: group.name };
  },
});

/** Where the entry has no address, or the address is old: the desk is asked. What is said to it is seen by the desk alone. */
export const askDesk = action({
  name: 'groups.ask-desk',
  input: z.object({ id: z.uuid(), word: prose({ max: 600 }), contact: line({ max: 200 }) }),
  async run(ctx, { id, word, contact }): Promise<NamedGroup> {
    const group = await lockedGroup(ctx.db, id);
    const no = mayTakeOver(ctx.reader, group);
    if (no) throw refusalFor(no);
    const asked = await run(
      ctx.db,
      `insert into group_claims (hub_id, id, group_id, person_id, word, contact, asked_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (hub_id, group_id, person_id) where settled_at is null do nothing returning id`,
      [ctx.hub.id, ctx.newId(), id, ctx.person.id, word, contact, ctx.now],
    );
    if (asked.length === 0) throw refusalFor('asked-already');
    if (ctx.hub.secretariatId)
      await tell(ctx, {
        people: [ctx.hub.secretariatId],
        kind: 'groups.claim-asked',
        about: { kind: 'group', id },
        href: '/group-desk',
        facts: { group: group.name },
      });
    await ctx.record({ verb: 'groups.claim-asked', object: { kind: 'group', id }, tags: [] });
    return { id, name: group.name };
  },
});

/** The desk answers. Why not is told to whoever asked. */
export const settleClaim = action({
  name: 'groups.settle-claim',
  input: z.object({
    id: z.uuid(),
    granted: z.enum(['yes', 'no'], { error: 'not-a-choice' }),
    reason: prose({ min: 0, max: 400 }).optional().default(''),
  }),
  async run(ctx, { id, granted, reason }): Promise<NamedGroup> {
    const no = mayDoAsDesk(ctx.reader, ctx.hub);
    if (no) throw refusalFor(no);
    const [claim] = await run<{ group_id: string; person_id: string; settled_at: Date | null }>(
      ctx.db,
      'select group_id, person_id, settled_at from group_claims where id = $1 for update',
      [id],
    );
    if (!claim) throw notFound();
    if (claim.settled_at) throw refusalFor('settled-already');
    const group = await lockedGroup(ctx.db, claim.group_id);
    if (granted === 'yes' && group.actor_id) throw refusalFor('taken-over');
    await run(
      ctx.db,
      `update group_claims set settled_at = $3, granted = $4, settled_by = $5, reason = $6, word = '', contact = ''
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.now, granted === 'yes', ctx.person.id, reason],
    );
    if (granted === 'yes') await handOver(ctx, group, claim.person_id, 'desk');
    const told = { people: [claim.person_id], about: { kind: 'group', id: group.id }, href: groupHref(group.id) };
    const facts = { group: group.name, reason };
    if (granted === 'yes') await tell(ctx, { ...told, kind: 'groups.claim-granted', facts });
    else await tell(ctx, { ...told, kind: 'groups.claim-refused', facts });
    return { id: group.id, name: group.name };
  },
});

export interface OpenClaim {
  id: string;
  group_id: string;
  group_name: string;
  person_id: string;
  person_name: string;
  word: string;
  contact: string;
  asked_at: Date;
}

/** For the desk alone. Oldest first. */
export function openClaims(db: Db): Promise<OpenClaim[]> {
  return run<OpenClaim>(
    db,
    `select c.id, c.group_id, g.name as group_name, c.person_id, p.name as person_name, c.word, c.contact, c.asked_at
     from group_claims c join groups g on g.hub_id = c.hub_id and g.id = c.group_id
     join actors p on p.hub_id = c.hub_id and p.id = c.person_id where c.settled_at is null order by c.id limit 100`,
  );
}

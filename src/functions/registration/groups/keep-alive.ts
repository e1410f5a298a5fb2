/** F7.2 Once a year the group is asked whether its declaration holds. One click answers; who doesn't answer rests, and is deleted by nobody. */
import { z } from 'zod';
import { groupRules } from '#commons/hubs/index.ts';
import { queueMail } from '#commons/letters/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { prose } from '#kernel/text.ts';
import { groupTags, type NamedGroup } from './declare.ts';
import { sayFromPaper } from './from-paper.ts';
import { refusalFor } from './group.ts';
import { addressOf } from './keeping.ts';
import { keyHash, newKey } from './keys.ts';
import { confirmationLetter } from './letters.ts';
import { lockedGroup } from './queries.ts';
import { mayChange, mayWithdraw } from './rules.ts';

const DAY = 86_400_000;
/** So many groups are asked at a turn of the clock: letters go out in small portions. */
const MOST_AT_ONCE = 200;

const CONFIRMED = `update groups set confirmed_at = $3, asked_at = null, resting_at = null
  where hub_id = $1 and id = $2 and actor_id is not null and withdrawn_at is null returning id, name`;

/** Signed in, for one's own group. */
export const confirmDeclaration = action({
  name: 'groups.confirm',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedGroup> {
    const group = await lockedGroup(ctx.db, id);
    const no = mayChange(ctx.reader, group, ctx.hub);
    if (no) throw refusalFor(no);
    await run(ctx.db, CONFIRMED, [ctx.hub.id, id, ctx.now]);
    await ctx.record({
      verb: 'groups.confirmed',
      object: { kind: 'group', id, version: group.version },
      public: { title: group.name },
      parts: [{ part: 'confirmation', actorId: id, content: { version: group.version } }],
      tags: groupTags(id),
      as: id,
    });
    await sayFromPaper(ctx, group, 'confirmed');
    return { id, name: group.name };
  },
});

/** The group for which a key of a letter asks; null: unknown, used or over. */
export async function askedByKey(db: Db, key: string, now: Date): Promise<NamedGroup | null> {
  const [group] = await run<NamedGroup>(
    db,
    `select g.id, g.name from group_keys k join groups g on g.hub_id = k.hub_id and g.id = k.group_id
     where k.key_hash = $1 and k.purpose = 'confirmation' and k.used_at is null and k.expires_at > $2 and g.withdrawn_at is null`,
    [keyHash(key), now],
  );
  return group ?? null;
}

/** The group that has answered by this key already: pressed twice, or opened again, it is told so; null: it hasn't. */
export async function answeredByKey(db: Db, key: string): Promise<(NamedGroup & { used_at: Date }) | null> {
  const [group] = await run<NamedGroup & { used_at: Date }>(
    db,
    `select g.id, g.name, k.used_at from group_keys k join groups g on g.hub_id = k.hub_id and g.id = k.group_id
     where k.key_hash = $1 and k.purpose = 'confirmation' and k.used_at is not null and g.withdrawn_at is null`,
    [keyHash(key)],
  );
  return group ?? null;
}

/**
 * Whoever has the letter answers without signing in. The journal's entry is written by the worker, which has the means for events without a
 * person. Null: the key is over.
 */
export async function confirmByKey(db: Db, hubId: number, key: string, now: Date): Promise<NamedGroup | null> {
  const [used] = await run<{ group_id: string }>(
    db,
    `update group_keys set used_at = $3 where hub_id = $1 and key_hash = $2 and purpose = 'confirmation' and used_at is null
       and expires_at > $3 returning group_id`,
    [hubId, keyHash(key), now],
  );
  if (!used) return null;
  const [group] = await run<NamedGroup>(db, CONFIRMED, [hubId, used.group_id, now]);
  if (!group) return null;
  await run(db, 'select graphile_worker.add_job($1, $2::json, job_key => $3)', [
    'group-letters.note-confirmation',
    JSON.stringify({ hub: hubId, id: group.id }),
    `group-letters.note-confirmation:${group.id}`,
  ]);
  return group;
}

/** The journal's entry of an answer that came by letter. */
export async function noteConfirmation(job: JobContext, payload: Record<string, unknown>): Promise<void> {
  const id = z.uuid().parse(payload.id);
  await job.hubwise.write(job.hub.id, async (db) => {
    const group = await lockedGroup(db, id);
    await job.record(db, {
      verb: 'groups.confirmed',
      object: { kind: 'group', id, version: group.version },
      public: { title: group.name, byLetter: true },
      parts: [{ part: 'confirmation', actorId: id, content: { version: group.version } }],
      tags: groupTags(id),
      as: id,
    });
  });
  await job.invalidate(groupTags(id));
}

interface Due {
  id: string;
  name: string;
  desk_since?: Date | null;
}

/** Asks groups whose year is over, each once: whoever speaks for it by a notice, its own address by a letter. */
export async function askGroups(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  const asked = await hubwise.write(hub.id, async (db) => {
    const due = await run<Due>(
      db,
      `update groups set asked_at = $2 where hub_id = $1 and id in (
         select id from groups where actor_id is not null and withdrawn_at is null and asked_at is null and confirmed_at <= $3
         order by confirmed_at limit ${MOST_AT_ONCE} for update skip locked) returning id, name, desk_since`,
      [hub.id, now, new Date(now.getTime() - groupRules(hub).confirmDays * DAY)],
    );
    for (const group of due) await askGroup(db, job, group);
    return due;
  });
  if (asked.length > 0) await job.invalidate(['groups', ...asked.map(({ id }) => `group:${id}`)]);
}

async function askGroup(db: Db, { hub, now, newId }: JobContext, group: Due): Promise<void> {
  if (group.desk_since) return askAtTheDesk(db, { hub, now, newId }, group);
  const key = newKey();
  const { restDays } = groupRules(hub);
  await run(
    db,
    `insert into group_keys (hub_id, key_hash, group_id, purpose, made_at, expires_at) values ($1, $2, $3, 'confirmation', $4, $5)`,
    [hub.id, keyHash(key), group.id, now, new Date(now.getTime() + restDays * DAY)],
  );
  const href = `/group-confirmations/${key}`;
  await tell(
    { db, hub, now, newId },
    {
      people: [group.id],
      kind: 'groups.confirmation-asked',
      about: { kind: 'group', id: group.id },
      href,
      facts: { group: group.name },
    },
  );
  const to = await addressOf(db, group.id);
  if (to === '') return;
  await queueMail(
    db,
    { hubId: hub.id, to, ...confirmationLetter(hub, { name: group.name, days: restDays, href: hub.origin + href }) },
    { now, newId },
  );
}

/** X13: people without e-mail are asked by telephone or post; the desk is told that it is time. */
async function askAtTheDesk(
  db: Db,
  { hub, now, newId }: Pick<JobContext, 'hub' | 'now' | 'newId'>,
  group: Due,
): Promise<void> {
  if (!hub.secretariatId) return;
  await tell(
    { db, hub, now, newId },
    {
      people: [hub.secretariatId],
      kind: 'groups.desk-due',
      about: { kind: 'group', id: group.id },
      href: '/group-desk#papers',
      facts: { group: group.name },
    },
  );
}

/** Groups that didn't answer rest from now on. Their page stays, and one click brings them back. */
export async function restGroups(job: JobContext): Promise<void> {
  const { hub, hubwise, now } = job;
  const rested = await hubwise.write(hub.id, async (db) => {
    const groups = await run<Due & { version: number }>(
      db,
      `update groups set resting_at = $2 where hub_id = $1 and actor_id is not null and withdrawn_at is null and resting_at is null
         and asked_at <= $3 returning id, name, version`,
      [hub.id, now, new Date(now.getTime() - groupRules(hub).restDays * DAY)],
    );
    for (const { id, name, version } of groups)
      await job.record(db, {
        verb: 'groups.rested',
        object: { kind: 'group', id, version },
        public: { title: name },
        tags: groupTags(id),
      });
    return groups;
  });
  if (rested.length > 0) await job.invalidate(['groups', ...rested.map(({ id }) => `group:${id}`)]);
}

/** The group takes its declaration back. The page stays as a tombstone with its history. */
export const withdrawGroup = action({
  name: 'groups.withdraw',
  input: z.object({ id: z.uuid(), reason: prose({ min: 0, max: 400 }).optional().default('') }),
  async run(ctx, { id, reason }): Promise<NamedGroup> {
    const group = await lockedGroup(ctx.db, id);
    const no = mayWithdraw(ctx.reader, group, ctx.hub);
    if (no) throw refusalFor(no);
    await run(
      ctx.db,
      `update groups set withdrawn_at = $3, withdrawal_reason = $4, contacts = '{}', kept_contacts = '{}' where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.now, reason],
    );
    await run(ctx.db, 'delete from group_keys where hub_id = $1 and group_id = $2', [ctx.hub.id, id]);
    await ctx.record({
      verb: 'groups.withdrawn',
      object: { kind: 'group', id, version: group.version },
      public: { title: group.name },
      parts: [{ part: 'withdrawal', actorId: id, content: { reason } }],
      tags: [...groupTags(id), `actor:${id}`],
      as: id,
    });
    await sayFromPaper(ctx, group, 'withdrawn');
    return { id, name: group.name };
  },
});

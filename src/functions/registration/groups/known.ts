/** F7.1 「代表者未確認」 ends when the person was confirmed through a contact others know: by the desk, or by two known groups that vouch. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { groupTags, type NamedGroup } from './declare.ts';
import { type KnownBy, refusalFor } from './group.ts';
import { type GroupRow, lockedGroup } from './queries.ts';
import { mayDoAsDesk, mayVouch, VOUCHERS_NEEDED } from './rules.ts';

async function makeKnown(ctx: ActionContext, group: GroupRow, by: KnownBy, as: string): Promise<void> {
  await run(ctx.db, 'update groups set known_at = $3, known_by = $4 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    group.id,
    ctx.now,
    by,
  ]);
  await ctx.record({
    verb: 'groups.representative-known',
    object: { kind: 'group', id: group.id, version: group.version },
    public: { title: group.name, by },
    parts: [{ part: 'known', actorId: group.id, content: { by } }],
    tags: groupTags(group.id),
    as,
  });
}

/** The desk has met or called or written to the group through a contact that others know. Only method and date are kept. */
export const confirmRepresentative = action({
  name: 'groups.confirm-representative',
  input: z.object({ id: z.uuid(), by: z.enum(['post', 'telephone', 'desk'], { error: 'not-a-choice' }) }),
  async run(ctx, { id, by }): Promise<NamedGroup> {
    const no = mayDoAsDesk(ctx.reader, ctx.hub);
    if (no) throw refusalFor(no);
    const group = await lockedGroup(ctx.db, id);
    if (!group.actor_id || group.withdrawn_at) throw refusalFor('withdrawn');
    if (group.known_at) throw refusalFor('known-already');
    await makeKnown(ctx, group, by, ctx.hub.secretariatId ?? ctx.actor.id);
    return { id, name: group.name };
  },
});

/** A registered group whose own representative is known vouches for another's. With the second voucher it is known. */
export const vouchFor = action({
  name: 'groups.vouch',
  input: z.object({ id: z.uuid(), voucher: z.uuid() }),
  async run(ctx, { id, voucher }): Promise<NamedGroup & { known: boolean }> {
    const group = await lockedGroup(ctx.db, id);
    const by = await lockedGroup(ctx.db, voucher);
    const no = mayVouch(ctx.reader, by, group);
    if (no) throw refusalFor(no);
    const vouched = await run(
      ctx.db,
      `insert into group_vouches (hub_id, group_id, voucher_id, person_id, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning voucher_id`,
      [ctx.hub.id, id, voucher, ctx.person.id, ctx.now],
    );
    if (vouched.length === 0) throw refusalFor('vouched-already');
    await ctx.record({
      verb: 'groups.vouched',
      object: { kind: 'group', id, version: group.version },
      public: { title: group.name, voucher: by.name },
      parts: [{ part: 'vouch', actorId: voucher, content: { group: id } }],
      tags: groupTags(id),
      as: voucher,
    });
    const vouchers = await run(ctx.db, 'select voucher_id from group_vouches where group_id = $1 limit $2', [
      id,
      VOUCHERS_NEEDED,
    ]);
    const known = vouchers.length >= VOUCHERS_NEEDED;
    if (known) await makeKnown(ctx, group, 'vouched', voucher);
    return { id, name: group.name, known };
  },
});

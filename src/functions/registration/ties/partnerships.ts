/** F7.3 「いっしょに活動しています」: said by one, confirmed by the other, ended by either. Public only while both say so. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { type GroupRow, groupHref, lockedGroup, speaksFor } from '../groups/index.ts';
import { notFound, pairOf, refusalFor } from './tie.ts';

/** Both, held in their order so that two who ask each other at once don't wait for one another. */
export async function lockPair(
  ctx: ActionContext,
  own: string,
  other: string,
): Promise<{ mine: GroupRow; theirs: GroupRow }> {
  if (own === other) throw refusalFor('own-group');
  const { low } = pairOf(own, other);
  const first = await lockedGroup(ctx.db, low);
  const second = await lockedGroup(ctx.db, low === own ? other : own);
  const [mine, theirs] = first.id === own ? [first, second] : [second, first];
  if (!speaksFor(ctx.reader, own)) throw refusalFor('not-of-the-group');
  for (const group of [mine, theirs])
    if (!group.actor_id || group.withdrawn_at) throw refusalFor('not-a-standing-group');
  return { mine, theirs };
}

const tieTags = (a: string, b: string) => ['ties', `group:${a}`, `group:${b}`];

export const askPartnership = action({
  name: 'ties.ask',
  input: z.object({ own: z.uuid(), other: z.uuid(), what: line({ max: 120 }) }),
  async run(ctx, { own, other, what }): Promise<{ id: string; other: string }> {
    const { mine } = await lockPair(ctx, own, other);
    const { low, high } = pairOf(own, other);
    const id = ctx.newId();
    const asked = await run(
      ctx.db,
      `insert into partnerships (hub_id, id, group_id, other_id, low_id, high_id, what, person_id, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (hub_id, low_id, high_id) where ended_at is null do nothing returning id`,
      [ctx.hub.id, id, own, other, low, high, what, ctx.person.id, ctx.now],
    );
    if (asked.length === 0) throw refusalFor('asked-already');
    await tell(ctx, {
      people: [other],
      kind: 'ties.asked',
      about: { kind: 'group', id: other },
      href: `${groupHref(other)}/ties`,
      facts: { group: mine.name, what },
    });
    await ctx.record({ verb: 'ties.asked', object: { kind: 'partnership', id }, tags: [] });
    return { id, other };
  },
});

interface Row {
  id: string;
  group_id: string;
  other_id: string;
  what: string;
  confirmed_at: Date | null;
  ended_at: Date | null;
  name: string;
  other_name: string;
}

async function lockedPartnership(ctx: ActionContext, id: string): Promise<Row> {
  const [row] = await run<Row>(
    ctx.db,
    `select p.id, p.group_id, p.other_id, p.what, p.confirmed_at, p.ended_at, g.name, o.name as other_name
     from partnerships p join groups g on g.hub_id = p.hub_id and g.id = p.group_id
     join groups o on o.hub_id = p.hub_id and o.id = p.other_id where p.id = $1 for update of p`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}

/** The other side says yes. */
export const confirmPartnership = action({
  name: 'ties.confirm',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ other: string }> {
    const tie = await lockedPartnership(ctx, id);
    if (!speaksFor(ctx.reader, tie.other_id)) throw refusalFor('not-of-the-group');
    if (tie.confirmed_at || tie.ended_at) throw refusalFor('settled-already');
    await run(ctx.db, 'update partnerships set confirmed_at = $3, confirmed_by = $4 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      ctx.now,
      ctx.person.id,
    ]);
    await ctx.record({
      verb: 'ties.confirmed',
      object: { kind: 'partnership', id },
      public: { title: `${tie.name}・${tie.other_name}`, group: tie.other_id },
      parts: [
        {
          part: 'partnership',
          actorId: tie.other_id,
          content: { groups: [tie.group_id, tie.other_id], what: tie.what },
        },
      ],
      tags: tieTags(tie.group_id, tie.other_id),
      as: tie.other_id,
    });
    await tell(ctx, {
      people: [tie.group_id],
      kind: 'ties.confirmed',
      about: { kind: 'group', id: tie.group_id },
      href: `${groupHref(tie.group_id)}/ties`,
      facts: { group: tie.other_name },
    });
    return { other: tie.other_id };
  },
});

/** Either side says that it is no more; before it was confirmed, that it isn't or wasn't. */
export const endPartnership = action({
  name: 'ties.end',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ other: string }> {
    const tie = await lockedPartnership(ctx, id);
    const own = [tie.group_id, tie.other_id].find((groupId) => speaksFor(ctx.reader, groupId));
    if (!own) throw refusalFor('not-of-the-group');
    if (tie.ended_at) throw refusalFor('settled-already');
    await run(ctx.db, 'update partnerships set ended_at = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, ctx.now]);
    if (!tie.confirmed_at) {
      await ctx.record({ verb: 'ties.declined', object: { kind: 'partnership', id }, tags: [] });
      return { other: own };
    }
    await ctx.record({
      verb: 'ties.ended',
      object: { kind: 'partnership', id },
      public: { title: `${tie.name}・${tie.other_name}`, group: own },
      parts: [{ part: 'partnership', actorId: own, content: { groups: [tie.group_id, tie.other_id], ended: true } }],
      tags: tieTags(tie.group_id, tie.other_id),
      as: own,
    });
    return { other: own };
  },
});

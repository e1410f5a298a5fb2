/** F7.3 A registered group founds a circle, others join it and leave it, each by its own act. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { type GroupRow, lockedGroup, speaksFor } from '../groups/index.ts';
import { circlePath } from './addresses.ts';
import { CIRCLE_LIMITS, MOST_MEMBERS, refusalFor } from './circle.ts';
import { type Circle, circleById } from './queries.ts';

export interface NamedCircle {
  id: string;
  name: string;
}

export const circleTags = (id: string) => ['circles', `circle:${id}`];

/** The group for which somebody acts here: standing, and theirs to speak for. */
export async function ownStanding(ctx: ActionContext, own: string): Promise<GroupRow> {
  const group = await lockedGroup(ctx.db, own);
  if (!speaksFor(ctx.reader, own)) throw refusalFor('not-of-the-group');
  if (!group.actor_id || group.withdrawn_at) throw refusalFor('not-a-standing-group');
  return group;
}

export async function lockedCircle(ctx: ActionContext, id: string): Promise<Circle> {
  const circle = await circleById(ctx.db, id, 'for update of c');
  if (circle.closed_at) throw refusalFor('closed');
  return circle;
}

async function enter(ctx: ActionContext, circleId: string, groupId: string): Promise<void> {
  const entered = await run(
    ctx.db,
    `insert into circle_members (hub_id, circle_id, group_id, person_id, asked_at, joined_at) values ($1, $2, $3, $4, $5, $5)
     on conflict (hub_id, circle_id, group_id) do update set joined_at = $5, left_at = null, person_id = $4
       where circle_members.left_at is not null returning group_id`,
    [ctx.hub.id, circleId, groupId, ctx.person.id, ctx.now],
  );
  if (entered.length === 0) throw refusalFor('member-already');
  await run(ctx.db, 'update circles set member_count = member_count + 1 where hub_id = $1 and id = $2', [
    ctx.hub.id,
    circleId,
  ]);
}

export const foundCircle = action({
  name: 'circles.found',
  input: z.object({
    own: z.uuid(),
    name: line({ max: CIRCLE_LIMITS.name }),
    about: prose({ max: CIRCLE_LIMITS.about }),
  }),
  async run(ctx, { own, name, about }): Promise<NamedCircle> {
    const group = await ownStanding(ctx, own);
    const id = ctx.newId();
    await run(
      ctx.db,
      'insert into circles (hub_id, id, group_id, person_id, name, about, founded_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [ctx.hub.id, id, own, ctx.person.id, name, about, ctx.now],
    );
    await enter(ctx, id, own);
    await ctx.record({
      verb: 'circles.founded',
      object: { kind: 'circle', id },
      public: { title: name, by: group.name },
      parts: [{ part: 'circle', actorId: own, content: { name, about } }],
      tags: [...circleTags(id), `group:${own}`],
      as: own,
    });
    return { id, name };
  },
});

export const joinCircle = action({
  name: 'circles.join',
  input: z.object({ id: z.uuid(), own: z.uuid() }),
  async run(ctx, { id, own }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    const group = await ownStanding(ctx, own);
    if (circle.member_count >= MOST_MEMBERS) throw refusalFor('full');
    await enter(ctx, id, own);
    await ctx.record({
      verb: 'circles.joined',
      object: { kind: 'circle', id },
      public: { title: circle.name },
      parts: [{ part: 'member', actorId: own, content: { circle: id, group: own } }],
      tags: [...circleTags(id), `group:${own}`],
      as: own,
    });
    await tell(ctx, {
      people: [circle.group_id],
      kind: 'circles.joined',
      about: { kind: 'circle', id },
      href: circlePath(circle),
      facts: { circle: circle.name, group: group.name },
    });
    return { id, name: circle.name };
  },
});

/** A group leaves; the founding one can't, it closes the circle instead. */
export const leaveCircle = action({
  name: 'circles.leave',
  input: z.object({ id: z.uuid(), own: z.uuid() }),
  async run(ctx, { id, own }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    if (!speaksFor(ctx.reader, own)) throw refusalFor('not-of-the-group');
    if (circle.group_id === own) throw refusalFor('founder-stays');
    const left = await run(
      ctx.db,
      `update circle_members set left_at = $4 where hub_id = $1 and circle_id = $2 and group_id = $3 and left_at is null returning group_id`,
      [ctx.hub.id, id, own, ctx.now],
    );
    if (left.length === 0) throw refusalFor('not-a-member');
    await run(ctx.db, 'update circles set member_count = member_count - 1 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
    ]);
    await ctx.record({
      verb: 'circles.left',
      object: { kind: 'circle', id },
      public: { title: circle.name },
      parts: [{ part: 'member', actorId: own, content: { circle: id, group: own, left: true } }],
      tags: [...circleTags(id), `group:${own}`],
      as: own,
    });
    return { id, name: circle.name };
  },
});

export const changeCircle = action({
  name: 'circles.change',
  input: z.object({ id: z.uuid(), about: prose({ max: CIRCLE_LIMITS.about }) }),
  async run(ctx, { id, about }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    if (!speaksFor(ctx.reader, circle.group_id)) throw refusalFor('not-founder');
    await run(ctx.db, 'update circles set about = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, about]);
    await ctx.record({
      verb: 'circles.changed',
      object: { kind: 'circle', id },
      public: { title: circle.name },
      parts: [{ part: 'circle', actorId: circle.group_id, content: { about } }],
      tags: circleTags(id),
      as: circle.group_id,
    });
    return { id, name: circle.name };
  },
});

export const closeCircle = action({
  name: 'circles.close',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedCircle> {
    const circle = await lockedCircle(ctx, id);
    if (!speaksFor(ctx.reader, circle.group_id)) throw refusalFor('not-founder');
    await run(ctx.db, 'update circles set closed_at = $3 where hub_id = $1 and id = $2', [ctx.hub.id, id, ctx.now]);
    await ctx.record({
      verb: 'circles.closed',
      object: { kind: 'circle', id },
      public: { title: circle.name },
      tags: circleTags(id),
      as: circle.group_id,
    });
    return { id, name: circle.name };
  },
});

/**
 * F1.4 Several hands for one part: by choice with a reason that everybody reads, or by lot that everybody can draw again. Who comes first
 * where the rule says so is decided as the hand is raised.
 */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { journalChance } from '#functions/participation/panels/index.ts';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { shortId } from '#kernel/ids.ts';
import { drawLots, LOT_METHOD, type LotEntry } from '#kernel/lot.ts';
import { prose } from '#kernel/text.ts';
import { showcaseHref, slotAnchor } from './addresses.ts';
import type { NamedShowcase } from './announce.ts';
import { aboutHand, passOn, setState } from './hands.ts';
import { type Hand, handById, handsAtEndOfCall, handsOf, lockedShowcase } from './queries.ts';
import { mayChoose, mayDraw, mayPlan } from './rules.ts';
import { LIMITS, notFound, refusalFor, showcaseTags } from './showcase.ts';

/** Gives a part to one of those who raised their hand for it. The reason is public. */
export const giveSlot = action({
  name: 'stage.give-slot',
  input: z.object({
    id: z.uuid(),
    handId: z.uuid({ error: 'required' }),
    reason: prose({ max: LIMITS.reason }),
  }),
  async run(ctx, { id, handId, reason }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayChoose(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    const hand = await handById(ctx.db, handId, 'for update of d');
    if (hand.showcase_id !== id) throw notFound();
    if (hand.state !== 'raised') throw refusalFor('hand-ended');
    const standing = (await handsOf(ctx.db, id)).filter((one) => one.slot_id === hand.slot_id);
    if (standing.some(({ state }) => state === 'holding' || state === 'asked')) throw refusalFor('slot-taken');
    await setState(ctx, handId, 'holding', { reason });
    const named = { id: handId, title: hand.title, groupId: hand.group_id, groupName: hand.group_name };
    await ctx.record(aboutHand('stage.slot-given', showcase, named, { slot: hand.slot_id, reason }, showcase.host_id));
    await tell(ctx, {
      people: [hand.group_id],
      kind: 'stage.slot-given',
      about: { kind: 'showcase', id },
      href: `${showcaseHref(id)}#${slotAnchor(hand.slot_id)}`,
      facts: { showcase: showcase.title, title: hand.title },
    });
    const others = standing.filter((one) => one.id !== handId);
    await tell(ctx, {
      people: others.map(({ group_id }) => group_id),
      kind: 'stage.slot-not-given',
      about: { kind: 'showcase', id },
      href: `${showcaseHref(id)}#${slotAnchor(hand.slot_id)}`,
      facts: { showcase: showcase.title },
    });
    return { id, title: showcase.title };
  },
});

/** Whoever was offered a part and doesn't answer: whoever organises asks the next. */
export const passOver = action({
  name: 'stage.pass-over',
  input: z.object({ id: z.uuid(), handId: z.uuid() }),
  async run(ctx, { id, handId }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayPlan(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    const hand = await handById(ctx.db, handId, 'for update of d');
    if (hand.showcase_id !== id) throw notFound();
    if (hand.state !== 'asked') throw refusalFor('not-asked');
    await setState(ctx, handId, 'declined');
    const named = { id: handId, title: hand.title, groupId: hand.group_id, groupName: hand.group_name };
    await ctx.record(aboutHand('stage.passed-over', showcase, named, { slot: hand.slot_id }, showcase.host_id));
    await passOn(ctx, showcase, hand.slot_id);
    return { id, title: showcase.title };
  },
});

/** A hand in the list of a lot: its part, and the number that stands on the hand. */
export function lotEntries(hands: readonly Pick<Hand, 'id' | 'slot_id'>[]): LotEntry[] {
  return hands.map(({ id, slot_id }) => ({ number: shortId(id), strata: [shortId(slot_id)] }));
}

export interface SlotLot {
  slotId: string;
  listHash: string;
  /** ids of hands, who has the part first, then who comes next when it becomes free */
  order: string[];
}

/** Each part is a lot of its own: one place among those who raised their hand for it when the call ended. */
export async function lotsOf(hands: readonly Pick<Hand, 'id' | 'slot_id'>[], chance: string): Promise<SlotLot[]> {
  const lots: SlotLot[] = [];
  for (const [slotId, wanting] of Map.groupBy(hands, ({ slot_id }) => slot_id)) {
    const { order, listHash } = await drawLots(lotEntries(wanting), 1, chance);
    const ids = new Map(wanting.map(({ id }) => [shortId(id), id]));
    lots.push({ slotId, listHash, order: order.map(({ number }) => ids.get(number)!) });
  }
  return lots;
}

/** Draws for every part at once, from a chance that nobody knew while the call was open. */
export const drawSlots = action({
  name: 'stage.draw',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayDraw(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    const hands = await handsAtEndOfCall(ctx.db, id);
    if (hands.length === 0) throw refusalFor('no-hands');
    const head = await journalChance(ctx.db, showcase.call_until);
    if (!head) throw refusalFor('no-chance-yet');
    const lots = await lotsOf(hands, head.chance);
    const standing = new Set(hands.filter(({ ended_at }) => ended_at === null).map((hand) => hand.id));
    const turns = lots.flatMap(({ order }) => {
      // Whoever lowered the hand since the call ended keeps a number in the list, and no place.
      const first = order.find((handId) => standing.has(handId));
      return order.map((handId, at) => ({ id: handId, rank: at + 1, holds: handId === first }));
    });
    await run(
      ctx.db,
      `update showcase_hands d set rank = t.rank, state = case when t.holds then 'holding' else d.state end,
         decided_at = case when t.holds then $4::timestamptz else d.decided_at end
       from jsonb_to_recordset($3::jsonb) as t(id uuid, rank int, holds boolean)
       where d.hub_id = $1 and d.showcase_id = $2 and d.id = t.id`,
      [ctx.hub.id, id, JSON.stringify(turns), ctx.now],
    );
    await run(ctx.db, 'update showcases set drawn_at = $3, chance = $4 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      ctx.now,
      head.chance,
    ]);
    await ctx.record({
      verb: 'stage.drawn',
      object: { kind: 'showcase', id, version: showcase.version },
      public: { title: showcase.title, chance: head.chance },
      parts: [
        {
          part: 'draw',
          actorId: showcase.host_id,
          content: { method: LOT_METHOD, chance: head.chance, lots: lots.map((lot) => ({ ...lot })) },
        },
      ],
      tags: showcaseTags(id, ...hands.map(({ group_id }) => group_id)),
      as: showcase.host_id,
    });
    await tell(ctx, {
      people: [...new Set(hands.map(({ group_id }) => group_id))],
      kind: 'stage.drawn',
      about: { kind: 'showcase', id },
      href: showcaseHref(id),
      facts: { showcase: showcase.title },
    });
    return { id, title: showcase.title };
  },
});

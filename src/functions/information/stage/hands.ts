/** F1.4, P2 Groups raise their hand for a part of a showcase, change what they show, take what they are offered, give it back. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { lockedGroup } from '#functions/registration/groups/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext, EventInput } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { showcaseHref, slotAnchor } from './addresses.ts';
import { type Hand, handById, handsOf, lockedShowcase, type ShownShowcase, slotsOf } from './queries.ts';
import { mayRaise, nextAsked, speaksAs, stateOfNew } from './rules.ts';
import { type HandInput, type HandState, handInput, notFound, refusalFor, showcaseTags } from './showcase.ts';

export interface RaisedHand {
  id: string;
  showcaseId: string;
  title: string;
  state: HandState;
}

function contentOf({ title, about, needs, needsNote }: HandInput): Record<string, unknown> {
  return { title, about, needs, needsNote };
}

/** A public event about a hand: who it is from, and in which programme. */
export function aboutHand(
  verb: string,
  showcase: Pick<ShownShowcase, 'id' | 'title'>,
  hand: { id: string; title: string; groupId: string; groupName: string },
  content: Record<string, unknown>,
  as = hand.groupId,
): EventInput {
  return {
    verb,
    object: { kind: 'showcase-hand', id: hand.id },
    public: { title: hand.title, showcase: showcase.id, showcaseTitle: showcase.title, group: hand.groupName },
    parts: [{ part: 'hand', actorId: as, content }],
    tags: [...showcaseTags(showcase.id, hand.groupId), `actor:${hand.groupId}`],
    as,
  };
}

export const raiseHand = action({
  name: 'stage.raise-hand',
  input: handInput.extend({ id: z.uuid(), slotId: z.uuid({ error: 'required' }), own: z.uuid({ error: 'required' }) }),
  async run(ctx, { id, slotId, own, ...input }): Promise<RaisedHand> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayRaise(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    const group = await lockedGroup(ctx.db, own);
    if (!speaksAs(ctx.reader, own)) throw refusalFor('not-of-the-group', { field: 'own' });
    if (!group.actor_id || group.withdrawn_at) throw refusalFor('not-a-standing-group', { field: 'own' });
    const slots = await slotsOf(ctx.db, id);
    if (!slots.some((slot) => slot.id === slotId)) throw notFound();
    const standing = await handsOf(ctx.db, id);
    if (standing.some(({ group_id }) => group_id === own)) throw refusalFor('hand-already');
    const state = stateOfNew(
      showcase.rule,
      standing.filter((hand) => hand.slot_id === slotId),
    );
    const handId = ctx.newId();
    await ctx.db
      .insertInto('showcase_hands')
      .values({
        hub_id: ctx.hub.id,
        id: handId,
        showcase_id: id,
        slot_id: slotId,
        group_id: own,
        person_id: ctx.person.id,
        title: input.title,
        about: input.about,
        needs: input.needs,
        needs_note: input.needsNote,
        state,
        raised_at: ctx.now,
        decided_at: state === 'holding' ? ctx.now : null,
      })
      .execute();
    const named = { id: handId, title: input.title, groupId: own, groupName: group.name };
    await ctx.record(aboutHand('stage.hand-raised', showcase, named, { ...contentOf(input), slot: slotId, state }));
    await tell(ctx, {
      people: [showcase.host_id],
      kind: 'stage.hand-raised',
      about: { kind: 'showcase', id },
      href: `${showcaseHref(id)}/decision`,
      facts: { showcase: showcase.title, group: group.name },
    });
    return { id: handId, showcaseId: id, title: showcase.title, state };
  },
});

/** A hand and its showcase, both held; the reader speaks for the group. */
async function ownHand(ctx: ActionContext, id: string): Promise<{ hand: Hand; showcase: ShownShowcase }> {
  const { showcase_id } = await handById(ctx.db, id);
  const showcase = await lockedShowcase(ctx.db, showcase_id);
  const hand = await handById(ctx.db, id, 'for update of d');
  if (!speaksAs(ctx.reader, hand.group_id)) throw refusalFor('not-of-the-group');
  if (hand.ended_at) throw refusalFor('hand-ended');
  if (showcase.cancelled_at) throw refusalFor('cancelled');
  return { hand, showcase };
}

const namedOf = (hand: Hand) => ({
  id: hand.id,
  title: hand.title,
  groupId: hand.group_id,
  groupName: hand.group_name,
});

/** What is shown, and what it needs; the part stays the same. */
export const changeHand = action({
  name: 'stage.change-hand',
  input: handInput.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run(ctx, { id, version, ...input }): Promise<RaisedHand> {
    const { hand, showcase } = await ownHand(ctx, id);
    if (showcase.ends_at <= ctx.now) throw refusalFor('over');
    if (hand.version !== version) throw refusalFor('changed-meanwhile');
    await run(
      ctx.db,
      'update showcase_hands set title = $3, about = $4, needs = $5, needs_note = $6, version = version + 1 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, input.title, input.about, input.needs, input.needsNote],
    );
    await ctx.record(
      aboutHand('stage.hand-changed', showcase, { ...namedOf(hand), title: input.title }, contentOf(input)),
    );
    return { id, showcaseId: showcase.id, title: showcase.title, state: hand.state };
  },
});

export async function setState(
  ctx: ActionContext,
  handId: string,
  state: HandState,
  more: { reason?: string } = {},
): Promise<void> {
  const isEnd = !['raised', 'asked', 'holding'].includes(state);
  await run(
    ctx.db,
    `update showcase_hands set state = $3, reason = $4, decided_at = $5, ended_at = case when $6 then $5::timestamptz end
     where hub_id = $1 and id = $2`,
    [ctx.hub.id, handId, state, more.reason ?? '', ctx.now, isEnd],
  );
}

/** The next is asked by the rule; where the rule names nobody, whoever organises is told that the part is free. */
export async function passOn(ctx: ActionContext, showcase: ShownShowcase, slotId: string): Promise<void> {
  const standing = (await handsOf(ctx.db, showcase.id)).filter((hand) => hand.slot_id === slotId);
  const next = nextAsked(showcase, standing);
  const about = { kind: 'showcase', id: showcase.id };
  if (next) {
    await setState(ctx, next.id, 'asked');
    await tell(ctx, {
      people: [next.group_id],
      kind: 'stage.asked',
      about,
      href: `${showcaseHref(showcase.id)}#${slotAnchor(slotId)}`,
      facts: { showcase: showcase.title, title: next.title },
    });
    return;
  }
  await tell(ctx, {
    people: [showcase.host_id],
    kind: 'stage.slot-free',
    about,
    href: `${showcaseHref(showcase.id)}/decision`,
    facts: { showcase: showcase.title },
  });
}

/** Lowers a hand, says no to what was offered, or gives back what one holds: the next is asked. */
export const lowerHand = action({
  name: 'stage.lower-hand',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<RaisedHand> {
    const { hand, showcase } = await ownHand(ctx, id);
    if (showcase.ends_at <= ctx.now) throw refusalFor('over');
    const state = ({ holding: 'given-back', asked: 'declined', raised: 'lowered' } as const)[
      hand.state as 'holding' | 'asked' | 'raised'
    ];
    await setState(ctx, id, state);
    const verb = state === 'given-back' ? 'stage.given-back' : 'stage.hand-lowered';
    await ctx.record(aboutHand(verb, showcase, namedOf(hand), { slot: hand.slot_id, state }));
    if (hand.state !== 'raised') await passOn(ctx, showcase, hand.slot_id);
    return { id, showcaseId: showcase.id, title: showcase.title, state };
  },
});

/** Yes to a part that became free. */
export const takeSlot = action({
  name: 'stage.take-slot',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<RaisedHand> {
    const { hand, showcase } = await ownHand(ctx, id);
    if (hand.state !== 'asked') throw refusalFor('not-asked');
    if (showcase.ends_at <= ctx.now) throw refusalFor('over');
    await setState(ctx, id, 'holding', { reason: hand.reason });
    await ctx.record(aboutHand('stage.slot-taken', showcase, namedOf(hand), { slot: hand.slot_id }));
    await tell(ctx, {
      people: [showcase.host_id],
      kind: 'stage.slot-taken',
      about: { kind: 'showcase', id: showcase.id },
      href: `${showcaseHref(showcase.id)}#${slotAnchor(hand.slot_id)}`,
      facts: { showcase: showcase.title, group: hand.group_name },
    });
    return { id, showcaseId: showcase.id, title: showcase.title, state: 'holding' };
  },
});

/** F1.4 An organisation announces a showcase, changes it, calls it off. Nobody approves it first (P5). */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { showcaseHref } from './addresses.ts';
import { dropDraft } from './drafts.ts';
import { callOffEvent, holdEvent, moveEvent } from './event-of.ts';
import { lockedShowcase, type ShownShowcase, slotsOf } from './queries.ts';
import { mayAnnounce, mayPlan } from './rules.ts';
import {
  LIMITS,
  ofDraft,
  refusalFor,
  type ShowcaseInput,
  showcaseInput,
  showcaseTags,
  soundAddress,
} from './showcase.ts';
import { checkedTimes, type ShowcaseTimes } from './times.ts';

export interface NamedShowcase {
  id: string;
  title: string;
}

/** F1.1 What it is about besides its words, as the columns hold it; a district that was typed goes before one that was chosen. */
function facetsOf({ fields, district, otherDistrict, audience, fee, access }: ShowcaseInput) {
  return { fields, district: otherDistrict || district, audience, fee: Number(fee || 0), access };
}

function contentOf(input: ShowcaseInput, { starts_at, ends_at, call_until }: ShowcaseTimes): Record<string, unknown> {
  const { kind, title, about, place, address, link, equipment, contact, rule, ruleNote } = input;
  const { fields, district, audience, fee, access } = facetsOf(input);
  return {
    kind,
    title,
    about,
    place,
    address,
    link,
    equipment,
    contact,
    rule,
    ruleNote,
    fields,
    district,
    audience,
    fee,
    access,
    from: starts_at.toISOString(),
    to: ends_at.toISOString(),
    callUntil: call_until.toISOString(),
  };
}

function columnsOf(input: ShowcaseInput, times: ShowcaseTimes) {
  const { kind, title, about, place, address, link, equipment, contact, rule, ruleNote } = input;
  return {
    ...{ kind, title, about, place, address, link, equipment, contact, rule, rule_note: ruleNote },
    ...facetsOf(input),
    ...times,
  };
}

/** Six digits, from chance that isn't the time: shown in the hall and read out. */
function newHallCode(ctx: ActionContext): string {
  const digits = BigInt(`0x${ctx.randomId().replaceAll('-', '').slice(18)}`) % 1_000_000n;
  return digits.toString().padStart(6, '0');
}

export const announceShowcase = action({
  name: 'stage.announce',
  input: showcaseInput.extend({ draft: ofDraft }),
  async run(ctx, { draft, ...input }): Promise<NamedShowcase> {
    const no = mayAnnounce(ctx.reader);
    if (no) throw refusalFor(no);
    const times = checkedTimes(input, ctx.now);
    soundAddress(input.link, 'link');
    const id = ctx.newId();
    const event_id = await holdEvent(ctx, input);
    await ctx.db
      .insertInto('showcases')
      .values({
        hub_id: ctx.hub.id,
        id,
        host_id: ctx.actor.id,
        person_id: ctx.person.id,
        event_id,
        ...columnsOf(input, times),
        hall_code: newHallCode(ctx),
        announced_at: ctx.now,
      })
      .execute();
    if (draft) await dropDraft(ctx, draft);
    await ctx.record({
      verb: 'stage.announced',
      object: { kind: 'showcase', id },
      public: { title: input.title },
      parts: [{ part: 'showcase', actorId: ctx.actor.id, content: contentOf(input, times) }],
      tags: [...showcaseTags(id), `actor:${ctx.actor.id}`, `group:${ctx.actor.id}`],
    });
    return { id, title: input.title };
  },
});

/** Whoever stands in the programme or waits for a place in it. */
async function standingGroups(ctx: ActionContext, showcaseId: string): Promise<string[]> {
  const rows = await run<{ group_id: string }>(
    ctx.db,
    'select distinct group_id from showcase_hands where showcase_id = $1 and ended_at is null limit 600',
    [showcaseId],
  );
  return rows.map(({ group_id }) => group_id);
}

/** Parts go with a showcase that moves by more than they can stand still. @throws Refusal 'outside': one would begin too early or end too late all the same */
async function partsGoAlong(ctx: ActionContext, showcase: ShownShowcase, times: ShowcaseTimes): Promise<void> {
  const slots = await slotsOf(ctx.db, showcase.id);
  const fit = (by: number) =>
    slots.every(
      (slot) =>
        slot.starts_at.getTime() + by >= times.starts_at.getTime() &&
        slot.ends_at.getTime() + by <= times.ends_at.getTime(),
    );
  if (fit(0)) return;
  const by = times.starts_at.getTime() - showcase.starts_at.getTime();
  if (!fit(by)) throw refusalFor('outside', { field: 'to' });
  await run(
    ctx.db,
    `update showcase_slots set starts_at = starts_at + $3::bigint * interval '1 millisecond',
       ends_at = ends_at + $3::bigint * interval '1 millisecond'
     where hub_id = $1 and showcase_id = $2 and removed_at is null`,
    [ctx.hub.id, showcase.id, by],
  );
}

/** What has been decided by a rule isn't decided by another one afterwards: the rule stays as soon as a hand is raised. */
async function ruleStays(ctx: ActionContext, showcase: ShownShowcase, input: ShowcaseInput): Promise<void> {
  if (showcase.rule === input.rule) return;
  const raised = await run(ctx.db, 'select 1 from showcase_hands where showcase_id = $1 limit 1', [showcase.id]);
  if (raised.length > 0) throw refusalFor('decided-by-rule', { field: 'rule' });
}

/** What stood before, and why it doesn't any more. */
function movedFrom(ctx: ActionContext, { starts_at, ends_at, place }: ShownShowcase, reason: string) {
  return { moved_at: ctx.now, moved_reason: reason, was_from: starts_at, was_to: ends_at, was_place: place };
}

export const changeShowcase = action({
  name: 'stage.change',
  /** `version` is the one the form was shown with */
  input: showcaseInput.extend({
    id: z.uuid(),
    version: z.coerce.number().int().min(1),
    /** why it moves; needed where its day, time or place is another one */
    reason: prose({ min: 0, max: LIMITS.reason }).optional().default(''),
    draft: ofDraft,
  }),
  async run(ctx, { id, version, reason, draft, ...input }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayPlan(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    if (showcase.version !== version) throw refusalFor('changed-meanwhile');
    const times = checkedTimes(input, ctx.now);
    soundAddress(input.link, 'link');
    const isMoved =
      showcase.starts_at.getTime() !== times.starts_at.getTime() ||
      showcase.ends_at.getTime() !== times.ends_at.getTime() ||
      showcase.place !== input.place;
    if (isMoved && reason === '') throw refusalFor('reason-needed', { field: 'reason' });
    await partsGoAlong(ctx, showcase, times);
    await ruleStays(ctx, showcase, input);
    if (showcase.drawn_at && times.call_until.getTime() !== showcase.call_until.getTime())
      throw refusalFor('drawn-already', { field: 'callUntil' });
    await moveEvent(ctx, showcase, input, times, reason);
    await ctx.db
      .updateTable('showcases')
      .set({ ...columnsOf(input, times), ...(isMoved ? movedFrom(ctx, showcase, reason) : {}), version: version + 1 })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    const groups = await standingGroups(ctx, id);
    await ctx.record({
      verb: 'stage.changed',
      object: { kind: 'showcase', id, version: version + 1 },
      public: { title: input.title },
      parts: [
        {
          part: 'showcase',
          actorId: showcase.host_id,
          content: { ...contentOf(input, times), ...(isMoved ? { reason } : {}) },
        },
      ],
      tags: showcaseTags(id, ...groups),
      as: showcase.host_id,
    });
    if (draft) await dropDraft(ctx, draft);
    if (isMoved)
      await tell(ctx, {
        people: groups,
        kind: 'stage.moved',
        about: { kind: 'showcase', id },
        href: showcaseHref(id),
        facts: { showcase: input.title, reason },
      });
    return { id, title: input.title };
  },
});

export const cancelShowcase = action({
  name: 'stage.cancel',
  input: z.object({ id: z.uuid(), reason: prose({ max: LIMITS.reason }) }),
  async run(ctx, { id, reason }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayPlan(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    const { title } = showcase;
    await run(
      ctx.db,
      'update showcases set cancelled_at = $3, cancel_reason = $4, version = version + 1 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, ctx.now, reason],
    );
    await callOffEvent(ctx, showcase, reason);
    const groups = await standingGroups(ctx, id);
    await ctx.record({
      verb: 'stage.cancelled',
      object: { kind: 'showcase', id, version: showcase.version + 1 },
      public: { title },
      parts: [{ part: 'cancellation', actorId: showcase.host_id, content: { reason } }],
      tags: showcaseTags(id, ...groups),
      as: showcase.host_id,
    });
    await tell(ctx, {
      people: groups,
      kind: 'stage.cancelled',
      about: { kind: 'showcase', id },
      href: showcaseHref(id),
      facts: { showcase: title },
    });
    return { id, title };
  },
});

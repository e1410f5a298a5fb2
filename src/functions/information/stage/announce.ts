/** F1.4 An organisation announces a showcase, changes it, calls it off. Nobody approves it first (P5). */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { showcaseHref } from './addresses.ts';
import { callOffEvent, holdEvent, moveEvent } from './event-of.ts';
import { lockedShowcase, type ShownShowcase, slotsOf } from './queries.ts';
import { mayAnnounce, mayPlan } from './rules.ts';
import { LIMITS, refusalFor, type ShowcaseInput, showcaseInput, showcaseTags, soundAddress } from './showcase.ts';
import { checkedTimes, type ShowcaseTimes } from './times.ts';

export interface NamedShowcase {
  id: string;
  title: string;
}

function contentOf(input: ShowcaseInput, { starts_at, ends_at, call_until }: ShowcaseTimes): Record<string, unknown> {
  const { kind, title, about, place, address, link, equipment, contact, rule, ruleNote } = input;
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
    from: starts_at.toISOString(),
    to: ends_at.toISOString(),
    callUntil: call_until.toISOString(),
  };
}

function columnsOf(input: ShowcaseInput, times: ShowcaseTimes) {
  const { kind, title, about, place, address, link, equipment, contact, rule, ruleNote } = input;
  return { kind, title, about, place, address, link, equipment, contact, rule, rule_note: ruleNote, ...times };
}

/** Six digits, from chance that isn't the time: shown in the hall and read out. */
function newHallCode(ctx: ActionContext): string {
  const digits = BigInt(`0x${ctx.randomId().replaceAll('-', '').slice(18)}`) % 1_000_000n;
  return digits.toString().padStart(6, '0');
}

export const announceShowcase = action({
  name: 'stage.announce',
  input: showcaseInput,
  async run(ctx, input): Promise<NamedShowcase> {
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

/** @throws Refusal 'outside': a part would lie before the begin or after the end */
async function partsStayWithin(ctx: ActionContext, id: string, times: ShowcaseTimes): Promise<void> {
  const slots = await slotsOf(ctx.db, id);
  if (slots.some(({ starts_at, ends_at }) => starts_at < times.starts_at || ends_at > times.ends_at))
    throw refusalFor('outside', { field: 'to' });
}

/** What has been decided by a rule isn't decided by another one afterwards: the rule stays as soon as a hand is raised. */
async function ruleStays(ctx: ActionContext, showcase: ShownShowcase, input: ShowcaseInput): Promise<void> {
  if (showcase.rule === input.rule) return;
  const raised = await run(ctx.db, 'select 1 from showcase_hands where showcase_id = $1 limit 1', [showcase.id]);
  if (raised.length > 0) throw refusalFor('decided-by-rule', { field: 'rule' });
}

export const changeShowcase = action({
  name: 'stage.change',
  /** `version` is the one the form was shown with */
  input: showcaseInput.extend({ id: z.uuid(), version: z.coerce.number().int().min(1) }),
  async run(ctx, { id, version, ...input }): Promise<NamedShowcase> {
    const showcase = await lockedShowcase(ctx.db, id);
    const no = mayPlan(ctx.reader, showcase, ctx.now);
    if (no) throw refusalFor(no);
    if (showcase.version !== version) throw refusalFor('changed-meanwhile');
    const times = checkedTimes(input, ctx.now);
    soundAddress(input.link, 'link');
    await partsStayWithin(ctx, id, times);
    await ruleStays(ctx, showcase, input);
    if (showcase.drawn_at && times.call_until.getTime() !== showcase.call_until.getTime())
      throw refusalFor('drawn-already', { field: 'callUntil' });
    await moveEvent(ctx, showcase, input, times);
    await ctx.db
      .updateTable('showcases')
      .set({ ...columnsOf(input, times), version: version + 1 })
      .where('hub_id', '=', ctx.hub.id)
      .where('id', '=', id)
      .execute();
    const groups = await standingGroups(ctx, id);
    await ctx.record({
      verb: 'stage.changed',
      object: { kind: 'showcase', id, version: version + 1 },
      public: { title: input.title },
      parts: [{ part: 'showcase', actorId: showcase.host_id, content: contentOf(input, times) }],
      tags: showcaseTags(id, ...groups),
      as: showcase.host_id,
    });
    const isMoved =
      showcase.starts_at.getTime() !== times.starts_at.getTime() ||
      showcase.ends_at.getTime() !== times.ends_at.getTime() ||
      showcase.place !== input.place;
    if (isMoved)
      await tell(ctx, {
        people: groups,
        kind: 'stage.moved',
        about: { kind: 'showcase', id },
        href: showcaseHref(id),
        facts: { showcase: input.title },
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

/** F1.4 The parts of a showcase: times one after the other, or places side by side. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { line, prose } from '#kernel/text.ts';
import { showcaseHref, slotAnchor } from './addresses.ts';
import type { NamedShowcase } from './announce.ts';
import { lockedShowcase, type ShownShowcase, type Slot, slotsOf } from './queries.ts';
import { mayPlan } from './rules.ts';
import { LIMITS, MOST_SLOTS, notFound, refusalFor, showcaseTags } from './showcase.ts';
import { momentOf, partsOf } from './times.ts';

const clock = z.string({ error: 'required' }).trim().min(1, 'required');
const date = z.iso.date({ error: 'not-a-date' });
/** Of a part over several days; left out: the day it begins on. */
const lastDate = z
  .union([z.literal(''), z.iso.date({ error: 'not-a-date' })])
  .optional()
  .default('');
const minutes = (max: number) =>
  z
    .string()
    .optional()
    .default('')
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) <= max), { error: 'not-a-number' })
    .transform((text) => (text === '' ? null : Number(text)));

async function planned(ctx: ActionContext, id: string): Promise<ShownShowcase> {
  const showcase = await lockedShowcase(ctx.db, id);
  const no = mayPlan(ctx.reader, showcase, ctx.now);
  if (no) throw refusalFor(no);
  return showcase;
}

/** From when till when, both within the showcase. @throws Refusal at the field that is wrong */
function spanOf(showcase: ShownShowcase, typed: { date: string; from: string; lastDate: string; to: string }) {
  const from = momentOf(typed.date, typed.from);
  const to = momentOf(typed.lastDate || typed.date, typed.to);
  if (!from) throw refusalFor('not-a-time', { field: 'from' });
  if (!to) throw refusalFor('not-a-time', { field: 'to' });
  if (to <= from) throw refusalFor('ends-before-start', { field: 'to' });
  if (from < showcase.starts_at) throw refusalFor('outside', { field: 'from' });
  if (to > showcase.ends_at) throw refusalFor('outside', { field: 'to' });
  return { from, to };
}

async function recordSlots(ctx: ActionContext, showcase: ShownShowcase): Promise<NamedShowcase> {
  const slots = await slotsOf(ctx.db, showcase.id);
  const content = slots.map(({ id, label, place, starts_at, ends_at }) => ({
    id,
    label,
    place,
    from: starts_at.toISOString(),
    to: ends_at.toISOString(),
  }));
  await ctx.record({
    verb: 'stage.slots-set',
    object: { kind: 'showcase', id: showcase.id, version: showcase.version },
    public: { title: showcase.title, slots: slots.length },
    parts: [{ part: 'slots', actorId: showcase.host_id, content: { slots: content } }],
    tags: showcaseTags(showcase.id),
    as: showcase.host_id,
  });
  return { id: showcase.id, title: showcase.title };
}

/** As many parts as fit: of so many minutes with a pause between, for each of the places named (one a line). */
export const addSlots = action({
  name: 'stage.add-slots',
  input: z.object({
    id: z.uuid(),
    date,
    from: clock,
    lastDate,
    to: clock,
    minutes: minutes(1440),
    pause: minutes(600),
    places: prose({ min: 0, max: 4000 }).optional().default(''),
  }),
  async run(ctx, { id, places, ...typed }): Promise<NamedShowcase> {
    const showcase = await planned(ctx, id);
    const { from, to } = spanOf(showcase, typed);
    const names = places.split('\n').map((name) => name.trim());
    const named = names.filter((name) => name !== '');
    if (named.some((name) => [...name].length > LIMITS.label))
      throw refuseKernel('too-long', { field: 'places', facts: { max: LIMITS.label } });
    const length = typed.minutes ?? Math.floor((to.getTime() - from.getTime()) / 60_000);
    const parts =
      length < 1 ? [] : partsOf(from, to, { minutes: length, pause: typed.pause ?? 0, most: MOST_SLOTS + 1 });
    if (parts.length === 0) throw refusalFor('too-short', { field: 'minutes' });
    const there = await slotsOf(ctx.db, id);
    const rows = parts.flatMap((part) => (named.length > 0 ? named : ['']).map((place) => ({ ...part, place })));
    if (there.length + rows.length > MOST_SLOTS)
      throw refusalFor('too-many-slots', { field: 'minutes', facts: { most: MOST_SLOTS } });
    await ctx.db
      .insertInto('showcase_slots')
      .values(rows.map((row) => ({ hub_id: ctx.hub.id, id: ctx.newId(), showcase_id: id, label: '', ...row })))
      .execute();
    return recordSlots(ctx, showcase);
  },
});

async function slotIn(ctx: ActionContext, showcaseId: string, slotId: string): Promise<Slot> {
  const slot = (await slotsOf(ctx.db, showcaseId)).find((one) => one.id === slotId);
  if (!slot) throw notFound();
  return slot;
}

/** Another time, place or name of one part; whoever stands in it, or waits for it, is told. */
export const changeSlot = action({
  name: 'stage.change-slot',
  input: z.object({
    id: z.uuid(),
    slotId: z.uuid(),
    label: line({ min: 0, max: LIMITS.label }).optional().default(''),
    place: line({ min: 0, max: LIMITS.label }).optional().default(''),
    date,
    from: clock,
    lastDate,
    to: clock,
  }),
  async run(ctx, { id, slotId, label, place, ...typed }): Promise<NamedShowcase> {
    const showcase = await planned(ctx, id);
    await slotIn(ctx, id, slotId);
    const { from, to } = spanOf(showcase, typed);
    await run(
      ctx.db,
      'update showcase_slots set label = $3, place = $4, starts_at = $5, ends_at = $6 where hub_id = $1 and id = $2',
      [ctx.hub.id, slotId, label, place, from, to],
    );
    const hands = await run<{ group_id: string }>(
      ctx.db,
      'select group_id from showcase_hands where slot_id = $1 and ended_at is null limit 100',
      [slotId],
    );
    await tell(ctx, {
      people: hands.map(({ group_id }) => group_id),
      kind: 'stage.slot-moved',
      about: { kind: 'showcase', id },
      href: `${showcaseHref(id)}#${slotAnchor(slotId)}`,
      facts: { showcase: showcase.title },
    });
    return recordSlots(ctx, showcase);
  },
});

/** A part for which hands stand stays: somebody counts on it. */
export const removeSlot = action({
  name: 'stage.remove-slot',
  input: z.object({ id: z.uuid(), slotId: z.uuid() }),
  async run(ctx, { id, slotId }): Promise<NamedShowcase> {
    const showcase = await planned(ctx, id);
    await slotIn(ctx, id, slotId);
    const wanted = await run(ctx.db, 'select 1 from showcase_hands where slot_id = $1 and ended_at is null limit 1', [
      slotId,
    ]);
    if (wanted.length > 0) throw refusalFor('slot-wanted');
    await run(ctx.db, 'update showcase_slots set removed_at = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      slotId,
      ctx.now,
    ]);
    return recordSlots(ctx, showcase);
  },
});

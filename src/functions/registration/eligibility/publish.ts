/** F7.6 A division or the centre publishes what it requires. It stands as it was published; another one replaces it, and it is closed. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { setById } from './queries.ts';
import { itemsOf, refusalFor, setInput } from './requirement.ts';
import { mayCheck, officesOf } from './rules.ts';

export interface NamedSet {
  id: string;
  name: string;
}

export const setTags = (id: string) => ['requirements', `requirement-set:${id}`];

export const publishSet = action({
  name: 'eligibility.publish-set',
  input: setInput,
  async run(ctx, input): Promise<NamedSet> {
    const office = officesOf(ctx.reader, ctx.hub).find(({ id }) => id === input.own);
    if (!office) throw refusalFor('office-only');
    const items = itemsOf(input);
    if (items.length === 0) throw refusalFor('nothing-required', { field: 'kinds' });
    const numberless = items.find(({ kind, least }) => (kind === 'members' || kind === 'local') && !least);
    if (numberless)
      throw refusalFor('number-missing', { field: numberless.kind === 'members' ? 'leastMembers' : 'leastLocal' });
    if (items.some(({ kind, text }) => kind === 'other' && text === ''))
      throw refusalFor('words-missing', { field: 'other' });
    const id = ctx.newId();
    const { name, about, validMonths, papersDays } = input;
    await run(
      ctx.db,
      `insert into requirement_sets (hub_id, id, owner_id, person_id, name, about, items, valid_months, papers_days, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [ctx.hub.id, id, office.id, ctx.person.id, name, about, JSON.stringify(items), validMonths, papersDays, ctx.now],
    );
    await ctx.record({
      verb: 'eligibility.set-published',
      object: { kind: 'requirement-set', id },
      public: { title: name, by: office.name },
      parts: [{ part: 'set', actorId: office.id, content: { name, about, items, validMonths, papersDays } }],
      tags: setTags(id),
      as: office.id,
    });
    return { id, name };
  },
});

/** Nothing is handed in any more; what was confirmed holds until its day. */
export const closeSet = action({
  name: 'eligibility.close-set',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedSet> {
    const set = await setById(ctx.db, id, 'for update of s');
    const office = officesOf(ctx.reader, ctx.hub).find((one) => one.id === set.owner_id);
    if (!office || !mayCheck(ctx.reader, set.owner_id)) throw refusalFor('office-only');
    if (set.closed_at) throw refusalFor('set-closed');
    await run(ctx.db, 'update requirement_sets set closed_at = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      ctx.now,
    ]);
    await ctx.record({
      verb: 'eligibility.set-closed',
      object: { kind: 'requirement-set', id },
      public: { title: set.name, by: set.owner_name },
      parts: [{ part: 'set', actorId: set.owner_id, content: { closed: true } }],
      tags: setTags(id),
      as: set.owner_id,
    });
    return { id, name: set.name };
  },
});

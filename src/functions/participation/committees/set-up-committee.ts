/** F9.9 A division sets a committee up, states its seats and who holds them, and, in numbers, what it states of its members. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { optionalDay } from '../reflection/index.ts';
import { committeeInput, refusalFor, seatInput, sharesInput } from './committee.ts';
import { committeeById, seatsOf } from './queries.ts';
import { mayLead, maySetUp } from './rules.ts';

export interface Named {
  id: string;
  name: string;
}

export function committeeTags(id: string): string[] {
  return ['committees', `committee:${id}`];
}

export const setUpCommittee = action({
  name: 'committees.set-up',
  input: committeeInput,
  async run(ctx, { minutesDays, ...input }): Promise<Named> {
    const no = maySetUp(ctx.reader);
    if (no) throw refusalFor(no);
    const id = ctx.newId();
    await ctx.db
      .insertInto('committees')
      .values({
        hub_id: ctx.hub.id,
        id,
        division_id: ctx.actor.id,
        person_id: ctx.person.id,
        ...input,
        minutes_days: Math.max(1, minutesDays),
        set_up_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'committees.set-up',
      object: { kind: 'committee', id },
      public: { title: input.name, division: ctx.actor.name },
      parts: [{ part: 'committee', actorId: ctx.actor.id, content: { ...input, minutesDays } }],
      tags: [...committeeTags(id), `actor:${ctx.actor.id}`],
    });
    return { id, name: input.name };
  },
});

function inOrder(termFrom: string | null, termUntil: string | null): void {
  if (termFrom && termUntil && termUntil <= termFrom) throw refusalFor('term-order', 'termUntil');
}

/** The committee, held, led by whoever acts. @throws Refusal */
async function led(ctx: ActionContext, id: string) {
  const committee = await committeeById(ctx.db, id, 'for update of c');
  const no = mayLead(ctx.reader, committee);
  if (no) throw refusalFor(no);
  return committee;
}

export const addSeat = action({
  name: 'committees.add-seat',
  input: seatInput,
  async run(ctx, { id, kind, holder, termFrom, termUntil }): Promise<Named> {
    const committee = await led(ctx, id);
    inOrder(termFrom, termUntil);
    const seats = await seatsOf(ctx.db, id);
    const number = (seats.at(-1)?.number ?? 0) + 1;
    await ctx.db
      .insertInto('committee_seats')
      .values({
        hub_id: ctx.hub.id,
        id: ctx.newId(),
        committee_id: id,
        number,
        kind,
        holder,
        term_from: termFrom,
        term_until: termUntil,
        person_id: ctx.person.id,
        changed_at: ctx.now,
      })
      .execute();
    await ctx.record({
      verb: 'committees.seat-added',
      object: { kind: 'committee', id },
      public: { title: committee.name, seat: number },
      parts: [{ part: 'seat', actorId: committee.division_id, content: { number, kind, holder, termFrom, termUntil } }],
      tags: committeeTags(id),
    });
    return { id, name: committee.name };
  },
});

export const fillSeat = action({
  name: 'committees.fill-seat',
  /** `holder` empty: the seat is vacant from now on */
  input: z.object({
    id: z.uuid(),
    seat: z.coerce.number().int().min(1),
    holder: line({ min: 0, max: 80 }).optional().default(''),
    termFrom: optionalDay,
    termUntil: optionalDay,
  }),
  async run(ctx, { id, seat, holder, termFrom, termUntil }): Promise<Named> {
    const committee = await led(ctx, id);
    inOrder(termFrom, termUntil);
    const changed = await run(
      ctx.db,
      `update committee_seats set holder = $4, term_from = $5, term_until = $6, person_id = $7, changed_at = $8
       where hub_id = $1 and committee_id = $2 and number = $3 returning number`,
      [ctx.hub.id, id, seat, holder, termFrom, termUntil, ctx.person.id, ctx.now],
    );
    if (changed.length === 0) throw refusalFor('no-such-seat', 'seat');
    await ctx.record({
      verb: 'committees.seat-filled',
      object: { kind: 'committee', id },
      public: { title: committee.name, seat },
      parts: [{ part: 'seat', actorId: committee.division_id, content: { number: seat, holder, termFrom, termUntil } }],
      tags: committeeTags(id),
    });
    return { id, name: committee.name };
  },
});

export const stateShares = action({
  name: 'committees.state-shares',
  input: sharesInput,
  async run(ctx, { id, women, underForty, countedOn }): Promise<Named> {
    const committee = await led(ctx, id);
    const held = (await seatsOf(ctx.db, id)).filter(({ holder }) => holder !== '').length;
    if (women > held) throw refusalFor('shares-too-high', 'women', { held });
    if (underForty > held) throw refusalFor('shares-too-high', 'underForty', { held });
    await run(
      ctx.db,
      'update committees set women = $3, under_forty = $4, counted_on = $5 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, women, underForty, countedOn],
    );
    await ctx.record({
      verb: 'committees.shares-stated',
      object: { kind: 'committee', id },
      public: { title: committee.name },
      parts: [{ part: 'shares', actorId: committee.division_id, content: { women, underForty, held, countedOn } }],
      tags: committeeTags(id),
    });
    return { id, name: committee.name };
  },
});

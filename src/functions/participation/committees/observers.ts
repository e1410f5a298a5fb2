/** F9.9 Places for observers (傍聴): whoever comes first, or by lot; when a place becomes free, the next one who waits has it. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { drawLots } from '#kernel/lot.ts';
import { line } from '#kernel/text.ts';
import { journalChance } from '../panels/index.ts';
import { sittingPath } from './addresses.ts';
import { sittingTags } from './call-sitting.ts';
import { refusalFor } from './committee.ts';
import { type ObserverState, observersOf, ownPlace } from './private-queries.ts';
import { type Sitting, sittingById } from './queries.ts';
import { mayAskPlace, mayDrawPlaces } from './rules.ts';

/** Of those who have a place; before a lot, of those who asked. */
async function recount(ctx: ActionContext, id: string): Promise<void> {
  await run(
    ctx.db,
    `update sittings set observer_count = (select count(*) from sitting_observers
       where hub_id = $1 and sitting_id = $2 and state in ('place', 'asked')) where hub_id = $1 and id = $2`,
    [ctx.hub.id, id],
  );
}

export const askPlace = action({
  name: 'committees.ask-place',
  input: z.object({ id: z.uuid(), name: line({ max: 80 }), contact: line({ max: 200 }) }),
  async run(ctx, { id, name, contact }): Promise<{ id: string; state: ObserverState }> {
    const sitting = await sittingById(ctx.db, id, 'for update of s');
    const no = mayAskPlace(ctx.reader, sitting, (await ownPlace(ctx.db, id, ctx.person.id)) !== null, ctx.now);
    if (no) throw refusalFor(no);
    const isFree = sitting.observer_count < sitting.observer_places;
    const state = sitting.observer_method === 'lot' ? 'asked' : isFree ? 'place' : 'waiting';
    await run(
      ctx.db,
      `insert into sitting_observers (hub_id, sitting_id, person_id, number, rank, name, contact, state, asked_at)
       select $1, $2, $3, n.next, n.next, $4, $5, $6, $7
       from (select coalesce(max(number), 0) + 1 as next from sitting_observers where sitting_id = $2) n
       on conflict (hub_id, sitting_id, person_id) do update set number = excluded.number, rank = excluded.rank,
         name = excluded.name, contact = excluded.contact, state = excluded.state, asked_at = excluded.asked_at`,
      [ctx.hub.id, id, ctx.person.id, name, contact, state, ctx.now],
    );
    await recount(ctx, id);
    await ctx.record({
      verb: 'committees.place-asked',
      object: { kind: 'sitting', id },
      tags: sittingTags(sitting),
    });
    return { id, state };
  },
});

export const leavePlace = action({
  name: 'committees.leave-place',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    const sitting = await sittingById(ctx.db, id, 'for update of s');
    const own = await ownPlace(ctx.db, id, ctx.person.id);
    if (!own) throw refusalFor('no-place');
    if (ctx.now >= sitting.starts_at) throw refusalFor('over');
    await run(
      ctx.db,
      `update sitting_observers set state = 'withdrawn', name = '', contact = '', rank = null
       where hub_id = $1 and sitting_id = $2 and person_id = $3`,
      [ctx.hub.id, id, ctx.person.id],
    );
    if (own.state === 'place') await moveUp(ctx, sitting);
    await recount(ctx, id);
    await ctx.record({ verb: 'committees.place-left', object: { kind: 'sitting', id }, tags: sittingTags(sitting) });
    return { id };
  },
});

async function moveUp(ctx: ActionContext, sitting: Sitting): Promise<void> {
  const people = await run<{ person_id: string }>(
    ctx.db,
    `update sitting_observers set state = 'place' where hub_id = $1 and sitting_id = $2 and person_id = (
       select person_id from sitting_observers where sitting_id = $2 and state = 'waiting' order by rank limit 1)
     returning person_id`,
    [ctx.hub.id, sitting.id],
  );
  await tellPlace(
    ctx,
    sitting,
    people.map(({ person_id }) => person_id),
  );
}

async function tellPlace(ctx: ActionContext, sitting: Sitting, people: string[]): Promise<void> {
  await tell(ctx, {
    people,
    kind: 'committees.place-given',
    about: { kind: 'sitting', id: sitting.id },
    href: sittingPath(sitting.id),
    facts: { committee: sitting.committee_name },
  });
}

export const drawPlaces = action({
  name: 'committees.draw-places',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string; drawn: number[] }> {
    const sitting = await sittingById(ctx.db, id, 'for update of s');
    const no = mayDrawPlaces(ctx.reader, sitting, ctx.now);
    if (no) throw refusalFor(no);
    const asked = await observersOf(ctx.db, id);
    if (asked.length === 0) throw refusalFor('nobody-asked');
    const head = await journalChance(ctx.db, sitting.observers_until);
    if (!head) throw refusalFor('no-chance-yet');
    const entries = asked.map(({ number }) => ({ number: String(number), strata: [] }));
    const lot = await drawLots(entries, Math.min(sitting.observer_places, entries.length), head.chance);
    const turns = lot.order.map((turn) => ({ number: Number(turn.number), rank: turn.rank, drawn: turn.drawn }));
    await run(
      ctx.db,
      `update sitting_observers o set rank = t.rank, state = case when t.drawn then 'place' else 'waiting' end
       from jsonb_to_recordset($3::jsonb) as t(number int, rank int, drawn boolean)
       where o.hub_id = $1 and o.sitting_id = $2 and o.number = t.number and o.state = 'asked'`,
      [ctx.hub.id, id, JSON.stringify(turns)],
    );
    const drawn = turns.filter((turn) => turn.drawn).map((turn) => turn.number);
    const numbers = asked.map((one) => one.number);
    await run(
      ctx.db,
      `update sittings set observers_drawn_at = $3, chance = $4, lot_numbers = $5::int[], lot_drawn = $6::int[], lot_list_hash = $7
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.now, head.chance, numbers, drawn, lot.listHash],
    );
    await recount(ctx, id);
    await ctx.record({
      verb: 'committees.places-drawn',
      object: { kind: 'sitting', id },
      public: { title: sitting.committee_name, number: sitting.number },
      parts: [
        {
          part: 'places',
          actorId: sitting.division_id,
          content: { asked: numbers, drawn, listHash: lot.listHash, chance: head.chance },
        },
      ],
      tags: sittingTags(sitting),
    });
    await tellPlace(
      ctx,
      sitting,
      asked.filter((one) => drawn.includes(one.number)).map((one) => one.person_id),
    );
    return { id, drawn };
  },
});

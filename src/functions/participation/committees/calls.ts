/** F9.9 Calls for citizens' seats: opened with the method stated, settled with a reason or by a lot anybody can draw again. */
import { z } from 'zod';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { drawLots } from '#kernel/lot.ts';
import { refuse as refuseKernel } from '#kernel/refusal.ts';
import { prose } from '#kernel/text.ts';
import { journalChance } from '../panels/index.ts';
import { callPath } from './addresses.ts';
import { callInput, refusalFor } from './committee.ts';
import { type Application, applicationsTo } from './private-queries.ts';
import { type Call, callById, committeeById } from './queries.ts';
import { mayLead, maySettle } from './rules.ts';
import { committeeTags } from './set-up-committee.ts';

export const openCall = action({
  name: 'committees.open-call',
  input: callInput,
  async run(ctx, { id, seats, method, criteria, closesOn }): Promise<{ id: string }> {
    const committee = await committeeById(ctx.db, id, 'for update of c');
    const no = mayLead(ctx.reader, committee);
    if (no) throw refusalFor(no);
    if (seats < 1) throw refuseKernel('not-a-number', { field: 'seats' });
    if (closesOn <= tokyoDate(ctx.now)) throw refusalFor('in-the-past', 'closesOn');
    const open = await run(ctx.db, 'select id from committee_calls where committee_id = $1 and settled_at is null', [
      id,
    ]);
    if (open.length > 0) throw refusalFor('call-open');
    const callId = ctx.newId();
    await ctx.db
      .insertInto('committee_calls')
      .values({
        hub_id: ctx.hub.id,
        id: callId,
        committee_id: id,
        person_id: ctx.person.id,
        seats,
        method,
        criteria,
        opens_at: ctx.now,
        closes_at: startOfTokyoDay(addDays(closesOn, 1)),
      })
      .execute();
    await ctx.record({
      verb: 'committees.call-opened',
      object: { kind: 'committee', id },
      public: { title: committee.name, seats, closesOn },
      parts: [
        { part: 'call', actorId: committee.division_id, content: { id: callId, seats, method, criteria, closesOn } },
      ],
      tags: committeeTags(id),
    });
    return { id: callId };
  },
});

export const settleCall = action({
  name: 'committees.settle-call',
  /** `chosen`: numbers of applications; left out where a lot decides */
  input: z.object({ id: z.uuid(), chosen: z.array(z.coerce.number().int()).default([]), reason: prose({ max: 1000 }) }),
  async run(ctx, { id, chosen, reason }): Promise<{ id: string; chosen: number[] }> {
    const call = await callById(ctx.db, id, 'for update of k');
    const no = maySettle(ctx.reader, call, ctx.now);
    if (no) throw refusalFor(no);
    const applied = await applicationsTo(ctx.db, id);
    const settled = call.method === 'lot' ? await byLot(ctx, call, applied) : byChoice(call, applied, chosen);
    await run(
      ctx.db,
      'update committee_applications set is_chosen = number = any($3::int[]) where hub_id = $1 and call_id = $2 and withdrawn_at is null',
      [ctx.hub.id, id, settled.chosen],
    );
    await run(
      ctx.db,
      'update committee_calls set settled_at = $3, reason = $4, list_hash = $5, chance = $6 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, ctx.now, reason, settled.listHash, settled.chance],
    );
    const { listHash, chance } = settled;
    await ctx.record({
      verb: 'committees.call-settled',
      object: { kind: 'committee', id: call.committee_id },
      public: { title: call.committee_name, chosen: settled.chosen.length },
      parts: [
        {
          part: 'call',
          actorId: call.division_id,
          content: { id, method: call.method, reason, numbers: settled.chosen, listHash, chance },
        },
      ],
      tags: committeeTags(call.committee_id),
    });
    await tell(ctx, {
      people: applied.map((one) => one.person_id),
      kind: 'committees.call-settled',
      about: { kind: 'committee', id: call.committee_id },
      href: callPath(id),
      facts: { committee: call.committee_name },
    });
    return { id, chosen: settled.chosen };
  },
});

interface Settled {
  chosen: number[];
  listHash: string | null;
  chance: string | null;
}

function byChoice(call: Call, applied: readonly Application[], chosen: readonly number[]): Settled {
  const known = [...new Set(chosen)].filter((number) => applied.some((one) => one.number === number));
  const most = Math.min(call.seats, applied.length);
  if (known.length > most || (known.length === 0 && most > 0)) throw refusalFor('choose-so-many', 'chosen', { most });
  return { chosen: known, listHash: null, chance: null };
}

async function byLot(ctx: ActionContext, call: Call, applied: readonly Application[]): Promise<Settled> {
  if (applied.length === 0) throw refusalFor('too-few-applied');
  const head = await journalChance(ctx.db, call.closes_at);
  if (!head) throw refusalFor('no-chance-yet');
  const entries = applied.map(({ number }) => ({ number: String(number), strata: [] }));
  const lot = await drawLots(entries, Math.min(call.seats, entries.length), head.chance);
  const chosen = lot.order.filter((turn) => turn.drawn).map(({ number }) => Number(number));
  return { chosen, listHash: lot.listHash, chance: head.chance };
}

/** F9.9 A citizen applies for a seat, or takes the application back. Its text is read by whoever chooses, and never published. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { applicationInput, refusalFor } from './committee.ts';
import { ownApplication } from './private-queries.ts';
import { callById } from './queries.ts';
import { mayApply } from './rules.ts';
import { committeeTags } from './set-up-committee.ts';

export const applyForSeat = action({
  name: 'committees.apply',
  input: applicationInput,
  async run(ctx, { id, name, contact, body }): Promise<{ id: string; number: number }> {
    const call = await callById(ctx.db, id, 'for update of k');
    const own = await ownApplication(ctx.db, id, ctx.person.id);
    const no = mayApply(ctx.reader, call, own !== null && own.withdrawn_at === null, ctx.now);
    if (no) throw refusalFor(no);
    const [row] = await run<{ number: number }>(
      ctx.db,
      `insert into committee_applications (hub_id, id, call_id, person_id, number, name, contact, body, sent_at)
       values ($1, $2, $3, $4, (select coalesce(max(number), 0) + 1 from committee_applications where call_id = $3), $5, $6, $7, $8)
       on conflict (hub_id, call_id, person_id) do update set name = excluded.name, contact = excluded.contact,
         body = excluded.body, sent_at = excluded.sent_at, withdrawn_at = null
       returning number`,
      [ctx.hub.id, ctx.randomId(), id, ctx.person.id, name, contact, body, ctx.now],
    );
    await run(
      ctx.db,
      'update committee_calls set application_count = application_count + 1 where hub_id = $1 and id = $2',
      [ctx.hub.id, id],
    );
    await ctx.record({
      verb: 'committees.applied',
      object: { kind: 'committee', id: call.committee_id },
      tags: committeeTags(call.committee_id),
    });
    return { id, number: row!.number };
  },
});

export const withdrawApplication = action({
  name: 'committees.withdraw-application',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    const call = await callById(ctx.db, id, 'for update of k');
    if (call.settled_at) throw refusalFor('call-settled');
    const gone = await run(
      ctx.db,
      `update committee_applications set withdrawn_at = $4, name = '', contact = '', body = ''
       where hub_id = $1 and call_id = $2 and person_id = $3 and withdrawn_at is null returning number`,
      [ctx.hub.id, id, ctx.person.id, ctx.now],
    );
    if (gone.length === 0) throw refusalFor('not-applied');
    await run(
      ctx.db,
      'update committee_calls set application_count = application_count - 1 where hub_id = $1 and id = $2',
      [ctx.hub.id, id],
    );
    await ctx.record({
      verb: 'committees.application-withdrawn',
      object: { kind: 'committee', id: call.committee_id },
      tags: committeeTags(call.committee_id),
    });
    return { id };
  },
});

/** F7.7 What the office does: asks back, grants with a number and a letter, or refuses with its reason. */
import { z } from 'zod';
import { detachAll } from '#commons/files/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { fiscalYear } from '#kernel/dates.ts';
import type { JobContext } from '#kernel/jobs.ts';
import { prose } from '#kernel/text.ts';
import { requestPath } from './addresses.ts';
import { type NamedRequest, REQUEST } from './ask.ts';
import { type Request, requestById } from './queries.ts';
import { LIMITS, refusalFor } from './request.ts';
import { decides, isOpen } from './rules.ts';

const MOST_AT_ONCE = 200;

async function toDecide(ctx: ActionContext, id: string): Promise<Request> {
  const request = await requestById(ctx.db, id, 'for update of p');
  if (!decides(ctx.reader, request.asked_id)) throw refusalFor('not-of-the-office');
  if (!isOpen(request.state)) throw refusalFor('decided-already');
  return request;
}

const toGroup = (request: Request) => ({
  people: [request.group_id],
  about: { kind: REQUEST, id: request.id },
  href: requestPath(request),
  facts: { title: request.title, office: request.asked_name },
});

export const askGroup = action({
  name: 'patronage.ask-back',
  input: z.object({ id: z.uuid(), question: prose({ max: LIMITS.words }) }),
  async run(ctx, { id, question }): Promise<NamedRequest> {
    const request = await toDecide(ctx, id);
    if (request.state === 'question') throw refusalFor('question-waits');
    await run(
      ctx.db,
      `update patronage_requests set state = 'question', question = $3, question_at = $4, answer = '', answered_at = null
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, question, ctx.now],
    );
    await ctx.record({ verb: 'patronage.asked-back', object: { kind: REQUEST, id }, tags: [], as: request.asked_id });
    await tell(ctx, { kind: 'patronage.asked-back', ...toGroup(request) });
    return request;
  },
});

/** Numbers run on within a fiscal year of an office, without a gap: the office is held while one is given. */
async function nextNumber(ctx: ActionContext, officeId: string, year: number): Promise<number> {
  await run(ctx.db, 'select id from actors where id = $1 for update', [officeId]);
  const [row] = await run<{ next: number }>(
    ctx.db,
    'select coalesce(max(number), 0)::int + 1 as next from patronage_requests where asked_id = $1 and number_year = $2',
    [officeId, year],
  );
  return row?.next ?? 1;
}

export const grantRequest = action({
  name: 'patronage.grant',
  input: z.object({ id: z.uuid(), conditions: prose({ min: 0, max: LIMITS.words }).optional().default('') }),
  async run(ctx, { id, conditions }): Promise<NamedRequest> {
    const request = await toDecide(ctx, id);
    const year = fiscalYear(ctx.now);
    const number = await nextNumber(ctx, request.asked_id, year);
    await run(
      ctx.db,
      `update patronage_requests set state = 'granted', decided_by = $3, decided_at = $4, conditions = $5, number_year = $6, number = $7
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.person.id, ctx.now, conditions, year, number],
    );
    const { title, group_name: group, group_id: groupId, asked_id: as, held_on: heldOn } = request;
    if (request.kind === 'patronage')
      await ctx.record({
        verb: 'patronage.granted',
        object: { kind: REQUEST, id },
        public: { title, group, year, number },
        parts: [{ part: 'permission', actorId: as, content: { title, groupId, heldOn, year, number } }],
        tags: ['patronage', `group:${groupId}`],
        as,
      });
    else await ctx.record({ verb: 'patronage.recommended', object: { kind: REQUEST, id }, tags: [], as });
    await tell(ctx, { kind: 'patronage.granted', ...toGroup(request) });
    return request;
  },
});

export const refuseRequest = action({
  name: 'patronage.refuse',
  input: z.object({ id: z.uuid(), reason: prose({ max: LIMITS.words }) }),
  async run(ctx, { id, reason }): Promise<NamedRequest> {
    const request = await toDecide(ctx, id);
    await run(
      ctx.db,
      `update patronage_requests set state = 'refused', decided_by = $3, decided_at = $4, reason = $5 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.person.id, ctx.now, reason],
    );
    await ctx.record({ verb: 'patronage.refused', object: { kind: REQUEST, id }, tags: [], as: request.asked_id });
    await tell(ctx, { kind: 'patronage.refused', ...toGroup(request) });
    return request;
  },
});

/** Papers go so many days after the decision as the rules said when it was asked for; what was decided stays. */
export async function erasePapers({ hub, hubwise, now }: JobContext): Promise<void> {
  await hubwise.write(hub.id, async (db) => {
    const over = await run<{ id: string }>(
      db,
      `update patronage_requests set papers_erased_at = $2 where hub_id = $1 and id in (
         select id from patronage_requests where papers_erased_at is null and decided_at <= $2::timestamptz - make_interval(days => paper_days)
         order by decided_at limit ${MOST_AT_ONCE} for update skip locked) returning id`,
      [hub.id, now],
    );
    for (const { id } of over) await detachAll({ db, hub }, { kind: REQUEST, id });
  });
}

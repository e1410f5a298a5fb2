/** F7.7 What the group does: asks, answers what it is asked, hands papers in, takes its request back. */
import { z } from 'zod';
import { attachFiles, detachAll, fileRefusal, guardFiles, LABEL_MAX } from '#commons/files/index.ts';
import { tell } from '#commons/notices/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { line, prose } from '#kernel/text.ts';
import { lockedGroup, speaksFor } from '../groups/index.ts';
import { requestPath } from './addresses.ts';
import { patronageRulesOf } from './hub-rules.ts';
import { officesToAsk, type Request, requestById } from './queries.ts';
import { LIMITS, refusalFor, requestInput } from './request.ts';
import { dueAfterAnswer, isOpen } from './rules.ts';

export const REQUEST = 'patronage-request';

/** Papers are for both sides. */
guardFiles(REQUEST, async (db, things, { reader }) => {
  const roles = reader?.roles ?? [];
  if (roles.length === 0) return things.map(() => null);
  const rows = await run<{ id: string }>(
    db,
    'select id from patronage_requests where id = any($1::uuid[]) and (asked_id = any($2::uuid[]) or group_id = any($3::uuid[]))',
    [
      things.map(({ id }) => id),
      roles.map(({ organisation }) => organisation.id),
      roles.filter(({ role }) => role !== 'member').map(({ organisation }) => organisation.id),
    ],
  );
  const seen = new Set(rows.map(({ id }) => id));
  return things.map(({ id }) => (seen.has(id) ? 'reader' : null));
});

export type NamedRequest = Pick<Request, 'id' | 'title'>;

export const toOffice = (request: NamedRequest & { asked_id: string }, group: string) => ({
  people: [request.asked_id],
  about: { kind: REQUEST, id: request.id },
  href: requestPath(request),
  facts: { title: request.title, group },
});

/** @throws Refusal in-the-past, ends-before, no-such-office, not-of-the-group, not-a-standing-group */
export const askPatronage = action({
  name: 'patronage.ask',
  input: requestInput,
  async run(ctx, { own, asked, kind, title, heldOn, heldUntil, place, purpose }): Promise<NamedRequest> {
    const group = await lockedGroup(ctx.db, own);
    if (!speaksFor(ctx.reader, own)) throw refusalFor('not-of-the-group');
    if (!group.actor_id || group.withdrawn_at) throw refusalFor('not-a-standing-group');
    const offices = await officesToAsk(ctx.db, ctx.hub.secretariatId);
    if (!offices.some((one) => one.id === asked)) throw refusalFor('no-such-office', 'asked');
    const today = tokyoDate(ctx.now);
    if (heldOn < today) throw refusalFor('in-the-past', 'heldOn');
    if (heldUntil !== '' && heldUntil < heldOn) throw refusalFor('ends-before', 'heldUntil');
    const { dueDays, paperDays } = patronageRulesOf(ctx.hub);
    const id = ctx.newId();
    await run(
      ctx.db,
      `insert into patronage_requests (hub_id, id, kind, group_id, asked_id, person_id, title, held_on, held_until, place, purpose,
         asked_at, due_on, paper_days) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ctx.hub.id,
        id,
        kind,
        own,
        asked,
        ctx.person.id,
        title,
        heldOn,
        heldUntil || null,
        place,
        purpose,
        ctx.now,
        addDays(today, dueDays),
        paperDays,
      ],
    );
    await ctx.record({ verb: 'patronage.asked', object: { kind: REQUEST, id }, tags: [], as: own });
    await tell(ctx, { kind: 'patronage.asked', ...toOffice({ id, title, asked_id: asked }, group.name) });
    return { id, title };
  },
});

async function ownOpen(ctx: ActionContext, id: string): Promise<Request> {
  const request = await requestById(ctx.db, id, 'for update of p');
  if (!speaksFor(ctx.reader, request.group_id)) throw refusalFor('not-of-the-group');
  if (!isOpen(request.state)) throw refusalFor('decided-already');
  return request;
}

export const answerOffice = action({
  name: 'patronage.answer',
  input: z.object({ id: z.uuid(), answer: prose({ max: LIMITS.words }) }),
  async run(ctx, { id, answer }): Promise<NamedRequest> {
    const request = await ownOpen(ctx, id);
    if (request.state !== 'question') throw refusalFor('no-question');
    const due = dueAfterAnswer(request.due_on, tokyoDate(request.question_at!), tokyoDate(ctx.now));
    await run(
      ctx.db,
      `update patronage_requests set state = 'received', answer = $3, answered_at = $4, due_on = $5 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, answer, ctx.now, due],
    );
    await ctx.record({ verb: 'patronage.answered', object: { kind: REQUEST, id }, tags: [], as: request.group_id });
    await tell(ctx, { kind: 'patronage.answered', ...toOffice(request, request.group_name) });
    return request;
  },
});

export const addPaper = action({
  name: 'patronage.add-paper',
  input: z.object({
    id: z.uuid(),
    fileId: z.union([z.uuid(), z.literal('')]),
    label: line({ max: LABEL_MAX }),
  }),
  async run(ctx, { id, fileId, label }): Promise<NamedRequest> {
    const request = await ownOpen(ctx, id);
    if (fileId === '') throw fileRefusal('no-file', { field: 'file' });
    await attachFiles(ctx, { kind: REQUEST, id }, [{ fileId, label }]);
    await ctx.record({ verb: 'patronage.paper-added', object: { kind: REQUEST, id }, tags: [], as: request.group_id });
    return request;
  },
});

/** Before it is decided; its papers go at once. */
export const takeRequestBack = action({
  name: 'patronage.take-back',
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<NamedRequest> {
    const request = await ownOpen(ctx, id);
    await run(
      ctx.db,
      `update patronage_requests set state = 'taken-back', papers_erased_at = $3 where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, ctx.now],
    );
    await detachAll(ctx, { kind: REQUEST, id });
    await ctx.record({ verb: 'patronage.taken-back', object: { kind: REQUEST, id }, tags: [], as: request.group_id });
    return request;
  },
});

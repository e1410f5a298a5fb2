/** F1.3 What editors do with the messages of their readers: read, answered, gone. */
import { z } from 'zod';
import { isReported } from '#commons/moderation/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { heldSite } from '../homepages/index.ts';
import { notFound, refuse } from './message.ts';

const input = z.object({ id: z.uuid() });
type Done = { id: string; siteId: string };

async function held(ctx: ActionContext, id: string): Promise<Done> {
  const [row] = await run<{ site_id: string }>(ctx.db, 'select site_id from site_messages where id = $1', [id]);
  if (!row) throw notFound();
  const site = await heldSite(ctx, row.site_id);
  return { id, siteId: site.id };
}

/** `read` false: it is new again. */
export const markMessage = action({
  name: 'site-contact.mark',
  input: input.extend({ as: z.enum(['read', 'new', 'answered', 'open'], { error: 'not-a-choice' }) }),
  async run(ctx, { id, as }): Promise<Done> {
    const done = await held(ctx, id);
    await run(
      ctx.db,
      `update site_messages set
         read_at = case when $3 = 'new' then null else coalesce(read_at, $4::timestamptz) end,
         answered_at = case when $3 = 'answered' then coalesce(answered_at, $4::timestamptz) when $3 in ('open', 'new') then null else answered_at end,
         answered_by = case when $3 = 'answered' then coalesce(answered_by, $5::uuid) when $3 in ('open', 'new') then null else answered_by end
       where hub_id = $1 and id = $2`,
      [ctx.hub.id, id, as, ctx.now, ctx.person.id],
    );
    await ctx.record({ verb: 'site-contact.marked', object: { kind: 'site', id: done.siteId }, tags: [] });
    return done;
  },
});

/** @throws Refusal 'reported': what a moderator is to decide about stays until then */
export const deleteMessage = action({
  name: 'site-contact.delete',
  input,
  async run(ctx, { id }): Promise<Done> {
    const done = await held(ctx, id);
    if (await isReported(ctx.db, 'site-message', id)) throw refuse('reported', { status: 409 });
    await run(ctx.db, 'delete from site_messages where hub_id = $1 and id = $2', [ctx.hub.id, id]);
    await ctx.record({ verb: 'site-contact.deleted', object: { kind: 'site', id: done.siteId }, tags: [] });
    return done;
  },
});

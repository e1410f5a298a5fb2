/**
 * F9.9 Who was drawn accepts or declines; for who declines, the next one is invited: of the same stratum in order of rank, and where that
 * has nobody left, of all others the lowest rank. Numbers alone are public.
 */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { panelTags } from './announce-panel.ts';
import { REPLIES, refusalFor, refuse } from './panel.ts';
import { heldPanel } from './queries.ts';
import { mayLead } from './rules.ts';

export const recordReply = action({
  name: 'panels.record-reply',
  input: z.object({ id: z.uuid(), number: line({ max: 20 }), reply: z.enum(REPLIES, { error: 'not-a-choice' }) }),
  async run(ctx, { id, number, reply }): Promise<{ id: string; title: string; next: string | null }> {
    const panel = await heldPanel(ctx.db, id);
    const no = mayLead(ctx.reader, panel);
    if (no) throw refusalFor(no);
    if (!panel.drawn_at) throw refusalFor('not-drawn');
    const [told] = await run<{ strata: string[] }>(
      ctx.db,
      `update panel_candidates set state = $4, replied_at = $5, contact = case when $4 = 'declined' then '' else contact end
       where hub_id = $1 and panel_id = $2 and number = $3 and state in ('invited', 'accepted') and state <> $4
       returning strata`,
      [ctx.hub.id, id, number, reply, ctx.now],
    );
    if (!told) throw refuse('nobody-invited', { field: 'number', status: 409 });
    const next = reply === 'declined' ? await moveUp(ctx, id, number, told.strata) : null;
    await ctx.record({
      verb: reply === 'declined' ? 'panels.declined' : 'panels.accepted',
      object: { kind: 'panel', id },
      public: { title: panel.title, number, ...(next ? { next } : {}) },
      parts: [{ part: 'reply', actorId: panel.division_id, content: { number, reply, next } }],
      tags: panelTags(id),
    });
    return { id, title: panel.title, next };
  },
});

async function moveUp(
  ctx: { db: Parameters<typeof run>[0]; hub: { id: number }; now: Date },
  id: string,
  number: string,
  strata: readonly string[],
): Promise<string | null> {
  const [next] = await run<{ number: string }>(
    ctx.db,
    `update panel_candidates set state = 'invited', replaces = $3, invited_at = $5
     where hub_id = $1 and panel_id = $2 and number = (
       select number from panel_candidates where panel_id = $2 and state = 'listed'
       order by (strata = $4::text[]) desc, rank, strata collate "C" limit 1)
     returning number`,
    [ctx.hub.id, id, number, strata, ctx.now],
  );
  return next?.number ?? null;
}

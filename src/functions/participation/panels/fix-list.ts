/** F9.9 The list is fixed before the chance is known: the public gets its hash, and after the draw the list itself. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { LOT_METHOD, listText, sha256Hex } from '#kernel/lot.ts';
import { panelTags } from './announce-panel.ts';
import { refusalFor } from './panel.ts';
import { heldPanel } from './queries.ts';
import { readCandidates } from './read-candidates.ts';
import { mayFixList } from './rules.ts';

export const fixList = action({
  name: 'panels.fix-list',
  input: z.object({ id: z.uuid(), csv: z.string({ error: 'required' }).min(1, 'required').max(2_000_000, 'too-long') }),
  async run(ctx, { id, csv }): Promise<{ id: string; title: string; listHash: string }> {
    const panel = await heldPanel(ctx.db, id);
    const no = mayFixList(ctx.reader, panel, ctx.now);
    if (no) throw refusalFor(no);
    const candidates = readCandidates(csv, panel.strata, panel.size);
    const listHash = await sha256Hex(listText(candidates));
    await run(
      ctx.db,
      `insert into panel_candidates (hub_id, panel_id, number, strata, contact)
       select $1, $2, c.number, c.strata, c.contact
       from jsonb_to_recordset($3::jsonb) as c(number text, strata text[], contact text)`,
      [ctx.hub.id, id, JSON.stringify(candidates)],
    );
    await run(
      ctx.db,
      'update panels set list_hash = $3, list_count = $4, committed_at = $5 where hub_id = $1 and id = $2',
      [ctx.hub.id, id, listHash, candidates.length, ctx.now],
    );
    await ctx.record({
      verb: 'panels.list-fixed',
      object: { kind: 'panel', id },
      public: { title: panel.title, listHash, candidates: candidates.length },
      parts: [
        {
          part: 'list',
          actorId: panel.division_id,
          content: { method: LOT_METHOD, listHash, candidates: candidates.length, size: panel.size },
        },
      ],
      tags: panelTags(id),
    });
    return { id, title: panel.title, listHash };
  },
});

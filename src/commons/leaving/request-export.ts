/** X1: somebody asks for everything about themselves; the worker puts it together. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { daysAfter, KEPT_DAYS, refuse } from './rules.ts';

/** @throws Refusal export-under-way */
export const requestExport = action({
  name: 'leaving.request-export',
  input: z.object({}),
  async run(ctx): Promise<{ id: string }> {
    const id = ctx.newId();
    const begun = await run(
      ctx.db,
      `insert into account_exports (hub_id, id, person_id, lang, asked_at, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (hub_id, person_id) where state <> 'done' do nothing returning id`,
      [ctx.hub.id, id, ctx.person.id, ctx.lang, ctx.now, daysAfter(ctx.now, KEPT_DAYS)],
    );
    if (begun.length === 0) throw refuse('export-under-way');
    await ctx.job('leaving.export', { id }, `export:${id}`);
    await ctx.record({ verb: 'leaving.export-asked', object: { kind: 'export', id }, tags: [] });
    return { id };
  },
});

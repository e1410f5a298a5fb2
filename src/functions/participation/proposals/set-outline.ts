/** F9.1 The secretariat puts in the outline of the town. Every version stays; proposals find their districts anew. */
import { z } from 'zod';
import { isSecretariat } from '#commons/hubs/index.ts';
import { action } from '#kernel/action.ts';
import type { ActionContext } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import { line } from '#kernel/text.ts';
import { districtAt, type Outline, outlineSchema } from './outline.ts';
import { outlineInForce } from './outline-queries.ts';
import { refuse } from './proposal.ts';

const LONGEST = 1_000_000;

export const setOutline = action({
  name: 'proposals.set-outline',
  input: z.object({ geojson: z.string().max(LONGEST, { error: 'too-long' }), source: line({ max: 200 }) }),
  async run(ctx, { geojson, source }): Promise<{ version: number }> {
    if (!isSecretariat(ctx)) throw refuse('secretariat-only', { status: 403 });
    const outline = read(geojson);
    if (!outline) throw refuse('not-an-outline', { field: 'geojson' });
    // Two at once: the second waits here and becomes the next version.
    await run(ctx.db, `select pg_advisory_xact_lock(hashtext('proposals.outline'), $1)`, [ctx.hub.id]);
    const version = ((await outlineInForce(ctx.db))?.version ?? 0) + 1;
    await ctx.db
      .insertInto('outlines')
      .values({
        hub_id: ctx.hub.id,
        version,
        geojson: JSON.stringify(outline),
        source,
        person_id: ctx.person.id,
        drawn_at: ctx.now,
      })
      .execute();
    await findDistricts(ctx, outline);
    await ctx.record({
      verb: 'proposals.outline-drawn',
      object: { kind: 'outline', id: ctx.newId(), version },
      public: { source },
      parts: [{ part: 'outline', actorId: ctx.actor.id, content: { source, features: outline.features.length } }],
      tags: ['proposals', 'outline'],
    });
    return { version };
  },
});

function read(text: string): Outline | null {
  try {
    const parsed = outlineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function findDistricts(ctx: ActionContext, outline: Outline): Promise<void> {
  const rows = await run<{ id: string; lat: number; lng: number }>(
    ctx.db,
    'select id, lat, lng from proposals where lat is not null',
  );
  await run(
    ctx.db,
    `update proposals p set district = n.district from unnest($2::uuid[], $3::text[]) as n (id, district)
     where p.hub_id = $1 and p.id = n.id and p.district <> n.district`,
    [ctx.hub.id, rows.map((row) => row.id), rows.map((row) => districtAt(outline, [row.lat, row.lng]))],
  );
}

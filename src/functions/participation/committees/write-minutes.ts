/** F9.9 Minutes: a draft inside the division, published with its date against the limit, corrected by further versions. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { prose } from '#kernel/text.ts';
import { sittingTags } from './call-sitting.ts';
import { refusalFor } from './committee.ts';
import { minutesOf, sittingById } from './queries.ts';
import { mayWriteMinutes } from './rules.ts';

export const writeMinutes = action({
  name: 'committees.write-minutes',
  input: z.object({
    id: z.uuid(),
    body: prose({ min: 0, max: 40_000 }).optional().default(''),
    /** from the second version on: what was put right */
    changed: prose({ min: 0, max: 400 }).optional().default(''),
    /** the saves the form was shown with; 0: nothing had been saved */
    saves: z.coerce.number().int().min(0),
    next: z.enum(['save', 'publish']),
  }),
  async run(ctx, { id, body, changed, saves, next }): Promise<{ id: string; version: number }> {
    const sitting = await sittingById(ctx.db, id, 'for update of s');
    const no = mayWriteMinutes(ctx.reader, sitting, ctx.now);
    if (no) throw refusalFor(no);
    const isPublic = next === 'publish';
    const version = sitting.minutes_version + 1;
    const draft = (await minutesOf(ctx.db, id)).find((one) => one.version === version);
    if ((draft?.saves ?? 0) !== saves) throw refusalFor('minutes-changed');
    if (isPublic && body === '') throw refusalFor('minutes-empty', 'body');
    if (isPublic && version > 1 && changed === '') throw refusalFor('say-what-changed', 'changed');
    await run(
      ctx.db,
      `insert into sitting_minutes (hub_id, sitting_id, version, body, changed, person_id, saved_at, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (hub_id, sitting_id, version) do update set body = excluded.body, changed = excluded.changed,
         person_id = excluded.person_id, saved_at = excluded.saved_at, published_at = excluded.published_at,
         saves = sitting_minutes.saves + 1`,
      [ctx.hub.id, id, version, body, changed, ctx.person.id, ctx.now, isPublic ? ctx.now : null],
    );
    if (!isPublic) return { id, version };
    await run(ctx.db, 'update sittings set minutes_version = $3 where hub_id = $1 and id = $2', [
      ctx.hub.id,
      id,
      version,
    ]);
    await ctx.record({
      verb: version === 1 ? 'committees.minutes-published' : 'committees.minutes-corrected',
      object: { kind: 'sitting', id },
      public: { title: sitting.committee_name, number: sitting.number, minutesVersion: version },
      parts: [{ part: 'minutes', actorId: sitting.division_id, content: { version, body, changed } }],
      tags: sittingTags(sitting),
    });
    return { id, version };
  },
});

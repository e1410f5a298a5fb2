/** X13: a person chooses its name and what it says of itself. Kept for audit, not in the public journal: a nickname left behind stays behind. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';
import { line, prose } from '#kernel/text.ts';
import { insistOnUntold } from './young.ts';

export const NAME_MAX = 40;
export const ABOUT_MAX = 600;
export const READING_MAX = 60;

/** @throws Refusal full-name, school-name: of somebody under 18 */
export const changeProfile = action({
  name: 'actors.change-profile',
  input: z.object({
    name: line({ max: NAME_MAX }),
    about: prose({ min: 0, max: ABOUT_MAX }),
    reading: line({ min: 0, max: READING_MAX }).optional(),
  }),
  async run(ctx, { name, about, reading }): Promise<void> {
    const { id } = ctx.person;
    await insistOnUntold(ctx, { name, about, reading });
    await run(
      ctx.db,
      'update actors set name = $3, about = $4, reading = coalesce($5, reading) where hub_id = $1 and id = $2',
      [ctx.hub.id, id, name, about, reading ?? null],
    );
    await ctx.record({
      verb: 'actors.profile-changed',
      object: { kind: 'actor', id },
      tags: [`actor:${id}`, 'actors'],
    });
  },
});

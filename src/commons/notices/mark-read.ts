/** X3: marking notices as read. One's own and private: no event. */
import { z } from 'zod';
import { action } from '#kernel/action.ts';
import { run } from '#kernel/database/dialect.ts';

/** One notice, or all up to the newest that was seen: what came meanwhile stays new. */
export const markRead = action({
  name: 'notices.mark-read',
  input: z.union([z.object({ id: z.uuid() }), z.object({ upTo: z.uuid() })], 'not-a-choice'),
  async run(ctx, input): Promise<null> {
    const [comparison, id] = 'id' in input ? ['=', input.id] : ['<=', input.upTo];
    await run(
      ctx.db,
      `update notices set read_at = $3 where hub_id = $1 and person_id = $2 and read_at is null and id ${comparison} $4`,
      [ctx.hub.id, ctx.person.id, ctx.now, id],
    );
    return null;
  },
});

/** X1, F9.5: whoever leaves lowers their hand: from then on they are no editor of any round. */
import { run } from '#kernel/database/dialect.ts';
import type { Leaving } from '#kernel/module.ts';

export const leaving: Leaving = {
  async laysDown(db, { hubId, personId, now }) {
    await run(db, 'update editors set lowered_at = $3 where hub_id = $1 and person_id = $2 and lowered_at is null', [
      hubId,
      personId,
      now,
    ]);
  },
};

/** X1, X4: whoever leaves is a moderator no longer; their number stays theirs and is given to nobody else. */
import { run } from '#kernel/database/dialect.ts';
import type { Leaving } from '#kernel/module.ts';

export const leaving: Leaving = {
  async laysDown(db, { hubId, personId, now }) {
    await run(
      db,
      'update moderators set until = $3, ended_by = $2 where hub_id = $1 and person_id = $2 and until is null',
      [hubId, personId, now],
    );
  },
};

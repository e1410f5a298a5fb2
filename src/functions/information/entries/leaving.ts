/** X1, F1.1: what somebody who leaves has posted in their own name is taken back, and the words go with it. Letters go with either side. */
import { run } from '#kernel/database/dialect.ts';
import type { Leaving } from '#kernel/module.ts';
import { withdrawEntry } from './standing.ts';

export const leaving: Leaving = {
  takesBack: {
    async things(db, personId) {
      const own = await run<{ id: string }>(
        db,
        'select id from entries where actor_id = $1 and withdrawn_at is null order by id',
        [personId],
      );
      return own.map(({ id }) => id);
    },
    act: withdrawEntry,
  },
  async laysDown(db, { hubId, personId }) {
    await run(
      db,
      `update entries set body = '―', facts = '{}', lat = null, lng = null, takes_letters = false
       where hub_id = $1 and actor_id = $2 and withdrawn_at is not null`,
      [hubId, personId],
    );
    await run(
      db,
      `update entry_versions v set content = v.content - 'body' - 'facts' - 'lat' - 'lng', changed = '' from entries e
       where v.hub_id = $1 and e.hub_id = $1 and e.id = v.entry_id and e.actor_id = $2 and e.withdrawn_at is not null`,
      [hubId, personId],
    );
  },
};

/** X1, F9.2: what somebody who leaves takes back of what they said themselves, and the words that go with it. */
import { run } from '#kernel/database/dialect.ts';
import type { Leaving } from '#kernel/module.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

export const leaving: Leaving = {
  takesBack: {
    async things(db, personId) {
      const said = await run<{ id: string }>(
        db,
        'select id from opinions where actor_id = $1 and withdrawn_at is null order by said_at, id',
        [personId],
      );
      return said.map(({ id }) => id);
    },
    act: withdrawOpinion,
  },
  // A withdrawn opinion shows as a tombstone; once its author has left, nobody could ask for its words any more.
  async laysDown(db, { hubId, personId }) {
    await run(
      db,
      `update opinion_versions v set body = '―', reason = '', amendment = null from opinions o
       where v.hub_id = $1 and o.hub_id = $1 and o.id = v.opinion_id and o.actor_id = $2 and o.withdrawn_at is not null`,
      [hubId, personId],
    );
    await run(
      db,
      `update opinions set body = '―', reason = '', amendment = null
       where hub_id = $1 and actor_id = $2 and withdrawn_at is not null`,
      [hubId, personId],
    );
  },
};

/** X1, F9.1: proposals that somebody who leaves takes back, as long as their round's statement is not published, and the words that go with them. */
import { run } from '#kernel/database/dialect.ts';
import type { Leaving } from '#kernel/module.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

export const leaving: Leaving = {
  takesBack: {
    async things(db, personId) {
      const own = await run<{ id: string }>(
        db,
        'select id from proposals where actor_id = $1 and withdrawn_at is null order by published_at, id',
        [personId],
      );
      return own.map(({ id }) => id);
    },
    act: withdrawProposal,
  },
  async laysDown(db, { hubId, personId }) {
    await run(
      db,
      `update proposal_versions v set problem = '―', proposal = '―', effect = '―', roles = '―', cost = '―', area = '―', changed = ''
       from proposals p
       where v.hub_id = $1 and p.hub_id = $1 and p.id = v.proposal_id and p.actor_id = $2 and p.withdrawn_at is not null`,
      [hubId, personId],
    );
  },
};

/** Everybody follows what they wrote in, as in a town that has lived: each new opinion is told to those who wrote beside it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { HUB_ID } from './plan.ts';

/** `lastLeaf`: up to this entry of the journal followers count as told; a town's past is no news on the first day measured. */
export async function placeFollows(db: Db, lastLeaf: number): Promise<void> {
  await run(
    db,
    `insert into follows (hub_id, person_id, thing_id, kind, title, href, scope, cause, since)
     select $1, w.person_id, w.proposal_id, 'proposal', p.title, '/proposals', 'all', 'wrote', min(w.at)
     from (select person_id, debate_id as proposal_id, said_at as at from opinions where hub_id = $1) w
     join proposals p on p.hub_id = $1 and p.id = w.proposal_id
     join actors a on a.hub_id = $1 and a.id = w.person_id and a.account_id is not null
     group by w.person_id, w.proposal_id, p.title`,
    [HUB_ID],
  );
  await run(db, 'insert into notice_cursors (hub_id, leaf) values ($1, $2)', [HUB_ID, lastLeaf]);
}

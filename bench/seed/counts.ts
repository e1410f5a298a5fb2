/** The kept counters of the whole town at once; the same figures as `recountDebate` gives for each debate. */
import { type Db, run } from '#kernel/database/dialect.ts';

const OPINIONS = `
  update opinions o set agree = c.agree, disagree = c.disagree, pass = c.pass
  from (
    select opinion_id, count(*) filter (where stance = 1)::int as agree, count(*) filter (where stance = -1)::int as disagree,
      count(*) filter (where stance = 0)::int as pass
    from votes group by opinion_id
  ) c
  where o.id = c.opinion_id`;

const REPLIES = `
  update opinions o set reply_count = c.replies, answered_at = c.answered_at
  from (
    select parent_id, count(*)::int as replies, min(said_at) filter (where kind = 'answer') as answered_at
    from opinions where parent_id is not null group by parent_id
  ) c
  where o.id = c.parent_id`;

const VOTERS = `
  insert into debate_voters (hub_id, debate_id, person_id) select distinct hub_id, debate_id, person_id from votes`;

const DEBATES = `
  update debates d set opinion_count = c.numbered, votable_count = c.votable, vote_count = c.votes, voter_count = coalesce(w.voters, 0)
  from (
    select debate_id, max(number) as numbered, count(*) filter (where kind = 'opinion')::int as votable, sum(seen)::int as votes
    from opinions where parent_id is null group by debate_id
  ) c
  left join (select debate_id, count(*)::int as voters from debate_voters group by debate_id) w on w.debate_id = c.debate_id
  where d.id = c.debate_id`;

export async function countEverything(db: Db): Promise<void> {
  for (const statement of [OPINIONS, REPLIES, VOTERS, DEBATES]) await run(db, statement);
}

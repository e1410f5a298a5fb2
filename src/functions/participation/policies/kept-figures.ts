/**
 * F10.3: how many proposals and answers are tied to each policy is kept, in the transaction of the act that ties or unties one: counting
 * them for each page read as many rows as the town has proposals.
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';

export type Tied = 'proposals' | 'answers';

/** One proposal or answer is tied to `to` from now on, and no more to `from`; null: to none. */
export async function tieToPolicy(
  db: Db,
  hubId: number,
  what: Tied,
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  const moved = [
    [from, -1],
    [to, 1],
  ] as const;
  const named = from === to ? [] : moved.filter(([id]) => id !== null);
  if (named.length === 0) return;
  // In one order, so that two acts on the same two policies wait for one another and not for ever.
  await run(
    db,
    `insert into policy_figures as f (hub_id, policy_id, ${what})
     select $1, t.id, t.more from unnest($2::uuid[], $3::int[]) as t (id, more) order by t.id
     on conflict (hub_id, policy_id) do update set ${what} = f.${what} + excluded.${what}`,
    [hubId, named.map(([id]) => id), named.map(([, more]) => more)],
  );
}

/**
 * Counts every policy anew. The figures are held before they are counted: an act that has tied something and not ended yet is waited for, and
 * one that comes later adds to what was counted.
 */
export async function recountPolicies(db: Db, hubId: number): Promise<void> {
  await run(db, 'insert into policy_figures (hub_id, policy_id) select $1, id from policies on conflict do nothing', [
    hubId,
  ]);
  await run(db, 'select policy_id from policy_figures order by policy_id for update', []);
  await run(
    db,
    `update policy_figures f set proposals = c.proposals, answers = c.answers
     from (
       select o.id,
         (select count(*) from proposals p where p.hub_id = $1 and p.policy_id = o.id and p.withdrawn_at is null)::int as proposals,
         (select count(*) from answers a where a.hub_id = $1 and a.policy_id = o.id and a.is_current)::int as answers
       from policies o where o.hub_id = $1
     ) c
     where f.hub_id = $1 and f.policy_id = c.id and (f.proposals, f.answers) is distinct from (c.proposals, c.answers)`,
    [hubId],
  );
}

/** Once a day, and when a worker starts: what a version before tied without a word, or a restored copy left behind, is right again. */
export async function recount(job: JobContext): Promise<void> {
  await job.hubwise.write(job.hub.id, (db) => recountPolicies(db, job.hub.id));
}

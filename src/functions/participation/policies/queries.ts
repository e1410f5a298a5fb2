/** F10.3 Reads of the policy tree and of what is tied to it. */

import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { PolicyRow } from './tree.ts';

export interface PolicyChoice {
  id: string;
  code: string;
  title: string;
}

/** The measures (事業), by code: what proposals and answers are tied to. */
export function policyChoices(db: Db): Promise<PolicyChoice[]> {
  return run<PolicyChoice>(db, `select id, code, title from policies where kind = 'measure' order by code limit 500`);
}

const MOST_PLANS = 50;

/** The whole tree with its divisions, and how much is tied to each node. */
export function policyRows(db: Db): Promise<PolicyRow[]> {
  return run<PolicyRow>(
    db,
    `select o.id, o.parent_id, o.code, o.kind, o.title, o.about, o.division_id, dv.name as division_name,
       coalesce(f.proposals, 0) as proposals, coalesce(f.answers, 0) as answers,
       coalesce((select json_agg(one) from (
         select n.id, n.title, n.stage, n.decided_at, n.ended_at from plans n
         where n.hub_id = o.hub_id and n.policy_id = o.id order by n.id desc limit ${MOST_PLANS}
       ) one), '[]') as plans
     from policies o left join actors dv on dv.hub_id = o.hub_id and dv.id = o.division_id
     left join policy_figures f on f.hub_id = o.hub_id and f.policy_id = o.id
     order by o.code limit 5000`,
  );
}

export interface TiedProposal {
  id: string;
  title: string;
  kind: 'plan' | 'project';
  answer_kind: string | null;
  published_at: Date;
  actor_kind: ActorKind;
  actor_name: string;
}

/** Proposals tied to one of these policies, newest first. */
export async function proposalsOfPolicies(
  db: Db,
  policyIds: readonly string[],
  before: string | null,
  limit: number,
): Promise<{ proposals: TiedProposal[]; more: boolean }> {
  const proposals = await run<TiedProposal>(
    db,
    `select p.id, p.title, p.kind, p.answer_kind, p.published_at, a.kind as actor_kind, a.name as actor_name
     from proposals p join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     where p.policy_id = any($1::uuid[]) and p.withdrawn_at is null and ($2::uuid is null or p.id < $2)
     order by p.id desc limit $3`,
    [policyIds, before, limit + 1],
  );
  return { proposals: proposals.slice(0, limit), more: proposals.length > limit };
}

/** F9.1 Reads of merges: what is suggested, whose yes it needs, who is asked again. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import type { MergeOutcome } from './merge.ts';
import type { ProposalText } from './proposal.ts';

interface Side {
  id: string;
  title: string;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  version: number;
  withdrawn_at: string | null;
}

/** Somebody whose yes is needed. */
export interface NeededActor {
  id: string;
  kind: ActorKind;
  name: string;
  /** null: no answer yet */
  at: string | null;
}

export interface ShownMerge {
  id: string;
  plan: string;
  text: ProposalText | null;
  /** the proposal whose proposer suggests it */
  suggested_by: string;
  absorbed_version: number;
  target_version: number;
  suggested_at: Date;
  outcome: MergeOutcome | null;
  ended_at: Date | null;
  word: string;
  absorbed: Side;
  target: Side;
  needed: NeededActor[];
  /** the target's text everybody was asked about */
  present: ProposalText;
  round: Round;
}

const SIDE = (p: string, a: string) =>
  `json_build_object('id', ${p}.id, 'title', ${p}.title, 'actor_id', ${p}.actor_id, 'actor_kind', ${a}.kind, 'actor_name', ${a}.name,
    'version', ${p}.version, 'withdrawn_at', ${p}.withdrawn_at)`;

/** Of merge `m`: the other side's proposer and the co-proposers of both, as they are now; whoever suggests it has agreed already. */
const NEEDED = `
  select n.id, n.kind, n.name, y.at from (
    select p.actor_id from proposals p
    where p.hub_id = m.hub_id and p.id in (m.absorbed_id, m.target_id) and p.id <> m.suggested_by
    union
    select v.actor_id from proposals p
    join version_co_proposers v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
    join co_proposers c on c.hub_id = v.hub_id and c.id = v.co_proposer_id and c.ended is null
    where p.hub_id = m.hub_id and p.id in (m.absorbed_id, m.target_id)
  ) x
  join actors n on n.hub_id = m.hub_id and n.id = x.actor_id
  left join merge_consents y on y.hub_id = m.hub_id and y.merge_id = m.id and y.actor_id = x.actor_id
  where x.actor_id <> (select s.actor_id from proposals s where s.hub_id = m.hub_id and s.id = m.suggested_by)`;

const SHOWN = `select m.id, m.plan, m.text, m.suggested_by, m.absorbed_version, m.target_version, m.suggested_at, m.outcome, m.ended_at, m.word,
    ${SIDE('b', 'ba')} as absorbed, ${SIDE('t', 'ta')} as target,
    json_build_object('title', v.title, 'problem', v.problem, 'proposal', v.proposal, 'effect', v.effect, 'roles', v.roles,
      'cost', v.cost, 'area', v.area) as present,
    coalesce((select json_agg(json_build_object('id', q.id, 'kind', q.kind, 'name', q.name, 'at', q.at) order by q.at, q.name, q.id)
      from (${NEEDED}) q), '[]') as needed,
    row_to_json(r) as round
  from merges m
  join proposals b on b.hub_id = m.hub_id and b.id = m.absorbed_id join actors ba on ba.hub_id = b.hub_id and ba.id = b.actor_id
  join proposals t on t.hub_id = m.hub_id and t.id = m.target_id join actors ta on ta.hub_id = t.hub_id and ta.id = t.actor_id
  join proposal_versions v on v.hub_id = t.hub_id and v.proposal_id = t.id and v.version = m.target_version
  cross join lateral (select ${ROUND_COLUMNS} from rounds r where r.hub_id = m.hub_id and r.id = m.round_id) r`;

const MOMENTS = /_at$/;

/** A round that came as JSON has its moments as text. */
function mergeOf(row: ShownMerge): ShownMerge {
  const round = Object.fromEntries(
    Object.entries(row.round).map(([name, value]) => [
      name,
      MOMENTS.test(name) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
  return { ...row, round: round as unknown as Round };
}

export async function mergeById(db: Db, id: string): Promise<ShownMerge | null> {
  const [row] = await run<ShownMerge>(db, `${SHOWN} where m.id = $1`, [id]);
  return row ? mergeOf(row) : null;
}

/** Holds both proposals, in the order of their ids, and then the suggestion; null when there is none. */
export async function lockedMerge(db: Db, hubId: number, id: string): Promise<ShownMerge | null> {
  await run(
    db,
    `select p.id from merges m join proposals p on p.hub_id = m.hub_id and p.id in (m.absorbed_id, m.target_id)
     where m.hub_id = $1 and m.id = $2 order by p.id for update of p`,
    [hubId, id],
  );
  const held = await run(db, 'select id from merges where hub_id = $1 and id = $2 for update', [hubId, id]);
  return held.length > 0 ? mergeById(db, id) : null;
}

/** Open suggestions that a proposal is part of, by their ids. */
export async function openMergesOf(db: Db, proposalId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    db,
    'select id from merges where outcome is null and (absorbed_id = $1 or target_id = $1) order by id limit 100',
    [proposalId],
  );
  return rows.map((row) => row.id);
}

/** Open suggestions that wait for a yes of one of these actors. */
export async function mergesWaitingFor(db: Db, actorIds: readonly string[], now: Date): Promise<ShownMerge[]> {
  const rows = await run<ShownMerge>(
    db,
    `with own as (
       select p.hub_id, p.id from proposals p join rounds r on r.hub_id = p.hub_id and r.id = p.round_id and r.drafting_at > $2
       where p.actor_id = any($1::uuid[])
       union
       select v.hub_id, v.proposal_id from version_co_proposers v where v.actor_id = any($1::uuid[])
     ), near as (
       select k.id from own o join merges k on k.hub_id = o.hub_id and k.absorbed_id = o.id and k.outcome is null
       union
       select k.id from own o join merges k on k.hub_id = o.hub_id and k.target_id = o.id and k.outcome is null
     )
     ${SHOWN} where m.id in (select id from near) and r.drafting_at > $2
       and exists (select 1 from (${NEEDED}) w where w.id = any($1::uuid[]) and w.at is null)
     order by m.id desc limit 50`,
    [actorIds, now],
  );
  return rows.map(mergeOf);
}

export interface MergeQuestion {
  merge_id: string;
  actor_id: string;
  asked_at: Date;
  absorbed: { id: string; title: string };
  target: { id: string; title: string };
  plan: string;
  /** opinions of the merged proposal that this person agreed with, at most five */
  agreed: { id: string; number: number; body: string }[];
}

/** What these actors are asked again, newest first; `personId` sees its own choices and nobody else's. */
export function questionsTo(db: Db, actorIds: readonly string[], personId: string): Promise<MergeQuestion[]> {
  return run<MergeQuestion>(
    db,
    `select q.merge_id, q.actor_id, q.asked_at, m.plan, json_build_object('id', b.id, 'title', b.title) as absorbed,
       json_build_object('id', t.id, 'title', t.title) as target,
       coalesce((select json_agg(json_build_object('id', o.id, 'number', o.number, 'body', o.body) order by o.id)
         from (select o.id, o.number, o.body from votes v join opinions o on o.hub_id = v.hub_id and o.id = v.opinion_id
           where v.hub_id = q.hub_id and v.person_id = q.actor_id and q.actor_id = $2 and v.debate_id = b.id and v.stance = 1
             and o.withdrawn_at is null and o.hidden_at is null order by o.id limit 5) o), '[]') as agreed
     from merge_questions q
     join merges m on m.hub_id = q.hub_id and m.id = q.merge_id
     join proposals b on b.hub_id = m.hub_id and b.id = m.absorbed_id
     join proposals t on t.hub_id = m.hub_id and t.id = m.target_id
     where q.actor_id = any($1::uuid[]) and q.settled_at is null order by q.merge_id desc limit 50`,
    [actorIds, personId],
  );
}

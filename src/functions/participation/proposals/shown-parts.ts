/** F9.1 What stands around a proposal: its co-proposers, what was merged into it with its opinions, and merges under way. */
import type { ActorKind } from '#kernel/context.ts';
import type { MergeOutcome } from './merge.ts';

export interface StandingCoProposer {
  id: string;
  kind: ActorKind;
  name: string;
  /** ISO: when it consented to this version */
  at: string;
}

export interface LeftCoProposer {
  id: string;
  kind: ActorKind;
  name: string;
  at: string;
  word: string;
}

export interface CarriedOpinion {
  id: string;
  number: number;
  body: string;
  agree: number;
  disagree: number;
  pass: number;
  name: string;
}

export interface AbsorbedProposal {
  id: string;
  title: string;
  opinion_count: number;
  /** the first of its opinions */
  opinions: CarriedOpinion[];
}

export interface MergeUnderWay {
  id: string;
  other: string;
  outcome: MergeOutcome | null;
}

export interface ShownParts {
  co_proposers: StandingCoProposer[];
  left_co_proposers: LeftCoProposer[];
  merged_into: { id: string; title: string } | null;
  absorbed: AbsorbedProposal[];
  merges: MergeUnderWay[];
}

const SHOWN_OPINIONS = 5;
const MOST_LISTED = 50;

/** Of a version of the proposal that row `p` names by its column `id`, in the order of their consent. */
export function standingJson(p: string, version: string, id = 'id'): string {
  return `coalesce((select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'name', n.name, 'at', x.consented_at)
      order by x.consented_at, n.id)
    from version_co_proposers x
    join co_proposers c on c.hub_id = x.hub_id and c.id = x.co_proposer_id and c.ended is null
    join actors n on n.hub_id = x.hub_id and n.id = x.actor_id
    where x.hub_id = ${p}.hub_id and x.proposal_id = ${p}.${id} and x.version = ${version}), '[]')`;
}

/** Everything of `ShownParts`, of proposal `p`. */
export const SHOWN_PARTS = `${standingJson('p', 'p.version')} as co_proposers,
    coalesce((select json_agg(json_build_object('id', n.id, 'kind', n.kind, 'name', n.name, 'at', c.ended_at, 'word', c.word) order by c.ended_at)
      from co_proposers c join actors n on n.hub_id = c.hub_id and n.id = c.actor_id
      where c.hub_id = p.hub_id and c.proposal_id = p.id and c.ended = 'left'), '[]') as left_co_proposers,
    (select json_build_object('id', t.id, 'title', t.title) from proposals t
      where t.hub_id = p.hub_id and t.id = p.merged_into_id) as merged_into,
    coalesce((select json_agg(json_build_object('id', b.id, 'title', b.title, 'opinion_count', e.votable_count, 'opinions',
        coalesce((select json_agg(json_build_object('id', o.id, 'number', o.number, 'body', o.body, 'agree', o.agree,
            'disagree', o.disagree, 'pass', o.pass, 'name', w.name) order by o.id)
          from (select s.hub_id, s.id, s.number, s.body, s.agree, s.disagree, s.pass, s.actor_id from opinions s
            where s.hub_id = b.hub_id and s.debate_id = b.id and s.kind = 'opinion' and s.withdrawn_at is null and s.hidden_at is null
            order by s.id limit ${SHOWN_OPINIONS}) o
          join actors w on w.hub_id = o.hub_id and w.id = o.actor_id), '[]')) order by b.id)
      from (select q.hub_id, q.id, q.title from proposals q
        where q.hub_id = p.hub_id and q.merged_into_id = p.id order by q.id limit ${MOST_LISTED}) b
      join debates e on e.hub_id = b.hub_id and e.id = b.id), '[]') as absorbed,
    coalesce((select json_agg(json_build_object('id', m.id, 'other', t.title, 'outcome', m.outcome) order by m.id)
      from merges m
      join proposals t on t.hub_id = m.hub_id and t.id = case when m.absorbed_id = p.id then m.target_id else m.absorbed_id end
      where m.hub_id = p.hub_id and p.id in (m.absorbed_id, m.target_id) and m.outcome is null), '[]') as merges`;

/** F9.8 Everything that happened to a proposal, link by link, in one query beside the proposal and its answer. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { AnswerKind } from '../answers/index.ts';
import { type ShownStep, STEPS_JSON } from '../reflection/index.ts';

export interface TrailVersion {
  version: number;
  changed: string;
  /** ISO 8601, as are all instants below */
  written_at: string;
}

/** An opinion, short; `body` is null when it was withdrawn or hidden since. */
export interface TrailOpinion {
  id: string;
  number: number | null;
  body: string | null;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
}

export interface TrailAnswer {
  id: string;
  kind: AnswerKind;
  reason: string;
  decided_on: string;
  next_on: string | null;
  first_at: string;
  final_at: string | null;
  division_name: string;
  steps: ShownStep[];
}

export interface TrailPoint {
  id: string;
  section: string;
  body: string;
  opinions: TrailOpinion[];
  answer: TrailAnswer | null;
}

export interface TrailLinks {
  versions: TrailVersion[];
  first: (TrailOpinion & { said_at: string }) | null;
  editors: number;
  /** persons whose vote stands on some opinion of the debate */
  voters: number;
  document: { id: string; number: string; sha256: string; published_at: string } | null;
  submission: { by: string; received_by: string; received_office: string; submitted_at: string } | null;
  points: TrailPoint[];
  annex: (TrailOpinion & { reason: string })[];
}

const OPINION = `'id', o.id, 'number', o.number, 'body', case when o.withdrawn_at is null and o.hidden_at is null then left(o.body, 160) end,
  'actor_id', v.id, 'actor_kind', v.kind, 'actor_name', v.name`;

/** SQL: a TrailAnswer of the present answer `a`. */
export const ANSWER_JSON = `json_build_object('id', a.id, 'kind', a.kind, 'reason', a.reason, 'decided_on', a.decided_on, 'next_on', a.next_on,
  'first_at', a.first_at, 'final_at', a.final_at, 'division_name', dv.name, 'steps', ${STEPS_JSON})`;

/** The order of reading of a statement. */
const IN_ORDER = `array_position(array['agreement', 'views', 'dissent', 'minority', 'questions', 'proposals'], t.section), t.place, t.id`;

const LINKS = `select
  coalesce((select json_agg(json_build_object('version', x.version, 'changed', x.changed, 'written_at', x.written_at) order by x.version)
    from proposal_versions x where x.hub_id = p.hub_id and x.proposal_id = p.id), '[]') as versions,
  (select json_build_object(${OPINION}, 'said_at', o.said_at)
    from opinions o join actors v on v.hub_id = o.hub_id and v.id = o.actor_id
    where o.hub_id = p.hub_id and o.debate_id = p.id and o.parent_id is null and o.kind in ('opinion', 'question')
      and o.withdrawn_at is null and o.hidden_at is null
    order by o.id limit 1) as first,
  (select count(*)::int from editors e where e.hub_id = p.hub_id and e.round_id = p.round_id and e.lowered_at is null) as editors,
  (select d.voter_count from debates d where d.hub_id = p.hub_id and d.id = p.id) as voters,
  (select json_build_object('id', d.id, 'number', d.number, 'sha256', encode(d.sha256, 'hex'), 'published_at', d.published_at)
    from documents d where d.hub_id = p.hub_id and d.round_id = p.round_id) as document,
  (select json_build_object('by', b.name, 'received_by', g.name, 'received_office', s.received_office, 'submitted_at', s.submitted_at)
    from documents d
    join submissions_to_city s on s.hub_id = d.hub_id and s.document_id = d.id
    join actors b on b.hub_id = s.hub_id and b.id = s.submitted_by
    join actors g on g.hub_id = s.hub_id and g.id = s.received_by
    where d.hub_id = p.hub_id and d.round_id = p.round_id) as submission,
  coalesce((select json_agg(json_build_object('id', t.id, 'section', t.section, 'body', t.body,
      'opinions', coalesce((select json_agg(json_build_object(${OPINION}) order by o.number nulls last, o.id)
        from citations c
        join opinions o on o.hub_id = c.hub_id and o.id = c.opinion_id
        join actors v on v.hub_id = o.hub_id and v.id = o.actor_id
        where c.hub_id = t.hub_id and c.point_id = t.id), '[]'),
      'answer', (select ${ANSWER_JSON} from answers a join actors dv on dv.hub_id = a.hub_id and dv.id = a.division_id
        where a.hub_id = t.hub_id and a.point_id = t.id and a.is_current)) order by ${IN_ORDER})
    from points t where t.hub_id = p.hub_id and t.round_id = p.round_id and t.debate_id = p.id and t.removed_at is null), '[]') as points,
  coalesce((select json_agg(json_build_object(${OPINION}, 'reason', n.reason) order by o.number nulls last, o.id)
    from annex_entries n
    join opinions o on o.hub_id = n.hub_id and o.id = n.opinion_id
    join actors v on v.hub_id = o.hub_id and v.id = o.actor_id
    where n.hub_id = p.hub_id and n.round_id = p.round_id and o.debate_id = p.id
      and o.withdrawn_at is null and o.hidden_at is null), '[]') as annex
  from proposals p where p.id = $1`;

/** Null for an unknown proposal. */
export async function trailLinks(db: Db, proposalId: string): Promise<TrailLinks | null> {
  const [links] = await run<TrailLinks>(db, LINKS, [proposalId]);
  return links ?? null;
}

/** What an officer is about to answer: a proposal that went to the city, or a point of its statement. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import type { AnswerKind } from './answer.ts';
import type { Subject } from './queries.ts';

export interface AnswerSubject {
  subject: 'proposal' | 'point';
  id: string;
  debate_id: string;
  title: string;
  /** the point's words, or the beginning of the proposal's text */
  text: string;
  /** withdrawn, or taken out of the statement: nothing to answer */
  gone: boolean;
  policy_id: string | null;
  round: Round;
  /** version of the present answer; 0 while there is none */
  version: number;
  kind: AnswerKind | null;
  division_id: string | null;
  /** the division of the answer's policy, else of the proposal's */
  lead_id: string | null;
  first_at: Date | null;
  final_at: Date | null;
  answer_policy_id: string | null;
  reason: string;
  decided_on: string;
  next_on: string | null;
  passed_to: string | null;
  passed_on: string | null;
  on_budget: boolean;
  /** the lead that was assigned to it, or to its proposal */
  assigned_id: string | null;
  assigned_name: string | null;
  /** how many times a lead was assigned to it */
  assignments: number;
}

const ANSWER = `coalesce(a.version, 0) as version, a.kind, a.division_id, coalesce(own.division_id, theirs.division_id) as lead_id,
  a.first_at, a.final_at, a.policy_id as answer_policy_id, coalesce(a.reason, '') as reason, coalesce(a.decided_on::text, '') as decided_on,
  a.next_on, a.passed_to, a.passed_on, coalesce(a.on_budget, false) as on_budget, ld.id as assigned_id, ld.name as assigned_name,
  (select coalesce(max(n.number), 0) from answer_leads n where n.hub_id = i.hub_id and n.subject_id = i.id)::int as assignments`;

const POLICIES = `left join policies own on own.hub_id = a.hub_id and own.id = a.policy_id
  left join policies theirs on theirs.hub_id = p.hub_id and theirs.id = p.policy_id
  left join actors ld on ld.hub_id = i.hub_id and ld.id = i.lead_id`;

const OF_PROPOSAL = `select 'proposal' as subject, p.id, p.id as debate_id, p.title, v.proposal as text, p.withdrawn_at is not null as gone,
    p.policy_id, p.round_id, ${ANSWER}
  from proposals i
  join proposals p on p.hub_id = i.hub_id and p.id = i.id
  join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
  left join answers a on a.hub_id = p.hub_id and a.proposal_id = p.id and a.is_current
  ${POLICIES} where i.id = $1`;

const OF_POINT = `select 'point' as subject, i.id, i.debate_id, d.title, i.body as text, i.removed_at is not null as gone,
    p.policy_id, i.round_id, ${ANSWER}
  from points i
  join debates d on d.hub_id = i.hub_id and d.id = i.debate_id
  left join proposals p on p.hub_id = i.hub_id and p.id = i.debate_id
  left join answers a on a.hub_id = i.hub_id and a.point_id = i.id and a.is_current
  ${POLICIES} where i.id = $1`;

/** The subject with its round and present answer; `hold` keeps a second answer at the same moment waiting. Null when there is none. */
export async function subjectOf(db: Db, of: Subject, hold = false): Promise<AnswerSubject | null> {
  const [table, sql, id] =
    'proposalId' in of ? ['proposals', OF_PROPOSAL, of.proposalId] : ['points', OF_POINT, of.pointId];
  if (hold) await run(db, `select id from ${table} where id = $1 for no key update`, [id]);
  const [found] = await run<Omit<AnswerSubject, 'round'> & { round_id: string }>(db, sql, [id]);
  if (!found) return null;
  const { round_id, ...subject } = found;
  const [round] = await run<Round>(db, `select ${ROUND_COLUMNS} from rounds r where r.id = $1`, [round_id]);
  return round ? { ...subject, round } : null;
}

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
}

const ANSWER = `coalesce(a.version, 0) as version, a.kind, a.division_id, coalesce(own.division_id, theirs.division_id) as lead_id,
  a.first_at, a.final_at, a.policy_id as answer_policy_id, coalesce(a.reason, '') as reason, coalesce(a.decided_on::text, '') as decided_on,
  a.next_on, a.passed_to`;

const POLICIES = `left join policies own on own.hub_id = a.hub_id and own.id = a.policy_id
  left join policies theirs on theirs.hub_id = p.hub_id and theirs.id = p.policy_id`;

const OF_PROPOSAL = `select 'proposal' as subject, p.id, p.id as debate_id, p.title, v.proposal as text, p.withdrawn_at is not null as gone,
    p.policy_id, p.round_id, ${ANSWER}
  from proposals p
  join proposal_versions v on v.hub_id = p.hub_id and v.proposal_id = p.id and v.version = p.version
  left join answers a on a.hub_id = p.hub_id and a.proposal_id = p.id and a.is_current
  ${POLICIES} where p.id = $1`;

const OF_POINT = `select 'point' as subject, t.id, t.debate_id, d.title, t.body as text, t.removed_at is not null as gone,
    p.policy_id, t.round_id, ${ANSWER}
  from points t
  join debates d on d.hub_id = t.hub_id and d.id = t.debate_id
  left join proposals p on p.hub_id = t.hub_id and p.id = t.debate_id
  left join answers a on a.hub_id = t.hub_id and a.point_id = t.id and a.is_current
  ${POLICIES} where t.id = $1`;

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

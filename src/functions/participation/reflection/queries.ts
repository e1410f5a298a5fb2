/** Reads of reflection steps, and the piece of SQL by which other reads bring them along. */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { FollowedAnswer, StepFacts } from './rules.ts';

/**
 * SQL: a JSON array of ShownStep of everything that answered the same proposal or point as the answer `a` of the query around it,
 * in the order of recording. A revised answer keeps the steps of the one before.
 */
export const STEPS_JSON = `coalesce((select json_agg(json_build_object('id', s.id, 'step', s.step, 'happened_on', s.happened_on,
    'note', s.note, 'document', s.document, 'page', s.page, 'budget_line', s.budget_line, 'budget_year', s.budget_year,
    'budget_line_id', s.budget_line_id, 'amount_yen', s.amount_yen,
    'link', s.link, 'division_id', s.division_id, 'division_name', sd.name, 'recorded_at', s.recorded_at,
    'corrects_id', s.corrects_id) order by s.id)
  from answers sv
  join reflection_steps s on s.hub_id = sv.hub_id and s.answer_id = sv.id
  join actors sd on sd.hub_id = s.hub_id and sd.id = s.division_id
  where sv.hub_id = a.hub_id and sv.subject_id = a.subject_id), '[]'::json)`;

export interface FollowedSubject extends FollowedAnswer {
  /** the present version of the answer */
  id: string;
  round_id: string;
  point_id: string | null;
  /** of the proposal, or of the one whose debate the point sums up */
  debate_id: string;
  title: string;
  policy_id: string | null;
  proposal_policy_id: string | null;
  published_at: Date | null;
  rules_version: number;
  steps: StepFacts[];
}

/** What the answer (any version of it) answers; null for an unknown one. */
export async function subjectOfAnswer(
  db: Db,
  answerId: string,
): Promise<{ proposalId: string } | { pointId: string } | null> {
  const [named] = await run<{ proposal_id: string | null; point_id: string | null }>(
    db,
    'select proposal_id, point_id from answers where id = $1',
    [answerId],
  );
  if (!named) return null;
  return named.proposal_id ? { proposalId: named.proposal_id } : { pointId: named.point_id ?? '' };
}

/** The present answer to whatever `answerId` (any version) answers, with its steps; its proposal or point is held against a second act at the same moment. */
export async function lockedSubject(db: Db, answerId: string): Promise<FollowedSubject | null> {
  const named = await subjectOfAnswer(db, answerId);
  if (!named) return null;
  const [column, table, id] =
    'proposalId' in named ? ['proposal_id', 'proposals', named.proposalId] : ['point_id', 'points', named.pointId];
  const [held] = await run(db, `select id from ${table} where id = $1 for no key update`, [id]);
  if (!held) return null;
  const [subject] = await run<FollowedSubject>(
    db,
    `select a.id, a.kind, a.division_id, a.round_id, a.point_id, a.policy_id, d.id as debate_id, d.title, r.published_at, r.rules_version,
       p.policy_id as proposal_policy_id, coalesce(i.lead_id, own.division_id, theirs.division_id) as lead_id, ${STEPS_JSON} as steps
     from answers a
     join ${table} i on i.hub_id = a.hub_id and i.id = a.${column}
     join rounds r on r.hub_id = a.hub_id and r.id = a.round_id
     join debates d on d.hub_id = a.hub_id and d.id = a.debate_id
     left join proposals p on p.hub_id = d.hub_id and p.id = d.id
     left join policies own on own.hub_id = a.hub_id and own.id = a.policy_id
     left join policies theirs on theirs.hub_id = p.hub_id and theirs.id = p.policy_id
     where a.is_current and a.${column} = $1`,
    [id],
  );
  return subject ?? null;
}

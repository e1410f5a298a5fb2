/** Reads of answers, shaped for their views. All of it is public; who typed an answer in is not, the division answers for it. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { type ShownStep, STEPS_JSON } from '../reflection/index.ts';
import type { AnswerKind } from './answer.ts';
import type { ItemAnswer } from './items.ts';
import { VOICES_JSON, type Voice } from './voices.ts';

export interface ShownAnswer extends ItemAnswer {
  is_current: boolean;
  round_id: string;
  subject: 'proposal' | 'point';
  subject_id: string;
  /** of the proposal, or of the one whose debate the point sums up */
  debate_id: string;
  title: string;
  /** of the rules under which its round began (P9) */
  rules_version: number | null;
  /** the point's words; null for a proposal */
  body: string | null;
  division_id: string;
  division_name: string;
  policy_id: string | null;
  policy_code: string | null;
  policy_title: string | null;
  /** the division that leads: as assigned, else that of the policy */
  lead_id: string | null;
  lead_name: string | null;
  assigned_id: string | null;
  /** divisions concerned beside the lead */
  partners: { id: string; name: string }[];
  /** in the order of recording; only with the present version */
  steps: ShownStep[];
}

/** SQL: divisions concerned beside the lead, of the answer `a`. */
const PARTNERS_JSON = `coalesce((select json_agg(json_build_object('id', pd.id, 'name', pd.name) order by pn.id)
  from answer_partners pn join actors pd on pd.hub_id = pn.hub_id and pd.id = pn.division_id
  where pn.hub_id = a.hub_id and pn.subject_id = a.subject_id), '[]'::json)`;

const COLUMNS = `a.id, a.version, a.is_current, a.kind, a.reason, a.decided_on, a.next_on, a.passed_to, a.passed_on, a.on_budget,
  a.change_reason, a.answered_at, a.first_at,
  a.final_at, a.round_id, case when a.point_id is null then 'proposal' else 'point' end as subject,
  a.subject_id, d.id as debate_id, d.title, d.rules_version, t.body,
  a.division_id, dv.name as division_name, a.policy_id, o.code as policy_code, o.title as policy_title,
  coalesce(t.lead_id, p.lead_id, o.division_id) as lead_id, ld.name as lead_name, coalesce(t.lead_id, p.lead_id) as assigned_id,
  ${PARTNERS_JSON} as partners, case when a.is_current then ${STEPS_JSON} else '[]'::json end as steps`;

// Written as a choice: behind a policy the planner takes coalesce() for a function that may leak, and goes through all actors in place of their index.
const JOINS = `join actors dv on dv.hub_id = a.hub_id and dv.id = a.division_id
  left join points t on t.hub_id = a.hub_id and t.id = a.point_id
  join debates d on d.hub_id = a.hub_id and d.id = a.debate_id
  left join proposals p on p.hub_id = a.hub_id and p.id = a.proposal_id
  left join policies o on o.hub_id = a.hub_id and o.id = a.policy_id
  left join actors ld on ld.hub_id = a.hub_id and ld.id =
    case when t.lead_id is not null then t.lead_id when p.lead_id is not null then p.lead_id else o.division_id end`;

export type Subject = { proposalId: string } | { pointId: string };

/** The city's present answer to a proposal or a point, with division, policy and steps; null while there is none. One query. */
export async function answersOf(db: Db, subject: Subject): Promise<ShownAnswer | null> {
  const [column, id] = 'proposalId' in subject ? ['proposal_id', subject.proposalId] : ['point_id', subject.pointId];
  const [answer] = await run<ShownAnswer>(
    db,
    `select ${COLUMNS} from answers a ${JOINS} where a.is_current and a.${column} = $1`,
    [id],
  );
  return answer ?? null;
}

/** Every version of the answer that `answerId` is a version of, newest first. */
export function answerVersions(db: Db, answerId: string): Promise<ShownAnswer[]> {
  return run<ShownAnswer>(
    db,
    `select ${COLUMNS} from answers named
     join answers a on a.hub_id = named.hub_id and a.subject_id = named.subject_id
     ${JOINS} where named.id = $1 order by a.version desc limit 100`,
    [answerId],
  );
}

export interface AnswerFilter {
  kind: AnswerKind | '';
  divisionId: string;
  /** id of the last answer of the page before */
  before: string | null;
  limit: number;
}

/** Present answers over all rounds, newest first, and whether there are more. */
export async function newestAnswers(db: Db, filter: AnswerFilter): Promise<{ answers: ShownAnswer[]; more: boolean }> {
  const values: unknown[] = [];
  const where = ['a.is_current'];
  const add = (condition: string, value: unknown) => {
    values.push(value);
    where.push(`${condition} $${values.length}`);
  };
  if (filter.kind) add('a.kind =', filter.kind);
  if (filter.divisionId) add('a.division_id =', filter.divisionId);
  if (filter.before) add('a.id <', filter.before);
  values.push(filter.limit + 1);
  const answers = await run<ShownAnswer>(
    db,
    `select ${COLUMNS} from answers a ${JOINS} where ${where.join(' and ')} order by a.id desc limit $${values.length}`,
    values,
  );
  return { answers: answers.slice(0, filter.limit), more: answers.length > filter.limit };
}

export interface PolicyAnswer extends ShownAnswer {
  voices: Voice[];
}

/** Present answers tied to one of these policies, newest first, with the voices behind each. */
export async function answersOfPolicies(
  db: Db,
  policyIds: readonly string[],
  before: string | null,
  limit: number,
): Promise<{ answers: PolicyAnswer[]; more: boolean }> {
  const answers = await run<PolicyAnswer>(
    db,
    `select ${COLUMNS}, ${VOICES_JSON} as voices from answers a ${JOINS}
     where a.is_current and a.policy_id = any($1::uuid[]) and ($2::uuid is null or a.id < $2) order by a.id desc limit $3`,
    [policyIds, before, limit + 1],
  );
  return { answers: answers.slice(0, limit), more: answers.length > limit };
}

/** All present answers of the filter, for export; walks by key so that memory stays bounded. */
export async function* allAnswers(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: Pick<AnswerFilter, 'kind' | 'divisionId'>,
): AsyncGenerator<ShownAnswer[]> {
  let before: string | null = null;
  for (;;) {
    const page: { answers: ShownAnswer[]; more: boolean } = await read((db) =>
      newestAnswers(db, { ...filter, before, limit: 500 }),
    );
    yield page.answers;
    if (!page.more) return;
    before = page.answers.at(-1)?.id ?? null;
  }
}

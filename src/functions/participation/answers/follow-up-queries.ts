/** F9.7 Reads of follow-up questions, with every version of their answers. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { FollowUpState } from './follow-up-clock.ts';

export interface FollowUpAnswer {
  version: number;
  body: string;
  change_reason: string;
  division_id: string;
  division_name: string;
  /** ISO 8601 */
  answered_at: string;
}

export interface ShownFollowUp {
  id: string;
  number: number;
  answer_id: string;
  answer_kind: string;
  subject: 'proposal' | 'point';
  subject_id: string;
  round_id: string;
  debate_id: string;
  title: string;
  /** of the rules under which its round began (P9) */
  rules_version: number | null;
  /** null when it was taken back, or is hidden */
  body: string | null;
  hidden_at: Date | null;
  hiding: Hiding | null;
  actor_id: string;
  actor_kind: ActorKind;
  actor_name: string;
  person_id: string;
  division_id: string;
  division_name: string;
  /** the lead by now, where one was assigned */
  lead_id: string | null;
  asked_at: Date;
  /** YYYY-MM-DD */
  due_on: string;
  answered_at: Date | null;
  withdrawn_at: Date | null;
  /** newest first */
  answers: FollowUpAnswer[];
}

const COLUMNS = `f.id, f.number, f.answer_id, a.kind as answer_kind, case when t.id is null then 'proposal' else 'point' end as subject,
  f.subject_id, f.round_id, f.debate_id, d.title, d.rules_version, case when f.withdrawn_at is null and f.hidden_at is null then f.body end as body,
  f.hidden_at, ${hidingJson('follow-up', 'f')} as hiding,
  f.actor_id, w.kind as actor_kind, w.name as actor_name, f.person_id, f.division_id, dv.name as division_name,
  coalesce(t.lead_id, p.lead_id) as lead_id, f.asked_at, f.due_on, f.answered_at, f.withdrawn_at,
  coalesce((select json_agg(json_build_object('version', x.version, 'body', x.body, 'change_reason', x.change_reason,
      'division_id', x.division_id, 'division_name', xd.name, 'answered_at', x.answered_at) order by x.version desc)
    from follow_up_answers x join actors xd on xd.hub_id = x.hub_id and xd.id = x.division_id
    where x.hub_id = f.hub_id and x.follow_up_id = f.id), '[]') as answers`;

const JOINS = `join answers a on a.hub_id = f.hub_id and a.id = f.answer_id
  join debates d on d.hub_id = f.hub_id and d.id = f.debate_id
  join actors w on w.hub_id = f.hub_id and w.id = f.actor_id
  join actors dv on dv.hub_id = f.hub_id and dv.id = f.division_id
  left join points t on t.hub_id = f.hub_id and t.id = f.subject_id
  left join proposals p on p.hub_id = f.hub_id and p.id = f.subject_id`;

/** Questions about the answer to one proposal or point, whatever version they were about, in the order of asking. */
export function followUpsOf(db: Db, subjectId: string): Promise<ShownFollowUp[]> {
  return run<ShownFollowUp>(
    db,
    `select ${COLUMNS} from follow_ups f ${JOINS} where f.subject_id = $1 order by f.number limit 200`,
    [subjectId],
  );
}

export async function followUpById(db: Db, id: string): Promise<ShownFollowUp | null> {
  const [question] = await run<ShownFollowUp>(db, `select ${COLUMNS} from follow_ups f ${JOINS} where f.id = $1`, [id]);
  return question ?? null;
}

export interface FollowUpFilter {
  state: FollowUpState | '';
  divisionId: string;
  /** id of the last one of the page before */
  before: string | null;
  limit: number;
}

/** Newest first, and whether there are more. */
export async function newestFollowUps(
  db: Db,
  filter: FollowUpFilter,
): Promise<{ questions: ShownFollowUp[]; more: boolean }> {
  const questions = await run<ShownFollowUp>(
    db,
    `select ${COLUMNS} from follow_ups f ${JOINS}
     where ($1 = '' or ($1 = 'answered') = (f.answered_at is not null)) and ($1 <> 'open' or f.withdrawn_at is null and f.hidden_at is null)
       and ($2::uuid is null or f.division_id = $2) and ($3::uuid is null or f.id < $3)
     order by f.id desc limit $4`,
    [filter.state, filter.divisionId || null, filter.before, filter.limit + 1],
  );
  return { questions: questions.slice(0, filter.limit), more: questions.length > filter.limit };
}

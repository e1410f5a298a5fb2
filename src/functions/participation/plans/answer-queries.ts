/** F9.9 Reads of what was said at a stage and what the division answered. */
import { type Hiding, hidingJson } from '#commons/moderation/index.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { AnswerKind } from '../answers/index.ts';

export type ItemKind = 'opinion' | 'comment';

/** An opinion of the debate or a formal comment. */
export interface PlanItem {
  kind: ItemKind;
  id: string;
  number: number;
  body: string;
  /** of an opinion; formal comments are shown without anybody */
  speaker: string | null;
  /** entered from paper */
  paper: boolean;
  /** of a comment that is hidden: why */
  hiding?: Hiding | null;
}

export interface PlanAnswer {
  id: string;
  stage_id: string;
  version: number;
  gist: string;
  kind: AnswerKind;
  reason: string;
  decided_on: string;
  next_on: string | null;
  passed_to: string | null;
  division_id: string;
  division_name: string;
  answered_at: Date;
  first_at: Date;
  final_at: Date | null;
  items: PlanItem[];
}

/** JSON of opinion `o` with its speaker `oa`, or of comment `c`: one of the two is there. Withdrawn or hidden words stay unsaid. */
const ITEM_JSON = `json_build_object('kind', case when o.id is null then 'comment' else 'opinion' end, 'id', coalesce(o.id, c.id),
  'number', coalesce(o.number, c.number),
  'body', case when o.withdrawn_at is null and o.hidden_at is null and c.withdrawn_at is null and c.hidden_at is null
    then coalesce(o.body, c.body) else '' end, 'hiding', ${hidingJson('plan-comment', 'c')},
  'speaker', oa.name, 'paper', coalesce(c.means = 'paper', false))`;

const ANSWERS = `select n.id, n.stage_id, n.version, n.gist, n.kind, n.reason, n.decided_on, n.next_on, n.passed_to, n.division_id,
    g.name as division_name, n.answered_at, n.first_at, n.final_at, said.items
  from plan_answers n
  join actors g on g.hub_id = n.hub_id and g.id = n.division_id
  left join lateral (
    select json_agg(${ITEM_JSON} order by coalesce(o.number, c.number)) as items
    from plan_answered_items i
    left join opinions o on o.hub_id = i.hub_id and o.id = i.opinion_id
    left join actors oa on oa.hub_id = o.hub_id and oa.id = o.actor_id
    left join plan_comments c on c.hub_id = i.hub_id and c.id = i.comment_id
    where i.hub_id = n.hub_id and i.answer_id = n.id
  ) said on true`;

const MOST = 1000;

/** Answers of a stage in the order in which they were first given. */
export async function answersOfStage(db: Db, stageId: string): Promise<PlanAnswer[]> {
  return run<PlanAnswer>(db, `${ANSWERS} where n.stage_id = $1 order by n.id limit ${MOST}`, [stageId]);
}

export async function planAnswer(db: Db, id: string): Promise<PlanAnswer | null> {
  const [answer] = await run<PlanAnswer>(db, `${ANSWERS} where n.id = $1`, [id]);
  return answer ?? null;
}

/** The answer to an opinion of a plan's debate, with its stage and plan; null while there is none. */
export async function answerToOpinion(db: Db, opinionId: string): Promise<PlanAnswer | null> {
  const [answer] = await run<PlanAnswer>(
    db,
    `${ANSWERS} where n.id = (select i.answer_id from plan_answered_items i where i.item_id = $1)`,
    [opinionId],
  );
  return answer ?? null;
}

export interface PlanAnswerVersion {
  version: number;
  gist: string;
  kind: AnswerKind;
  reason: string;
  decided_on: string;
  next_on: string | null;
  passed_to: string | null;
  written_at: Date;
}

export function answerVersions(db: Db, answerId: string): Promise<PlanAnswerVersion[]> {
  return run<PlanAnswerVersion>(
    db,
    `select version, gist, kind, reason, decided_on, next_on, passed_to, written_at from plan_answer_versions
     where answer_id = $1 order by version desc limit 100`,
    [answerId],
  );
}

/** Opinions (not questions) of stage `s` that can be read and have no answer, and comments likewise. */
const UNANSWERED_OPINIONS = `from opinions o join actors oa on oa.hub_id = o.hub_id and oa.id = o.actor_id
  where o.debate_id = $1 and o.parent_id is null and o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null
    and not exists (select 1 from plan_answered_items i where i.hub_id = o.hub_id and i.item_id = o.id)`;
const UNANSWERED_COMMENTS = `from plan_comments c
  where c.stage_id = $1 and c.withdrawn_at is null and c.hidden_at is null
    and not exists (select 1 from plan_answered_items i where i.hub_id = c.hub_id and i.item_id = c.id)`;

/** What still waits for an answer at a stage, in the order of its numbers; at most `limit` of each kind. */
export async function unansweredItems(db: Db, stageId: string, limit = 300): Promise<PlanItem[]> {
  const [opinions, comments] = await Promise.all([
    run<PlanItem>(
      db,
      `select 'opinion' as kind, o.id, o.number, o.body, oa.name as speaker, false as paper ${UNANSWERED_OPINIONS}
       order by o.number limit $2`,
      [stageId, limit],
    ),
    run<PlanItem>(
      db,
      `select 'comment' as kind, c.id, c.number, c.body, null as speaker, c.means = 'paper' as paper ${UNANSWERED_COMMENTS}
       order by c.number limit $2`,
      [stageId, limit],
    ),
  ]);
  return [...opinions, ...comments];
}

/** How many opinions and comments of all stages of the plan have no answer; exact up to 1,000. */
export async function countUnanswered(db: Db, planId: string): Promise<number> {
  const [row] = await run<{ n: number }>(
    db,
    `select count(*)::int as n from (
       select 1 from plan_stages s join opinions o on o.hub_id = s.hub_id and o.debate_id = s.id
       where s.plan_id = $1 and o.parent_id is null and o.kind = 'opinion' and o.withdrawn_at is null and o.hidden_at is null
         and not exists (select 1 from plan_answered_items i where i.hub_id = o.hub_id and i.item_id = o.id)
       union all
       select 1 from plan_comments c where c.plan_id = $1 and c.withdrawn_at is null and c.hidden_at is null
         and not exists (select 1 from plan_answered_items i where i.hub_id = c.hub_id and i.item_id = c.id)
       limit ${MOST}) as bounded`,
    [planId],
  );
  return row?.n ?? 0;
}

/** How many at each stage wait, and how many are answered: for the page of the stage and of the plan. */
export interface StageWork {
  stage_id: string;
  waiting: number;
  answered: number;
}

const WORK = `select s.id as stage_id, waiting.n as waiting, done.n as answered from plan_stages s
  left join lateral (select count(*)::int as n from (
    select 1 from opinions o where o.hub_id = s.hub_id and o.debate_id = s.id and o.parent_id is null and o.kind = 'opinion'
      and o.withdrawn_at is null and o.hidden_at is null
      and not exists (select 1 from plan_answered_items i where i.hub_id = o.hub_id and i.item_id = o.id)
    union all
    select 1 from plan_comments c where c.hub_id = s.hub_id and c.stage_id = s.id and c.withdrawn_at is null and c.hidden_at is null
      and not exists (select 1 from plan_answered_items i where i.hub_id = c.hub_id and i.item_id = c.id)
    limit ${MOST}) first) waiting on true
  left join lateral (select count(*)::int as n from (
    select 1 from plan_answered_items i where i.hub_id = s.hub_id and i.stage_id = s.id limit ${MOST}) first) done on true`;

export function stageWork(db: Db, planId: string): Promise<StageWork[]> {
  return run<StageWork>(db, `${WORK} where s.plan_id = $1`, [planId]);
}

export async function workOfStage(db: Db, stageId: string): Promise<StageWork | undefined> {
  const [work] = await run<StageWork>(db, `${WORK} where s.id = $1`, [stageId]);
  return work;
}

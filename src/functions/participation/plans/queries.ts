/** F9.9 Reads of plans, shaped for their views. Everything here is public. */
import { type AttachedFile, filesColumn } from '#commons/files/index.ts';
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { PlanKind, PlanStage } from './plan.ts';
import type { PlanFacts, StageFacts } from './rules.ts';

export interface PlanRow extends PlanFacts {
  id: string;
  kind: PlanKind;
  version: number;
  title: string;
  policy_id: string | null;
  rules_version: number;
  stage: PlanStage;
  opened_stage: PlanStage;
  work_began_on: string;
  work_began_with: string;
  draft_on: string;
  decision_on: string;
  open_until: Date | null;
  posted_at: Date;
  end_reason: string | null;
}

export interface ShownStage extends StageFacts {
  id: string;
  open_points: string;
  fixed_points: string;
  changes: string;
  short_reason: string;
  ahead_reason: string;
  left_unanswered: number;
  interim_answer_at: Date | null;
  final_answer_at: Date | null;
  comment_count: number;
  names_erased_at: Date | null;
  /** of its debate */
  opinion_count: number;
  vote_count: number;
}

export interface ShownMove {
  id: string;
  stage: PlanStage;
  which: 'start' | 'until';
  from_on: string;
  to_on: string;
  reason: string;
  moved_at: Date;
}

export interface ShownDocument {
  id: string;
  stage_id: string;
  title: string;
  /** '' where it is a file */
  link: string;
  files: AttachedFile[];
  added_at: Date;
  removed_at: Date | null;
  removal_reason: string | null;
}

export interface ShownPlan extends PlanRow {
  about: string;
  why: string;
  written_at: Date;
  actor_kind: ActorKind;
  actor_name: string;
  policy_code: string | null;
  policy_title: string | null;
  stages: ShownStage[];
  documents: ShownDocument[];
  moves: ShownMove[];
}

export const PLAN_COLUMNS = `p.id, p.kind, p.actor_id, p.version, p.title, p.policy_id, p.rules_version, p.stage, p.opened_stage, p.work_began_on,
  p.work_began_with, p.draft_on, p.decision_on, p.open_until, p.posted_at, p.decided_at, p.ended_at, p.end_reason`;

const STAGE_COLUMNS = `s.id, s.stage, s.planned_on, s.began_on, s.began_at, s.until_on, s.closes_at, s.open_points, s.fixed_points, s.changes,
  s.short_reason, s.ahead_reason, s.left_unanswered, s.interim_answer_at, s.final_answer_at, s.comment_count, s.names_erased_at`;

export const SHOWN = `select ${PLAN_COLUMNS}, v.about, v.why, v.written_at, a.kind as actor_kind, a.name as actor_name,
    o.code as policy_code, o.title as policy_title, own.stages, papers.documents, dates.moves
  from plans p
  join plan_versions v on v.hub_id = p.hub_id and v.plan_id = p.id and v.version = p.version
  join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
  left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
  left join lateral (
    select json_agg(one order by one.place) as stages from (
      select s.place, ${STAGE_COLUMNS}, coalesce(d.opinion_count, 0) as opinion_count, coalesce(d.vote_count, 0) as vote_count
      from plan_stages s left join debates d on d.hub_id = s.hub_id and d.id = s.id
      where s.hub_id = p.hub_id and s.plan_id = p.id
    ) one
  ) own on true
  left join lateral (
    select json_agg(one order by one.id) as documents from (
      select c.id, c.stage_id, c.title, c.link, c.added_at, c.removed_at, c.removal_reason,
        ${filesColumn('plan-document', 'c')} as files from plan_documents c
      where c.hub_id = p.hub_id and c.plan_id = p.id
    ) one
  ) papers on true
  left join lateral (
    select json_agg(one order by one.id) as moves from (
      select m.id, s.stage, m.which, m.from_on, m.to_on, m.reason, m.moved_at from plan_moves m
      join plan_stages s on s.hub_id = m.hub_id and s.id = m.stage_id
      where m.hub_id = p.hub_id and m.plan_id = p.id
    ) one
  ) dates on true`;

type Json = Record<string, unknown>;
export type ShownRow = Omit<ShownPlan, 'stages' | 'documents' | 'moves'> & {
  stages: Json[] | null;
  documents: Json[] | null;
  moves: Json[] | null;
};

/** What JSON brings as text and is a moment; days stay text. */
function dated<T>(rows: Json[] | null): T[] {
  return (rows ?? []).map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value,
        ]),
      ) as T,
  );
}

export function shown(row: ShownRow): ShownPlan {
  return { ...row, stages: dated(row.stages), documents: dated(row.documents), moves: dated(row.moves) };
}

export async function shownPlan(db: Db, id: string): Promise<ShownPlan | null> {
  const [row] = await run<ShownRow>(db, `${SHOWN} where p.id = $1`, [id]);
  return row ? shown(row) : null;
}

/** The plan to which a stage belongs. */
export async function planOfStage(db: Db, stageId: string): Promise<ShownPlan | null> {
  const [row] = await run<ShownRow>(db, `${SHOWN} where p.id = (select s.plan_id from plan_stages s where s.id = $1)`, [
    stageId,
  ]);
  return row ? shown(row) : null;
}

export async function planOfDocument(db: Db, documentId: string): Promise<ShownPlan | null> {
  const [row] = await run<ShownRow>(
    db,
    `${SHOWN} where p.id = (select c.plan_id from plan_documents c where c.id = $1)`,
    [documentId],
  );
  return row ? shown(row) : null;
}

/** The plan that a person's own comment is about; null for everybody else's. */
export async function planOfComment(db: Db, commentId: string, personId: string): Promise<ShownPlan | null> {
  const [row] = await run<ShownRow>(
    db,
    `${SHOWN} where p.id = (select c.plan_id from plan_comments c where c.id = $1 and c.person_id = $2)`,
    [commentId, personId],
  );
  return row ? shown(row) : null;
}

/** The plan with its stages, held against a second change at the same moment. */
export async function lockedPlan(db: Db, id: string): Promise<ShownPlan | null> {
  const held = await run(db, 'select id from plans where id = $1 for update', [id]);
  return held.length === 0 ? null : shownPlan(db, id);
}

export async function lockedPlanOfStage(db: Db, stageId: string): Promise<ShownPlan | null> {
  const [stage] = await run<{ plan_id: string }>(db, 'select plan_id from plan_stages where id = $1', [stageId]);
  return stage ? lockedPlan(db, stage.plan_id) : null;
}

export interface PlanVersion {
  version: number;
  title: string;
  about: string;
  why: string;
  stage: PlanStage;
  open_points: string;
  fixed_points: string;
  changed: string;
  written_at: Date;
}

export function planVersions(db: Db, planId: string): Promise<PlanVersion[]> {
  return run<PlanVersion>(
    db,
    `select version, title, about, why, stage, open_points, fixed_points, changed, written_at
     from plan_versions where plan_id = $1 order by version desc limit 200`,
    [planId],
  );
}

/** F9.9 Reads of formal comments. Texts are public after their period; names and addresses never leave `namesOf`. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface PlanComment {
  id: string;
  number: number;
  body: string;
  means: 'web' | 'paper';
  /** YYYY-MM-DD */
  received_on: string;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
  answer_id: string | null;
}

/** Comments of a stage by number, without who sent them; a withdrawn one without its words. The caller decides who may see them. */
export function commentsOfStage(db: Db, stageId: string, after = 0, limit = 1000): Promise<PlanComment[]> {
  return run<PlanComment>(
    db,
    `select c.id, c.number, case when c.withdrawn_at is null and c.hidden_at is null then c.body else '' end as body, c.means, c.received_on,
       c.withdrawn_at, c.hidden_at,
       i.answer_id
     from plan_comments c left join plan_answered_items i on i.hub_id = c.hub_id and i.item_id = c.id
     where c.stage_id = $1 and c.number > $2 order by c.number limit $3`,
    [stageId, after, limit],
  );
}

export interface OwnComment {
  id: string;
  number: number;
  body: string;
  name: string | null;
  address: string | null;
  received_on: string;
  withdrawn_at: Date | null;
}

/** What this person sent itself, with its own name and address. */
export function ownComments(db: Db, stageId: string, personId: string): Promise<OwnComment[]> {
  return run<OwnComment>(
    db,
    `select c.id, c.number, c.body, n.name, n.address, c.received_on, c.withdrawn_at
     from plan_comments c left join plan_comment_names n on n.hub_id = c.hub_id and n.comment_id = c.id
     where c.person_id = $2 and c.stage_id = $1 order by c.number limit 100`,
    [stageId, personId],
  );
}

export interface CommentName {
  number: number;
  name: string;
  address: string;
}

/** To be read only after `readNames` has recorded who reads and why. */
export function namesOf(db: Db, stageId: string): Promise<CommentName[]> {
  return run<CommentName>(
    db,
    `select c.number, n.name, n.address from plan_comments c
     join plan_comment_names n on n.hub_id = c.hub_id and n.comment_id = c.id
     where c.stage_id = $1 order by c.number limit 2000`,
    [stageId],
  );
}

export interface NameReading {
  person_name: string;
  reason: string;
  names: number;
  read_at: Date;
}

export function nameReadings(db: Db, stageId: string): Promise<NameReading[]> {
  return run<NameReading>(
    db,
    `select a.name as person_name, r.reason, r.names, r.read_at from plan_name_readings r
     join actors a on a.hub_id = r.hub_id and a.id = r.person_id
     where r.stage_id = $1 order by r.id desc limit 100`,
    [stageId],
  );
}

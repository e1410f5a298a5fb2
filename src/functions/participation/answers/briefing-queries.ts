/** F9.7 Explanation meetings on an answer. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface Briefing {
  id: string;
  /** YYYY-MM-DD */
  held_on: string;
  /** HH:MM; ends may be '' */
  starts: string;
  ends: string;
  place: string;
  note: string;
  division_name: string;
  cancelled_at: Date | null;
  cancel_reason: string;
}

/** Of the answer to one proposal or point, the earliest first; also those that were called off. */
export function briefingsOf(db: Db, subjectId: string): Promise<Briefing[]> {
  return run<Briefing>(
    db,
    `select b.id, b.held_on, b.starts, b.ends, b.place, b.note, dv.name as division_name, b.cancelled_at, b.cancel_reason
     from answer_briefings b join actors dv on dv.hub_id = b.hub_id and dv.id = b.division_id
     where b.subject_id = $1 order by b.held_on, b.id limit 50`,
    [subjectId],
  );
}

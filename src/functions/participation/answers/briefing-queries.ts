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
  /** the meeting it is held as; null for those scheduled before they were meetings */
  meeting_id: string | null;
  meeting_title: string | null;
}

const CLOCK = (column: string) => `to_char(m.${column} at time zone 'Asia/Tokyo', 'HH24:MI')`;

/** Of the answer to one proposal or point, the earliest first; also those called off. When it was moved, its meeting knows where to. */
export function briefingsOf(db: Db, subjectId: string): Promise<Briefing[]> {
  return run<Briefing>(
    db,
    `select b.id, coalesce((m.starts_at at time zone 'Asia/Tokyo')::date, b.held_on) as held_on, coalesce(${CLOCK('starts_at')}, b.starts) as starts,
       coalesce(${CLOCK('ends_at')}, b.ends) as ends, coalesce(m.place, b.place) as place, b.note, dv.name as division_name,
       coalesce(b.cancelled_at, m.cancelled_at) as cancelled_at,
       coalesce(nullif(b.cancel_reason, ''), (select c.reason from meeting_changes c
         where c.hub_id = m.hub_id and c.meeting_id = m.id and c.kind = 'cancelled' order by c.id desc limit 1), '') as cancel_reason,
       m.id as meeting_id, m.title as meeting_title
     from answer_briefings b join actors dv on dv.hub_id = b.hub_id and dv.id = b.division_id
     left join meetings m on m.hub_id = b.hub_id and m.id = b.meeting_id
     where b.subject_id = $1 order by 2, b.id limit 50`,
    [subjectId],
  );
}

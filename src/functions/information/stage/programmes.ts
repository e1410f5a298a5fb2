/** F1.2, F1.4: the programmes of all showcases as rows: each slot, and who presents what in it. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface ProgrammeRow {
  id: string;
  showcase_id: string;
  showcase: string;
  is_cancelled: boolean;
  label: string;
  place: string;
  starts_at: Date;
  ends_at: Date;
  group_id: string | null;
  group_name: string | null;
  title: string | null;
  about: string | null;
  recording: string | null;
}

const BATCH = 500;

/** Slots that stand, the newest first, by key; without group and title where nobody presents, or where that is hidden. */
export async function* everyProgramme(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
): AsyncGenerator<ProgrammeRow[]> {
  let before: string | null = null;
  for (;;) {
    const from: string | null = before;
    const rows: ProgrammeRow[] = await read((db) =>
      run(
        db,
        `select l.id, s.id as showcase_id, s.title as showcase, s.cancelled_at is not null as is_cancelled, l.label,
           concat_ws(' ', s.place, nullif(l.place, '')) as place, l.starts_at, l.ends_at, g.id as group_id, g.name as group_name,
           d.title, d.about, nullif(d.recording, '') as recording
         from showcase_slots l join showcases s on s.hub_id = l.hub_id and s.id = l.showcase_id and s.hidden_at is null
         left join showcase_hands d on d.hub_id = l.hub_id and d.slot_id = l.id and d.state = 'holding' and d.hidden_at is null
         left join groups g on g.hub_id = d.hub_id and g.id = d.group_id
         where l.removed_at is null and ($1::uuid is null or l.id < $1) order by l.id desc limit $2`,
        [from, BATCH],
      ),
    );
    yield rows;
    if (rows.length < BATCH) return;
    before = rows.at(-1)!.id;
  }
}

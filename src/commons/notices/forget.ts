/** X3: what somebody was told is theirs alone; after a year it goes. The events themselves stay. */
import { run } from '#kernel/database/dialect.ts';
import type { JobContext } from '#kernel/jobs.ts';

const KEPT_DAYS = 365;
const AT_ONCE = 5000;
const MOST_A_TURN = 100;

export async function forgetOldNotices({ hub, hubwise, now }: JobContext): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  for (let turn = 0; turn < MOST_A_TURN; turn += 1) {
    const gone = await hubwise.write(hub.id, (db) =>
      run(
        db,
        `delete from notices where hub_id = $1 and (person_id, id) in (
           select person_id, id from notices where hub_id = $1 and at < $2 order by at limit $3) returning id`,
        [hub.id, before, AT_ONCE],
      ),
    );
    if (gone.length < AT_ONCE) return;
  }
}

/** X4: figures of moderation, kept month by month, so that no page counts. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';

/** First day of the Tokyo month of `at`, and of the one after. */
export function monthOf(at: Date): { month: string; next: string } {
  const month = `${tokyoDate(at).slice(0, 7)}-01`;
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  return { month, next };
}

/**
 * Writes the figures of the month in which `at` lies, anew: per ground, and over all grounds. Called by every act that decides.
 * The median time (percentile_cont 0.5) runs from the first report to the decision; the share reversed is
 * reversed / appealed.
 */
export async function recountMonth(db: Db, hub: Pick<Hub, 'id'>, at: Date): Promise<void> {
  const { month, next } = monthOf(at);
  await run(
    db,
    `insert into moderation_figures (hub_id, month, ground, decided, hidden, left_alone, asked, appealed, reversed, median_seconds)
     select $1, $2::date, coalesce(d.ground, ''), count(*)::int, count(*) filter (where d.outcome = 'hidden')::int,
       count(*) filter (where d.outcome = 'left')::int, count(*) filter (where d.outcome = 'asked')::int,
       count(*) filter (where exists (select from moderation_appeals a where a.hub_id = d.hub_id and a.decision_id = d.id))::int,
       count(*) filter (where d.reversed_at is not null)::int,
       percentile_cont(0.5) within group (order by extract(epoch from d.decided_at - d.opened_at))::bigint
     from moderation_decisions d where d.decided_at >= $3 and d.decided_at < $4
     group by grouping sets ((d.ground), ()) having count(*) > 0
     on conflict (hub_id, month, ground) do update set decided = excluded.decided, hidden = excluded.hidden,
       left_alone = excluded.left_alone, asked = excluded.asked, appealed = excluded.appealed, reversed = excluded.reversed,
       median_seconds = excluded.median_seconds`,
    [hub.id, month, startOfTokyoDay(month), startOfTokyoDay(next)],
  );
}

export interface MonthFigures {
  /** YYYY-MM */
  month: string;
  /** '' for all grounds together */
  ground: string;
  decided: number;
  hidden: number;
  left_alone: number;
  asked: number;
  appealed: number;
  reversed: number;
  median_seconds: number;
}

const MONTHS = 24;
const MOST = MONTHS * 12;

/** The figures of the last two years, newest month first, the month's sum before its grounds. */
export function monthlyFigures(db: Db): Promise<MonthFigures[]> {
  return run<MonthFigures>(
    db,
    `select to_char(month, 'YYYY-MM') as month, ground, decided, hidden, left_alone, asked, appealed, reversed,
       median_seconds::float8 as median_seconds
     from moderation_figures order by moderation_figures.month desc, ground limit ${MOST}`,
  );
}

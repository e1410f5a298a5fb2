/** F9.4, X3: the stages of rounds for calendars: each from its first day to its last. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { addDays, tokyoDate } from '#kernel/dates.ts';
import { shortId } from '#kernel/ids.ts';
import { type Lang, labelled } from '#kernel/lang.ts';
import type { CalendarDate } from '#kernel/module.ts';
import { roundName, stageName } from './names.ts';
import { ROUND_COLUMNS, type Round } from './queries.ts';
import { STAGES, stagePeriod } from './stages.ts';

export async function stageDates(
  db: Db,
  { lang, from, thing }: { lang: Lang; from: Date; thing?: string },
): Promise<CalendarDate[]> {
  const rounds = await run<Round>(
    db,
    `select ${ROUND_COLUMNS} from rounds r where r.closing_at >= $1 and ($2::uuid is null or r.id = $2)
     order by r.collecting_at limit 40`,
    [from, thing ?? null],
  );
  return rounds.flatMap((round) => datesOf(round, lang)).filter(({ end }) => String(end) >= tokyoDate(from));
}

/** Pure. A stage whose end is an act's, not a date's, is its first day. */
export function datesOf(round: Round, lang: Lang): CalendarDate[] {
  return STAGES.map((stage) => {
    const { start, end } = stagePeriod(round, stage);
    const first = tokyoDate(start);
    const last = stage === 'publishing' || !end ? first : addDays(tokyoDate(end), -1);
    return {
      uid: `round-${shortId(round.id)}-${stage}`,
      title: labelled(roundName(round, lang), stageName(stage, lang), lang),
      start: first,
      end: last < first ? first : last,
      href: `/rounds/${shortId(round.id)}`,
      of: [`round:${round.id}`],
    };
  });
}

/** F1.1: what is found, day by day: of each day the first few, so that a month costs what it shows however much happens in it. */
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { LONGEST_DAYS } from '#kernel/database/still-going.ts';
import { addDays, startOfTokyoDay, tokyoDate } from '#kernel/dates.ts';
import { fewNumbers, isAsked, isIn, type Occurrence, type Row } from './by-date.ts';
import { bitsIn } from './candidates.ts';
import { confirmed, type Sure } from './confirm.ts';
import { hitsOf } from './find.ts';
import { type Looked, look, type Question } from './look.ts';
import type { IndexOf } from './postings.ts';

export interface DayFound {
  /** YYYY-MM-DD */
  date: string;
  /** in the order in which they begin */
  all: Occurrence[];
  /** there is more on this day than is given */
  isCut: boolean;
}

const ROWS_OF_A_DAY = 30;
const MOST_TURNS = 6;
/** What goes on for longer than a day: as many as are looked at for a month. */
const MOST_LONG = 60;

/** Where the reading of a day has come to. */
interface Day {
  date: string;
  until: Date;
  at: Date;
  number: number;
  rows: Row[];
  isOver: boolean;
}

const dayOf = (date: string): Day => ({
  date,
  until: startOfTokyoDay(addDays(date, 1)),
  at: startOfTokyoDay(date),
  number: -1,
  rows: [],
  isOver: false,
});

/** Of each of these days, which follow one another, at most `limit` occurrences: what begins on it comes before what goes on. */
export async function findDays(
  db: Db,
  hub: Hub,
  question: Question,
  { dates, limit }: { dates: readonly string[]; limit: number },
  known?: Looked | null,
): Promise<DayFound[]> {
  const looked = known === undefined ? await look(db, hub, question) : known;
  const [first, last] = [dates[0], dates.at(-1)];
  if (!looked || !first || !last) return dates.map((date) => ({ date, all: [], isCut: false }));
  const { index } = looked;
  const bits = bitsIn(looked.matched, looked.wanted);
  const numbers = fewNumbers(bits);
  const { since, until } = question.filter;
  const sure = new Map<number, Sure | null>();
  const kept = async (rows: readonly Row[]): Promise<Row[]> => {
    const maybe = rows.filter((row) => isIn(bits, row.number) && isAsked(row, since, until));
    const unknown = [...new Set(maybe.map(({ number }) => number))].filter((number) => !sure.has(number));
    for (const number of unknown) sure.set(number, null);
    for (const one of await confirmed(db, index, question, { numbers: unknown, needsFacets: false }))
      sure.set(one.number, one);
    return maybe.filter(({ number }) => sure.get(number));
  };
  // The day before has what goes on past midnight.
  const days = [addDays(first, -1), ...dates].map(dayOf);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const open = days.filter((day) => !day.isOver && day.rows.length <= limit);
    if (open.length === 0) break;
    const batch = await readDays(db, index, open, numbers);
    const held = new Set(await kept(batch));
    const byDay = Map.groupBy(batch, (row) => tokyoDate(row.starts_at));
    for (const day of open) {
      const own = byDay.get(day.date) ?? [];
      day.rows.push(...own.filter((row) => held.has(row)));
      day.isOver = own.length < ROWS_OF_A_DAY;
      const end = own.at(-1);
      if (end) [day.at, day.number] = [end.starts_at, end.number];
    }
  }
  const long = await readLong(db, index, startOfTokyoDay(first), startOfTokyoDay(last), numbers);
  const goingOn = [...(await kept(long.slice(0, MOST_LONG))), ...days.flatMap(({ rows }) => rows)];
  const chosen = dates.map((date, at) => {
    const [before, day] = [days[at]!, days[at + 1]!];
    const others = goingOn.filter((row) => tokyoDate(row.starts_at) < date && date <= tokyoDate(row.ends_at));
    const both = [
      ...new Map([...day.rows, ...others].map((row) => [`${row.number} ${row.starts_at.getTime()}`, row])).values(),
    ];
    const isCut = both.length > limit || !isWhole(day, limit) || !before.isOver || long.length > MOST_LONG;
    return { date, rows: both.slice(0, limit), isCut };
  });
  const shown = new Set(chosen.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const hits = await hitsOf(
    db,
    [...shown].flatMap((number) => sure.get(number) ?? []),
  );
  const byNumber = new Map(hits.map((hit) => [hit.number, hit]));
  return chosen.map(({ date, rows, isCut }) => ({
    date,
    all: rows
      .toSorted((a, b) => a.starts_at.getTime() - b.starts_at.getTime() || a.number - b.number)
      .flatMap(({ number, starts_at, ends_at, happens }) => {
        const hit = byNumber.get(number);
        return hit ? [{ start: starts_at, end: ends_at, happens, hit }] : [];
      }),
    isCut,
  }));
}

const isWhole = ({ isOver, rows }: Day, limit: number): boolean => isOver && rows.length <= limit;

/** What begins on each of these days, behind where its reading has come to; `numbers`: of these alone. */
export function readDays(
  db: Db,
  { hubId, generation }: IndexOf,
  days: readonly Pick<Day, 'until' | 'at' | 'number'>[],
  numbers: readonly number[] | null,
): Promise<Row[]> {
  const among = numbers ? 'and d.number = any($6::int[])' : '';
  return run<Row>(
    db,
    `select d.number, d.starts_at, d.ends_at, d.happens
     from unnest($3::timestamptz[], $4::int[], $5::timestamptz[]) as w (at, number, until)
     cross join lateral (
       select * from search_dates d where d.hub_id = $1 and d.generation = $2 and d.happens ${among}
         and (d.starts_at, d.number) > (w.at, w.number) and d.starts_at < w.until
       order by d.starts_at, d.number limit ${ROWS_OF_A_DAY}) d`,
    [
      hubId,
      generation,
      days.map(({ at }) => at),
      days.map(({ number }) => number),
      days.map(({ until }) => until),
      ...(numbers ? [numbers] : []),
    ],
  );
}

/** What goes on for longer than a day and has begun by the last of the days, the latest first. */
export function readLong(
  db: Db,
  { hubId, generation }: IndexOf,
  from: Date,
  last: Date,
  numbers: readonly number[] | null,
): Promise<Row[]> {
  return run<Row>(
    db,
    `select d.number, d.starts_at, d.ends_at, d.happens from search_dates d
     where d.hub_id = $1 and d.generation = $2 and d.happens and d.ends_at - d.starts_at > interval '1 day'
       and d.starts_at >= $3::timestamptz - interval '${LONGEST_DAYS} days' and d.starts_at <= $4 and d.ends_at >= $3
       ${numbers ? 'and d.number = any($5::int[])' : ''}
     order by d.starts_at desc, d.number desc limit ${MOST_LONG + 1}`,
    [hubId, generation, from, last, ...(numbers ? [numbers] : [])],
  );
}

/** F9.7 A page of what the city owes an answer to in one round, and the figures above it: by key, however many there are. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { tokyoDate } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Round } from '../rounds/index.ts';
import { type Item, itemsNamed } from './items.ts';
import { type ClockedItem, clocked, type ItemCounts, type ItemFilter } from './round-answers.ts';

const A_PAGE = 40;
/** Where a filter lets more through, their number is told as 「1,000件以上」. */
export const MOST_COUNTED = 1000;

export interface RoundItems {
  items: ClockedItem[];
  more: boolean;
  counts: ItemCounts;
  /** how many the filter lets through; MOST_COUNTED + 1 stands for more than that */
  found: number;
  divisions: { id: string; name: string }[];
}

/** What a filter lets through, as conditions on `i`; values are given to `bind`, which says how they stand in the statement. */
function conditions(filter: ItemFilter, now: Date, bind: (value: unknown) => string): string[] {
  return [
    ...(filter.kind ? [`i.kind = ${bind(filter.kind)}`] : []),
    ...(filter.divisionId ? [`i.division_id = ${bind(filter.divisionId)}`] : []),
    ...(filter.state === 'unanswered' ? [`i.kind = ''`] : []),
    ...(filter.state === 'answered' ? [`i.kind <> ''`] : []),
    ...(filter.state === 'overdue' ? [`i.due_on < ${bind(tokyoDate(now))}`] : []),
  ];
}

interface Key {
  debate_id: string;
  section: number;
  place: number;
  subject_id: string;
}

/** Ids of a page, in the order of the statement, and of the one behind it. */
export function pageIds(
  db: Db,
  roundId: string,
  filter: ItemFilter,
  key: Key | null,
  now: Date,
): Promise<{ id: string }[]> {
  const values: unknown[] = [roundId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['i.round_id = $1', ...conditions(filter, now, bind)];
  if (key)
    where.push(
      `(i.debate_id, i.section, i.place, i.subject_id) > (${bind(key.debate_id)}, ${bind(key.section)}, ${bind(key.place)}, ${bind(key.subject_id)})`,
    );
  return run(
    db,
    `select i.subject_id as id from answer_items i where ${where.join(' and ')}
     order by i.debate_id, i.section, i.place, i.subject_id limit ${A_PAGE + 1}`,
    values,
  );
}

async function keyOf(db: Db, roundId: string, id: string): Promise<Key | null> {
  if (!isUuid(id)) return null;
  const [key] = await run<Key>(
    db,
    'select debate_id, section, place, subject_id from answer_items where subject_id = $1 and round_id = $2',
    [id, roundId],
  );
  return key ?? null;
}

async function foundUpTo(db: Db, roundId: string, filter: ItemFilter, now: Date): Promise<number> {
  const values: unknown[] = [roundId];
  const where = ['i.round_id = $1', ...conditions(filter, now, (value) => `$${values.push(value)}`)];
  const [row] = await run<{ n: number }>(
    db,
    `select count(*)::int as n from (select 1 from answer_items i where ${where.join(' and ')} limit ${MOST_COUNTED + 1}) as counted`,
    values,
  );
  return row!.n;
}

interface Line {
  division_id: string | null;
  division_name: string | null;
  state: string;
  is_over: boolean;
  items: number;
}

/** The kept figures of the round, by division and state. */
function linesOf(db: Db, roundId: string, now: Date): Promise<Line[]> {
  return run<Line>(
    db,
    `select f.division_id, dv.name as division_name, f.state, coalesce(f.due_on < $2, false) as is_over, sum(f.items)::int as items
     from answer_figures f
     left join actors dv on dv.hub_id = f.hub_id and dv.kind = 'division' and dv.imported_from is null and dv.id = f.division_id
     where f.round_id = $1 group by 1, 2, 3, 4 order by dv.name, f.division_id`,
    [roundId, tokyoDate(now)],
  );
}

const sumOf = (lines: readonly Line[]) => lines.reduce((sum, { items }) => sum + items, 0);

/** Of a published round; of another there is nothing to show. */
export async function roundItems(db: Db, round: Round, filter: ItemFilter, now: Date): Promise<RoundItems> {
  const isFiltered = Boolean(filter.kind || filter.divisionId || filter.state);
  const [lines, ids, found] = await Promise.all([
    linesOf(db, round.id, now),
    keyOf(db, round.id, filter.after).then((key) => pageIds(db, round.id, filter, key, now)),
    isFiltered ? foundUpTo(db, round.id, filter, now) : 0,
  ]);
  const items: Item[] = await itemsNamed(
    db,
    ids.slice(0, A_PAGE).map(({ id }) => id),
  );
  const divisions = new Map(
    lines.flatMap(({ division_id: id, division_name: name }): [string, string][] => (id && name ? [[id, name]] : [])),
  );
  const total = sumOf(lines);
  return {
    items: clocked(items, round, now),
    more: ids.length > A_PAGE,
    counts: {
      total,
      answered: sumOf(lines.filter(({ state }) => state !== 'open')),
      overdue: sumOf(lines.filter(({ is_over }) => is_over)),
    },
    found: isFiltered ? found : total,
    divisions: [...divisions].map(([id, name]) => ({ id, name })),
  };
}

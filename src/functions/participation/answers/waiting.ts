/** F9.7: what waits for a first or a final answer, over all published rounds: page by page, the next due first, from what is kept of the items. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { isCivicDay, tokyoDate } from '#kernel/dates.ts';
import { isUuid } from '#kernel/ids.ts';
import { itemsNamed, publishedRounds } from './items.ts';
import { type ClockedItem, clocked } from './round-answers.ts';

/** Which of what waits: of one division (null: of nobody yet), what a division was asked for its part of, what is overdue, or all. */
export type Which = { of: string | null } | { asked: string } | 'overdue' | 'all';

export interface WaitingWish {
  which: Which;
  /** `next` of the page before, '' for the first page; a key that is none begins there, too */
  after: string;
  limit: number;
}

export interface WaitingPage {
  items: ClockedItem[];
  /** key of the page after this one; null: this is the last */
  next: string | null;
}

interface Key {
  due_on: string;
  id: string;
}

/** The day and the item it stands for: whoever reads on finds the place also when that item was answered meanwhile. */
export function keyIn(after: string): Key | null {
  const [day = '', id = ''] = after.split('~');
  return isCivicDay(day) && isUuid(id) ? { due_on: day, id } : null;
}

/** As conditions on `i`, an item that waits, and what the index gives it in order by. */
function conditionOf(which: Which, now: Date, bind: (value: unknown) => string): { where: string; order: string } {
  const order = 'i.due_on, i.subject_id';
  if (which === 'all') return { where: 'true', order };
  if (which === 'overdue') return { where: `i.due_on < ${bind(tokyoDate(now))}`, order };
  if ('asked' in which) return { where: `i.subject_id in (${askedSql(bind(which.asked))})`, order };
  if (which.of === null) return { where: 'i.division_id is null', order: `i.division_id, ${order}` };
  return { where: `i.division_id = ${bind(which.of)}`, order };
}

const askedSql = (division: string) =>
  `select n.subject_id from answer_partners n where n.division_id = ${division} and n.given_at is null`;

/** Ids of a page with their days, and of the one behind it. */
export function waitingIds(db: Db, { which, after, limit }: WaitingWish, now: Date): Promise<Key[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { where, order } = conditionOf(which, now, bind);
  const key = keyIn(after);
  const behind = key ? `and (i.due_on, i.subject_id) > (${bind(key.due_on)}, ${bind(key.id)})` : '';
  return run(
    db,
    `select i.due_on::text, i.subject_id as id from answer_items i where i.due_on is not null and ${where} ${behind}
     order by ${order} limit ${limit + 1}`,
    values,
  );
}

export async function waitingPage(db: Db, wish: WaitingWish, now: Date): Promise<WaitingPage> {
  const [keys, rounds] = await Promise.all([waitingIds(db, wish, now), publishedRounds(db)]);
  const shown = keys.slice(0, wish.limit);
  const items = await itemsNamed(
    db,
    shown.map(({ id }) => id),
  );
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const last = shown.at(-1);
  return {
    items: items.flatMap((item) => {
      const round = byId.get(item.round_id);
      return round ? clocked([item], round, now) : [];
    }),
    next: last && keys.length > wish.limit ? `${last.due_on}~${last.id}` : null,
  };
}

export interface WaitingCounts {
  mine: number;
  unassigned: number;
  overdue: number;
  all: number;
}

/** From the kept figures. `mine`: of this division. */
export async function waitingCounts(db: Db, divisionId: string | null, now: Date): Promise<WaitingCounts> {
  const [counts] = await run<WaitingCounts>(
    db,
    `select coalesce(sum(items) filter (where division_id = $1), 0)::int as mine,
       coalesce(sum(items) filter (where division_id is null), 0)::int as unassigned,
       coalesce(sum(items) filter (where due_on < $2), 0)::int as overdue, coalesce(sum(items), 0)::int as all
     from answer_figures where due_on is not null`,
    [divisionId, tokyoDate(now)],
  );
  return counts!;
}

/** Beyond this many the number is told as "more than". */
export const MOST_ASKED = 1000;

/** On how many items that wait a division was asked for its part and has given none yet, up to MOST_ASKED + 1. */
export async function askedCount(db: Db, divisionId: string): Promise<number> {
  const [row] = await run<{ n: number }>(
    db,
    `select count(*)::int as n from (
       select 1 from answer_items i where i.due_on is not null and i.subject_id in (${askedSql('$1')}) limit ${MOST_ASKED + 1}) as counted`,
    [divisionId],
  );
  return row!.n;
}

/** Of these items, those on which another division asked this one for its part and has no reply yet. */
export async function askedAmong(db: Db, divisionId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ subject_id: string }>(db, `${askedSql('$1')} and n.subject_id = any($2::uuid[])`, [
    divisionId,
    ids,
  ]);
  return new Set(rows.map((row) => row.subject_id));
}

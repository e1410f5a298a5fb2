/** F9.7 What the city owes an answer to: every proposal that went to it, and every point of the statement. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { ROUND_COLUMNS, type Round } from '../rounds/index.ts';
import type { AnswerKind } from './answer.ts';
import type { AnswerTimes } from './clock.ts';

export interface ItemAnswer extends AnswerTimes {
  id: string;
  version: number;
  reason: string;
  decided_on: string;
  passed_to: string | null;
  passed_on: string | null;
  /** adopted on condition that the council votes the budget */
  on_budget: boolean;
  change_reason: string;
  answered_at: Date;
}

export interface Item {
  subject: 'proposal' | 'point';
  id: string;
  round_id: string;
  /** of the proposal, or of the one whose debate the point sums up */
  debate_id: string;
  title: string;
  /** section and place of a point; '' and 0 for a proposal */
  section: string;
  place: number;
  /** the point's words; '' for a proposal */
  body: string;
  /** who owes the answer or gave it, see DUTY; null: nobody yet */
  division_id: string | null;
  division_name: string | null;
  answer: ItemAnswer | null;
}

interface ItemRow extends Omit<Item, 'answer'>, Omit<ItemAnswer, 'id' | 'kind' | 'version'> {
  answer_id: string | null;
  answer_kind: AnswerKind;
  version: number;
}

/**
 * SQL: the division whose item `i` is: who decided it (`a`), and until then the lead that was assigned, else whoever answered for the
 * time being, else the division of the policy (`o`).
 */
export const DUTY = `case when a.kind <> 'under-study' then a.division_id else coalesce(i.lead_id, a.division_id, o.division_id) end`;

const ANSWER_COLUMNS = `a.id as answer_id, a.kind as answer_kind, a.version, a.reason, a.decided_on, a.passed_to, a.passed_on, a.on_budget,
  a.change_reason, a.next_on, a.first_at, a.final_at, a.answered_at, ${DUTY} as division_id, dv.name as division_name`;

const DIVISION = `left join actors dv on dv.hub_id = i.hub_id and dv.kind = 'division' and dv.imported_from is null
    and dv.id = ${DUTY}`;

/** SQL of all items whose proposal (`i`) or point (`i`) meets the condition. */
export function itemsSql(proposals: string, points: string): string {
  return `select 'proposal' as subject, i.id, i.round_id, i.id as debate_id, i.title, '' as section, 0 as place, '' as body, ${ANSWER_COLUMNS}
    from proposals i
    left join policies o on o.hub_id = i.hub_id and o.id = i.policy_id
    left join answers a on a.hub_id = i.hub_id and a.proposal_id = i.id and a.is_current
    ${DIVISION}
    where i.withdrawn_at is null and ${proposals}
  union all
  select 'point', i.id, i.round_id, i.debate_id, d.title, i.section, i.place, i.body, ${ANSWER_COLUMNS}
    from points i
    join debates d on d.hub_id = i.hub_id and d.id = i.debate_id
    left join proposals p on p.hub_id = i.hub_id and p.id = i.debate_id
    left join policies o on o.hub_id = p.hub_id and o.id = p.policy_id
    left join answers a on a.hub_id = i.hub_id and a.point_id = i.id and a.is_current
    ${DIVISION}
    where i.removed_at is null and ${points}`;
}

/** More items than any round of a town has; a guard for memory, not a page. */
const MOST_ITEMS = 5000;

/** These items, in the order of the ids. */
export async function itemsNamed(db: Db, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const rows = await run<ItemRow>(db, itemsSql('i.id = any($1::uuid[])', 'i.id = any($1::uuid[])'), [ids]);
  const byId = new Map(rows.map((row) => [row.id, itemOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Every item of a round: each proposal, then its points in the order of the statement. */
export async function itemsOfRound(db: Db, roundId: string): Promise<Item[]> {
  const rows = await run<ItemRow>(db, `${itemsSql('i.round_id = $1', 'i.round_id = $1')} limit ${MOST_ITEMS}`, [
    roundId,
  ]);
  return inOrder(rows.map(itemOf));
}

export function itemOf(row: ItemRow): Item {
  const {
    answer_id,
    answer_kind,
    version,
    reason,
    decided_on,
    passed_to,
    passed_on,
    on_budget,
    change_reason,
    next_on,
    first_at,
    final_at,
    answered_at,
    ...item
  } = row;
  const answer = {
    kind: answer_kind,
    version,
    reason,
    decided_on,
    passed_to,
    passed_on,
    on_budget,
    change_reason,
    next_on,
    first_at,
    final_at,
    answered_at,
  };
  return { ...item, answer: answer_id === null ? null : { id: answer_id, ...answer } };
}

/** In the order of the statement; '' stands for the proposal itself. */
export const SECTIONS = ['', 'agreement', 'views', 'dissent', 'minority', 'questions', 'proposals'];

function inOrder(items: Item[]): Item[] {
  return items.sort(
    (a, b) =>
      compare(a.debate_id, b.debate_id) ||
      SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
      a.place - b.place ||
      compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The rounds whose proposals and statement are public, newest first: all of them, a few a year. */
export function publishedRounds(db: Db): Promise<Round[]> {
  return run<Round>(
    db,
    `select ${ROUND_COLUMNS} from rounds r where r.published_at is not null order by r.collecting_at desc`,
  );
}

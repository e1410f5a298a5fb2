/** F9.9 Lists of plans: the page, its data, and what is open now. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { gramsQuery } from '#kernel/grams.ts';
import type { PlanStage } from './plan.ts';
import { PLAN_COLUMNS, type PlanRow, SHOWN, type ShownPlan, type ShownRow, shown } from './queries.ts';

export interface PlanFilter {
  q: string;
  stage: PlanStage | '';
  divisionId: string;
  policyId: string;
  /** only those on which opinions can be given now */
  open: boolean;
  before: string | null;
  limit: number;
}

export interface ListedPlan extends PlanRow {
  actor_kind: ActorKind;
  actor_name: string;
  excerpt: string;
}

const EXACT_UP_TO = 1000;

function conditions(filter: Omit<PlanFilter, 'before' | 'limit'>, now: Date): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  const grams = filter.q ? gramsQuery(filter.q) : null;
  if (grams) where.push(`p.grams @@ ${bind(grams)}::tsquery`);
  if (filter.stage) where.push(`p.stage = ${bind(filter.stage)}`);
  if (filter.divisionId) where.push(`p.actor_id = ${bind(filter.divisionId)}`);
  if (filter.policyId) where.push(`p.policy_id = ${bind(filter.policyId)}`);
  if (filter.open) where.push(`p.open_until > ${bind(now)}`);
  return { where: where.join(' and ') || 'true', values };
}

/** A page of plans, newest first, and how many there are in all: exact up to 1,000, else null. */
export async function listedPlans(
  db: Db,
  filter: PlanFilter,
  now: Date,
): Promise<{ plans: ListedPlan[]; more: boolean; count: number | null }> {
  const { where, values } = conditions(filter, now);
  const keyed = [...values];
  const key = filter.before ? ` and p.id < $${keyed.push(filter.before)}` : '';
  const [rows, counted] = await Promise.all([
    run<ListedPlan>(
      db,
      `select ${PLAN_COLUMNS}, a.kind as actor_kind, a.name as actor_name, left(v.about, 120) as excerpt
       from plans p
       join plan_versions v on v.hub_id = p.hub_id and v.plan_id = p.id and v.version = p.version
       join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
       where ${where}${key} order by p.id desc limit $${keyed.push(filter.limit + 1)}`,
      keyed,
    ),
    run<{ n: number }>(
      db,
      `select count(*)::int as n from (select 1 from plans p where ${where} limit ${EXACT_UP_TO + 1}) as bounded`,
      values,
    ),
  ]);
  const n = counted[0]?.n ?? 0;
  return { plans: rows.slice(0, filter.limit), more: rows.length > filter.limit, count: n > EXACT_UP_TO ? null : n };
}

/** Everything of the filter, batch by batch, with stages, documents and moves. */
export async function* allPlans(
  read: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  filter: Omit<PlanFilter, 'before' | 'limit'>,
  now: Date,
): AsyncGenerator<ShownPlan[]> {
  const BATCH = 200;
  let before: string | null = null;
  for (;;) {
    const { where, values } = conditions(filter, now);
    const key: string = before ? ` and p.id < $${values.push(before)}` : '';
    const sql = `${SHOWN} where ${where}${key} order by p.id desc limit ${BATCH}`;
    const rows: ShownRow[] = await read((db) => run<ShownRow>(db, sql, values));
    yield rows.map(shown);
    if (rows.length < BATCH) return;
    before = rows.at(-1)!.id;
  }
}

/** Plans on which opinions can be given now, those that close first in front. */
export function openPlans(db: Db, now: Date, limit: number): Promise<ListedPlan[]> {
  return run<ListedPlan>(
    db,
    `select ${PLAN_COLUMNS}, a.kind as actor_kind, a.name as actor_name, left(v.about, 90) as excerpt
     from plans p
     join plan_versions v on v.hub_id = p.hub_id and v.plan_id = p.id and v.version = p.version
     join actors a on a.hub_id = p.hub_id and a.id = p.actor_id
     where p.open_until > $1 order by p.open_until, p.id limit $2`,
    [now, limit],
  );
}

export interface PlanningBody {
  id: string;
  name: string;
}

/** Who has posted plans; a town has some dozens of them. */
export function planningBodies(db: Db): Promise<PlanningBody[]> {
  return run<PlanningBody>(
    db,
    `select a.id, a.name from actors a where a.kind in ('division', 'body') and a.imported_from is null
       and exists (select 1 from plans p where p.hub_id = a.hub_id and p.actor_id = a.id) order by a.name limit 200`,
  );
}

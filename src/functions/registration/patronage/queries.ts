/** F7.7 Reads of requests. Lists for everybody hold granted 後援 alone. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import { type Kind, notFound, type State } from './request.ts';

export interface Request {
  id: string;
  kind: Kind;
  group_id: string;
  group_name: string;
  asked_id: string;
  asked_name: string;
  asked_kind: ActorKind;
  title: string;
  held_on: string;
  held_until: string | null;
  place: string;
  purpose: string;
  state: State;
  asked_at: Date;
  due_on: string;
  question: string;
  question_at: Date | null;
  answer: string;
  answered_at: Date | null;
  decided_at: Date | null;
  reason: string;
  conditions: string;
  number_year: number | null;
  number: number | null;
  papers_erased_at: Date | null;
  /** days its papers stay after the decision */
  paper_days: number;
}

const REQUESTS = `select p.id, p.kind, p.group_id, g.name as group_name, p.asked_id, a.name as asked_name, a.kind as asked_kind, p.title,
    p.held_on::text as held_on, p.held_until::text as held_until, p.place, p.purpose, p.state, p.asked_at, p.due_on::text as due_on,
    p.question, p.question_at, p.answer, p.answered_at, p.decided_at, p.reason, p.conditions, p.number_year, p.number, p.papers_erased_at, p.paper_days
  from patronage_requests p join groups g on g.hub_id = p.hub_id and g.id = p.group_id
  join actors a on a.hub_id = p.hub_id and a.id = p.asked_id`;

/** @throws Refusal 'not-found' */
export async function requestById(db: Db, id: string, lock = ''): Promise<Request> {
  const [row] = await run<Request>(db, `${REQUESTS} where p.id = $1 ${lock}`, [id]);
  if (!row) throw notFound();
  return row;
}

/** Granted 後援, newest first. */
export async function grantedPatronage(db: Db, before: string | null, limit: number) {
  const rows = await run<Request>(
    db,
    `${REQUESTS} where p.kind = 'patronage' and p.state = 'granted' and ($1::uuid is null
       or (p.decided_at, p.id) < (select b.decided_at, b.id from patronage_requests b where b.id = $1))
     order by p.decided_at desc, p.id desc limit $2`,
    [before, limit + 1],
  );
  return { requests: rows.slice(0, limit), more: rows.length > limit };
}

/** Of these groups, and to these offices: two hundred, what isn't decided first, then the latest. */
export function requestsOfSides(db: Db, groups: readonly string[], offices: readonly string[]): Promise<Request[]> {
  return run<Request>(
    db,
    `${REQUESTS} where p.group_id = any($1::uuid[]) or p.asked_id = any($2::uuid[])
     order by (p.state in ('received', 'question')) desc, p.id desc limit 200`,
    [groups, offices],
  );
}

export interface Office {
  id: string;
  name: string;
}

/** Offices that can be asked: the city's divisions, and whoever runs the hub. */
export function officesToAsk(db: Db, secretariatId: string | null): Promise<Office[]> {
  return run<Office>(
    db,
    `select id, name from (
       select id, name from actors where id = $1
       union select id, name from actors where kind = 'division' and imported_from is null
     ) as offices order by (id = $1) desc nulls last, name limit 200`,
    [secretariatId],
  );
}

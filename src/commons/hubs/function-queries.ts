/** P3: reads of functions: who runs each, who would begin it together. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';

export interface FunctionTerm {
  id: string;
  function: string;
  steward_id: string;
  steward_name: string;
  people: number;
  hours: number;
  how: string;
  begins_at: Date;
  ends_at: Date | null;
}

const TERM = `t.id, t.function, t.steward_id, a.name as steward_name, t.people, t.hours, t.how, t.begins_at, t.ends_at
  from function_terms t join actors a on a.hub_id = t.hub_id and a.id = t.steward_id`;

/** Who runs what now: at most one a function. */
export function presentTerms(db: Db): Promise<FunctionTerm[]> {
  return run<FunctionTerm>(db, `select ${TERM} where t.ends_at is null`);
}

/** The terms of one function, newest first. */
export function termsOf(db: Db, name: string): Promise<FunctionTerm[]> {
  return run<FunctionTerm>(db, `select ${TERM} where t.function = $1 order by t.begins_at desc limit 50`, [name]);
}

export interface FunctionHand {
  id: string;
  function: string;
  actor_id: string;
  actor_name: string;
  actor_kind: ActorKind;
  word: string;
  raised_at: Date;
  reply: string;
  replied_at: Date | null;
}

const MOST = 500;
const HAND = `h.id, h.function, h.actor_id, a.name as actor_name, a.kind as actor_kind, h.word, h.raised_at, h.reply, h.replied_at
  from function_hands h join actors a on a.hub_id = h.hub_id and a.id = h.actor_id where h.lowered_at is null`;

/** Hands that are up, of all functions or of one, first raised first; at most 500. */
export function raisedHands(db: Db, name?: string): Promise<FunctionHand[]> {
  return name === undefined
    ? run<FunctionHand>(db, `select ${HAND} order by h.id limit ${MOST}`)
    : run<FunctionHand>(db, `select ${HAND} and h.function = $1 order by h.id limit ${MOST}`, [name]);
}

/** The organisation of this name; of two the one registered first. */
export async function organisationNamed(db: Db, name: string): Promise<{ id: string; name: string } | null> {
  const [found] = await run<{ id: string; name: string }>(
    db,
    `select id, name from actors where name = $1 and kind <> 'person' and imported_from is null order by id limit 1`,
    [name],
  );
  return found ?? null;
}

export async function nameOf(db: Db, actorId: string | null): Promise<string> {
  if (actorId === null) return '';
  const [found] = await run<{ name: string }>(db, 'select name from actors where id = $1', [actorId]);
  return found?.name ?? '';
}

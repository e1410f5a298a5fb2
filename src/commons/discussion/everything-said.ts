/** F1.2, F9.2: everything said in all debates of a town, walked through by key; and when its figures could be others. Who voted how is in neither. */
import type { ActorKind } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Visit } from '#kernel/web/visit.ts';
import type { DebateKind, EntryKind } from './discussion.ts';

const BATCH = 500;

export interface Said {
  id: string;
  parent_id: string | null;
  number: number | null;
  kind: EntryKind;
  debate_id: string;
  debate_title: string;
  debate_kind: DebateKind;
  actor_id: string;
  actor_name: string;
  actor_kind: ActorKind;
  body: string;
  reason: string;
  amendment: string | null;
  agree: number;
  disagree: number;
  pass: number;
  said_at: Date;
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}

const shown = (column: string, none: string) =>
  `case when o.withdrawn_at is null and o.hidden_at is null then o.${column} else ${none} end as ${column}`;

const SAID = `select o.id, o.parent_id, o.number, o.kind, o.debate_id, d.title as debate_title, d.kind as debate_kind,
    o.actor_id, a.name as actor_name, a.kind as actor_kind, ${shown('body', `''`)}, ${shown('reason', `''`)}, ${shown('amendment', 'null')},
    o.agree, o.disagree, o.pass, o.said_at, o.withdrawn_at, o.hidden_at
  from (select * from opinions where id > $1 order by id limit ${BATCH}) o
  join debates d on d.hub_id = o.hub_id and d.id = o.debate_id
  join actors a on a.hub_id = o.hub_id and a.id = o.actor_id
  order by o.id`;

const FIRST = '00000000-0000-0000-0000-000000000000';

export async function* everythingSaid(visit: Visit): AsyncGenerator<Said[]> {
  let after = FIRST;
  for (;;) {
    const batch: Said[] = await visit.read((db) => run<Said>(db, SAID, [after]));
    yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.id;
  }
}

/** Votes are no events: the tally notes each turn in which it counted, so this is another text afterwards. One row is read. */
export async function countedVotes(db: Db): Promise<string> {
  const [row] = await run<{ counted: string }>(db, `select concat(turns, '.', votes) as counted from vote_tallies`);
  return row?.counted ?? '';
}

/** F7.5 Brings a list in: every entry or none, in one transaction, some hundreds at a time. */
import { type Db, run } from '#kernel/database/dialect.ts';
import { columnsOf } from '../groups/index.ts';
import type { Entry } from './cells.ts';
import type { Bytes, Counts } from './list.ts';
import { comesDouble, Doubles, type Reading, rowsOf } from './look.ts';

const AT_ONCE = 500;

export interface BringingParts {
  db: Db;
  hubId: number;
  importId: string;
  now: Date;
  newId(): string;
  onRow(rows: number): void;
}

/** The list has mistakes now, though it had none when it was looked at. */
export class ListHasProblems extends Error {}

/** @throws ListHasProblems; whatever was written is then rolled back by the caller's transaction */
export async function bringIn(bytes: Bytes, reading: Reading, parts: BringingParts): Promise<Counts> {
  const doubles = await Doubles.open(parts.db);
  const counts: Counts = { rows: 0, coming: 0, doubles: 0, problems: 0 };
  let batch: Entry[] = [];
  for await (const { entry, problems } of rowsOf(bytes, reading)) {
    counts.rows += 1;
    parts.onRow(counts.rows);
    if (problems.length > 0) throw new ListHasProblems(`line ${problems[0]!.line}: ${problems[0]!.code}`);
    if (!entry) continue;
    const double = doubles.meet(entry);
    if (double) {
      counts.doubles += 1;
      if (!comesDouble(reading.mapping, double)) continue;
    }
    counts.coming += 1;
    batch.push(entry);
    if (batch.length < AT_ONCE) continue;
    await writeEntries(parts, batch);
    batch = [];
  }
  await writeEntries(parts, batch);
  return counts;
}

async function writeEntries(
  { db, hubId, importId, now, newId }: BringingParts,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ declaration, contacts, kept }) => {
    const { contacts: _text, kept_contacts: _kept, ...columns } = columnsOf(declaration, contacts, kept);
    return { id: newId(), ...columns, contacts, kept, content: { ...declaration, contacts } };
  });
  const json = JSON.stringify(rows);
  await run(
    db,
    `insert into groups (hub_id, id, kind, name, reading, purpose, fields, areas, founded, member_count, number, seeks, offers,
       contacts, kept_contacts, name_key, grams, declared_at, confirmed_at, import_id)
     select $1, r.id, r.kind, r.name, r.reading, r.purpose, r.fields, r.areas, r.founded, r.member_count, r.number, r.seeks, r.offers,
       r.contacts, r.kept, r.name_key, r.grams::tsvector, $3, $3, $4
     from jsonb_to_recordset($2::jsonb) as r (id uuid, kind text, name text, reading text, purpose text, fields smallint[], areas text[],
       founded text, member_count int, number text, seeks text, offers text, contacts jsonb, kept jsonb, name_key text, grams text)`,
    [hubId, json, now, importId],
  );
  await run(
    db,
    `insert into group_versions (hub_id, group_id, version, content, declared_at)
     select $1, r.id, 1, r.content, $3 from jsonb_to_recordset($2::jsonb) as r (id uuid, content jsonb)`,
    [hubId, json, now],
  );
}

const UNTOUCHED = `g.hub_id = $1 and g.import_id = $2 and g.actor_id is null and g.version = 1 and g.hidden_at is null
  and not exists (select from group_questions q where q.hub_id = g.hub_id and q.group_id = g.id)
  and not exists (select from group_notes n where n.hub_id = g.hub_id and n.group_id = g.id)
  and not exists (select from group_claims c where c.hub_id = g.hub_id and c.group_id = g.id)
  and not exists (select from group_keys k where k.hub_id = g.hub_id and k.group_id = g.id)`;

/** So many go with one statement: what refers to groups is looked through for each, and a statement has its time. */
const GOING_AT_ONCE = 1000;

/** Takes back what was brought in, but for entries that somebody has taken over, asked about or noted. */
export async function takeBack(db: Db, hubId: number, importId: string): Promise<{ removed: number; kept: number }> {
  let removed = 0;
  for (;;) {
    const [gone] = await run<{ n: number }>(
      db,
      `with leaving as (select g.id from groups g where ${UNTOUCHED} limit ${GOING_AT_ONCE}),
         versions as (delete from group_versions where hub_id = $1 and group_id in (select id from leaving)),
         gone as (delete from groups where hub_id = $1 and id in (select id from leaving) returning 1)
       select count(*)::int as n from gone`,
      [hubId, importId],
    );
    removed += gone?.n ?? 0;
    if ((gone?.n ?? 0) < GOING_AT_ONCE) break;
  }
  const [left] = await run<{ n: number }>(
    db,
    'select count(*)::int as n from groups where hub_id = $1 and import_id = $2',
    [hubId, importId],
  );
  return { removed, kept: left?.n ?? 0 };
}

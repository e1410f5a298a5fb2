/**
 * P6, the journal: its rows. Plain SQL; every statement names the hub, and row level security checks that it is the
 * transaction's own (X11).
 */
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Bytes } from './bytes.ts';
import type { EventEntry } from './entry.ts';
import { type Tile, tileKey } from './tiles.ts';

/** An open transaction of one hub, or anything else that answers SQL with numbered parameters. */
export interface Sql {
  query<R>(text: string, values: unknown[]): Promise<R[]>;
}

/** The journal's view of a transaction. */
export function sqlOf(db: Db): Sql {
  return { query: (text, values) => run(db, text, values) };
}

/** 'minn': the first half of the advisory lock; the second is the hub. */
const SEQUENCER_LOCK = 0x6d696e6e;

/**
 * Takes the hub's turn to number events, for the rest of the transaction; false if somebody else has it.
 * A commit that may be lost in a power cut must not be followed by a signature, so that is switched off, too.
 */
export async function takeTurn(sql: Sql, hub: number): Promise<boolean> {
  const [row] = await sql.query<{ taken: boolean }>(
    `select pg_try_advisory_xact_lock($1, $2) as taken,
            case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', true) end`,
    [SEQUENCER_LOCK, hub],
  );
  return row!.taken;
}

/** Whether the turn is still ours; it is not if statements run outside a transaction. */
export async function haveTurn(sql: Sql, hub: number): Promise<boolean> {
  const rows = await sql.query(
    `select 1 as held from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid() and classid = $1 and objid = $2 and objsubid = 2`,
    [SEQUENCER_LOCK, hub],
  );
  return rows.length > 0;
}

/** A signed checkpoint as it is kept. */
export interface Head {
  size: number;
  root: Buffer;
  /** The signed note that is served. */
  note: string;
}

/** The newest checkpoint, or null before the first one. */
export async function latestCheckpoint(sql: Sql, hub: number): Promise<Head | null> {
  const [row] = await sql.query<Head>(
    'select size, root, note from journal_checkpoints where hub_id = $1 order by size desc limit 1',
    [hub],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}

/** A public event without a leaf: its id inside, and what its entry says. */
export interface WaitingEvent {
  id: string;
  entry: EventEntry;
}

/** Committed public events that have no leaf yet, at most `limit`, the oldest first. */
export async function waitingEvents(sql: Sql, hub: number, limit: number): Promise<WaitingEvent[]> {
  type Row = Omit<EventEntry, 'commitments'> & { id: string; commitments: Buffer | null };
  const rows = await sql.query<Row>(
    `select e.id, e.journal_id as event, e.verb, e.object_id as object, e.object_version as version,
            to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            (select string_agg(p.commitment, ''::bytea) from event_parts p
              where p.hub_id = e.hub_id and p.event_id = e.id) as commitments
       from events e
      where e.hub_id = $1 and e.is_public and e.leaf is null
      order by e.id
      limit $2`,
    [hub, limit],
  );
  return rows.map(({ id, commitments, event, verb, object, version, at }) => {
    const hashes = Array.from({ length: (commitments?.length ?? 0) / 32 }, (_, i) =>
      commitments!.toString('hex', i * 32, (i + 1) * 32),
    );
    return { id, entry: { hub, event, at, verb, object, version, commitments: hashes } };
  });
}

/** A leaf as it is written; without an event if it is the beginning of a log that goes on from another one. */
export interface Leaf {
  n: number;
  eventId: string | null;
  entry: Bytes;
  hash: Bytes;
}

/** Adds leaves and notes them at their events. A leaf that there is already is an error. */
export async function insertLeaves(sql: Sql, hub: number, leaves: readonly Leaf[]): Promise<void> {
  const numbers = leaves.map(({ n }) => n);
  const events = leaves.map(({ eventId }) => eventId);
  await Promise.all([
    sql.query(
      `insert into journal_leaves (hub_id, n, event_id, entry, leaf_hash)
       select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[])`,
      [hub, numbers, events, leaves.map(({ entry }) => bufferOf(entry)), leaves.map(({ hash }) => bufferOf(hash))],
    ),
    sql.query(
      `update events e set leaf = leaf_of.n from unnest($2::bigint[], $3::uuid[]) as leaf_of (n, event_id)
        where e.hub_id = $1 and e.id = leaf_of.event_id`,
      [hub, numbers, events],
    ),
  ]);
}

/** The same bytes as the driver wants them. */
function bufferOf(bytes: Bytes): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Writes tiles that are new or have grown; a tile never shrinks and a full one never changes. */
export async function upsertTiles(sql: Sql, hub: number, tiles: readonly Tile[]): Promise<void> {
  await sql.query(
    `insert into journal_tiles (hub_id, level, n, width, hashes)
     select $1, * from unnest($2::smallint[], $3::bigint[], $4::smallint[], $5::bytea[])
     on conflict (hub_id, level, n) do update set width = excluded.width, hashes = excluded.hashes
      where journal_tiles.width < excluded.width`,
    [
      hub,
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ width }) => width),
      tiles.map(({ hashes }) => Buffer.from(hashes)),
    ],
  );
}

/** The hashes of tiles by their `tileKey`; those there are not are left out. */
export async function tilesAt(
  sql: Sql,
  hub: number,
  tiles: readonly { level: number; index: number }[],
): Promise<Map<string, Uint8Array>> {
  if (tiles.length === 0) return new Map();
  const rows = await sql.query<{ level: number; n: number; hashes: Buffer }>(
    `select t.level, t.n, t.hashes
       from unnest($2::smallint[], $3::bigint[]) as wanted (level, n)
       join journal_tiles t on t.hub_id = $1 and t.level = wanted.level and t.n = wanted.n`,
    [hub, tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  );
  return new Map(rows.map(({ level, n, hashes }) => [tileKey(Number(level), Number(n)), hashes]));
}

export async function insertCheckpoint(sql: Sql, hub: number, head: Head, now: Date): Promise<void> {
  await sql.query('insert into journal_checkpoints (hub_id, size, root, note, signed_at) values ($1, $2, $3, $4, $5)', [
    hub,
    head.size,
    head.root,
    head.note,
    now,
  ]);
}

/** Takes the log away and lets all its events wait again: for a log that starts anew after a restored backup. */
export async function forgetLog(sql: Sql, hub: number): Promise<void> {
  await sql.query('delete from journal_leaves where hub_id = $1', [hub]);
  await sql.query('delete from journal_tiles where hub_id = $1', [hub]);
  await sql.query('delete from journal_checkpoints where hub_id = $1', [hub]);
  await sql.query('update events set leaf = null where hub_id = $1 and leaf is not null', [hub]);
}

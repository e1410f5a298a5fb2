/**
 * P6, P4, the journal: what the public reads of it: tiles, entries, the newest checkpoint, and proofs.
 * A page of proofs takes three queries, whatever it proves.
 */
import type { Json } from './canonical-json.ts';
import { inclusionProof as proofFrom } from './merkle.ts';
import { inclusionRanges } from './merkle-path.ts';
import { type Head, latestCheckpoint, type Sql, tilesAt } from './storage.ts';
import { encodeBundle, nodesOfTiles, TILE_WIDTH, tilesOfRanges } from './tiles.ts';

export { type Head, latestCheckpoint } from './storage.ts';

/** The words behind one commitment, as long as they are not erased. */
export interface DisclosedPart {
  part: string;
  actor: string | null;
  salt: Buffer;
  content: Json;
}

/** That one entry is in the log, and what can be said about it. */
export interface LeafProof {
  index: number;
  entry: Buffer;
  /** Hashes up to the root of the head, the leaf's sibling first. */
  path: Uint8Array[];
  parts: DisclosedPart[];
}

/** Proofs, and the signed head that all of them lead to. */
export interface Proofs {
  head: Head;
  /** The newest first. */
  proofs: LeafProof[];
}

/** The first `width` (1 to 256) hashes of a tile, or null if it has not got that many. */
export async function readTile(
  sql: Sql,
  hub: number,
  tile: { level: number; index: number; width: number },
): Promise<Buffer | null> {
  const [row] = await sql.query<{ hashes: Buffer }>(
    `select substring(hashes from 1 for $4::int * 32) as hashes
       from journal_tiles where hub_id = $1 and level = $2 and n = $3 and width >= $4::int`,
    [hub, tile.level, tile.index, tile.width],
  );
  return row?.hashes ?? null;
}

/** The first `width` entries of bundle `index` as they are served, or null if there are not that many. */
export async function readEntriesTile(
  sql: Sql,
  hub: number,
  { index, width }: { index: number; width: number },
): Promise<Buffer | null> {
  const rows = await sql.query<{ entry: Buffer }>(
    'select entry from journal_leaves where hub_id = $1 and n >= $2::bigint and n < $2::bigint + $3::int order by n',
    [hub, index * TILE_WIDTH, width],
  );
  return rows.length === width ? Buffer.from(encodeBundle(rows.map(({ entry }) => entry))) : null;
}

export interface ProofOptions {
  /** Only entries before this leaf: the next page. */
  before?: number;
  /** At most so many entries; 50 unless given. */
  limit?: number;
  /** Whether the words behind the commitments are shown; not for what is hidden from the public at the moment. Why it is, is always shown. */
  disclose?: boolean;
}

/** Proofs of all public acts on one thing, or null before the first checkpoint. Acts without a leaf yet are left out. */
export async function proofOf(
  sql: Sql,
  hub: number,
  objectKind: string,
  objectId: string,
  options: ProofOptions = {},
): Promise<Proofs | null> {
  const leaves = sql.query<LeafRow>(leavesWhere('e.object_kind = $5 and e.object_id = $6'), [
    ...pageOf(hub, options),
    objectKind,
    objectId,
  ]);
  return prove(sql, hub, leaves);
}

/** Proof of one act, by its id inside or by the random id in its entry; null if it is not in the log (yet). */
export async function inclusionProof(
  sql: Sql,
  hub: number,
  eventId: string,
  options: Pick<ProofOptions, 'disclose'> = {},
): Promise<Proofs | null> {
  const condition = 'e.id in ($5, (select id from events where hub_id = $1 and journal_id = $5))';
  const found = await prove(sql, hub, sql.query<LeafRow>(leavesWhere(condition), [...pageOf(hub, options), eventId]));
  return found && found.proofs.length > 0 ? found : null;
}

interface LeafRow {
  n: number;
  entry: Buffer;
  part: string | null;
  actor_id: string | null;
  salt: Buffer | null;
  content: Json;
}

function leavesWhere(condition: string): string {
  return `select l.n, l.entry, p.part, p.actor_id, p.salt, p.content
            from (select l.n, l.entry, l.event_id
                    from events e
                    join journal_leaves l on l.hub_id = e.hub_id and l.event_id = e.id
                   where e.hub_id = $1 and e.is_public and l.n < $2 and ${condition}
                   order by l.n desc limit $3) as l
            left join event_parts p
              on p.hub_id = $1 and p.event_id = l.event_id and ($4 or p.part = 'decision') and p.erased_at is null and p.salt is not null
           order by l.n desc, p.part`;
}

function pageOf(hub: number, { before = Number.MAX_SAFE_INTEGER, limit = 50, disclose = true }: ProofOptions) {
  return [hub, before, limit, disclose];
}

async function prove(sql: Sql, hub: number, leaves: Promise<LeafRow[]>): Promise<Proofs | null> {
  const [head, rows] = await Promise.all([latestCheckpoint(sql, hub), leaves]);
  if (!head) return null;
  const byLeaf = new Map<number, Omit<LeafProof, 'path'>>();
  for (const { n, entry, part, actor_id, salt, content } of rows) {
    const index = Number(n);
    // Sequenced between the two queries: proved by the next checkpoint.
    if (index >= head.size) continue;
    const leaf = byLeaf.get(index) ?? { index, entry, parts: [] };
    byLeaf.set(index, leaf);
    if (part !== null && salt !== null) leaf.parts.push({ part, actor: actor_id, salt, content });
  }
  const found = [...byLeaf.values()];
  const needed = tilesOfRanges(found.flatMap(({ index }) => inclusionRanges(index, head.size)));
  const node = nodesOfTiles(await tilesAt(sql, hub, needed));
  return { head, proofs: found.map((leaf) => ({ ...leaf, path: proofFrom(leaf.index, head.size, node) })) };
}

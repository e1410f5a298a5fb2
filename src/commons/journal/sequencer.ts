/**
 * P6, the journal: numbers what was committed and signs the new head. One at a time; writers never wait for it.
 */
import { sameBytes } from './bytes.ts';
import { signCheckpoint } from './checkpoint.ts';
import { buildEntry } from './entry.ts';
import { edgeTiles, GrowingTree } from './growing-tree.ts';
import { EMPTY_ROOT, leafHash } from './merkle.ts';
import type { SigningKey } from './signing-key.ts';
import {
  type Head,
  haveTurn,
  insertCheckpoint,
  insertLeaves,
  latestCheckpoint,
  type Sql,
  takeTurn,
  tilesAt,
  upsertTiles,
  waitingEvents,
} from './storage.ts';

/** The stored log is not the one that was signed. Nothing is signed on top of it; somebody has to look. */
export class JournalBroken extends Error {
  override name = 'JournalBroken';
}

export interface SequencerParts {
  now: Date;
  key: SigningKey;
  /** Host and path of the log, e.g. `hinata.example/journal`. */
  origin: string;
  /** How many events at most; 1,000 unless given. */
  limit?: number;
}

/**
 * Gives leaves to public events that have none, and signs the checkpoint of the tree they make. Leaves, tiles and
 * checkpoint are one transaction: nobody sees a signature over something that is not stored.
 *
 * @param sql one open transaction of the hub; call again in a new one while it returns as many as `limit`
 * @returns how many leaves it added: 0 if nothing waits, or if another sequencer is at work
 * @throws JournalBroken if the stored tree has not the root that was signed last
 */
export async function sequence(sql: Sql, hub: number, parts: SequencerParts): Promise<number> {
  if (!(await takeTurn(sql, hub))) return 0;
  const [head, events, ours] = await Promise.all([
    latestCheckpoint(sql, hub),
    waitingEvents(sql, hub, parts.limit ?? 1000),
    haveTurn(sql, hub),
  ]);
  if (!ours) throw new Error('the sequencer needs one open transaction');
  // The very first head is signed even if it is empty, so that the log has an address from the beginning.
  if (head && events.length === 0) return 0;

  const tree = await storedTree(sql, hub, head);
  const leaves = events.map(({ id, entry }, i) => {
    const bytes = buildEntry(entry);
    const hash = leafHash(bytes);
    tree.append(hash);
    return { n: (head?.size ?? 0) + i, eventId: id, entry: bytes, hash };
  });
  const tiles = [...tree.takeFull(), ...tree.takePartial()];
  const checkpoint = { origin: parts.origin, size: tree.size, root: tree.root() };
  const note = signCheckpoint(checkpoint, parts.key);
  await Promise.all([
    insertLeaves(sql, hub, leaves),
    upsertTiles(sql, hub, tiles),
    insertCheckpoint(sql, hub, { size: tree.size, root: Buffer.from(checkpoint.root), note }, parts.now),
  ]);
  return events.length;
}

/** The tree as it was signed last. */
async function storedTree(sql: Sql, hub: number, head: Head | null): Promise<GrowingTree> {
  const size = head?.size ?? 0;
  const edge = await tilesAt(sql, hub, edgeTiles(size));
  let tree: GrowingTree;
  try {
    tree = GrowingTree.of(size, edge);
  } catch (error) {
    throw new JournalBroken(`hub ${hub}: the journal of ${size} leaves lacks a tile`, { cause: error });
  }
  if (!sameBytes(tree.root(), head?.root ?? EMPTY_ROOT)) {
    throw new JournalBroken(`hub ${hub}: the stored journal is not the one that was signed at ${size} leaves`);
  }
  return tree;
}

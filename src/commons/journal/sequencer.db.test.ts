import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toHex } from './bytes.ts';
import { openCheckpoint, parseVkey } from './checkpoint.ts';
import { isContinuation, parseEntry } from './entry.ts';
import { consistencyProof, EMPTY_ROOT, leafHash, nodesOf, rootOf, verifyConsistency } from './merkle.ts';
import { readEntriesTile, readTile } from './reads.ts';
import { KEY, NOW, ORIGIN, VKEY } from './sample-key.ts';
import { openTown, type Town } from './sample-town.ts';
import { JournalBroken, sequence } from './sequencer.ts';
import { latestCheckpoint, sqlOf, takeTurn } from './storage.ts';
import { decodeBundle, tilesOfTree, tileWidth } from './tiles.ts';

const parts = { now: NOW, key: KEY, origin: ORIGIN };

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

/** Everything a reader can fetch, put together by the definition: the entries, and that tiles and head agree. */
async function readBack(hub: number) {
  return town.within(hub, async (sql) => {
    const head = (await latestCheckpoint(sql, hub))!;
    const { size, root } = openCheckpoint(head.note, parseVkey(VKEY));
    const entries: Uint8Array[] = [];
    for (let index = 0; tileWidth(0, index, size) > 0; index++) {
      const width = tileWidth(0, index, size);
      entries.push(...decodeBundle((await readEntriesTile(sql, hub, { index, width }))!, width));
    }
    const node = nodesOf(entries.map(leafHash));
    expect(toHex(rootOf(size, node))).toBe(toHex(root));
    for (const tile of tilesOfTree(size)) {
      const hashes = Array.from({ length: tile.width }, (_, i) => node(tile.level * 8, tile.index * 256 + i));
      expect(await readTile(sql, hub, tile)).toEqual(Buffer.concat(hashes));
      const tooMuch = tile.width === 256 ? null : await readTile(sql, hub, { ...tile, width: tile.width + 1 });
      expect(tooMuch).toBeNull();
    }
    return { size, root, node, entries: entries.map(parseEntry) };
  });
}

const acts = (count: number) => Array.from({ length: count }, () => ({}));

describe('P6 numbering', () => {
  test('a public act gets an entry that names nobody; a private one gets none', async () => {
    const object = { kind: 'sample', id: '0193f1c2-7a3b-7c4d-8e5f-001122334455' };
    const [id] = await town.act(1, [
      {
        object,
        parts: [
          { part: 'text', content: { body: '公園に木を' } },
          { part: 'reason', content: { body: 'なつがあつい' } },
        ],
      },
      { isPublic: false },
    ]);
    expect(await town.sequenceAll(1)).toBe(1);
    const { entries, size } = await readBack(1);
    expect(size).toBe(1);
    const [entry] = entries;
    if (!entry || isContinuation(entry)) throw new Error('not the entry of an act');
    const { rows } = await town.superuser.query('select journal_id, leaf from events where id = $1', [id]);
    expect({ ...entry, commitments: entry.commitments.length }).toEqual({
      hub: 1,
      event: rows[0].journal_id,
      at: '2026-11-22T03:04:05.678Z',
      verb: 'samples.made',
      object: object.id,
      version: 1,
      commitments: 2,
    });
    expect(rows[0].leaf).toBe(0);
    expect(JSON.stringify(entry)).not.toContain(id);
  });

  test('nothing waits: nothing is signed again', async () => {
    await town.act(1, acts(3));
    expect(await town.sequenceAll(1)).toBe(3);
    expect(await town.sequenceAll(1)).toBe(0);
    const { rows } = await town.superuser.query('select size from journal_checkpoints');
    expect(rows).toEqual([{ size: 3 }]);
  });

  test('a log without entries has a head, too', async () => {
    expect(await town.sequenceAll(1)).toBe(0);
    expect(await town.sequenceAll(1)).toBe(0);
    const head = await town.within(1, (sql) => latestCheckpoint(sql, 1));
    expect(openCheckpoint(head!.note, parseVkey(VKEY))).toEqual({ origin: ORIGIN, size: 0, root: EMPTY_ROOT });
    await town.act(1, acts(1));
    expect(await town.sequenceAll(1)).toBe(1);
  });

  test('an act that commits late keeps its place open to nobody, and is numbered later', async () => {
    const opened = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const slow = town.within(1, async (sql) => {
      await town.act(1, [{}], sql);
      opened.resolve();
      await mayCommit.promise;
    });
    await opened.promise;
    await town.act(1, acts(2));
    expect(await town.sequenceAll(1)).toBe(2);
    mayCommit.resolve();
    await slow;
    expect(await town.sequenceAll(1)).toBe(1);
    expect((await readBack(1)).size).toBe(3);
  });

  test('two sequencers at once: one works, the other leaves it to the first', async () => {
    await town.act(1, acts(5));
    await town.hubwise.write(1, async (db) => {
      expect(await takeTurn(sqlOf(db), 1)).toBe(true);
      expect(await town.sequenceAll(1)).toBe(0);
      expect(await town.sequenceAll(2)).toBe(0);
    });
    const both = await Promise.all([town.sequenceAll(1), town.sequenceAll(1)]);
    expect(both.toSorted()).toEqual([0, 5]);
    expect((await readBack(1)).size).toBe(5);
  });

  test('each hub has a log of its own', async () => {
    await town.act(1, acts(2));
    await town.act(2, acts(3));
    expect(await town.sequenceAll(1)).toBe(2);
    expect(await town.sequenceAll(2)).toBe(3);
    expect((await readBack(1)).entries.every(({ hub }) => hub === 1)).toBe(true);
    expect((await readBack(2)).entries.every(({ hub }) => hub === 2)).toBe(true);
  });
});

test('a log that grows over the edges of tiles appends and never rewrites', async () => {
  const heads: { size: number; root: Uint8Array }[] = [];
  for (const count of [1, 254, 1, 1, 255, 300, 7]) {
    await town.act(1, acts(count));
    expect(await town.sequenceAll(1, 200)).toBe(count);
    const { size, root, node } = await readBack(1);
    for (const old of heads) {
      const proof = consistencyProof(old.size, size, node);
      expect(verifyConsistency({ oldSize: old.size, oldRoot: old.root, size, root, proof })).toBe(true);
    }
    heads.push({ size, root });
  }
  const { rows } = await town.superuser.query('select level, n, width from journal_tiles order by level, n');
  expect(rows.map(({ level, n, width }) => [level, n, width])).toEqual([
    [0, 0, 256],
    [0, 1, 256],
    [0, 2, 256],
    [0, 3, 51],
    [1, 0, 3],
  ]);
});

describe('P6 a log that is not the signed one', () => {
  beforeEach(async () => {
    await town.act(1, acts(300));
    await town.sequenceAll(1);
    await town.act(1, acts(1));
  });

  const attempts: [string, string][] = [
    [
      'a hash was changed',
      `update journal_tiles set hashes = set_byte(hashes, 5, 255 - get_byte(hashes, 5)) where n = 1`,
    ],
    ['a tile is gone', 'delete from journal_tiles where level = 1'],
    ['the head was changed', 'update journal_checkpoints set root = sha256(root)'],
  ];
  test.each(attempts)('%s: nothing is signed on top of it', async (_, sql) => {
    await town.superuser.query(sql);
    await expect(town.sequenceAll(1)).rejects.toThrow(JournalBroken);
    const { rows } = await town.superuser.query('select max(size) as size from journal_checkpoints');
    expect(rows).toEqual([{ size: 300 }]);
  });

  test('a leaf was put in by hand: nothing is signed over it', async () => {
    await town.superuser.query(
      `insert into journal_leaves (hub_id, n, entry, leaf_hash) values (1, 300, 'x', sha256('x'))`,
    );
    await expect(town.sequenceAll(1)).rejects.toThrow(/duplicate key|transaction is aborted/);
    expect((await town.within(1, (sql) => latestCheckpoint(sql, 1)))!.size).toBe(300);
  });
});

test('statements outside a transaction are refused before anything is written', async () => {
  await town.act(1, acts(1));
  const client = new pg.Client({ ...town.fresh.superuser, pipeline: true } as pg.ClientConfig);
  await client.connect();
  const sql = {
    query: async <R>(text: string, values: unknown[]) => (await client.query(text, values)).rows as R[],
  };
  await expect(sequence(sql, 1, parts)).rejects.toThrow(/one open transaction/);
  await client.end();
  const { rows } = await town.superuser.query('select leaf from events');
  expect(rows).toEqual([{ leaf: null }]);
});

/** A log in memory for the tests of its readers, laid out as it is served, and easy to tamper with. */
import { utf8 } from './bytes.ts';
import { signCheckpoint } from './checkpoint.ts';
import { buildEntry } from './entry.ts';
import { GrowingTree } from './growing-tree.ts';
import { leafHash, sha256 } from './merkle.ts';
import { KEY, NOW, ORIGIN, VKEY } from './sample-key.ts';
import type { LogSource } from './source.ts';
import { encodeBundle, tilePath, tileWidth } from './tiles.ts';

/** The entry of an act that is like all others but for its number. */
export function sampleEntry(n: number, story = 'told'): Uint8Array {
  const hash = Buffer.from(sha256(utf8(`${story} ${n}`))).toString('hex');
  const uuid = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return buildEntry({
    hub: 1,
    event: uuid,
    at: NOW.toISOString(),
    verb: 'samples.made',
    object: uuid,
    version: 1,
    commitments: [hash],
  });
}

export function sampleEntries(count: number, story?: string): Uint8Array[] {
  return Array.from({ length: count }, (_, n) => sampleEntry(n, story));
}

/** The signed head of a log of these entries. */
export function sampleHead(entries: readonly Uint8Array[], key = KEY, origin = ORIGIN): string {
  const tree = new GrowingTree();
  for (const entry of entries) tree.append(leafHash(entry));
  return signCheckpoint({ origin, size: tree.size, root: tree.root() }, key);
}

/** All files of a log, by path. */
export function sampleFiles(entries: readonly Uint8Array[], key = KEY): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const tree = new GrowingTree();
  for (const entry of entries) tree.append(leafHash(entry));
  for (const tile of [...tree.takeFull(), ...tree.takePartial()]) files.set(tilePath(tile), tile.hashes);
  for (let index = 0; tileWidth(0, index, entries.length) > 0; index++) {
    const width = tileWidth(0, index, entries.length);
    const bundle = encodeBundle(entries.slice(index * 256, index * 256 + width));
    files.set(tilePath({ level: 'entries', index, width }), bundle);
  }
  files.set('checkpoint', utf8(sampleHead(entries, key)));
  files.set('key', utf8(`${VKEY}\n`));
  return files;
}

export function memorySource(files: ReadonlyMap<string, Uint8Array>): LogSource {
  return { name: 'memory', read: async (path) => files.get(path) ?? null };
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { encodeVkey, signCheckpoint } from './checkpoint.ts';
import { journalFile } from './files.ts';
import { sha256 } from './merkle.ts';
import { proofDocument } from './proof-json.ts';
import { proofOf } from './reads.ts';
import { currentOrigin, firstOrigin, nextOrigin, restartLog } from './restart.ts';
import { KEY, NOW, ORIGIN, VKEY } from './sample-key.ts';
import { openTown, type Town } from './sample-town.ts';
import { sequence } from './sequencer.ts';
import type { LogSource } from './source.ts';
import { latestCheckpoint, takeTurn } from './storage.ts';
import { verifyLog } from './verify.ts';

const object = { kind: 'sample', id: '0193f1c2-7a3b-7c4d-8e5f-001122334455' };
const said = { object, parts: [{ part: 'text', content: { body: '公園に木を' } }] };
const acts = (count: number) => Array.from({ length: count }, () => ({}));

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

/** The hub's log as a reader of its web address gets it. */
function served(hub: number, vkey = VKEY): LogSource {
  return {
    name: 'served',
    read: async (path) => {
      const file = await town.within(hub, (sql) => journalFile(sql, hub, path, vkey));
      return file && Buffer.from(file.body);
    },
  };
}

test('what is served is a log that verifies, with the proofs of what was said in it', async () => {
  await town.act(1, [...acts(600), said]);
  await town.sequenceAll(1, 250);
  const previousCheckpoint = (await town.within(1, (sql) => latestCheckpoint(sql, 1)))!.note;
  const proofs = await town.within(1, (sql) => proofOf(sql, 1, object.kind, object.id));
  await town.act(1, acts(300));
  await town.sequenceAll(1);
  const report = await verifyLog(served(1), {
    vkey: VKEY,
    previousCheckpoint,
    proofs: [proofDocument(proofs!, VKEY)],
  });
  expect(report.findings.map(({ check, verdict }) => [check, verdict])).toEqual([
    ['signature', 'holds'],
    ['entries', 'holds'],
    ['root', 'holds'],
    ['tiles', 'holds'],
    ['consistency', 'holds'],
    ['proofs', 'holds'],
  ]);
  expect(report.checkpoint.size).toBe(901);
});

test('each file has the type and the caching that the specification asks for', async () => {
  await town.act(1, acts(3));
  await town.sequenceAll(1);
  const head = (await town.within(1, (sql) => latestCheckpoint(sql, 1)))!;
  const file = (path: string) => town.within(1, (sql) => journalFile(sql, 1, path, VKEY));
  const text = { type: 'text/plain; charset=utf-8', cacheControl: 'public, max-age=5' };
  const bytes = { type: 'application/octet-stream', cacheControl: 'public, max-age=31536000, immutable' };
  expect(await file('checkpoint')).toEqual({ ...text, body: head.note });
  expect(await file('key')).toEqual({ ...text, body: `${VKEY}\n` });
  expect(await file('tile/0/000.p/3')).toMatchObject(bytes);
  expect(await file('tile/entries/000.p/3')).toMatchObject(bytes);
  for (const path of ['', 'tile', 'tile/0/000', 'tile/0/000.p/4', 'tile/entries/000', 'tile/1/000.p/1', 'tile/0/0']) {
    expect(await file(path)).toBeNull();
  }
});

test('no checkpoint yet: no file', async () => {
  expect(await town.within(1, (sql) => journalFile(sql, 1, 'checkpoint', VKEY))).toBeNull();
});

test('names of a log that starts again', () => {
  expect(firstOrigin('aozora.example')).toBe(ORIGIN);
  expect(nextOrigin(ORIGIN)).toBe('aozora.example/journal/2');
  expect(nextOrigin('aozora.example/journal/9')).toBe('aozora.example/journal/10');
});

test('after a restored backup the log starts again, and can be held to the lost one', async () => {
  await town.act(1, [...acts(5), said]);
  await town.sequenceAll(1);
  const proofs = await town.within(1, (sql) => proofOf(sql, 1, object.kind, object.id));
  // The town had published more than its backup knows.
  const lastCheckpoint = signCheckpoint({ origin: ORIGIN, size: 9, root: sha256(utf8('lost')) }, KEY);
  const origin = await town.within(1, (sql) => restartLog(sql, 1, { lastCheckpoint, now: NOW, key: KEY }));
  expect(origin).toBe('aozora.example/journal/2');
  expect(await town.within(1, (sql) => currentOrigin(sql, 1, 'aozora.example'))).toBe(origin);
  const parts = { now: NOW, key: KEY, origin };
  expect(await town.within(1, (sql) => sequence(sql, 1, parts))).toBe(6);

  const vkey = encodeVkey(origin, KEY.publicKey);
  const report = await verifyLog(served(1, vkey), { vkey, previousCheckpoint: lastCheckpoint });
  expect(report.holds).toBe(true);
  expect(report.checkpoint.size).toBe(7);
  expect(report.findings).toContainEqual({ check: 'continuation', verdict: 'holds', origin: ORIGIN, size: 9 });
  const again = await town.within(1, (sql) => proofOf(sql, 1, object.kind, object.id));
  expect(again!.proofs[0]!.entry).toEqual(proofs!.proofs[0]!.entry);
});

test('a log does not start again beneath a sequencer, nor from something that is no checkpoint', async () => {
  const restart = (lastCheckpoint: string) =>
    town.within(1, (sql) => restartLog(sql, 1, { lastCheckpoint, now: NOW, key: KEY }));
  await expect(restart('nothing')).rejects.toThrow();
  await town.sequenceAll(1);
  const { note } = (await town.within(1, (sql) => latestCheckpoint(sql, 1)))!;
  await town.within(1, async (sql) => {
    await takeTurn(sql, 1);
    await expect(restart(note)).rejects.toThrow(/being written/);
  });
});

test('the name of a log: before it begins, and after the town moved to another host', async () => {
  const origin = (host: string) => town.within(1, (sql) => currentOrigin(sql, 1, host));
  expect(await origin('aozora.example')).toBe(ORIGIN);
  await town.sequenceAll(1);
  expect(await origin('aozora.example')).toBe(ORIGIN);
  expect(await origin('aozora.town.example')).toBe('aozora.town.example/journal');
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf, utf8 } from './bytes.ts';
import { encodeVkey, signCheckpoint } from './checkpoint.ts';
import { buildEntry } from './entry.ts';
import { inclusionProof, leafHash, nodesOf, sha256 } from './merkle.ts';
import { NoteError } from './note.ts';
import type { ProofDocument } from './proof-json.ts';
import { proofDocument } from './proof-json.ts';
import { KEY, keyOf, NOW, ORIGIN, VKEY } from './sample-key.ts';
import { memorySource, sampleEntries, sampleFiles, sampleHead } from './sample-log.ts';
import { SourceError } from './source.ts';
import { type Finding, type VerifyOptions, verifyLog } from './verify.ts';

const entries = sampleEntries(700);
const stranger = keyOf('a stranger');

const verify = (files: Map<string, Uint8Array>, options: VerifyOptions = { vkey: VKEY }) =>
  verifyLog(memorySource(files), options);

function verdicts(findings: Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ check, verdict }) => [check, verdict]));
}

describe('P6 a log as it should be', () => {
  test.each([0, 1, 255, 256, 257, 700])('of %i entries holds', async (size) => {
    const { holds, checkpoint, findings } = await verify(sampleFiles(entries.slice(0, size)));
    expect(verdicts(findings)).toEqual({ signature: 'holds', entries: 'holds', root: 'holds', tiles: 'holds' });
    expect(holds).toBe(true);
    expect(checkpoint.size).toBe(size);
  });

  test('partial tiles that were replaced by full ones are cut from those', async () => {
    const files = sampleFiles(entries);
    files.set('checkpoint', utf8(sampleHead(entries.slice(0, 600))));
    for (const path of files.keys()) if (path.includes('.p/')) files.delete(path);
    for (const [path, bytes] of sampleFiles(sampleEntries(768))) if (!files.has(path)) files.set(path, bytes);
    const { holds } = await verify(files);
    // Level 1 has never been full; the log has to serve that part still.
    expect(holds).toBe(false);
    files.set('tile/1/000.p/2', sampleFiles(entries.slice(0, 600)).get('tile/1/000.p/2')!);
    expect((await verify(files)).holds).toBe(true);
  });

  test('for all sizes, whatever the size one saw earlier', async () => {
    const sizes = fc.integer({ min: 0, max: 700 }).chain((size) => fc.tuple(fc.nat(size), fc.constant(size)));
    await fc.assert(
      fc.asyncProperty(sizes, async ([oldSize, size]) => {
        const previousCheckpoint = sampleHead(entries.slice(0, oldSize));
        const { holds, findings } = await verify(sampleFiles(entries.slice(0, size)), {
          vkey: VKEY,
          previousCheckpoint,
        });
        expect(findings.at(-1)).toEqual({ check: 'consistency', verdict: 'holds', oldSize });
        expect(holds).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('it is told how far it is', async () => {
    const seen: number[] = [];
    await verify(sampleFiles(entries), { vkey: VKEY, onProgress: (count) => seen.push(count) });
    expect(seen).toEqual([256, 512, 700]);
  });
});

describe('P6 keys', () => {
  test('the log’s own key is used if there is no other, and that is said', async () => {
    const { findings } = await verify(sampleFiles(entries), {});
    expect(findings[0]).toEqual({ check: 'signature', verdict: 'holds', origin: ORIGIN, key: VKEY, given: false });
  });

  test('no key at all: the signature is not checked, and that is said', async () => {
    const files = sampleFiles(entries);
    files.delete('key');
    const { findings, holds } = await verify(files, {});
    expect(findings[0]).toMatchObject({ verdict: 'skipped', key: null });
    expect(holds).toBe(true);
  });

  test('another key, or another log’s: fails', async () => {
    const files = sampleFiles(entries, stranger);
    expect((await verify(files)).holds).toBe(false);
    expect((await verify(files, {})).holds).toBe(false);
    const elsewhere = encodeVkey('elsewhere.example/journal', KEY.publicKey);
    expect((await verify(sampleFiles(entries), { vkey: elsewhere })).holds).toBe(false);
  });

  test('a key of the log’s own that is none fails; one that was given is an error of who gave it', async () => {
    const files = sampleFiles(entries).set('key', utf8('nothing'));
    expect((await verify(files, {})).holds).toBe(false);
    await expect(verify(files, { vkey: 'nothing' })).rejects.toThrow(NoteError);
  });
});

describe('P6 tampering', () => {
  const paths = [...sampleFiles(entries).keys()].filter((path) => path.startsWith('tile/'));

  test('for all files: a changed byte is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), async (path, at, by) => {
        const files = sampleFiles(entries);
        const changed = Uint8Array.from(files.get(path)!);
        changed[at % changed.length]! ^= by;
        const { holds, findings } = await verify(files.set(path, changed));
        expect(holds).toBe(false);
        const failed = findings.find(({ verdict }) => verdict === 'fails')!;
        expect(failed.check === 'tiles').toBe(!path.startsWith('tile/entries/'));
        if (failed.check === 'tiles') expect(failed.at).toBe(path);
      }),
      { numRuns: 40 },
    );
  });

  test.each(paths)('%s is missing, or cut off: found', async (path) => {
    const files = sampleFiles(entries);
    const whole = files.get(path)!;
    expect((await verify(files.set(path, whole.subarray(0, -1)))).holds).toBe(false);
    files.delete(path);
    expect((await verify(files)).holds).toBe(false);
  });

  test('a consistent log under the old head, or the head of another log: found', async () => {
    const files = sampleFiles(sampleEntries(700, 'retold'));
    files.set('checkpoint', sampleFiles(entries).get('checkpoint')!);
    expect(verdicts((await verify(files)).findings)).toMatchObject({ signature: 'holds', root: 'fails' });
  });

  test('entries that are none, or of two towns, are found although the tree is right', async () => {
    const elsewhere = textOf(entries[5]!).replace('"hub":1', '"hub":2');
    for (const strange of [utf8('{}'), utf8(elsewhere), utf8(` ${textOf(entries[5]!)}`)]) {
      const { findings } = await verify(sampleFiles(entries.with(5, strange)));
      expect(findings[1]).toEqual({ check: 'entries', verdict: 'fails', count: 700, at: '5' });
      expect(verdicts(findings)).toMatchObject({ root: 'holds', tiles: 'holds' });
    }
  });
});

describe('P6 against what one saw earlier', () => {
  const since = (previousCheckpoint: string, files = sampleFiles(entries)) =>
    verify(files, { vkey: VKEY, previousCheckpoint }).then(({ findings }) => findings.at(-1));

  test('a rewritten history is found', async () => {
    expect(await since(sampleHead(sampleEntries(300, 'retold')))).toMatchObject({ verdict: 'fails', why: 'rewritten' });
    expect(await since(sampleHead(sampleEntries(700, 'retold')))).toMatchObject({ verdict: 'fails', why: 'rewritten' });
  });

  test('so is one that lost its end', async () => {
    expect(await since(sampleHead(sampleEntries(701)))).toMatchObject({ verdict: 'fails', why: 'shorter' });
  });

  test('a checkpoint that this log never signed, or another log’s, says so', async () => {
    expect(await since(sampleHead(entries, stranger))).toMatchObject({ verdict: 'fails', why: 'unsigned' });
    expect(await since(sampleHead(entries, KEY, 'elsewhere.example/journal'))).toMatchObject({
      verdict: 'fails',
      why: 'other-log',
    });
    await expect(since('nothing')).rejects.toThrow(NoteError);
  });

  test('a log that goes on from an older one is held to that one’s last head', async () => {
    const old = 'aozora.example/old-journal';
    const continues = sampleHead(entries.slice(0, 300), KEY, old);
    const beginning = buildEntry({ hub: 1, at: NOW.toISOString(), continues });
    const files = sampleFiles([beginning, ...entries]);
    const { findings, holds } = await verify(files);
    expect(holds).toBe(true);
    expect(findings.at(-1)).toEqual({ check: 'continuation', verdict: 'holds', origin: old, size: 300 });
    expect(await since(continues, files)).toMatchObject({ verdict: 'holds' });
    expect(await since(sampleHead(entries.slice(0, 200), KEY, old), files)).toMatchObject({ verdict: 'skipped' });
    const later = sampleHead(entries.slice(0, 301), KEY, old);
    expect(await since(later, files)).toMatchObject({ verdict: 'fails', why: 'shorter' });
    const retold = sampleHead(sampleEntries(300, 'retold'), KEY, old);
    expect(await since(retold, files)).toMatchObject({ verdict: 'fails', why: 'rewritten' });
  });

  test('it can only go on at its beginning', async () => {
    const beginning = buildEntry({ hub: 1, at: NOW.toISOString(), continues: sampleHead(entries) });
    expect((await verify(sampleFiles([...entries, beginning]))).findings[1]).toMatchObject({ at: '700' });
  });
});

describe('P6 proofs that people were given', () => {
  const node = nodesOf(entries.slice(0, 300).map(leafHash));
  const given = (note = sampleHead(entries.slice(0, 300))): ProofDocument =>
    proofDocument(
      {
        head: { size: 300, root: Buffer.alloc(32), note },
        proofs: [{ index: 7, entry: Buffer.from(entries[7]!), path: inclusionProof(7, 300, node), parts: [] }],
      },
      VKEY,
    );
  const check = (proof: ProofDocument) =>
    verify(sampleFiles(entries), { vkey: VKEY, proofs: [proof] }).then(({ findings }) => findings.at(-1));

  test('hold if the log still has what they prove', async () => {
    expect(await check(given())).toEqual({ check: 'proofs', verdict: 'holds', count: 1, failed: 0 });
  });

  test('fail if the log had another history then', async () => {
    const note = signCheckpoint({ origin: ORIGIN, size: 300, root: sha256(utf8('another')) }, KEY);
    expect(await check(given(note))).toEqual({ check: 'proofs', verdict: 'fails', count: 1, failed: 1 });
  });

  test('fail if they do not hold by themselves', async () => {
    const proof = given();
    proof.proofs[0]!.index = 8;
    expect(await check(proof)).toMatchObject({ verdict: 'fails', failed: 1 });
  });
});

test('no log, or something else in its place, is no verdict', async () => {
  await expect(verify(new Map())).rejects.toThrow(SourceError);
  await expect(verify(new Map([['checkpoint', utf8('<html>')]]))).rejects.toThrow(NoteError);
});

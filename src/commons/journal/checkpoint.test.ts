import { createPrivateKey } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import {
  encodeVkey,
  keyId,
  openCheckpoint,
  openNote,
  parseVkey,
  readCheckpoint,
  signCheckpoint,
  signNote,
} from './checkpoint.ts';
import { sha256 } from './merkle.ts';
import { NoteError, parseNote } from './note.ts';
import { signingKeyOf } from './signing-key.ts';

/** The example of the specification of signed notes. */
const specKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const specNote =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

/** A checkpoint of the Go checksum database as it was on 2024-09-23, and its key. */
const goKey = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
const goNote =
  'go.sum database tree\n30055305\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n\n' +
  '— sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=\n';

/** The key of the tests of Go's sumdb/note, private part and all; Ed25519 signatures are the same everywhere. */
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const peterText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterNote = `${peterText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

/** PKCS #8 of an Ed25519 key is a fixed beginning and its 32-byte seed (RFC 8410). */
function keyOfSeed(seed: Uint8Array) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return signingKeyOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

const origin = 'aozora.example/journal';
const key = keyOfSeed(sha256(utf8('a key for tests')));
const vkey = parseVkey(encodeVkey(origin, key.publicKey));

describe('P6 notes of others', () => {
  test.each([
    ['the specification', specKey, specNote, 'This is an example message.\n'],
    ['the Go checksum database', goKey, goNote, goNote.slice(0, goNote.indexOf('\n\n') + 1)],
    ['the tests of Go', peterKey, peterNote, peterText],
  ])('%s: the signature holds', (_, key, note, text) => {
    expect(openNote(note, parseVkey(key))).toBe(text);
  });

  test('the same text signed with the same key is the same note', () => {
    const peter = keyOfSeed(peterSeed);
    expect(encodeVkey('PeterNeumann', peter.publicKey)).toBe(peterKey);
    expect(signNote(peterText, 'PeterNeumann', peter)).toBe(peterNote);
  });

  test('a checkpoint of theirs is read', () => {
    const { origin, size, root } = readCheckpoint(goNote);
    expect([origin, size, toHex(root).slice(0, 8)]).toEqual(['go.sum database tree', 30055305, '9977e045']);
  });

  test('but is none of the log the key is named after', () => {
    expect(() => openCheckpoint(goNote, parseVkey(goKey))).toThrow(NoteError);
  });
});

describe('P6 verifier keys', () => {
  test('for all names without white space and plus: back as they were', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9./-]{1,40}$/), (name) => {
        expect(parseVkey(encodeVkey(name, key.publicKey))).toEqual({
          name,
          keyId: keyId(name, key.publicKey),
          publicKey: key.publicKey,
        });
      }),
    );
  });

  test('no part of a key, and no key with one character changed, is a key', () => {
    for (let i = 1; i < peterKey.length; i++) {
      expect(() => parseVkey(peterKey.slice(i))).toThrow(NoteError);
      expect(() => parseVkey(peterKey.slice(0, -i))).toThrow(NoteError);
    }
    for (let i = 0; i < peterKey.length; i++) {
      const changed = peterKey.slice(0, i) + String.fromCharCode(peterKey.charCodeAt(i) + 1) + peterKey.slice(i + 1);
      expect(() => parseVkey(changed)).toThrow(NoteError);
    }
  });

  test.each(['', 'a b', 'a+b', 'a\tb', 'a\u3000b'])('%j is no name', (name) => {
    expect(() => encodeVkey(name, key.publicKey)).toThrow(NoteError);
  });
});

const checkpoints = fc.record({
  size: fc.maxSafeNat(),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});

describe('P6 checkpoints', () => {
  test('three lines, an empty one, the signature', () => {
    const note = signCheckpoint({ origin, size: 42, root: sha256(utf8('root')) }, key);
    expect(note.split('\n').slice(0, 4)).toEqual([
      'aozora.example/journal',
      '42',
      'SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=',
      '',
    ]);
    expect(note).toMatch(/\n\n— aozora\.example\/journal [A-Za-z0-9+/]{91}=\n$/);
  });

  test('for all: opened as they were signed', () => {
    fc.assert(
      fc.property(checkpoints, ({ size, root }) => {
        const note = signCheckpoint({ origin, size, root }, key);
        const opened = openCheckpoint(note, vkey);
        expect({ ...opened, root: toHex(opened.root) }).toEqual({ origin, size, root: toHex(root) });
      }),
    );
  });

  test('for all: with any one character changed, it opens no more', () => {
    fc.assert(
      fc.property(checkpoints, fc.nat(), fc.integer({ min: 1, max: 90 }), ({ size, root }, at, by) => {
        const note = signCheckpoint({ origin, size, root }, key);
        const i = at % note.length;
        const other = String.fromCharCode(((note.charCodeAt(i) - 0x20 + by) % 95) + 0x20);
        const changed = note.slice(0, i) + other + note.slice(i + 1);
        fc.pre(changed !== note);
        expect(() => openCheckpoint(changed, vkey)).toThrow(NoteError);
      }),
    );
  });

  test('signatures of witnesses are passed over, a second one of ours has to hold, too', () => {
    const note = signCheckpoint({ origin, size: 1, root: sha256(utf8('root')) }, key);
    const witness = keyOfSeed(sha256(utf8('a witness')));
    const text = parseNote(note).text;
    const withWitness = note + signNote(text, 'witness.example', witness).slice(text.length + 1);
    expect(openCheckpoint(withWitness, vkey).size).toBe(1);
    const forged = parseNote(note).signatures[0]!;
    const otherLine = signNote('another text\n', origin, key).slice('another text\n\n'.length);
    expect(forged.name).toBe(origin);
    expect(() => openCheckpoint(note + otherLine, vkey)).toThrow(/does not hold/);
  });

  test('signed with another key of the same name: refused', () => {
    const stranger = keyOfSeed(sha256(utf8('a stranger')));
    const note = signCheckpoint({ origin, size: 1, root: sha256(utf8('root')) }, stranger);
    expect(() => openCheckpoint(note, vkey)).toThrow(/not signed by/);
  });

  test.each([
    ['a leading zero', `${origin}\n042\n${'A'.repeat(43)}=\n`],
    ['a negative size', `${origin}\n-1\n${'A'.repeat(43)}=\n`],
    ['a size nobody can count', `${origin}\n99999999999999999\n${'A'.repeat(43)}=\n`],
    ['a short root', `${origin}\n42\nAAAA\n`],
    ['an empty extension line', `${origin}\n42\n${'A'.repeat(43)}=\n\nmore\n`],
    ['two lines', `${origin}\n42\n`],
  ])('%s: not a checkpoint, even if signed', (_, text) => {
    expect(() => openCheckpoint(signNote(text, origin, key), vkey)).toThrow(NoteError);
  });

  test.each([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['a signature without text', '— a AAAAAAA=\n'],
    ['two hyphens', 'text\n\n-- a AAAAAAA=\n'],
    ['no newline at the end', 'text\n\n— a AAAAAAA='],
    ['a control character', 'te\rxt\n\n— a AAAAAAA=\n'],
    ['a lone surrogate', 'te\ud800xt\n\n— a AAAAAAA=\n'],
    ['only a key id', 'text\n\n— a AAAAAA==\n'],
    ['a second spelling of the bytes', 'text\n\n— a AAAAAAB=\n'],
    ['a megabyte', `${'text\n'.repeat(210_000)}\n— a AAAAAAA=\n`],
  ])('%s: not a note', (_, note) => {
    expect(() => parseNote(note)).toThrow(NoteError);
  });
});

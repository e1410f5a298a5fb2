/** What the tests of the journal share: a time, a log's name, and keys that never change. */
import { createPrivateKey } from 'node:crypto';
import { utf8 } from './bytes.ts';
import { encodeVkey } from './checkpoint.ts';
import { sha256 } from './merkle.ts';
import { type SigningKey, signingKeyOf } from './signing-key.ts';

export const NOW = new Date('2026-11-22T03:04:05.678Z');
export const ORIGIN = 'aozora.example/journal';

/** A key from a word: PKCS #8 of an Ed25519 key is a fixed beginning and its 32-byte seed (RFC 8410). */
export function keyOf(word: string): SigningKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(utf8(word))]);
  return signingKeyOf(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

export const KEY = keyOf('the journal of a town in tests');
export const VKEY = encodeVkey(ORIGIN, KEY.publicKey);

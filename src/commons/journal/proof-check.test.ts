import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import type { Json } from './canonical-json.ts';
import { encodeVkey, signCheckpoint } from './checkpoint.ts';
import { commit } from './commitment.ts';
import { buildEntry } from './entry.ts';
import { inclusionProof, leafHash, nodesOf, rootOf, sha256 } from './merkle.ts';
import { allHold, checkAllProofs } from './proof-check.ts';
import { type ProofDocument, proofDocument, proofDocumentSchema } from './proof-json.ts';
import type { DisclosedPart } from './reads.ts';
import { KEY, keyOf, NOW, ORIGIN, VKEY } from './sample-key.ts';

function said(part: string, actor: string | null, content: Json): DisclosedPart {
  return { part, actor, salt: Buffer.from(sha256(utf8(part))), content };
}

const words = [
  said('reason', null, { body: 'なつがあつい' }),
  said('text', '0193f1c2-7a3b-7c4d-8e5f-001122334455', { body: '公園に木を', trees: 12 }),
];

const entry = buildEntry({
  hub: 1,
  event: 'f3b5a1de-0d1c-4c57-9f0b-5f2a0c4f7e11',
  at: NOW.toISOString(),
  verb: 'samples.made',
  object: '0193f1c2-7a3b-7c4d-8e5f-001122334455',
  version: 1,
  commitments: words.map((part) => commit(part).toString('hex')),
});

/** A proof of the entry at `index` of a log of `size`, as it is published. */
function documentOf(size: number, index: number): ProofDocument {
  const leaves = Array.from({ length: size }, (_, i) => leafHash(i === index ? entry : utf8(String(i))));
  const node = nodesOf(leaves);
  const root = Buffer.from(rootOf(size, node));
  const head = { size, root, note: signCheckpoint({ origin: ORIGIN, size, root }, KEY) };
  const proof = { index, entry: Buffer.from(entry), path: inclusionProof(index, size, node), parts: words };
  return proofDocumentSchema.parse(JSON.parse(JSON.stringify(proofDocument({ head, proofs: [proof] }, VKEY))));
}

describe('P6 a proof as it was published', () => {
  test('holds, step by step', async () => {
    expect(await checkAllProofs(documentOf(700, 299), VKEY)).toEqual([
      { step: 'signature', outcome: 'holds', origin: ORIGIN, size: 700 },
      { step: 'inclusion', outcome: 'holds', index: 299, verb: 'samples.made', at: NOW.toISOString() },
      { step: 'part', outcome: 'holds', index: 299, part: 'reason', content: { body: 'なつがあつい' } },
      { step: 'part', outcome: 'holds', index: 299, part: 'text', content: { body: '公園に木を', trees: 12 } },
    ]);
  });

  test('for all logs and places', async () => {
    const places = fc.integer({ min: 1, max: 600 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    await fc.assert(
      fc.asyncProperty(places, async ([size, index]) => {
        expect(allHold(await checkAllProofs(documentOf(size, index)))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('parts that are left out are said to be left out, and nothing fails', async () => {
    const document = documentOf(3, 1);
    document.proofs[0]!.parts.pop();
    const steps = await checkAllProofs(document, VKEY);
    expect(allHold(steps)).toBe(true);
    expect(steps.at(-1)).toEqual({ step: 'silent', outcome: 'holds', index: 1, count: 1 });
  });
});

/** Every text and number of a document, as a path to it; the key is not among them: the reader brings that. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([member, inner]) => leavesOf(inner, [...path, member]));
}

function changedAt(document: ProofDocument, path: string[], seed: number): ProofDocument {
  const copy = structuredClone(document);
  const last = path.at(-1)!;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (inner, member) => inner[member] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
  const old = parent[last];
  if (typeof old === 'number') parent[last] = old + 1;
  else if (typeof old === 'string') {
    const at = seed % old.length;
    const other = old[at] === 'A' ? 'B' : 'A';
    parent[last] = old.slice(0, at) + other + old.slice(at + 1);
  } else parent[last] = 'A';
  return copy;
}

test('for all proofs: whatever is changed in it, something fails', async () => {
  const document = documentOf(700, 299);
  const places = leavesOf(document).filter(([member]) => member !== 'key' && member !== 'format');
  expect(places.length).toBeGreaterThan(15);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.nat(), async (path, seed) => {
      expect(allHold(await checkAllProofs(changedAt(document, path, seed), VKEY))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

describe('P6 somebody else', () => {
  const stranger = keyOf('a stranger');

  test('a log signed by another key of the same name fails with the key one trusts', async () => {
    const document = documentOf(3, 1);
    document.key = encodeVkey(ORIGIN, stranger.publicKey);
    document.checkpoint = signCheckpoint({ origin: ORIGIN, size: 1, root: leafHash(entry) }, stranger);
    document.proofs[0] = { ...document.proofs[0]!, index: 0, path: [] };
    expect(allHold(await checkAllProofs(document))).toBe(true);
    const [signature, inclusion] = await checkAllProofs(document, VKEY);
    expect([signature!.outcome, inclusion!.outcome]).toEqual(['fails', 'holds']);
  });

  test('the same words cannot stand for two commitments', async () => {
    const document = documentOf(3, 1);
    document.proofs[0]!.parts[0] = document.proofs[0]!.parts[1]!;
    const steps = await checkAllProofs(document, VKEY);
    expect(steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['signature', 'holds'],
      ['inclusion', 'holds'],
      ['part', 'holds'],
      ['part', 'fails'],
      ['silent', 'holds'],
    ]);
  });

  test('no proofs, or a head that is none, is no proof', async () => {
    expect(allHold([])).toBe(false);
    const document = { ...documentOf(3, 1), checkpoint: 'nothing' };
    expect((await checkAllProofs(document)).map(({ outcome }) => outcome)).toEqual([
      'fails',
      'fails',
      'holds',
      'holds',
    ]);
  });
});

/**
 * P6, P4, the journal: a proof as public JSON. Whoever has it needs nothing else of ours: not this server, not this
 * program. `journal-check` in the browser, `minna journal verify --proofs` and anybody's own code read the same.
 *
 * To check it: (1) the signature of `checkpoint` with `key` (C2SP signed-note, Ed25519); (2) for each proof
 * SHA-256(0x00 ‖ entry) and `path` lead to the root in the checkpoint (RFC 9162, section 2.1.3); (3) for each part
 * SHA-256("minna-commit-v1" ‖ salt ‖ canonical JSON of {actor, part, content}) is among the entry's commitments.
 * A commitment without a part belongs to words that were erased, or are not shown at the moment.
 */
import { z } from 'zod';
import { toBase64 } from './bytes.ts';
import type { Json } from './canonical-json.ts';
import type { Proofs } from './reads.ts';

const hash = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

export const proofPartSchema = z.object({
  part: z.string().meta({ description: 'Which part of the act, e.g. "text".' }),
  actor: z.string().nullable().meta({ description: 'Id of the actor whose words these are.' }),
  salt: hash.meta({ description: '32 random bytes, Base64.' }),
  content: z.json().meta({ description: 'The words, as they were said.' }),
});

export const leafProofSchema = z.object({
  index: z.int().nonnegative().meta({ description: 'Number of the leaf, from 0.' }),
  entry: z.string().meta({ description: 'The entry, byte for byte as it is in the log (UTF-8).' }),
  path: z.array(hash).max(60).meta({ description: "Hashes up to the root, the leaf's sibling first, Base64." }),
  parts: z.array(proofPartSchema),
});

export const proofDocumentSchema = z.object({
  format: z.literal('minna-journal-proof-v1'),
  key: z.string().meta({ description: 'Verifier key of the log: <origin>+<id>+<key>.' }),
  checkpoint: z.string().meta({ description: 'The signed checkpoint, a C2SP signed note.' }),
  proofs: z.array(leafProofSchema),
});

export type ProofPart = z.infer<typeof proofPartSchema>;
export type LeafProofJson = z.infer<typeof leafProofSchema>;
export type ProofDocument = z.infer<typeof proofDocumentSchema>;

/** The public JSON of proofs; `vkey` is the log's verifier key as `encodeVkey` writes it. */
export function proofDocument({ head, proofs }: Proofs, vkey: string): ProofDocument {
  return {
    format: 'minna-journal-proof-v1',
    key: vkey,
    checkpoint: head.note,
    proofs: proofs.map(({ index, entry, path, parts }) => ({
      index,
      entry: entry.toString('utf8'),
      path: path.map(toBase64),
      parts: parts.map(({ part, actor, salt, content }) => ({
        part,
        actor,
        salt: toBase64(salt),
        content: content as ProofPart['content'] & Json,
      })),
    })),
  };
}

/**
 * P6, the journal: commitments. The log shows that something was said and when; who said what stays beside it, with
 * the salt, and can be erased for good without breaking anybody else's proof.
 */
import { type CommittedPart, commitmentInput } from './commitment-input.ts';
import { sha256 } from './merkle.ts';

/**
 * SHA-256("minna-commit-v1" ‖ salt ‖ canonical JSON of {actor, part, content}), 32 bytes.
 * @throws RangeError, CanonicalJsonError as `commitmentInput` says.
 */
export function commit(part: CommittedPart): Buffer {
  return Buffer.from(sha256(commitmentInput(part)));
}

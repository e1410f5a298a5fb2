/**
 * P6, the journal: what a commitment commits to, byte for byte. Runs in the browser, too.
 */
import { type Bytes, concat, utf8 } from './bytes.ts';
import { CanonicalJsonError, canonicalJson, type Json } from './canonical-json.ts';

export const SALT_BYTES = 32;

const domain = utf8('minna-commit-v1');

/** One contributor's part of a public act. */
export interface CommittedPart {
  /** 32 random bytes, kept beside the content; without them nobody can guess what was committed to. */
  salt: Uint8Array;
  /** The actor whose words these are, or null where nobody in particular speaks. */
  actor: string | null;
  /** Which part of the act, e.g. `text`. */
  part: string;
  content: Json;
}

/**
 * "minna-commit-v1" ‖ salt ‖ canonical JSON of {actor, part, content}: what SHA-256 makes a commitment of.
 *
 * @throws RangeError unless the salt has 32 bytes.
 * @throws CanonicalJsonError for content that is no JSON, and for text that is not as it is stored: NFC, lines ending
 *   with LF, no NUL. Otherwise the same words could have two commitments.
 */
export function commitmentInput({ salt, actor, part, content }: CommittedPart): Bytes {
  if (salt.length !== SALT_BYTES) throw new RangeError('a salt has 32 bytes');
  const statement = { actor, part, content };
  const text = canonicalJson(statement);
  assertStoredText(statement, '$');
  return concat(domain, salt, utf8(text));
}

function assertStoredText(value: Json, path: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new CanonicalJsonError(path, 'text has no NUL');
    if (value.includes('\r')) throw new CanonicalJsonError(path, 'lines end with LF');
    if (value !== value.normalize('NFC')) throw new CanonicalJsonError(path, 'text is in form NFC');
  } else if (value !== null && typeof value === 'object') {
    for (const [member, inner] of Object.entries(value)) {
      assertStoredText(member, `${path} (a name)`);
      assertStoredText(inner, `${path}.${member}`);
    }
  }
}

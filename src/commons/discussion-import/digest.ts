/** Which conversation this is, by its very bytes: SHA-256 over comments.csv followed by the file of votes. */
import { createHash } from 'node:crypto';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { ImportedDebate, Sources } from './conversation.ts';

export async function digestOf({ comments, votes }: Sources, signal?: AbortSignal): Promise<Buffer> {
  const hash = createHash('sha256');
  for (const file of [comments, votes]) {
    for await (const bytes of file.open()) {
      signal?.throwIfAborted();
      hash.update(bytes);
    }
  }
  return hash.digest();
}

/** The debate that these bytes have become in this hub. */
export async function debateOf(db: Db, digest: Buffer): Promise<ImportedDebate | null> {
  const [debate] = await run<ImportedDebate>(db, 'select id, title from debates where source_digest = $1', [digest]);
  return debate ?? null;
}

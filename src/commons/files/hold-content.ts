/** X10: two files may have the same bytes, kept once; whoever writes them and whoever clears them away take turns. */
import { type Db, run } from '#kernel/database/dialect.ts';

/** Held by whoever writes or clears away this content. */
export async function holdContent(db: Db, hubId: number, sha256: string): Promise<void> {
  await run(db, 'select pg_advisory_xact_lock($1, hashtext($2))', [hubId, sha256]);
}

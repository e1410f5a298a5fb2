/** F9.9 The first head of the journal signed at or after a moment: a chance that is public, kept by mirrors, and not known before. */
import { type Db, run } from '#kernel/database/dialect.ts';

export interface JournalChance {
  /** number of entries and root (hexadecimal), as the checkpoint states them */
  chance: string;
  size: number;
}

/** Null while nothing has been signed since. */
export async function journalChance(db: Db, since: Date): Promise<JournalChance | null> {
  const [head] = await run<{ size: number; root: Buffer }>(
    db,
    'select size, root from journal_checkpoints where signed_at >= $1 order by size limit 1',
    [since],
  );
  return head ? { chance: `${head.size} ${head.root.toString('hex')}`, size: head.size } : null;
}

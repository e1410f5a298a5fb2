/**
 * What others keep of a debate's opinions (P10: no page counts them). Commons know no function: whoever keeps figures registers when its module
 * is loaded, and is told of each change in the transaction of the act, once the rows say what the act made of them.
 */
import type { Db } from '#kernel/database/dialect.ts';
import type { OpinionKind } from './discussion.ts';

/** Of an entry: it can be read, moderation hid it, or its author took it back. */
export type Visibility = 'visible' | 'hidden' | 'withdrawn';

export interface ChangedEntry {
  id: string;
  debate_id: string;
  parent_id: string | null;
  kind: OpinionKind;
}

export interface Keeper {
  /** an entry was said; nobody refers to it yet */
  said(db: Db, hubId: number, entry: Pick<ChangedEntry, 'debate_id' | 'kind'>): Promise<void>;
  /** the caller holds the entry's row */
  seen(db: Db, hubId: number, entry: ChangedEntry, was: Visibility, is: Visibility): Promise<void>;
  /** entries came that no act said */
  recounted(db: Db, hubId: number, debateId: string): Promise<void>;
}

const keepers: Keeper[] = [];

export function addKeeper(keeper: Keeper): void {
  keepers.push(keeper);
}

export async function tellKeepers(tell: (keeper: Keeper) => Promise<void>): Promise<void> {
  for (const keeper of keepers) await tell(keeper);
}

export function visibilityOf({
  withdrawn_at,
  hidden_at,
}: {
  withdrawn_at: Date | null;
  hidden_at: Date | null;
}): Visibility {
  return withdrawn_at ? 'withdrawn' : hidden_at ? 'hidden' : 'visible';
}

/** P6: the deployment's signing key, opened once by the composition root of each process. */
import type { Hub } from '#kernel/context.ts';
import { encodeVkey } from './checkpoint.ts';
import { currentOrigin } from './restart.ts';
import type { SigningKey } from './signing-key.ts';
import type { Sql } from './storage.ts';

let opened: SigningKey | null = null;

export function openJournal(key: SigningKey): void {
  opened = key;
}

/** @throws Error when the process was started without the journal */
export function journalKey(): SigningKey {
  if (!opened) throw new Error('openJournal() must be called before the journal is used');
  return opened;
}

/** Name of the hub's log and the key to verify it with. */
export async function logOf(sql: Sql, hub: Hub): Promise<{ origin: string; vkey: string }> {
  const origin = await currentOrigin(sql, hub.id, hub.host);
  return { origin, vkey: encodeVkey(origin, journalKey().publicKey as never) };
}

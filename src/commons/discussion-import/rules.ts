/** Why an import is not even begun. Pure. */
import { leadsSecretariat } from '#commons/hubs/index.ts';
import type { Hub, Reader } from '#kernel/context.ts';
import { refuser } from '#kernel/refusal.ts';

export type ImportRefusal = 'comments-missing' | 'votes-missing' | 'not-an-address';

export const refuse = refuser<ImportRefusal>('discussionImport');

/** Bringing in what others have said elsewhere is the desk's work; to everybody else there is no such page. */
export function mayImport(reader: Pick<Reader, 'roles'>, hub: Pick<Hub, 'secretariatId'>): boolean {
  return leadsSecretariat({ hub, reader });
}

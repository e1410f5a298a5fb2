/** X12: which key files a database depends on. One that nothing was made with yet is made by the first start and needs no mending. */
import type { ClientConfig } from 'pg';
import { Hubwise } from '#kernel/database/database.ts';
import { run } from '#kernel/database/dialect.ts';
import { signedHeads } from '../../town-journal.ts';

/** By the names of `keyPaths`; all of them where the tables can't be read. */
export async function keysInUse(app: ClientConfig): Promise<Record<string, boolean>> {
  const hubwise = new Hubwise({ connection: app, max: 1, applicationName: 'minna key', onError: () => {} });
  try {
    const journal = (await signedHeads(app)).length > 0;
    // Links in letters and second steps are made with the secret.
    const accounts = await hubwise.deployment((db) => run(db, 'select 1 from auth.users limit 1'));
    return { journal, secret: accounts.length > 0, push: await hasDevices(hubwise) };
  } catch {
    return { journal: true, secret: true, push: true };
  } finally {
    await hubwise.close();
  }
}

/** Whether anybody's device waits for notices under the key for pushes, in any town. */
async function hasDevices(hubwise: Hubwise): Promise<boolean> {
  const hubs = await hubwise.deployment((db) => run<{ id: number }>(db, 'select id from hubs order by id'));
  for (const { id } of hubs) {
    const found = await hubwise.read(id, (db) =>
      run(db, 'select 1 from push_subscriptions where hub_id = $1 limit 1', [id]),
    );
    if (found.length > 0) return true;
  }
  return false;
}

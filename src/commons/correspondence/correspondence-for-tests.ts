/** X13: somebody who has said that they are under 18, for tests. */
import type { Reader } from '#kernel/context.ts';
import { run } from '#kernel/database/dialect.ts';
import type { TestTown } from '#test/support/town.ts';

export async function makeYoung(town: TestTown, young: Reader): Promise<void> {
  const { accountId, person } = young;
  await town.hubwise.write(town.hub.id, async (db) => {
    await run(
      db,
      `insert into auth.users (id, name, email, email_confirmed, lang, created_at, updated_at)
       values ($1, 'x', $3, true, 'ja', $2, $2) on conflict do nothing`,
      [accountId, town.now(), `${accountId}@young.example`],
    );
    await run(db, 'update actors set account_id = $2 where id = $1', [person.id, accountId]);
    await run(db, 'insert into auth.minors (account_id, declared_at, waits) values ($1, $2, false)', [
      accountId,
      town.now(),
    ]);
  });
}

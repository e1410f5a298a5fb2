/** X1: the account itself, when no town knows its person any more. Whoever signs up with the same address later is somebody new. */
import { type Db, run } from '#kernel/database/dialect.ts';

/** In a transaction of the deployment. Sessions, passwords and what else hangs on the account go with it. */
export async function eraseAccount(db: Db, accountId: string, email: string): Promise<void> {
  await run(
    db,
    `delete from auth.verifications
     where position(to_jsonb($1::text)::text in value) > 0 or position(to_jsonb($2::text)::text in value) > 0`,
    [accountId, email],
  );
  await run(db, 'delete from mails where recipient = $1', [email]);
  await run(db, 'delete from mail_addresses where email = $1', [email]);
  await run(db, 'delete from auth.users where id = $1', [accountId]);
}

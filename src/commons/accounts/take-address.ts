/** X1: the moment an account's address becomes another one. */
import { queueMail } from '#commons/letters/index.ts';
import type { Hub } from '#kernel/context.ts';
import { type Db, run } from '#kernel/database/dialect.ts';
import type { Lang } from '#kernel/lang.ts';
import { addressChangedLetter } from './letters.ts';
import type { Means } from './means.ts';
import { refuse } from './refusals.ts';

/** The new address is the account's from now on; the old one is told. @throws Refusal key-over when somebody else has it by now */
export async function takeAddress(
  db: Db,
  hub: Hub,
  { user, email }: { user: string; email: string },
  means: Means,
): Promise<void> {
  const [before] = await run<{ name: string; email: string; lang: Lang }>(
    db,
    'select name, email, lang from auth.users where id = $1 for update',
    [user],
  );
  const taken = await run(
    db,
    `update auth.users set email = $2, email_confirmed = true, updated_at = $3
     where id = $1 and not exists (select from auth.users where email = $2) returning id`,
    [user, email, means.now],
  );
  if (!before || taken.length === 0) throw refuse('key-over', { status: 410 });
  const letter = addressChangedLetter(hub, before.lang, before.name, email);
  await queueMail(db, { hubId: hub.id, to: before.email, ...letter }, means);
}
